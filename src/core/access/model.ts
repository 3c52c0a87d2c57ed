// The model of access control of a project: what its role design is, and who was assigned what. Made of tables that
// keep their identity while nothing in them changes, so an edit costs what it touches.
//
// Terms and semantics are those of ANSI/INCITS 359 (D. Ferraiolo, R. Sandhu, S. Gavrila, R. Kuhn, R. Chandramouli:
// Proposed NIST Standard for Role-Based Access Control, ACM TISSEC 4(3), 2001): users, roles, permissions as pairs of
// operation and object, general role hierarchies, static and dynamic separation of duty. Extensions: denials, data
// scopes, conditions in words, validity in environments, organisations and dates.
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

/** Remembers the last answer for each first table, as long as the second is the same too. */
const kept = <B extends object, T>(make: (a: readonly Entity[], b: B) => T): ((a: readonly Entity[], b: B) => T) => {
  const known = new WeakMap<readonly Entity[], { readonly b: B; readonly made: T }>();
  return (a, b) => {
    let found = known.get(a);
    if (found?.b !== b) known.set(a, (found = { b, made: make(a, b) }));
    return found.made;
  };
};

const ALONE = {};
const alone = <T>(make: (table: readonly Entity[]) => T): ((table: readonly Entity[]) => T) => {
  const keep = kept<object, T>((table) => make(table));
  return (table) => keep(table, ALONE);
};

const designs = kept((objects, roles: readonly Entity[]) => designOf(objects, roles));
const orgTrees = alone(orgsOf);
const peopleIn = alone((table): People => {
  const found = byId(table, userOf);
  return { users: [...new Set(found.values())], user: (id) => found.get(id) };
});
const assignedIn = kept((table, { user }: People) => {
  const assignments = table.flatMap((entity) => assignmentOf(entity) ?? []);
  return { assignments, assigned: byPerson(assignments, user) };
});

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
