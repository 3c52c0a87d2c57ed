// LF92, timesheets: hours on free days, more hours than a day has, hours of people who were not there, and hours that
// nobody approves.
import { type Day, dayText } from '../base/days';
import { compare, decimal, type Decimal, plus, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import { plain } from '../metrics/metric';
import { type Work, workOf } from '../money/work';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import { asOf, day, text } from '../project/values';
import type { World } from '../project/world';
import { type Calendar, calendarTables, projectCalendar } from '../schedule/calendar';
import { availabilityOf } from '../schedule/person';
import { said, tableRule } from './rule';

const tables = (project: Project): readonly (readonly Entity[])[] => [
  project.table('timesheets'),
  project.table('people'),
  ...calendarTables(project),
];

/** Work on a day that is known. */
interface Worked extends Work {
  readonly day: Day;
}

/** What was worked on each line that says when, without days of no hours. */
function bySheet(world: World): ReadonlyMap<Entity, readonly Worked[]> {
  const found = new Map<Entity, Worked[]>();
  for (const work of workOf(world)) {
    if (work.day === undefined || !work.hours.units) continue;
    const there = found.get(work.sheet);
    const one = { ...work, day: work.day };
    if (there) there.push(one);
    else found.set(work.sheet, [one]);
  }
  return found;
}

const personOf = (project: Project, sheet: Entity): Entity | undefined =>
  lookUp(project, 'people', text(sheet.value.person) ?? '');

/** Days as they are listed, the first few of them. */
const listed = (days: readonly Day[]): readonly string[] => [...new Set(days)].slice(0, SHOWN).map(dayText);
const SHOWN = 5;

const isActive = (person: Entity, on: Day): boolean =>
  on >= (day(person, 'active_from') ?? Number.NEGATIVE_INFINITY) &&
  on <= (day(person, 'active_to') ?? Number.POSITIVE_INFINITY);

const onFreeDay = tableRule('LF920', tables, function* (world) {
  const { project } = world;
  const known = new Map<Entity, Calendar>();
  const calendarOf = (person: Entity): Calendar => {
    const calendar = known.get(person) ?? availabilityOf(project, person).calendar;
    known.set(person, calendar);
    return calendar;
  };
  for (const [sheet, works] of bySheet(world)) {
    const person = personOf(project, sheet);
    const calendar = person ? calendarOf(person) : projectCalendar(project);
    const free = works
      // Overtime is what free days are for, and who was not there at all is another matter.
      .filter((one) => compare(one.overtime, one.hours) < 0 && (!person || isActive(person, one.day)))
      .map((one) => one.day)
      .filter((on) => !calendar.isWorked(on));
    if (free.length) yield said(project, sheet, '/hours', say('timesheet.free', { days: listed(free) }));
    yield;
  }
});

const DAY: Decimal = { units: 24n, scale: 0 };

const tooLong = tableRule('LF921', tables, function* (world) {
  const { project } = world;
  const known = new Map<Entity | string, Map<Day, { hours: Decimal; readonly sheets: Set<Entity> }>>();
  for (const [sheet, works] of bySheet(world)) {
    // Hands without names may be others on every line.
    const who = personOf(project, sheet) ?? text(sheet.value.person) ?? sheet;
    const days = known.get(who) ?? new Map<Day, { hours: Decimal; readonly sheets: Set<Entity> }>();
    known.set(who, days);
    for (const one of works) {
      const sum = days.get(one.day) ?? { hours: zero, sheets: new Set<Entity>() };
      days.set(one.day, sum);
      const before = compare(sum.hours, limitOf(one)) > 0;
      sum.hours = plus(sum.hours, one.hours);
      sum.sheets.add(sheet);
      if (before || compare(sum.hours, limitOf(one)) <= 0) continue;
      const about = { hours: plain(sum.hours), limit: plain(limitOf(one)), day: dayText(one.day) };
      const others = [...sum.sheets].filter((other) => other !== sheet);
      yield {
        ...said(project, sheet, '/hours', say('timesheet.too-long', about)),
        others: others.map((entity) => ({
          entity,
          span: valueSpan(project, entity, '/hours'),
          message: say('timesheet.same-day'),
        })),
      };
    }
    yield;
  }
});

const limitOf = ({ hands }: Work): Decimal => times(DAY, decimal(hands ?? 1) ?? zero);

const notThere = tableRule('LF922', tables, function* (world) {
  const { project } = world;
  for (const [sheet, works] of bySheet(world)) {
    const person = personOf(project, sheet);
    const days = person ? works.map((one) => one.day).filter((on) => !isActive(person, on)) : [];
    if (person && days.length)
      yield said(project, sheet, '/person', say('timesheet.not-there', { name: person.title, days: listed(days) }));
    yield;
  }
});

/** Days within which somebody looks at what was worked. */
const PATIENCE = 14;

const unapproved = tableRule(
  'LF923',
  (project) => [project.table('timesheets')],
  function* (world) {
    for (const [sheet, works] of bySheet(world)) {
      const last = Math.max(...works.map((one) => one.day));
      if (sheet.value.approved_by !== undefined || last + PATIENCE >= asOf(world)) continue;
      const about = { day: dayText(last), days: asOf(world) - last };
      yield said(world.project, sheet, '', say('timesheet.unapproved', about), {
        kind: 'add-fields',
        fields: ['approved_by'],
      });
      yield;
    }
  },
);

export const timesheetRules = [onFreeDay, tooLong, notThere, unapproved] as const;
