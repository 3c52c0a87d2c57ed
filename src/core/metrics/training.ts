// Training: of those who owe a course, how many have passed all they owe.
import { byId } from '../access/facts';
import { hasPassed } from '../access/training';
import type { Day } from '../base/days';
import { kept, keptAlone } from '../base/kept';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { say } from '../messages/message';
import { asOf, day, is, list, text } from '../project/values';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable, shareOf } from './metric';

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
  const { project } = world;
  const all = owedAtAll(
    project.table('people'),
    project.table('courses'),
    rolesHeld(project.table('assignments'), project.table('roles'), asOf(world)),
    asOf(world),
  );
  const asked = new Set(courses);
  const found = new Map<Entity, readonly Entity[]>();
  for (const [person, owed] of all) {
    const mine = owed.filter((course) => asked.has(course));
    if (mine.length) found.set(person, mine);
  }
  return found;
}

/** The same of every course there is: each wave asks for its own of them. */
const owedAtAll = kept(
  (
    people: readonly Entity[],
    courses: readonly Entity[],
    roles: ReadonlyMap<string, ReadonlySet<string>>,
    on: Day,
  ): ReadonlyMap<Entity, readonly Entity[]> => {
    const owed = { people: by(courses, 'people'), positions: by(courses, 'positions'), roles: by(courses, 'roles') };
    const places = new Map(courses.map((course, at) => [course, at]));
    const inOrder = (a: Entity, b: Entity): number => (places.get(a) ?? 0) - (places.get(b) ?? 0);
    const found = new Map<Entity, readonly Entity[]>();
    for (const person of people) {
      const mine = new Set(owed.people.get(person.id));
      for (const course of owed.positions.get(text(person.value.position) ?? '') ?? []) mine.add(course);
      for (const role of roles.get(person.id) ?? []) for (const course of owed.roles.get(role) ?? []) mine.add(course);
      if (mine.size && isActive(person, on)) found.set(person, [...mine].sort(inOrder));
    }
    return found;
  },
);

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
const isActive = (person: Entity, on: Day): boolean =>
  (person.value.type === undefined || is(person, 'type', 'person')) &&
  (day(person, 'active_to') ?? Number.POSITIVE_INFINITY) >= on;

/** The roles that each person holds or will hold in production, those they inherit included. */
const rolesHeld = kept(
  (assignments: readonly Entity[], table: readonly Entity[], on: Day): ReadonlyMap<string, ReadonlySet<string>> => {
    const withJuniors = juniorsIn(table);
    const held = new Map<string, Set<string>>();
    for (const one of assignments) {
      const person = text(one.value.person);
      const environment = text(one.value.environment) ?? 'prod';
      if (person === undefined || environment !== 'prod') continue;
      if ((day(one, 'to') ?? Number.POSITIVE_INFINITY) < on) continue;
      const roles = held.get(person) ?? new Set();
      held.set(person, roles);
      for (const role of list(one.value.roles))
        if (typeof role === 'string') for (const each of withJuniors(role)) roles.add(each);
    }
    return held;
  },
);

/** The ids of a role and of all that it inherits, as they are written. */
const juniorsIn = keptAlone((table: readonly Entity[]): ((id: string) => ReadonlySet<string>) => {
  const roles = byId(table, (one) => one);
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    let found = known.get(id);
    if (!found) {
      const all = new Set([id]);
      // The set grows while it is walked.
      for (const each of all)
        for (const junior of list(roles.get(nfc(each))?.value.inherits))
          if (typeof junior === 'string') all.add(junior);
      known.set(id, (found = all));
    }
    return found;
  };
});

export const trainingMetrics: readonly Metric[] = [
  {
    id: 'training.coverage',
    name: say('metric.training.coverage'),
    unit: 'percent',
    formula: say('formula.training.coverage'),
    source: say('source.kpi'),
    filters: ['wave', 'audience'],
    compute: coverage,
  },
];
