// Who is asked for too much: a table with a strip of weeks, the days that are too much with their tasks, and as data.
import { dayText } from '../base/days';
import { type Language, type Message, say, tell } from '../messages/message';
import type { DayLoad, Demand, Overload } from '../schedule/load';
import type { LoadView } from '../views/load';
import { csv } from './csv';
import type { Ink } from './ink';
import { tableText } from './table';
import { clipped, harmless } from './width';

/** Tasks of an overload that a line of text names. */
const NAMED = 6;
/** Columns of a name where there is a terminal. */
const NAME = 24;

export function loadText(view: LoadView, language: Language, ink: Ink, columns: number | undefined): string {
  const said = (message: Message): string => tell(message, language);
  const { rows, from, to, each, notes } = view;
  if (!rows.length) return `${[say('load.none'), ...notes].map(said).join('\n')}\n`;
  const head = (['person', 'asked', 'available', 'over'] as const).map((name) => said(say(`load.${name}`)));
  const cells = rows.map(({ person, asked, available, overloads, pieces }) => [
    clipped(harmless(`${person.id} ${person.title}`), columns === undefined ? Number.POSITIVE_INFINITY : NAME),
    figure(asked),
    figure(available),
    String(overloads.reduce((sum, { days }) => sum + days.length, 0) || ''),
    pieces.map(sign).join(''),
  ]);
  const table = tableText([...head, `${dayText(from)} … ${dayText(to)}`], cells, ink, columns);
  const over = rows.flatMap(({ person, overloads }) =>
    overloads.map((one) => said(sentence(person.title || person.id, one, view))),
  );
  const legend = ink.dim(said(say('load.legend', { count: each / 7 })));
  return `${table}\n${[legend, ...(over.length ? ['', ...over.map(harmless), ''] : []), ...notes.map(said)].join('\n')}\n`;
}

const figure = (days: number): string => String(Math.round(days * 10) / 10);

function sign(share: number | undefined): string {
  if (share === undefined || share < 0.005) return '.';
  if (share > 1.0005) return '#';
  return share > 0.745 ? '=' : '-';
}

function sentence(name: string, { days, demands }: Overload, view: LoadView): Message {
  const { asked, available } = worst(days);
  return say('load.overload', {
    name,
    from: dayText(days[0]?.day ?? 0),
    to: dayText(days.at(-1)?.day ?? 0),
    days: days.length,
    asked: percent(asked),
    available: percent(available),
    tasks: [
      ...demands.slice(0, NAMED).map((one) => placed(one, view)),
      ...(demands.length > NAMED ? [say('load.more', { count: demands.length - NAMED })] : []),
    ],
  });
}

const placed = ({ planned, project }: Demand, { projects, nameOf }: LoadView): string =>
  projects > 1 ? `${planned.task.id} (${nameOf(project)})` : planned.task.id;

const worst = (days: readonly DayLoad[]): DayLoad =>
  days.reduce((a, b) => (b.asked - b.available > a.asked - a.available ? b : a));
const percent = (share: number): number => Math.round(share * 100);

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const loadJson = (view: LoadView, language: Language) => ({
  version: 1,
  from: dayText(view.from),
  to: dayText(view.to),
  people: view.rows.map(({ person, asked, available, overloads }) => ({
    id: person.id,
    name: person.title,
    asked_days: round(asked),
    available_days: round(available),
    over_days: overloads.reduce((sum, { days }) => sum + days.length, 0),
    overloads: overloads.map(({ days, demands }) => ({
      from: dayText(days[0]?.day ?? 0),
      to: dayText(days.at(-1)?.day ?? 0),
      tasks: demands.map((one) => taskJson(one, view)),
      days: days.map((one) => ({
        date: dayText(one.day),
        asked_percent: percent(one.asked),
        available_percent: percent(one.available),
        tasks: one.demands.map(({ planned }) => planned.task.id),
      })),
    })),
  })),
  notes: view.notes.map((note) => tell(note, language)),
});

const taskJson = ({ planned, project, share, from, to }: Demand, { nameOf }: LoadView) => ({
  id: planned.task.id,
  title: planned.task.title,
  project: nameOf(project),
  percent: percent(share),
  from: dayText(from),
  to: dayText(to),
});

const round = (days: number): number => Math.round(days * 100) / 100;

/** A row a person and day on which more is asked for than there is. */
export const loadCsv = (view: LoadView): string =>
  csv([
    ['person', 'name', 'date', 'asked_percent', 'available_percent', 'tasks'],
    ...view.rows.flatMap(({ person, overloads }) =>
      overloads.flatMap(({ days }) =>
        days.map((one) => [
          person.id,
          person.title,
          dayText(one.day),
          String(percent(one.asked)),
          String(percent(one.available)),
          one.demands.map((each) => placed(each, view)).join(' '),
        ]),
      ),
    ),
  ]);
