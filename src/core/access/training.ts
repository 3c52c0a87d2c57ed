// Training: which courses a role owes, and who has passed them by a day. The one answer that findings and figures share.
import type { Day } from '../base/days';
import { dayNumber } from '../base/days';
import { kept } from '../base/kept';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { formerIds, type Project } from '../project/project';
import { droppedAs, isDone } from '../project/state';
import { calendarTables, projectCalendar } from '../schedule/calendar';
import { addDuration, parseDuration } from '../schedule/duration';
import { type Json, member } from '../schema/json';
import type { Design } from './design';
import { byId, type Role } from './facts';

const COURSES = 'courses';
const SESSIONS = 'training-sessions';

const courseTable = (project: Project): readonly Entity[] => project.table(COURSES);
const sessionTable = (project: Project): readonly Entity[] => project.table(SESSIONS);

/** Every table that answers about training rest on, beside those of access. */
export const trainingTables = (project: Project): readonly (readonly Entity[])[] => [
  courseTable(project),
  sessionTable(project),
  ...calendarTables(project),
];

/** The courses that are for a role or for one that it inherits. */
export function coursesFor(project: Project, design: Design, role: Role): readonly Entity[] {
  const { own, all } = coursesByRole(courseTable(project), design);
  let found = all.get(role);
  if (!found)
    all.set(role, (found = [...new Set([...design.ancestry(role).keys()].flatMap((one) => own.get(one) ?? []))]));
  return found;
}

interface Owed {
  readonly own: ReadonlyMap<Role, readonly Entity[]>;
  /** With those of the roles that one inherits, filled in as they are asked for. */
  readonly all: Map<Role, readonly Entity[]>;
}

const coursesByRole = kept((courses: readonly Entity[], design: Design): Owed => {
  const found = new Map<Role, Entity[]>();
  for (const course of courses) {
    if (droppedAs(course) !== undefined) continue;
    for (const id of list(course.value.roles)) {
      const role = typeof id === 'string' ? design.role(id) : undefined;
      if (role) found.set(role, [...(found.get(role) ?? []), course]);
    }
  }
  return { own: found, all: new Map() };
});

/** Whether a person passed a course by a day, and the pass still counts. Who stands in a file of attendance cannot be
 * told here: unknown. */
export function hasPassed(project: Project, course: Entity, person: Entity, on: Day): 'yes' | 'no' | 'unknown' {
  const held = sessionsByCourse(courseTable(project), sessionTable(project)).get(course);
  if (!held) return 'no';
  const validity = parseDuration(typeof course.value.valid_for === 'string' ? course.value.valid_for : '');
  const counts = (day: Day): boolean => {
    const end = validity && addDuration(projectCalendar(project), day, validity);
    return day <= on && (end === undefined || end >= on);
  };
  const names = [person.id as string, ...formerIds(person)];
  if (names.some((name) => held.passed.get(name)?.some(counts))) return 'yes';
  return held.elsewhere.some(counts) ? 'unknown' : 'no';
}

interface Held {
  /** The days on which somebody passed, by the id that the attendance names. */
  readonly passed: Map<string, Day[]>;
  /** The days of sessions whose attendance is in a file. */
  readonly elsewhere: Day[];
}

const sessionsByCourse = kept((courses: readonly Entity[], sessions: readonly Entity[]): ReadonlyMap<Entity, Held> => {
  const course = byId(courses, (entity) => entity);
  const found = new Map<Entity, Held>();
  for (const session of sessions) {
    const { course: name, date, attendance, attendance_file: file, status } = session.value;
    const of = typeof name === 'string' ? course.get(nfc(name)) : undefined;
    const day = typeof date === 'string' ? dayNumber(date) : undefined;
    if (!of || day === undefined || (status !== undefined && !isDone(session))) continue;
    let held = found.get(of);
    if (!held) found.set(of, (held = { passed: new Map(), elsewhere: [] }));
    if (file !== undefined && !Array.isArray(attendance)) held.elsewhere.push(day);
    for (const one of list(attendance)) {
      const who = member(one, 'person');
      if (typeof who !== 'string' || !isPass(of, member(one, 'score'))) continue;
      held.passed.set(nfc(who), [...(held.passed.get(nfc(who)) ?? []), day]);
    }
  }
  return found;
});

/** Coming is enough, unless the score is below the mark or the course asks for an exam and there is no score. */
function isPass(course: Entity, score: Json | undefined): boolean {
  const { certification, pass_mark: mark } = course.value;
  if (typeof score !== 'number') return certification !== true;
  return typeof mark !== 'number' || score >= mark;
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
