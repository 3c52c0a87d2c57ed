// The model of access control of a project: what its role design is, and who was assigned what. Made of tables that
// keep their identity while nothing in them changes, so an edit costs what it touches.
//
// Terms and semantics are those of ANSI/INCITS 359 (D. Ferraiolo, R. Sandhu, S. Gavrila, R. Kuhn, R. Chandramouli:
// Proposed NIST Standard for Role-Based Access Control, ACM TISSEC 4(3), 2001): users, roles, permissions as pairs of
// operation and object, general role hierarchies, static and dynamic separation of duty. Extensions: denials, data
// scopes, conditions in words, validity in environments, organisations and dates.
import { kept, keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { type Design, designOf } from './design';
import { type Assignment, assignmentOf, byId, type User, userOf } from './facts';
import { type Orgs, orgsOf } from './orgs';
import { fieldPlaying, kindPlaying, tablePlaying } from './parts';

export interface AccessModel {
  readonly design: Design;
  readonly orgs: Orgs;
  readonly user: (id: string) => User | undefined;
  readonly users: readonly User[];
  readonly assignments: readonly Assignment[];
  /** Assignments by the person's present id; of people that are not known by the text that names them. */
  readonly assigned: ReadonlyMap<string, readonly Assignment[]>;
  /** The environment of an assignment that names none. */
  readonly usual: string;
}

const models = new WeakMap<Project, AccessModel>();

/** The model of a project. */
export function accessOf(project: Project): AccessModel {
  let model = models.get(project);
  if (!model) models.set(project, (model = modelOf(project)));
  return model;
}

function modelOf(project: Project): AccessModel {
  const design = designs(tablePlaying(project, 'object'), tablePlaying(project, 'role'));
  const people = peopleIn(tablePlaying(project, 'user'));
  const shape = kindPlaying(project.kinds, 'assignment')?.shape;
  const usual = shape && shape.fields.get(fieldPlaying(shape, 'environment') ?? '')?.default;
  return {
    design,
    orgs: orgTrees(tablePlaying(project, 'org')),
    ...people,
    ...assignedIn(tablePlaying(project, 'assignment'), people),
    usual: typeof usual === 'string' ? usual : '',
  };
}

/** The model with more assignments, or with others instead: what would be. */
export function supposing(model: AccessModel, assignments: readonly Assignment[]): AccessModel {
  return { ...model, assignments, assigned: byPerson(assignments, model.user) };
}

type People = Pick<AccessModel, 'user' | 'users'>;

const lastDesign = new WeakMap<readonly Entity[], Design>();
const designs = kept((objects: readonly Entity[], roles: readonly Entity[]): Design => {
  const design = lastDesign.get(objects)?.followed(roles) ?? designOf(objects, roles);
  lastDesign.set(objects, design);
  return design;
});
const orgTrees = keptAlone(orgsOf);
const peopleIn = keptAlone((table: readonly Entity[]): People => {
  const found = byId(table, userOf);
  return { users: [...new Set(found.values())], user: (id) => found.get(id) };
});
interface Assigned {
  readonly table: readonly Entity[];
  /** In the order of the table; undefined for what assigns nobody. */
  readonly read: readonly (Assignment | undefined)[];
  readonly assignments: readonly Assignment[];
  readonly assigned: ReadonlyMap<string, readonly Assignment[]>;
}

/** Differences up to which the last answer is mended instead of made again. */
const FEW = 64;

const latest = new WeakMap<People, Assigned>();

const assignedIn = kept((table: readonly Entity[], people: People): Assigned => {
  const before = latest.get(people);
  const read = table.map((entity, at) => (before?.table[at] === entity ? before.read[at] : assignmentOf(entity)));
  const assignments = read.filter((one) => one !== undefined);
  const assigned = (before && mended(before, read, assignments, people)) ?? byPerson(assignments, people.user);
  const made = { table, read, assignments, assigned };
  latest.set(people, made);
  return made;
});

/** The assignments by person with those of a few people made again; undefined where many differ, or where people would
 * come in another order than that of the assignments. */
function mended(
  before: Assigned,
  read: Assigned['read'],
  assignments: readonly Assignment[],
  { user }: People,
): Assigned['assigned'] | undefined {
  if (read.length !== before.read.length) return undefined;
  const differ = read.flatMap((one, at) => (one === before.read[at] ? [] : [one, before.read[at]]));
  if (differ.length > FEW) return undefined;
  const idOf = (one: Assignment): string => user(one.person)?.id ?? one.person;
  const people = new Set(differ.flatMap((one) => (one ? [idOf(one)] : [])));
  const names = new Set(differ.flatMap((one) => (one ? [one.person] : [])));
  const assigned = new Map(before.assigned);
  for (const id of people) for (const one of assigned.get(id) ?? []) names.add(one.person);
  const theirs = byPerson(
    assignments.filter((one) => names.has(one.person)),
    user,
  );
  for (const id of people) {
    const [old] = assigned.get(id) ?? [];
    const [first] = theirs.get(id) ?? [];
    if (!old || !first || before.read.indexOf(old) !== read.indexOf(first)) return undefined;
  }
  for (const [id, list] of theirs) assigned.set(id, list);
  return assigned;
}

function byPerson(
  assignments: readonly Assignment[],
  user: People['user'],
): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const one of assignments) {
    const person = user(one.person)?.id ?? one.person;
    const list = found.get(person);
    if (list) list.push(one);
    else found.set(person, [one]);
  }
  return found;
}
