// The rows and columns of a permission matrix: who is asked about, and which permissions, in the order in which they are shown.
import type { Permission } from '../access/objects';
import { type Ask, assignmentsOf, pointsOf } from '../access/effective';
import type { Role } from '../access/facts';
import type { AccessModel } from '../access/model';
import { kindPlaying } from '../access/parts';
import type { Work } from '../base/work';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { type Matches, matcherOf } from '../project/search';
import { member } from '../schema/json';
import type { Kind } from '../schema/kinds';
import type { MatrixRow } from './matrix';
import type { MatrixQuery } from './matrix-query';

/** The kind of what objects belong to. */
export const MODULES = 'modules';

/** A row, with the roles that it has by itself. */
export interface Holder extends Omit<MatrixRow, 'conflict'> {
  readonly roles: readonly Role[];
}

export interface Column {
  readonly permission: Permission;
  readonly module: string;
}

/** Where and when a query asks. */
export const askOf = ({ environment, org, on }: MatrixQuery): Ask => ({
  environment: environment || undefined,
  org: org || undefined,
  on: on || undefined,
});

export function columnsOf(project: Project, model: AccessModel, query: MatrixQuery): readonly Column[] {
  const modules: string[] = project.table(MODULES).map(({ id }) => id);
  // Modules that are in no register stand together, each by itself.
  const rank = (module: string): number => {
    if (!modules.includes(module)) modules.push(module);
    return modules.indexOf(module);
  };
  const order = new Map(model.design.objects.map((object, at) => [object, at]));
  const place = ({ permission: { object, action }, module }: Column): readonly number[] => [
    rank(module),
    order.get(object) ?? 0,
    // Those that a grant names although the object does not have them come last.
    object.actions.includes(action) ? object.actions.indexOf(action) : object.actions.length,
  ];
  return model.design
    .permissions()
    .map((permission) => ({ permission, module: moduleOf(permission.object.entity) }))
    .filter(({ module }) => query.module === '' || module === query.module)
    .filter(({ permission }) => query.object === '' || permission.object.id === query.object)
    .map((column) => ({ column, at: place(column) }))
    .sort((a, b) => a.at.reduce((found, one, i) => found || one - (b.at[i] ?? 0), 0))
    .map(({ column }) => column);
}

const moduleFields = new WeakMap<Kind, { readonly name: string | undefined }>();

/** The module that an object says it belongs to, in whatever field refers to one. */
export function moduleOf({ kind, value }: Entity): string {
  let field = moduleFields.get(kind);
  if (!field) {
    const name = [...kind.shape.fields].find(([, { ref }]) => ref?.to.includes(MODULES))?.[0];
    moduleFields.set(kind, (field = { name }));
  }
  const module = field.name === undefined ? undefined : member(value, field.name);
  return typeof module === 'string' ? module : '';
}

export function* holdersOf(project: Project, model: AccessModel, query: MatrixQuery): Work<readonly Holder[]> {
  const fitting = (text: string) => (text ? matcherOf(text) : () => true);
  const fits = fitting(query.role);
  const isWanted = (role: Role): boolean => fits(role.id, role.entity.title);
  const asksForPeople = query.person !== '' || query.org !== '' || query.environment !== '' || query.on !== '';
  const people =
    query.by === 'person' || asksForPeople ? yield* peopleIn(project, model, query, fitting(query.person)) : [];
  if (query.by === 'person') return people.filter(({ roles }) => query.role === '' || roles.some(isWanted));
  const held = new Set(people.flatMap(({ roles }) => roles));
  return model.design.roles
    .filter((role) => isWanted(role) && (!asksForPeople || held.has(role)))
    .map((role) => ({
      key: `${role.entity.kind.name}/${role.id}`,
      id: role.id,
      title: role.entity.title,
      roles: [role],
    }));
}

/** Everybody who holds something where and when the query asks. */
function* peopleIn(project: Project, model: AccessModel, query: MatrixQuery, fits: Matches): Work<readonly Holder[]> {
  const kind = kindPlaying(project.kinds, 'user')?.name ?? '';
  const ask = askOf(query);
  const people: Holder[] = [];
  for (const [at, id] of [...model.assigned.keys()].entries()) {
    if (at % 64 === 0) yield;
    const title = model.user(id)?.entity.title ?? '';
    if (!fits(id, title)) continue;
    const held = new Set(pointsOf(model, assignmentsOf(model, id, ask), ask.org).flatMap((one) => one.assignments));
    const roles = new Set([...held].flatMap((one) => one.roles.flatMap((role) => model.design.role(role) ?? [])));
    if (held.size) people.push({ key: `${kind}/${id}`, id, title, roles: [...roles] });
  }
  return people;
}
