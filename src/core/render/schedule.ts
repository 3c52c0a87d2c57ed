// The computed schedule as a table with a bar a task, as data, and as a Gantt chart in Mermaid.
import { type Day, dayText } from '../base/days';
import { type Language, type Message, say, tell } from '../messages/message';
import type { ScheduleRow, ScheduleView } from '../views/schedule';
import { csv } from './csv';
import type { Ink } from './ink';
import { nameAndBar, tableText } from './table';
import { clipped, harmless } from './width';

/** Columns of the bars, and of the names where the terminal is narrow. */
const WIDTHS = { name: { least: 12, most: 36 }, bar: { least: 12, most: 60 } } as const;

export function scheduleText(view: ScheduleView, language: Language, ink: Ink, columns: number | undefined): string {
  const said = (message: Message): string => tell(message, language);
  const { rows, finish, counts, notes } = view;
  if (!rows.length || finish === undefined) return `${[say('schedule.none'), ...notes].map(said).join('\n')}\n`;
  const head = ['start', 'finish', 'duration', 'percent', 'float', 'slip'] as const;
  const titles = head.map((name) => said(say(`schedule.${name}`)));
  const names = rows.map(({ planned }) =>
    harmless(`${'  '.repeat(planned.level)}${planned.task.id} ${planned.task.title}`),
  );
  const cells = rows.map(({ planned, slip }) => [
    dayText(planned.firstDay),
    dayText(planned.lastDay),
    figure(planned.duration),
    String(Math.round(planned.percent)),
    figure(planned.totalFloat),
    slip ? signed(slip) : '',
  ]);
  const width = nameAndBar(columns, names, [titles, ...cells], WIDTHS);
  const table = tableText(
    [said(say('schedule.task')), ...titles, ''],
    cells.map((row, at) => [clipped(names[at] ?? '', width.name), ...row, barOf(rows[at], view, width.bar)]),
    ink,
    columns,
  );
  const end = say('schedule.ends', { finish: dayText(finish), critical: counts.critical, count: counts.tasks });
  const legend = said(say('schedule.legend', { on: dayText(view.on) }));
  return `${table}\n${[said(end), ink.dim(legend), ...notes.map(said)].join('\n')}\n`;
}

const figure = (days: number | undefined): string => (days === undefined ? '' : String(Math.round(days * 10) / 10));
const signed = (days: number): string => (days > 0 ? `+${days}` : String(days));

/** A bar in signs that are one column wide in every terminal. */
function barOf(row: ScheduleRow | undefined, { first, last, on }: ScheduleView, width: number): string {
  if (!row) return '';
  const { planned } = row;
  const days = Math.max(1, last - first + 1);
  const column = (at: number): number => Math.min(width - 1, Math.max(0, Math.floor(((at - first) / days) * width)));
  const signs = Array.from({ length: width }, () => ' ');
  const today = on >= first && on <= last ? column(on) : undefined;
  if (today !== undefined) signs[today] = '|';
  const [from, to] = [column(planned.firstDay), Math.max(column(planned.firstDay), column(planned.lastDay))];
  const done = from + Math.round(((to - from + 1) * planned.percent) / 100);
  for (let at = from; at <= to; at++) {
    if (planned.milestone) signs[at] = '*';
    else if (planned.parts.length) signs[at] = '~';
    else signs[at] = at < done ? '=' : planned.critical ? '#' : '-';
  }
  return signs.join('');
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const scheduleJson = (view: ScheduleView, language: Language) => ({
  version: 1,
  on: dayText(view.on),
  finish: view.finish === undefined ? null : dayText(view.finish),
  tasks: view.rows.map(({ planned, slip, why }) => ({
    id: planned.task.id,
    title: planned.task.title,
    parent: planned.parent?.task.id ?? null,
    start: dayText(planned.firstDay),
    finish: dayText(planned.lastDay),
    duration: round(planned.duration),
    percent: round(planned.percent),
    total_float: planned.totalFloat === undefined ? null : round(planned.totalFloat),
    free_float: planned.freeFloat === undefined ? null : round(planned.freeFloat),
    critical: planned.critical,
    milestone: planned.milestone,
    planned: { start: typed(planned.task.value.start), finish: typed(planned.task.value.finish) },
    slip: slip ?? null,
    why: tell(why, language),
  })),
  notes: view.notes.map((note) => tell(note, language)),
});

const round = (days: number): number => Math.round(days * 100) / 100;
const typed = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function scheduleCsv(view: ScheduleView, language: Language): string {
  const tasks = scheduleJson(view, language).tasks;
  const head = [
    'id',
    'title',
    'parent',
    'start',
    'finish',
    'duration',
    'percent',
    'total_float',
    'free_float',
  ] as const;
  const more = ['critical', 'milestone', 'slip', 'why'] as const;
  return csv([
    [...head, ...more, 'planned_start', 'planned_finish'],
    ...tasks.map((task) => [
      ...[...head, ...more].map((name) => String(task[name] ?? '')),
      task.planned.start ?? '',
      task.planned.finish ?? '',
    ]),
  ]);
}

/** A Gantt chart that Mermaid draws: a section for each summary at the top. */
export function scheduleMermaid({ rows }: ScheduleView): string {
  const lines = ['gantt', '  dateFormat YYYY-MM-DD'];
  let section: string | undefined;
  for (const { planned } of rows) {
    let top = planned;
    while (top.parent) top = top.parent;
    if (top.parts.length && top.task.id !== section) lines.push(`  section ${plain(top.task.title || top.task.id)}`);
    section = top.task.id;
    if (planned.parts.length) continue;
    const state = [planned.isDone ? 'done' : planned.percent > 0 ? 'active' : '', planned.critical ? 'crit' : ''];
    const marks = [...state, planned.milestone ? 'milestone' : ''].filter(Boolean);
    const span = planned.milestone ? '0d' : `${dayText((planned.lastDay + 1) as Day)}`;
    lines.push(
      `  ${plain(planned.task.title || planned.task.id)} :${[...marks, dayText(planned.firstDay), span].join(', ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

// Signs that mean something to Mermaid.
const plain = (text: string): string =>
  harmless(text)
    .replace(/[:;#,\n]/g, ' ')
    .trim();
