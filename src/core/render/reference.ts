// The format reference as Markdown, of one kind or of all, and as a table for a terminal.
import { type Language, type Message, pick, say, tell } from '../messages/message';
import { groupTitle, groups, titleOfKind } from '../views/groups';
import { type FieldRow, type KindReference, kindReference } from '../views/reference';
import type { Kind, Kinds } from '../schema/kinds';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { tableText } from './table';

/** The page of one kind; its heading is of this level. */
export function kindMarkdown(kinds: Kinds, kind: Kind, language: Language, level = 1): string {
  const found = kindReference(kinds, kind);
  const mark = '#'.repeat(level);
  const parts = [
    `${mark} ${escaped(titleOfKind(kind, language))} \`${kind.name}\``,
    escaped(pick(kind.description, language)),
    ...found.notes.map((note) => escaped(tell(note, language))),
    ...(found.fields.length ? [fieldTable(found.fields, language)] : []),
    ...(found.common.length
      ? [`${mark}# ${tell(say('reference.common'), language)}`, fieldTable(found.common, language)]
      : []),
    ...(found.example.length
      ? [`${mark}# ${tell(say('reference.begins'), language)}`, `\`\`\`yaml\n${found.example.join('\n')}\n\`\`\``]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function fieldTable(rows: readonly FieldRow[], language: Language): string {
  const head = headings(language);
  const lines = rows.map(({ path, required, title, takes, description }) => {
    const meaning = [pick(title, language), pick(description, language)].filter(Boolean);
    const [name, about] = meaning.length > 1 ? [`**${escaped(meaning[0] ?? '')}**<br>`, meaning[1]] : ['', meaning[0]];
    return `| \`${path}\`${required ? ' \\*' : ''} | ${escaped(tell(takes, language))} | ${name}${escaped(about ?? '')} |`;
  });
  return [`| ${head.join(' | ')} |`, '|---|---|---|', ...lines].join('\n');
}

/** All kinds, by group, with a list of them on top. */
export function allMarkdown(kinds: Kinds, language: Language): string {
  const byGroup = grouped(kinds);
  const contents = byGroup.map(([group, members]) => {
    const names = members.map((kind) => `[${escaped(titleOfKind(kind, language))}](#${anchorOf(kind, language)})`);
    return `* ${groupTitle(group, language)}: ${names.join(language === 'en' ? ', ' : '、')}`;
  });
  const head = [
    `# ${tell(say('reference.title'), language)}`,
    tell(say('reference.about'), language),
    contents.join('\n'),
  ];
  const pages = byGroup.flatMap(([, members]) => members.map((kind) => kindMarkdown(kinds, kind, language, 2)));
  return [`${head.join('\n\n')}\n`, ...pages].join('\n');
}

/** The kinds by their groups, in the order of the project's tree. */
export function grouped(kinds: Kinds): readonly (readonly [string, readonly Kind[]])[] {
  const groupOf = (kind: Kind): string => groups.find((one) => one === kind.entity.group) ?? 'other';
  return groups.flatMap((group) => {
    const members = kinds.all.filter((kind) => groupOf(kind) === group);
    return members.length ? [[group, members] as const] : [];
  });
}

// As the Markdown preview and the usual hosts make anchors of headings.
const anchorOf = (kind: Kind, language: Language): string =>
  `${titleOfKind(kind, language)} ${kind.name}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, '-');

/** The fields of a kind as a table for a terminal. */
export function kindText(found: KindReference, language: Language, ink: Ink, columns: number | undefined): string {
  const { kind } = found;
  const say1 = (message: Message): string => tell(message, language).replaceAll('`', '');
  const rows = [...found.fields, ...found.common].map(({ path, required, takes, description }) => [
    `${path}${required ? ' *' : ''}`,
    say1(takes),
    pick(description, language).replaceAll('`', ''),
  ]);
  const head = [
    `${ink.bold(titleOfKind(kind, language))} ${kind.name}`,
    pick(kind.description, language),
    ...found.notes.map(say1),
  ];
  return `${head.join('\n')}\n\n${tableText(headings(language), rows, ink, columns)}`;
}

const headings = (language: Language): readonly string[] =>
  (['reference.field', 'reference.takes', 'reference.meaning'] as const).map((id) => tell(say(id), language));
