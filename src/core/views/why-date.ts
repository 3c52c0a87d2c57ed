// Why the dates of a task are what they are: the forecast, the way along which it is driven, its calendar, its float. In lines
// that lead to where each thing is written.
import { dayText } from '../base/days';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { type Place, placeOf } from '../project/named';
import { lookUp, manifestOf, type Project } from '../project/project';
import { day, list, text } from '../project/values';
import type { World } from '../project/world';
import { PEOPLE } from '../schedule/task-length';
import type { Plan } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { whyOf } from '../schedule/why';
import { member } from '../schema/json';

/** Steps of the driving path that are told. */
const MOST_STEPS = 25;

export interface WhyLine {
  readonly text: string;
  /** How deep it stands below the line that it follows from. */
  readonly depth: number;
  readonly place: Place | undefined;
}

interface Line {
  readonly message: Message;
  readonly depth: number;
  readonly place: Place | undefined;
}

export function whyDate({ project }: World, plan: Plan, planned: Planned, language: Language): readonly WhyLine[] {
  const lines = [
    forecast(project, planned),
    ...typed(project, plan, planned),
    ...drivers(project, planned),
    ...others(project, planned),
    ...calendarOf(project, planned),
    ...floats(project, planned),
  ];
  return lines.map(({ message, depth, place }) => ({ text: tell(message, language), depth, place }));
}

/** The tasks and links that drive a task, the nearest first. */
export function drivingPath(planned: Planned): readonly Planned[] {
  const path = [planned];
  for (let at = predecessor(planned); at && !path.includes(at); at = predecessor(at)) path.push(at);
  return path;
}

/** What drives a task; of a summary, the part that ends last. */
function predecessor({ driver, links, parts }: Planned): Planned | undefined {
  if (driver.kind === 'parts') return parts.reduce<Planned | undefined>(later, undefined);
  return driver.kind === 'link' ? links.find(({ link }) => link === driver.link)?.from : undefined;
}

const later = (a: Planned | undefined, b: Planned): Planned => (a && a.finish >= b.finish ? a : b);

/** How an entry is called. */
export const nameOf = ({ id, title }: Entity): string => (title && title !== id ? `${id} ${title}` : id);

/** The days that a task takes. */
export const spanText = ({ firstDay, lastDay }: Planned): string =>
  firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)} → ${dayText(lastDay)}`;

const rounded = (days: number): number => Math.round(days * 10) / 10;

function forecast(project: Project, planned: Planned): Line {
  const { task, duration, percent, isDone } = planned;
  const about = { days: spanText(planned), length: rounded(duration), percent: Math.round(percent) };
  const message = isDone ? say('why.done', about) : say('why.forecast', about);
  return { message, depth: 0, place: placeOf(project, task) };
}

function typed(project: Project, { measure }: Plan, { task, lastDay }: Planned): readonly Line[] {
  const [start, finish] = [text(task.value.start), text(task.value.finish)];
  if (start === undefined && finish === undefined) return [];
  const last = day(task, 'finish');
  const slip = last === undefined ? 0 : Math.round(measure.workedBy(lastDay + 1) - measure.workedBy(last + 1));
  const days = [start, finish].filter(Boolean).join(' → ');
  const message =
    slip === 0
      ? say('why.typed', { days })
      : slip > 0
        ? say('why.typed-later', { days, slip })
        : say('why.typed-earlier', { days, slip: -slip });
  return [{ message, depth: 0, place: placeOf(project, task, start === undefined ? '/finish' : '/start') }];
}

function drivers(project: Project, planned: Planned): readonly Line[] {
  const path = drivingPath(planned);
  const lines: Line[] = [{ message: say('why.path'), depth: 0, place: undefined }];
  for (const [at, one] of path.slice(0, MOST_STEPS).entries()) {
    const why = whyOf(one);
    const next = path[at + 1];
    const root = rootOf(project, one);
    const message = next
      ? say('why.step', { why, name: nameOf(next.task), days: spanText(next) })
      : root
        ? say('why.root', { why, about: root })
        : why;
    const place = next ? placeOf(project, next.task) : placeOfRoot(project, one);
    lines.push({ message, depth: 1, place });
  }
  if (path.length > MOST_STEPS)
    lines.push({ message: say('why.more', { count: path.length - MOST_STEPS }), depth: 1, place: undefined });
  return lines;
}

/** What stands behind a reason that is no link. */
function rootOf(project: Project, { task, driver, firstDay }: Planned): string {
  const { value } = task;
  switch (driver.kind) {
    case 'project':
      return text(manifestOf(project)?.slices[0]?.entities[0]?.value.start) ?? dayText(firstDay);
    case 'start':
      return text(value.start) ?? text(value.finish) ?? '';
    case 'actual':
      return [text(value.actual_start), text(value.actual_finish)].filter(Boolean).join(' → ');
    case 'constraint':
    case 'deadline':
    case 'late':
      return [text(member(value.constraint, 'type')), text(member(value.constraint, 'date'))].filter(Boolean).join(' ');
    default:
      return '';
  }
}

const POINTERS: Readonly<Record<string, string>> = {
  start: '/start',
  actual: '/actual_start',
  constraint: '/constraint',
  deadline: '/constraint',
  late: '/constraint',
};

const placeOfRoot = (project: Project, { task, driver }: Planned): Place | undefined =>
  placeOf(project, task, POINTERS[driver.kind] ?? '');

/** What it waits for besides, which leaves it room. */
function others(project: Project, { links, driver }: Planned): readonly Line[] {
  const rest = links.filter(({ link }) => driver.kind !== 'link' || link !== driver.link);
  return rest.slice(0, MOST_STEPS).map(({ from, link }, at) => ({
    message: say(at ? 'why.other' : 'why.others', {
      name: nameOf(from.task),
      type: link.type,
      days: spanText(from),
    }),
    depth: 0,
    place: placeOf(project, from.task),
  }));
}

function calendarOf(project: Project, { task, parts }: Planned): readonly Line[] {
  if (parts.length) return [];
  const own = text(task.value.calendar);
  const calendar = own === undefined ? undefined : lookUp(project, 'calendars', own);
  if (calendar)
    return [{ message: say('why.calendar', { name: nameOf(calendar) }), depth: 0, place: placeOf(project, calendar) }];
  const people = list(task.value.assigned).flatMap((one) => {
    const person = lookUp(project, PEOPLE, text(member(one, 'person')) ?? '');
    return person ? [person.title || person.id] : [];
  });
  const message = people.length ? say('why.people', { people }) : say('why.project-calendar');
  return [{ message, depth: 0, place: people.length ? placeOf(project, task, '/assigned') : undefined }];
}

function floats(project: Project, { task, totalFloat, freeFloat, critical, lateFinish }: Planned): readonly Line[] {
  if (totalFloat === undefined || freeFloat === undefined) return [];
  const about = {
    total: rounded(totalFloat),
    free: rounded(freeFloat),
    late: dayText(Math.ceil(lateFinish - 1e-6) - 1),
  };
  const message = totalFloat < 0 ? say('why.behind', about) : say(critical ? 'why.critical' : 'why.float', about);
  return [{ message, depth: 0, place: placeOf(project, task) }];
}
