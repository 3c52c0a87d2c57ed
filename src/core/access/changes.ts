// What a change means for access: who gains or loses which permissions, which conflicts appear and which vanish. The
// change may be one between two revisions, or one that is only supposed.
import type { Work } from '../base/work';
import type { Project } from '../project/project';
import { type Conflicts, conflictsIn } from './conflicts';
import type { Permission } from './objects';
import { effective, type Held, rowOf } from './effective';
import { type AnyConflict, isOfRole } from './evidence';
import type { Assignment } from './facts';
import { type AccessModel, supposing } from './model';
import { tablePlaying } from './parts';
import { extentOf, type Reach } from './reach';
import { standingOf } from './standing';

export interface State {
  readonly project: Project;
  readonly model: AccessModel;
}

/** A person's permission in one environment, now or later. */
export interface PermissionChange {
  readonly person: string;
  readonly environment: string;
  readonly how: 'gained' | 'lost' | 'changed';
  /** As it was or, unless it was lost, as it will be. */
  readonly held: Held;
}

export interface AccessChanges {
  readonly permissions: readonly PermissionChange[];
  /** Conflicts that nothing answers for, in force or to come. */
  readonly brought: readonly AnyConflict[];
  readonly ended: readonly AnyConflict[];
  readonly before: Conflicts;
  readonly after: Conflicts;
}

/** What differs between two states on a day; what is over by then is left out. */
export function* accessChanges(before: State, after: State, on: string): Work<AccessChanges> {
  const [was, is] = [still(before.model, on), still(after.model, on)];
  const changedRoles = yield* rolesThatDiffer(was, is);
  const permissions: PermissionChange[] = [];
  const people = new Set([...was.assigned.keys(), ...is.assigned.keys()]);
  for (const person of people) {
    const [old, now] = [was.assigned.get(person) ?? [], is.assigned.get(person) ?? []];
    const touched = [...old, ...now].some((one) => one.roles.some((id) => changedRoles.has(id)));
    if (!touched && sameAssignments(old, now)) continue;
    for (const environment of new Set([...old, ...now].map((one) => one.environment)))
      permissions.push(...differing(was, is, person, environment));
    yield;
  }
  const [a, b] = [yield* openOf(before, on), yield* openOf(after, on)];
  const [left, come] = [new Set(a.open.map(nameOf)), new Set(b.open.map(nameOf))];
  return {
    permissions,
    brought: distinct(b.open.filter((one) => !left.has(nameOf(one)))),
    ended: distinct(a.open.filter((one) => !come.has(nameOf(one)))),
    before: a.conflicts,
    after: b.conflicts,
  };
}

const still = (model: AccessModel, on: string): AccessModel =>
  supposing(
    model,
    model.assignments.filter((one) => one.to === undefined || one.to >= on),
  );

/** The ids of roles that give something else than before. */
function* rolesThatDiffer(was: AccessModel, is: AccessModel): Work<ReadonlySet<string>> {
  const differ = new Set<string>();
  if (was.design === is.design) return differ;
  for (const id of new Set([...was.design.roles, ...is.design.roles].map((role) => role.id))) {
    if (signature(was, id) !== signature(is, id)) differ.add(id);
    yield;
  }
  return differ;
}

function signature(model: AccessModel, id: string): string {
  const role = model.design.role(id);
  if (!role) return '';
  const cells = [...rowOf(model, [role])].map(
    ([permission, reach]) => `${permission.name} ${extentText(permission, reach)}`,
  );
  return cells.sort().join('\n');
}

const extentText = ({ object }: Permission, reach: Reach): string => {
  const { sure, perhaps, denied } = extentOf(reach);
  const scope = (level: number): string => (level ? (object.scopes[level - 1] ?? '*') : '');
  return [scope(sure), scope(perhaps), scope(denied)].join('/');
};

const sameAssignments = (a: readonly Assignment[], b: readonly Assignment[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at] || told(one) === told(b[at] as Assignment));
const told = ({ person, roles, orgs, environment, from, to, doubtful }: Assignment): string =>
  JSON.stringify([person, roles, orgs, environment, from, to, doubtful]);

function* differing(
  was: AccessModel,
  is: AccessModel,
  person: string,
  environment: string,
): Generator<PermissionChange> {
  const held = (model: AccessModel): ReadonlyMap<string, Held> =>
    new Map(
      effective(model, { kind: 'person', id: person }, { environment })
        .filter(({ answer }) => answer !== 'no')
        .map((one) => [one.permission.name, one]),
    );
  const [old, now] = [held(was), held(is)];
  for (const [name, one] of now) {
    const before = old.get(name);
    if (!before) yield { person, environment, how: 'gained', held: one };
    else if (whole(before) !== whole(one)) yield { person, environment, how: 'changed', held: one };
  }
  for (const [name, one] of old) if (!now.has(name)) yield { person, environment, how: 'lost', held: one };
}

const whole = ({ permission, reach, orgs }: Held): string =>
  `${extentText(permission, reach)} ${orgs ? [...orgs].sort().join() : '*'}`;

function* openOf(
  { project, model }: State,
  on: string,
): Work<{ readonly conflicts: Conflicts; readonly open: readonly AnyConflict[] }> {
  const conflicts = yield* conflictsIn(model, tablePlaying(project, 'constraint'));
  const all: readonly AnyConflict[] = [...conflicts.roles, ...conflicts.people];
  return { conflicts, open: all.filter((one) => standingOf(project, conflicts, one, on).open) };
}

const nameOf = (one: AnyConflict): string =>
  isOfRole(one)
    ? JSON.stringify([one.rule.id, one.role.id])
    : JSON.stringify([one.rule.id, one.person, one.environment, one.org]);

const distinct = (all: readonly AnyConflict[]): readonly AnyConflict[] => [
  ...new Map(all.map((one) => [nameOf(one), one])).values(),
];
