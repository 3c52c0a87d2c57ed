// LF208 to LF210 and LF213, the dates that people typed: against their summary, their predecessors, the calendar and the duration.
import { type Day, dayNumber, dayText } from '../base/days';
import { gist, keptAlone } from '../base/kept';
import { say } from '../messages/message';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { day, text } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Calendar, calendarNamed, calendarTables, projectCalendar } from '../schedule/calendar';
import { inMinutes, inWorkingDays } from '../schedule/duration';
import { later } from '../schedule/network';
import type { Planned } from '../schedule/planned';
import { type Words, wordsOf } from '../schedule/task-words';
import { TINY } from '../schedule/timeline';
import { workingDayFrom, workingDaysBetween } from '../schedule/working-days';
import { type ProjectRule, said, type SaidOf } from './rule';
import { taskRule } from './task-rule';

function* outsideParent({ task, parent }: Planned, { project }: World): Generator<SaidOf> {
  const [own, above] = [wordsOf(task), parent && wordsOf(parent.task)];
  if (!parent || !above) return;
  for (const field of ['start', 'finish'] as const) {
    const [typed, limit] = [own[field], above[field]];
    if (typed === undefined || limit === undefined || (field === 'start' ? typed >= limit : typed <= limit)) continue;
    const about = { day: dayText(typed), parent: parent.task.id, limit: dayText(limit) };
    const fix: Fix = { kind: 'set', to: keyOf(parent.task), pointer: '', field, with: dayText(typed) };
    yield said(
      project,
      task,
      `/${field}`,
      field === 'start' ? say('task.outside-start', about) : say('task.outside-finish', about),
      fix,
    );
  }
}

function* tooEarly(planned: Planned, { project }: World): Generator<SaidOf> {
  const { task, links, milestone, percent } = planned;
  if (!links.length) return;
  const { start, finish, actualStart } = wordsOf(task);
  if (actualStart !== undefined || percent > 0 || planned.parts.length) return;
  for (const { from, link } of links) {
    const ofStart = link.type === 'FS' || link.type === 'SS';
    const typed = ofStart ? start : finish;
    if (typed === undefined) continue;
    const ends = link.type === 'FS' || link.type === 'FF';
    const allowed = later(ends ? endOf(from) : startOf(from), link);
    // Finishes are ends of days, and a milestone stands on the day on which its predecessor ends; a part of a day leaves the
    // rest of it to what follows.
    const isEnd = milestone || !ofStart;
    const earliest = isEnd ? Math.ceil(allowed - TINY) - 1 : Math.floor(allowed + TINY);
    if (typed >= earliest) continue;
    const about = {
      day: dayText(typed),
      id: from.task.id,
      type: link.type,
      allowed: dayText(earliest),
    };
    yield said(
      project,
      task,
      ofStart ? '/start' : '/finish',
      ofStart ? say('task.too-early', about) : say('task.ends-too-early', about),
      computed(planned),
    );
    return;
  }
}

/** Where a predecessor ends: as it did, else as it is planned, else as it is computed. */
function endOf({ task, finish, duration, links }: Planned): number {
  const { actualFinish, finish: typed, start, milestone } = wordsOf(task);
  if (actualFinish !== undefined) return actualFinish + 1;
  // One that waits for nothing stands at the beginning of its day.
  if (milestone && start !== undefined) return links.length ? start + 1 : start;
  if (typed === undefined) return finish;
  const part = duration % 1;
  return typed + (part > TINY ? part : 1);
}

const startOf = ({ task, start }: Planned): number => wordsOf(task).actualStart ?? wordsOf(task).start ?? start;

/** The computed dates in place of those that are typed. */
function computed({ task, firstDay, lastDay }: Planned): Fix {
  const of: Record<string, string> = {};
  if (typeof task.value.start === 'string') of.start = dayText(firstDay);
  if (typeof task.value.finish === 'string') of.finish = dayText(lastDay);
  return { kind: 'values', of };
}

/** Phases and days on which nobody minds that it is a weekend: that of the cutover, and those of waves that go live. */
const CUTOVER = 'cutover';
const WAVES = 'waves';

