// The history of entities for a terminal and for a page; for other programs see history-json.ts.
import type { Link } from '../history/requests';
import { type Language, say, tell } from '../messages/message';
import type { ToldCommit, ToldEntry, ToldEvent, ToldField } from '../views/history';
import { fieldLine, fieldMarkdown } from './comparison';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { tableText } from './table';
import { harmless } from './width';

const SIGNS = { added: '+', removed: '-', changed: '~', discarded: '!' } as const;

/** The trail of one entity: a block an event. */
export function trailText(events: readonly ToldEvent[], language: Language, ink: Ink): string {
  if (!events.length) return `${tell(say('history.none'), language)}\n`;
  return `${events.map((one) => [commitLine(one, ink), ...eventLines(one, language, ink)].join('\n')).join('\n\n')}\n`;
}

/** The log: a block a commit. */
export function logText(entries: readonly ToldEntry[], language: Language, ink: Ink): string {
  if (!entries.length) return `${tell(say('history.empty'), language)}\n`;
  const block = (entry: ToldEntry): string =>
    [
      commitLine(entry, ink),
      ...entry.unreadable.map((one) => `  ${ink.warning('?')} ${harmless(one)}`),
      ...entry.events.flatMap((one) => eventLines(one, language, ink)),
    ].join('\n');
  return `${entries.map(block).join('\n\n')}\n`;
}

function commitLine({ when, who, name, why }: ToldCommit, ink: Ink): string {
  const parts = [ink.bold(when), harmless(who), ink.dim(name), harmless(why)];
  return parts.filter((one) => one !== '' && one !== ink.bold('') && one !== ink.dim('')).join('  ');
}

function eventLines({ event, label, remarks, fields, requests }: ToldEvent, language: Language, ink: Ink): string[] {
  const paint = { added: ink.added, removed: ink.removed, changed: ink.changed, discarded: ink.removed }[event.how];
  const how = event.how === 'discarded' ? [tell(say('history.discarded'), language)] : [];
  const more = [...how, ...remarks].join(language === 'en' ? ', ' : '，');
  return [
    `  ${paint(SIGNS[event.how])} ${harmless(label)}${more && harmless(tell(say('compare.behind', { what: more }), language))}`,
    ...fields.map((field) => `      ${fieldLine(field, language, ink)}`),
    ...requestLine(requests, language).map((line) => `      ${ink.dim(harmless(line))}`),
  ];
}

const requestLine = (requests: readonly Link[], language: Language): readonly string[] =>
  requests.length
    ? [
        tell(
          say('history.request', { requests: requests.map(({ request }) => `${request.id} ${request.title}`) }),
          language,
        ),
      ]
    : [];

/** A row a field: its value, who set it, when and why. */
export function blameText(
  fields: readonly ToldField[],
  language: Language,
  ink: Ink,
  columns: number | undefined,
): string {
  return tableText(blameHead(language), fields.map(blameCells), ink, columns);
}

const blameHead = (language: Language): readonly string[] =>
  (['field', 'value', 'who', 'when', 'commit', 'why'] as const).map((one) => tell(say(`history.${one}`), language));

const blameCells = ({ compared, who, when, name, why, requests }: ToldField): readonly string[] => [
  compared.name,
  (compared.after ?? '').replace(/\s+/g, ' '),
  who,
  when,
  name,
  // A message that names the request needs it no second time.
  [why, ...requests.filter(({ request }) => !why.includes(request.id)).map(({ request }) => `(${request.id})`)].join(
    ' ',
  ),
];

export function trailMarkdown(events: readonly ToldEvent[], language: Language): string {
  if (!events.length) return `${tell(say('history.none'), language)}\n`;
  const lines = events.flatMap((one) => [commitMarkdown(one), ...eventMarkdown(one, language, '  ')]);
  return `${lines.join('\n')}\n`;
}

export function logMarkdown(entries: readonly ToldEntry[], language: Language): string {
  if (!entries.length) return `${tell(say('history.empty'), language)}\n`;
  const lines = entries.flatMap((entry) => [
    commitMarkdown(entry),
    ...entry.unreadable.map((one) => `  - ${escaped(one)}`),
    ...entry.events.flatMap((one) => eventMarkdown(one, language, '  ')),
  ]);
  return `${lines.join('\n')}\n`;
}

const commitMarkdown = ({ when, who, name, why }: ToldCommit): string =>
  `- ${[when, escaped(who), name ? `\`${name}\`` : '', `**${escaped(why)}**`].filter(Boolean).join(' ')}`;

function eventMarkdown({ event, label, remarks, fields, requests }: ToldEvent, language: Language, indent: string) {
  const how = tell(say(`history.${event.how}`), language);
  const more = remarks.length ? escaped(tell(say('compare.behind', { what: remarks }), language)) : '';
  return [
    `${indent}- ${how} ${escaped(label)}${more}`,
    ...fields.map((field) => `${indent}  - ${fieldMarkdown(field, language)}`),
    ...requestLine(requests, language).map((line) => `${indent}  - ${escaped(line)}`),
  ];
}

export function blameMarkdown(fields: readonly ToldField[], language: Language): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((one) => escaped(one)).join(' | ')} |`;
  const head = blameHead(language);
  return `${[row(head), `|${head.map(() => '---').join('|')}|`, ...fields.map((one) => row(blameCells(one)))].join('\n')}\n`;
}
