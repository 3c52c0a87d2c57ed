// The cutover of a wave as a runbook with a bar a step, and as data.
import { type Language, type Message, say, tell } from '../messages/message';
import { keyOf, lookUp, type Project } from '../project/project';
import { text } from '../project/values';
import type { Cutover, Step } from '../schedule/cutover';
import type { Ink } from './ink';
import { nameAndBar, tableText } from './table';
import { clipped, harmless } from './width';

/** Columns of the bars, and of the names where the terminal is narrow. */
const WIDTHS = { name: { least: 12, most: 44 }, bar: { least: 12, most: 30 } } as const;
const NARROW = 110;
const MINUTE = 60_000;

/** A moment on the clock of the project. */
type Told = (at: number) => string;

export function cutoverText(
  { wave, steps, window, finish, slack, clashes, rollback, lastSafe, circles }: Cutover,
  project: Project,
  told: Told,
  { language, ink, columns }: { readonly language: Language; readonly ink: Ink; readonly columns: number | undefined },
): string {
  const said = (message: Message): string => tell(message, language);
  const name = `${wave.id} ${wave.title}`;
  if (!steps.length) return `${said(say('cutover.no-steps', { wave: name }))}\n`;
  const begin = Math.min(window?.from ?? Number.POSITIVE_INFINITY, ...steps.map(({ start }) => start));
  const end = Math.max(window?.to ?? 0, finish);
  const person = (id: string): string => lookUp(project, 'people', id)?.title ?? id;
  // A narrow terminal has no room for years, nor for names that stand in the register.
  const isNarrow = columns !== undefined && columns < NARROW;
  const brief = (at: number): string => (isNarrow ? told(at).slice(5) : told(at));
  const head = [
    ...(['begin', 'end', 'minutes', 'rehearsed', 'spare'] as const),
    ...(isNarrow ? [] : (['who'] as const)),
  ];
  const titles = head.map((one) => said(say(`cutover.${one}`)));
  const names = steps.map(({ step }) => harmless(`${step.id} ${step.title}`));
  const cells = steps.map((one) => [
    brief(one.start),
    brief(one.finish),
    String(one.planned),
    rehearsal(one),
    one.isDone ? said(say('cutover.done')) : duration(one.float ?? 0),
    ...(isNarrow ? [] : [person(text(one.step.value.performer) ?? '')]),
  ]);
  const width = nameAndBar(columns, names, [titles, ...cells], WIDTHS);
  const table = tableText(
    [said(say('cutover.step')), ...titles, ''],
    steps.map((one, at) => [
      clipped(names[at] ?? '', width.name),
      ...(cells[at] ?? []),
      barOf(one, { begin, end, width: width.bar }),
    ]),
    ink,
    columns,
  );
  const fit =
    !window || slack === undefined
      ? say('cutover.no-window', { end: told(finish) })
      : say(slack < 0 ? 'cutover.late' : 'cutover.fits', {
          end: told(finish),
          slack: duration(Math.abs(slack)),
          to: told(window.to),
        });
  const notes = [
    fit,
    ...(lastSafe === undefined ? [] : [say('cutover.safe', { at: told(lastSafe), rollback: duration(rollback) })]),
    ...rehearsed(steps),
    ...clashes.map(({ performer, steps: [a, b], minutes }) =>
      say('cutover.clash', { performer: person(performer), a: a.id, b: b.id, minutes: duration(minutes) }),
    ),
    ...circles.map((members) => say('schedule.circle', { way: members.map(({ id }) => id).join(' → ') })),
  ];
  const title = ink.bold(said(say('cutover.title', { wave: name })));
  return `${title}\n${table}\n${notes.map(said).join('\n')}\n${ink.dim(said(say('cutover.legend')))}\n`;
}

/** The rehearsal of the steps that were timed, against their plan. */
function rehearsed(steps: readonly Step[]): readonly Message[] {
  const timed = steps.filter((one) => one.rehearsed !== undefined);
  if (!timed.length) return [];
  const [planned, taken] = [
    timed.reduce((sum, one) => sum + one.planned, 0),
    timed.reduce((sum, one) => sum + (one.rehearsed ?? 0), 0),
  ];
  const about = { count: timed.length, all: steps.length, planned: duration(planned), taken: duration(taken) };
  return [say('cutover.rehearsal', about)];
}

/** Hours and minutes, such as `2:30`. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : ''}${hours}:${String(Math.round(rest)).padStart(2, '0')}`;
}

/** Minutes of the latest rehearsal and by how many it missed the plan, such as `95 +5`. */
function rehearsal({ planned, rehearsed }: Step): string {
  if (rehearsed === undefined) return '';
  const more = rehearsed - planned;
  return `${rehearsed} ${more > 0 ? `+${more}` : more}`;
}

interface Chart {
  readonly begin: number;
  readonly end: number;
  readonly width: number;
}

function barOf({ start, finish, isDone, critical }: Step, { begin, end, width }: Chart): string {
  const column = (at: number): number =>
    Math.min(width - 1, Math.floor(((at - begin) / Math.max(1, end - begin)) * width));
  const [from, to] = [column(start), Math.max(column(start), column(finish - MINUTE))];
  return ' '.repeat(from) + (isDone ? '=' : critical ? '#' : '-').repeat(to - from + 1);
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const cutoverJson = (found: Cutover) => ({
  wave: found.wave.id,
  window: found.window ? { from: iso(found.window.from), to: iso(found.window.to) } : null,
  finish: found.steps.length ? iso(found.finish) : null,
  slack_minutes: found.slack ?? null,
  rollback_minutes: found.rollback,
  last_safe_no_go: found.lastSafe === undefined ? null : iso(found.lastSafe),
  steps: found.steps.map((one) => ({
    id: one.step.id,
    title: one.step.title,
    start: iso(one.start),
    finish: iso(one.finish),
    planned_minutes: one.planned,
    rehearsed_minutes: one.rehearsed ?? null,
    rehearsed_more_minutes: one.rehearsed === undefined ? null : one.rehearsed - one.planned,
    float_minutes: one.float ?? null,
    critical: one.critical,
    done: one.isDone,
    rollback_minutes: one.rollback ?? null,
    performer: text(one.step.value.performer) ?? null,
    after: one.after.map(({ id }) => id),
  })),
  clashes: found.clashes.map(({ performer, steps, minutes }) => ({ performer, steps: steps.map(keyOf), minutes })),
});

const iso = (at: number): string => new Date(at).toISOString();