function* freeDay(planned: Planned, { project }: World): Generator<SaidOf> {
  const { task, parts, phase } = planned;
  const words = wordsOf(task);
  if (parts.length || inElapsedTime(words) || phase === CUTOVER) return;
  const calendar = calendarOf(project, words);
  for (const field of ['start', 'finish'] as const) {
    const typed = words[field];
    if (typed === undefined || calendar.isWorked(typed) || goesLive(project, typed)) continue;
    const [next, before] = [workingDayFrom(calendar, typed), workingDayFrom(calendar, typed, -1)];
    const days = [next, ...(field === 'finish' && (before ?? 0) >= (words.start ?? typed) ? [before] : [])];
    const fixes = days.flatMap((one): readonly Fix[] =>
      one === undefined ? [] : [{ kind: 'replace', with: dayText(one) }],
    );
    const fix: Fix | undefined = fixes.length > 1 ? { kind: 'either', of: fixes } : fixes[0];
    yield said(project, task, `/${field}`, say('task.free-day', { day: dayText(typed) }), fix);
  }
}

const inElapsedTime = ({ duration }: Words): boolean => duration !== undefined && !['d', 'w'].includes(duration.unit);

const calendarOf = (project: Project, { calendar }: Words): Calendar =>
  calendar === undefined ? projectCalendar(project) : calendarNamed(project, calendar);

const goLives = gist(({ value }: Entity) => [value.go_live, member(value.window, 'from'), member(value.window, 'to')]);

/** The days of go-lives, and those of their windows. */
const liveDays = keptAlone((waves: readonly Entity[]): readonly (readonly [Day, Day])[] =>
  waves.flatMap((wave) => {
    const [live, from, to] = [
      day(wave, 'go_live'),
      ...['from', 'to'].map((name) => dayNumber(text(member(wave.value.window, name)) ?? '')),
    ];
    return [
      ...(live === undefined ? [] : [[live, live] as const]),
      ...(from === undefined || to === undefined ? [] : [[from, to] as const]),
    ];
  }),
);

const goesLive = (project: Project, at: Day): boolean =>
  liveDays(project.table(WAVES)).some(([from, to]) => from <= at && at <= to);

function* lengths({ task, parts, line }: Planned, { project }: World): Generator<SaidOf> {
  const words = wordsOf(task);
  const { start, finish, duration, milestone, effort } = words;
  if (parts.length) return;
  if (milestone && (duration?.amount || effort?.amount)) {
    const field = duration?.amount ? 'duration' : 'effort';
    yield said(project, task, `/${field}`, say('task.long-milestone'), { kind: 'drop', pointer: `/${field}` });
  }
  if (start === undefined || finish === undefined || milestone) return;
  if (finish < start) {
    yield said(project, task, '/finish', say('task.backwards', { start: dayText(start), finish: dayText(finish) }));
    return;
  }
  if (!duration) return;
  const usual = calendarOf(project, words);
  const wanted = inWorkingDays(duration, usual);
  if (wanted === undefined) {
    const [days, all] = [finish - start + 1, Math.ceil(inMinutes(duration, 0, 0) / 1440 - TINY)];
    if (days !== all) yield differ(project, task, `${days}cd`);
    return;
  }
  // By the days of the people, or by those of everybody.
  const days = [line.workedBy(finish + 1) - line.workedBy(start), workingDaysBetween(usual, start - 1, finish)];
  const all = Math.ceil(wanted - TINY);
  if (!days.some((one) => Math.abs(one - all) < TINY) && days[1] !== undefined)
    yield differ(project, task, `${days[1]}d`);
}

const differ = (project: Project, task: Entity, days: string): SaidOf => {
  const about = { start: text(task.value.start) ?? '', finish: text(task.value.finish) ?? '', days };
  return said(project, task, '/duration', say('task.dates-duration', about), { kind: 'replace', with: days });
};

export const planDateRules: readonly ProjectRule[] = [
  taskRule({ code: 'LF208', check: outsideParent }),
  taskRule({ code: 'LF209', check: tooEarly }),
  taskRule({
    code: 'LF210',
    ground: (project) => [goLives(project.table(WAVES)), ...calendarTables(project)],
    check: freeDay,
  }),
  taskRule({ code: 'LF213', ground: calendarTables, check: lengths }),
];
