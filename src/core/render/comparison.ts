// What changed between two states of a project, for a terminal, for a page, and for other programs.
import { type Language, say, tell } from '../messages/message';
import type { Json } from '../schema/json';
import type { Piece } from '../compare/words';
import type { ComparedEntity, ComparedField, ComparedKind } from '../views/comparison';
import type { Ink } from './ink';
import { escaped, shortened } from './markdown-text';
import { harmless } from './width';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** One block a register, one line an entity and a field. */
export function comparisonText(kinds: readonly ComparedKind[], language: Language, ink: Ink): string {
  if (!kinds.length) return `${tell(say('compare.same'), language)}\n`;
  const blocks = kindBlocks(kinds, language, ink);
  return `${[...blocks, ink.bold(tell(sums(kinds), language))].join('\n\n')}\n`;
}

/** A block a register; `noted` says more of an entity behind its name. */
export const kindBlocks = (
  kinds: readonly ComparedKind[],
  language: Language,
  ink: Ink,
  noted: (entity: ComparedEntity) => string = () => '',
): readonly string[] =>
  kinds.map(({ title, entities }) => {
    const head = tell(say('compare.kind', { kind: title, count: entities.length }), language);
    return [ink.bold(harmless(head)), ...entities.flatMap((one) => entityLines(one, language, ink, noted(one)))].join(
      '\n',
    );
  });

function entityLines(entity: ComparedEntity, language: Language, ink: Ink, note: string): readonly string[] {
  const { change, label, fields } = entity;
  const paint = change.how === 'added' ? ink.added : change.how === 'removed' ? ink.removed : ink.changed;
  return [
    `  ${paint(SIGNS[change.how])} ${harmless(label)}${harmless(formerText(change, language))}${note && `  ${ink.dim(harmless(note))}`}`,
    ...fields.map((field) => `      ${fieldLine(field, language, ink)}`),
  ];
}

/** A changed field with its name. */
export const fieldLine = (field: ComparedField, language: Language, ink: Ink): string =>
  tell(say('compare.field', { name: ink.dim(harmless(field.name)), value: fieldText(field, language, ink) }), language);

function formerText(change: ComparedEntity['change'], language: Language): string {
  return change.how === 'changed' && change.renamed
    ? tell(say('compare.behind', { what: say('compare.renamed', { id: change.before.id }) }), language)
    : '';
}

/** A changed field's before and after, or what went and what came. */
function fieldText({ before, after, pieces }: ComparedField, language: Language, ink: Ink): string {
  if (!pieces)
    return `${ink.removed(harmless(before ?? none(language)))} → ${ink.added(harmless(after ?? none(language)))}`;
  const isSet = pieces.every(({ how }) => how !== 'same');
  return pieces
    .map(({ how, text }) => {
      if (how === 'same') return harmless(elided(text));
      const mark = how === 'new' ? ink.added : ink.removed;
      return mark(
        isSet
          ? `${how === 'new' ? '+' : '-'}${harmless(text)}`
          : how === 'new'
            ? `{+${harmless(text)}+}`
            : `[-${harmless(text)}-]`,
      );
    })
    .join(isSet ? ' ' : '');
}

const none = (language: Language): string => tell(say('compare.nothing'), language);

/** Units of an unchanged stretch that are shown at each end of it. */
const CONTEXT = 40;

const elided = (text: string): string =>
  text.length <= 2 * CONTEXT + 3 ? text : `${text.slice(0, CONTEXT)} … ${text.slice(-CONTEXT)}`;

/** Headings for registers, a list of entities, and their fields below. */
export function comparisonMarkdown(kinds: readonly ComparedKind[], language: Language): string {
  if (!kinds.length) return `${tell(say('compare.same'), language)}\n`;
  const blocks = kinds.map(({ title, entities }) =>
    [
      `### ${escaped(tell(say('compare.kind', { kind: title, count: entities.length }), language))}`,
      '',
      ...entities.flatMap((one) => entityMarkdown(one, language)),
    ].join('\n'),
  );
  return `${[escaped(tell(sums(kinds), language)), ...blocks].join('\n\n')}\n`;
}

