// Inheritance and membership as relations between entities, read from what their schemas say: what an entity takes over
// from (a role from the roles it inherits, an organisational unit from the one above it), what takes over from it, and
// who holds a role.
import type { Entity } from '../project/file-index';
import { backrefsOf, lookUp, type Project } from '../project/project';
import { follow } from '../project/resolve';
import type { Kind } from '../schema/kinds';
import type { Site } from '../schema/sites';
import { fieldPlaying, kindPlaying } from './parts';

/** Whether entities of a kind take over from each other. */
export const inherits = ({ shape }: Kind): boolean => fieldPlaying(shape, 'inherits') !== undefined;

export const isRole = ({ shape }: Kind): boolean => shape.access === 'role';

const isIn = ({ pointer }: Site, field: string | undefined): boolean =>
  field !== undefined && (pointer === `/${field}` || pointer.startsWith(`/${field}/`));

/** What an entity takes over from directly, in the order in which it is named. */
export function takesOverFrom(project: Project, entity: Entity): readonly Entity[] {
  const field = fieldPlaying(entity.kind.shape, 'inherits');
  const found = entity.sites.filter((site) => isIn(site, field)).flatMap((site) => follow(project, site) ?? []);
  return [...new Set(found)].filter((one) => one !== entity);
}

/** What takes over from an entity directly. */
export function takenOverBy(project: Project, entity: Entity): readonly Entity[] {
  const field = fieldPlaying(entity.kind.shape, 'inherits');
  const found = backrefsOf(project, entity)
    .filter(({ from, site }) => from.kind === entity.kind && isIn(site, field))
    .map(({ from }) => from);
  return [...new Set(found)].filter((one) => one !== entity);
}

/** The people to whom a role is assigned, whenever and wherever. */
export function membersOf(project: Project, role: Entity): readonly Entity[] {
  const assignment = kindPlaying(project.kinds, 'assignment');
  const users = kindPlaying(project.kinds, 'user');
  if (!assignment || !users) return [];
  const [roles, user] = [fieldPlaying(assignment.shape, 'roles'), fieldPlaying(assignment.shape, 'user')];
  const found = backrefsOf(project, role)
    .filter(({ from, site }) => from.kind === assignment && isIn(site, roles))
    .flatMap(({ from }) => {
      const id = user === undefined ? undefined : from.value[user];
      return (typeof id === 'string' && lookUp(project, users.name, id)) || [];
    });
  return [...new Set(found)];
}
