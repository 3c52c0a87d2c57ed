// Training: of those who owe a course, how many have passed all they owe.
import { hasPassed } from '../access/training';
import type { Day } from '../base/days';
import { kept } from '../base/kept';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import type { World } from '../project/world';
import { say } from '../messages/message';
import { asOf, day, entityOf, is, list, text } from '../project/values';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable, shareOf } from './metric';

/** Roles that inherit from each other deeper than this go in a circle. */
const DEEPEST = 32;

function coverage(world: World, filter: Filter): Figure {
  const { project } = world;
  const courses = rowsOf(project, 'courses', filter);
  if (!courses.length) return notAvailable(say('metric.empty'));
  const owed = owedBy(world, courses);
  const hasAll = (person: Entity): boolean =>
    (owed.get(person) ?? []).every((course) => hasPassed(project, course, person, asOf(world)) === 'yes');
  return shareOf([...owed.keys()], hasAll);
}

/** The active people who owe any of the courses, each with those. */
export function owedBy(world: World, courses: readonly Entity[]): ReadonlyMap<Entity, readonly Entity[]> {
  const roles = rolesHeld(world.project, asOf(world));
  const owed = { people: by(courses, 'people'), positions: by(courses, 'positions'), roles: by(courses, 'roles') };
  const people = world.project.table('people').filter((one) => isActive(world, one));
  return new Map(
    people.flatMap((person) => {
      const mine = new Set([
        ...(owed.people.get(person.id) ?? []),
        ...(owed.positions.get(text(person.value.position) ?? '') ?? []),
        ...[...(roles.get(person.id) ?? [])].flatMap((role) => owed.roles.get(role) ?? []),
      ]);
      return mine.size ? [[person, courses.filter((course) => mine.has(course))] as const] : [];
    }),
  );
}

/** Courses by what a field of theirs names. */
function by(courses: readonly Entity[], field: string): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const course of courses)
    for (const one of list(course.value[field])) {
      const name = text(one) ?? '';
      const there = found.get(name);
      if (there) there.push(course);
      else found.set(name, [course]);
    }
  return found;
}

// Accounts learn nothing, and who has left needs nothing.
const isActive = (world: World, person: Entity): boolean =>
  (person.value.type === undefined || is(person, 'type', 'person')) &&
  (day(person, 'active_to') ?? Number.POSITIVE_INFINITY) >= asOf(world);

/** The roles that each person holds or will hold in production, those they inherit included. */
const rolesHeld = kept((project: Project, on: Day): ReadonlyMap<string, Set<string>> => {
  const held = new Map<string, Set<string>>();
  for (const one of project.table('assignments')) {
    const person = text(one.value.person);
    const environment = text(one.value.environment) ?? 'prod';
    if (person === undefined || environment !== 'prod') continue;
    if ((day(one, 'to') ?? Number.POSITIVE_INFINITY) < on) continue;
    const roles = held.get(person) ?? new Set();
    held.set(person, roles);
    for (const role of list(one.value.roles)) if (typeof role === 'string') addRole(project, role, roles, 0);
  }
  return held;
});

function addRole(project: Project, id: string, into: Set<string>, depth: number): void {
  if (into.has(id) || depth > DEEPEST) return;
  into.add(id);
  for (const parent of list(entityOf(project, 'roles', id)?.value.inherits))
    if (typeof parent === 'string') addRole(project, parent, into, depth + 1);
}

export const trainingMetrics: readonly Metric[] = [
  {
    id: 'training.coverage',
    name: say('metric.training.coverage'),
    unit: 'percent',
    formula: say('formula.training.coverage'),
    source: say('source.kpi'),
    filters: ['wave'],
    compute: coverage,
  },
];