/** The lines of one entity in a Markdown list. */
export const entityMarkdown = (
  entity: ComparedEntity,
  language: Language,
  badges: readonly string[] = [],
): readonly string[] => [
  entityHeadMarkdown(entity, language, badges),
  ...entity.fields.map((field) => `  - ${fieldMarkdown(field, language)}`),
];

/** The first of them. */
export function entityHeadMarkdown(
  { change, label }: ComparedEntity,
  language: Language,
  badges: readonly string[],
): string {
  const how = tell(say(`compare.${change.how}`), language);
  const after = badges.length ? ` — ${badges.map((one) => `**${escaped(one)}**`).join(' · ')}` : '';
  return `- ${how} **${escaped(shortened(label))}**${escaped(formerText(change, language))}${after}`;
}

/** A changed field with its name in Markdown. */
export const fieldMarkdown = (field: ComparedField, language: Language): string =>
  tell(
    say('compare.field', { name: escaped(shortened(field.name)), value: valuesMarkdown(field, language) }),
    language,
  );

const SET_SIGNS = { same: '', new: '+', gone: '−' } as const;

/** Units of all pieces of a text that a comment shows. */
const LONGEST = 1500;

function valuesMarkdown({ before, after, pieces }: ComparedField, language: Language): string {
  const line = (text: string): string => escaped(shortened(text).trim());
  if (!pieces) return `${line(before ?? none(language))} → **${line(after ?? none(language))}**`;
  const isSet = pieces.every(({ how }) => how !== 'same');
  const shown: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    if (size > LONGEST) return [...shown, '…'].join(isSet ? ' ' : '');
    shown.push((isSet ? SET_SIGNS[piece.how] : '') + pieceMarkdown(piece));
    size += shown.at(-1)?.length ?? 0;
  }
  return shown.join(isSet ? ' ' : '');
}

function pieceMarkdown({ how, text }: Piece): string {
  if (how === 'same') return escaped(elided(text).replace(/\s+/g, ' '));
  // Marks that touch a blank mean nothing in Markdown.
  const [, front = '', core = '', back = ''] = /^(\s*)(.*?)(\s*)$/s.exec(shortened(text)) ?? [];
  if (!core) return front || back ? ' ' : '';
  return how === 'new' ? `${front}**${escaped(core)}**${back}` : `${front}~~${escaped(core)}~~${back}`;
}

/** A promise like that of the findings: nothing but additions without another version. */
export function comparisonJson(kinds: readonly ComparedKind[], from: string, to: string): string {
  const json: ComparisonJson = {
    version: 1,
    from,
    to,
    changes: kinds.flatMap(({ kind, entities }) =>
      entities.map(({ change, entity }) => ({
        kind: kind.name,
        id: entity.id,
        title: entity.title,
        change: change.how,
        formerId: change.how === 'changed' && change.renamed ? change.before.id : null,
        path: entity.path,
        fields:
          change.how === 'changed'
            ? change.fields.map(({ way, before, after }) => ({
                path: way,
                before: before ?? null,
                after: after ?? null,
              }))
            : [],
      })),
    ),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

export interface ComparisonJson {
  readonly version: 1;
  /** What was compared, as it was asked for; `.` is the working tree. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly {
    readonly kind: string;
    readonly id: string;
    readonly title: string;
    readonly change: 'added' | 'removed' | 'changed';
    /** The id it had, when it was renamed. */
    readonly formerId: string | null;
    readonly path: string;
    /** For changed ones. Steps of `path` in brackets name the element of a list: `[li.wei]`, or `[3]` counted from one. */
    readonly fields: readonly { readonly path: readonly string[]; readonly before: Json; readonly after: Json }[];
  }[];
}

function sums(kinds: readonly ComparedKind[]) {
  const all = kinds.flatMap(({ entities }) => entities);
  const count = (how: keyof typeof SIGNS): number => all.filter(({ change }) => change.how === how).length;
  return say('compare.sums', { added: count('added'), changed: count('changed'), removed: count('removed') });
}
