// The rows of a table as items: what each field is, how it is written, and what stays a comment.
import { each, type Work } from '../../base/work';
import { isEntityId } from '../../model/id';
import { nextIds } from '../../project/next-id';
import { lookUp, type Project } from '../../project/project';
import type { Json } from '../../schema/json';
import type { Kind } from '../../schema/kinds';
import type { Reference, Shape } from '../../schema/shape';
import { plainOrQuoted } from '../../syntax/quote';
import { type CellContext, cellValue } from './cells';
import { type Column, nameOf } from './columns';
import { dayOrder } from './days';
import type { Table } from './table';

export interface Item {
  /** Without indentation. */
  readonly lines: readonly string[];
  readonly value: Readonly<Record<string, Json>>;
  /** Cells that stand there as the texts they are. */
  readonly unfit: number;
}

/** One item for each row, ids counted on where they are missing. */
export function itemsOf(
  project: Project,
  kind: Kind,
  { rows }: Table,
  columns: readonly Column[],
): Work<readonly Item[]> {
  const contexts = new Map(columns.map((column) => [column, contextOf(project, column, rows)]));
  const cells = (row: readonly string[]) => columns.map((column) => ({ column, text: row[column.at] ?? '' }));
  const given = columns.find(({ field }) => field?.name === 'id');
  const ids = idsFor(
    project,
    kind,
    rows,
    given,
    columns.find(({ field }) => field?.name === 'title'),
  );
  return each(rows.entries(), ([k, row]) => {
    const id = ids[k];
    const value: Record<string, Json> = id === undefined ? {} : { id };
    const fields: (readonly string[])[] = id === undefined ? [] : [[`id: ${plainOrQuoted(id, 'block')}`]];
    let unfit = 0;
    for (const { column, text } of inOrder(cells(row))) {
      const { field } = column;
      const context = contexts.get(column);
      if (!field || !context || text === '' || field.name === 'id') continue;
      const cell = cellValue(text, typed(field.shape, row, columns), context);
      value[field.name] = cell.value;
      fields.push(`${field.name}: ${cell.yaml}`.split('\n'));
      if (!cell.fits) unfit++;
    }
    const comments = cells(row).flatMap(({ column, text }) => (column.field ? [] : commentOf(column, text)));
    // Inside the item the comments stay with it, whatever is added behind it.
    const [first = ['id:'], ...others] = fields;
    return { lines: [...first, ...comments, ...others.flat()], value, unfit };
  });
}

/** The title stands in front, as in all registers. */
const inOrder = <T extends { readonly column: Column }>(cells: readonly T[]): readonly T[] => {
  const isTitle = ({ column }: T): boolean => column.field?.name === 'title';
  return [...cells.filter(isTitle), ...cells.filter((cell) => !isTitle(cell))];
};

/** The ids of the rows; undefined where a log's entry has none and needs none. */
function idsFor(
  project: Project,
  kind: Kind,
  rows: Table['rows'],
  given: Column | undefined,
  title: Column | undefined,
): readonly (string | undefined)[] {
  const ids = rows.map((row) => (given && row[given.at]) || undefined);
  if (!kind.shape.required.includes('id')) return ids;
  const taken = new Set(ids.filter((id) => id !== undefined));
  const counted = [...nextIds(project, kind, rows.length - ids.filter((id) => id !== undefined).length, taken)];
  return ids.map((id, k) => {
    if (id !== undefined) return id;
    const free = counted.shift() ?? idOfTitle(project, kind, (title && rows[k]?.[title.at]) ?? '', taken);
    if (free !== undefined) taken.add(free);
    return free;
  });
}

/** Ids without a prefix are names: the title as one word. */
function idOfTitle(project: Project, kind: Kind, title: string, taken: ReadonlySet<string>): string | undefined {
  const name = title.normalize('NFC').replace(/\s+/g, '-').slice(0, 100);
  if (!isEntityId(name)) return undefined;
  const isTaken = (id: string): boolean => taken.has(id) || lookUp(project, kind.name, id) !== undefined;
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}

function contextOf(project: Project, column: Column, rows: Table['rows']): CellContext {
  const byTitle = new Map<Reference, ReadonlyMap<string, string | undefined>>();
  return {
    order: dayOrder(rows.map((row) => row[column.at] ?? '')),
    idOf: (ref, text) => {
      if (ref.to.some((kind) => lookUp(project, kind, text))) return undefined;
      let titles = byTitle.get(ref);
      if (!titles) byTitle.set(ref, (titles = titlesOf(project, ref)));
      return titles.get(text);
    },
  };
}

/** The ids of entities that a reference may lead to by their titles; none for a title that two of them have. */
function titlesOf(project: Project, ref: Reference): ReadonlyMap<string, string | undefined> {
  const out = new Map<string, string | undefined>();
  for (const kind of ref.to)
    for (const { title, id, derived } of project.table(kind))
      if (title && !derived) out.set(title, out.has(title) ? undefined : id);
  return out;
}

// The type that another cell of the row gives to this one, as with the value of a parameter.
function typed(shape: Shape, row: readonly string[], columns: readonly Column[]): Shape {
  const by = shape.typeBy;
  const column = by && columns.find(({ field }) => field?.name === by.field);
  const name = column?.field && row[column.at];
  if (!by || !name || !column.field) return shape;
  const { value } = cellValue(name, column.field.shape, { order: undefined, idOf: () => undefined });
  const type = typeof value === 'string' && Object.hasOwn(by.types, value) ? by.types[value] : undefined;
  return type ? { ...shape, types: [type as Shape['types'][number]] } : shape;
}

/** A comment for each line of a cell. The brackets keep it from being taken for anything else. */
function commentOf(column: Column, text: string): readonly string[] {
  if (text === '') return [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what may not stand in a comment.
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/gu;
  const seen = (line: string): string =>
    line.replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return text.split('\n').map((line) => `# [${seen(nameOf(column))}] ${seen(line)}`.trimEnd());
}
