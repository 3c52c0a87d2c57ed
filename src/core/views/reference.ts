// The format reference of a kind as plain data: every field with what it takes and what it means, out of the schema
// alone. Drawn when it is asked for, so it is never out of date and knows a project's own kinds.
import { type Bilingual, type Message, say } from '../messages/message';
import { written } from '../schema/json';
import type { Kind, Kinds } from '../schema/kinds';
import type { Shape, ShapeType } from '../schema/shape';
import { itemSnippet } from '../schema/snippet';

export interface FieldRow {
  /** Such as `impact.scope`, `approvals[].person`, `environments.*.value`. */
  readonly path: string;
  readonly title: Bilingual;
  readonly takes: Message;
  readonly description: Bilingual;
  readonly required: boolean;
}

export interface KindReference {
  readonly kind: Kind;
  /** What is to be known before its fields: where it stands, what some states owe. */
  readonly notes: readonly Message[];
  /** Its own fields. */
  readonly fields: readonly FieldRow[];
  /** Those that it shares with every other kind. */
  readonly common: readonly FieldRow[];
  /** The lines of a register with one entry; empty where an entry is a whole file or stands in another. */
  readonly example: readonly string[];
}

const COMMON = new Set(['id', 'title', 'description', 'owner', 'tags', 'links', 'formerly', 'articles']);
/** Groups in groups that are shown; deeper ones do not occur. */
const DEEPEST = 6;

export function kindReference(kinds: Kinds, kind: Kind): KindReference {
  const rows = rowsOf(kind.shape, '', kinds, 0);
  const isCommon = ({ path }: FieldRow): boolean => COMMON.has(path) && kind.name !== 'project';
  return {
    kind,
    notes: notesOf(kind),
    fields: rows.filter((row) => !isCommon(row)),
    common: rows.filter(isCommon),
    example: kind.home === kind.name && kind.entity.from !== 'document' ? exampleOf(kind) : [],
  };
}

function notesOf(kind: Kind): readonly Message[] {
  const owed = kind.shape.owed.map(({ field, values, fields }) =>
    say('reference.owed', { field, values: values.map(written), fields: fields.map((one) => `\`${one}\``) }),
  );
  const place =
    kind.entity.from === 'document'
      ? [say('reference.document')]
      : kind.home === kind.name
        ? []
        : [say('reference.inside', { home: kind.home === 'manifest' ? 'landfall.yaml' : kind.home })];
  return [...place, ...(kind.builtIn ? [] : [say('reference.own')]), ...owed];
}

function rowsOf(shape: Shape, prefix: string, kinds: Kinds, depth: number): readonly FieldRow[] {
  if (depth > DEEPEST) return [];
  return [...shape.fields].flatMap(([name, field]) => {
    if (name === 'kind' && depth === 0 && field.choices?.length === 1) return [];
    const path = `${prefix}${name}`;
    const row = {
      path,
      title: field.title,
      takes: takes(field, kinds),
      description: field.description,
      required: shape.required.includes(name),
    };
    return [row, ...within(field, path, kinds, depth)];
  });
}

// What stands inside a field: groups, elements that are groups, and the groups of names that a person chooses.
function within(field: Shape, path: string, kinds: Kinds, depth: number): readonly FieldRow[] {
  const all = [field, ...field.forms];
  return all.flatMap((one) => [
    ...(one.entity && one !== field ? [] : rowsOf(one, `${path}.`, kinds, depth + 1)),
    ...(one.items && !one.items.entity ? inElements(one.items, `${path}[]`, kinds, depth) : []),
    ...(one.rest && one.rest !== 'any' ? rowsOf(one.rest, `${path}.*.`, kinds, depth + 1) : []),
  ]);
}

const inElements = (items: Shape, path: string, kinds: Kinds, depth: number): readonly FieldRow[] =>
  [items, ...items.forms].flatMap((one) => rowsOf(one, `${path}.`, kinds, depth + 1));

/** What may be written there, in a few words. */
function takes(shape: Shape, kinds: Kinds): Message {
  if (shape.choices)
    return say('reference.one-of', {
      values: shape.choices.map(({ value, label }) => {
        const plain = written(value);
        const same = label.en === plain || !label.en;
        return same ? `\`${plain}\`` : say('reference.value', { value: plain, label });
      }),
    });
  if (shape.ref && !shape.ref.prose) return reference(shape, kinds);
  if (shape.typeBy) return say('reference.of-sibling', { field: shape.typeBy.field });
  const [first, second] = shape.forms;
  if (first) {
    const one = takes(first, kinds);
    return second ? say('reference.either', { one, other: takes(second, kinds) }) : one;
  }
  if (shape.items?.fields.size) return say('reference.groups');
  if (shape.items) return say('reference.list', { of: takes(shape.items, kinds) });
  return measured(shape);
}

function reference({ ref }: Shape, kinds: Kinds): Message {
  const to = ref?.to ?? [];
  if (ref?.glob) return say('reference.pattern-of');
  if (to.includes('any')) return say('reference.id-any');
  const named = to.map((one) => kinds.kind(one)?.title ?? one.replace(/^@/, ''));
  return say('reference.id-of', { kinds: named });
}

function measured(shape: Shape): Message {
  const type = plainType(shape);
  const { minimum, maximum, unit } = shape;
  const limited =
    minimum !== undefined && maximum !== undefined
      ? say('reference.range', { type, least: minimum, most: maximum })
      : minimum !== undefined
        ? say('reference.at-least', { type, least: minimum })
        : type;
  return unit ? say('reference.unit', { type: limited, unit }) : limited;
}

const FORMATS = ['day', 'datetime', 'moment', 'duration', 'lag', 'cutover', 'access', 'glob'] as const;

function plainType({ format, markdown, types }: Shape): Message {
  const known = FORMATS.find((one) => one === format);
  if (format === 'id') return say('reference.id');
  if (known) return { id: `format.${known}`, args: {} };
  if (markdown) return say('reference.prose');
  const [type] = types;
  return type ? { id: `type.${type satisfies ShapeType}`, args: {} } : say('reference.any');
}

/** A register with one entry as its snippet begins it, the gaps filled with what they propose. */
const exampleOf = (kind: Kind): readonly string[] => [
  `kind: ${kind.name}`,
  'items:',
  ...itemSnippet(kind).map((line) => `  ${filled(line)}`),
];

const filled = (line: string): string =>
  line
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '…');
