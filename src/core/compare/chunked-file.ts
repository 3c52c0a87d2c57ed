// A register, or the manifest, as chunks: file → entity → field. Says why it cannot be taken apart where it cannot.
import { fail, ok, type Result } from '../base/result';
import { type Message, say } from '../messages/message';
import type { Problem } from '../model/finding';
import type { Path } from '../model/id';
import { indexSlice } from '../project/index-slice';
import { MANIFEST } from '../project/matcher';
import { formerIds } from '../project/project';
import type { Json } from '../schema/json';
import type { Kinds, RegisterForm } from '../schema/kinds';
import { read } from '../schema/read';
import { pairOf } from '../syntax/locate';
import { ALONE, type Parsed, parse, parsePart } from '../syntax/parse';
import { openRegister, readItem, type Register } from '../syntax/register';
import { afterLine, lastOffset } from '../syntax/rewrite';
import type { Mapping, Pair } from '../syntax/tree';
import { type Chunk, fieldsIn, type Held, isRemarks, type Layout, lineStart, remarksIn, withoutBlanks } from './chunk';

export interface ChunkedFile {
  readonly layout: Layout;
  /** Undefined for an empty text. */
  readonly form: RegisterForm | undefined;
}

/** Problems that leave it open what a text means. */
const DOUBTFUL: ReadonlySet<string> = new Set(['LF001', 'LF003', 'LF004', 'LF006', 'LF010', 'LF012']);
const isDoubtful = ({ code }: Problem): boolean => DOUBTFUL.has(code);

const EMPTY: Layout = {
  kind: 'fields',
  column: -1,
  opening: '',
  dash: '',
  chunks: [],
  closing: '',
  entities: false,
};

type Chunked = Result<ChunkedFile, Message>;

/** Items by their text: most stand in all versions of a file. */
export type KnownItems = Map<string, Item>;

/** An item as a chunk, or what stands against it: it has no id, or an alias that leads out of it. */
type Item = Omit<Chunk, 'lead'> | 'no-id' | 'alias';

/** Takes apart a bare text (see syntax/line-ends.ts) that ends with a line end. */
export function chunkedFile(path: Path, text: string, kinds: Kinds, known: KnownItems = new Map()): Chunked {
  if (text.trim() === '') return ok({ layout: { ...EMPTY, closing: text }, form: undefined });
  const isManifest = path === MANIFEST || path.endsWith(`/${MANIFEST}`);
  return isManifest ? manifest(text, kinds) : register(path, text, kinds, known);
}

function manifest(text: string, kinds: Kinds): Chunked {
  const form = kinds.form('manifest');
  const parsed = parse(text);
  if (parsed.root?.kind !== 'mapping' || !form) return fail(say('merge.no-register'));
  if (parsed.problems.some(isDoubtful)) return fail(say('merge.broken-frame'));
  if (parsed.anchors.size) return fail(say('merge.anchors'));
  const place = { start: 0, end: text.length, value: read(parsed.root, form.item, text).value, shape: form.item };
  const layout = fieldsIn({ text, comments: parsed.comments }, parsed.root, place);
  return layout ? ok({ layout, form }) : fail(say('merge.unsliceable'));
}

function register(path: Path, text: string, kinds: Kinds, known: KnownItems): Chunked {
  const opened = openRegister(text);
  if (opened.conflicted) return fail(say('merge.markers'));
  const empty = opened.form === 'whole' && opened.slices.length === 0 && opened.items !== 'other';
  if (opened.form === 'whole' && !empty) return fail(say('merge.unsliceable'));
  const whole = empty ? parsePart(text, ALONE) : opened.head;
  const { root } = whole;
  const kind = root?.kind === 'mapping' ? pairOf(root, 'kind')?.value : undefined;
  const form = kind?.kind === 'scalar' ? kinds.form(kind.text) : undefined;
  if (root?.kind !== 'mapping' || !form?.kind || form.kind.entity.from === 'document')
    return fail(say('merge.no-register'));
  if ([...opened.problems, ...whole.problems].some(isDoubtful)) return fail(say('merge.broken-frame'));
  if (whole.anchors.size) return fail(say('merge.anchors'));
  const items = pairOf(root, 'items');
  const list = items && !empty ? listOf(opened, items, itemReader(form, kinds, path, known)) : ok(undefined);
  if (!list.ok) return list;
  const held = new Map<Pair, Held>();
  if (items) held.set(items, list.value ?? noItems(text, items));
  const layout = fieldsIn({ text, comments: whole.comments }, root, placeOf(root, form, text), held);
  return layout ? ok({ layout, form }) : fail(say('merge.unsliceable'));
}

const placeOf = (root: Mapping, form: RegisterForm, text: string) => ({
  start: 0,
  end: text.length,
  value: read(root, form.shape, text).value,
  shape: form.shape,
});

function noItems(text: string, items: Pair): Held {
  const end = afterLine(text, lastOffset(items.value, items.key.end));
  const opening = text.slice(lineStart(text, items.key.start), end);
  return { end, inside: { ...EMPTY, kind: 'elements', opening, entities: true } };
}

// Blank lines and comments of the margin behind an item belong to what follows; behind the last, to the list.
function listOf(
  opened: Register,
  items: Pair,
  itemOf: ReturnType<typeof itemReader>,
): Result<Held | undefined, Message> {
  const { text, slices } = opened;
  const begin = afterLine(text, items.key.end);
  const chunks: Chunk[] = [];
  const end = slices.at(-1)?.end ?? begin;
  let at = begin;
  for (const [index, slice] of slices.entries()) {
    const source = text.slice(slice.start, slice.end);
    const read = (): Parsed => readItem(opened, index);
    const body = (/^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(source)?.[0] ?? '').length;
    const last = index === slices.length - 1;
    const stop = last ? contentEnd(source, read(), opened.inside.column) : source.length;
    const chunk = itemOf(source, read, body, withoutBlanks(source, body, stop));
    if (chunk === 'no-id') return fail(say('merge.no-id', { line: slice.line + 1 }));
    if (chunk === 'alias') return fail(say('merge.anchors'));
    const lead = text.slice(at, slice.start + body);
    if (!isRemarks(lead)) return fail(say('merge.unsliceable'));
    chunks.push({ ...chunk, lead });
    at = slice.start + body + chunk.body.length;
  }
  const seen = new Set<string>();
  const twice = chunks.find(({ key }) => seen.size === seen.add(key).size);
  if (twice) return fail(say('merge.twice', { id: twice.key }));
  const opening = text.slice(lineStart(text, items.key.start), begin);
  const closing = text.slice(at, end);
  const { column } = opened.inside;
  return ok({ end, inside: { kind: 'elements', column, opening, dash: '', chunks, closing, entities: true } });
}

/** The chunk of a slice whose item stands from `start` to `end`. */
function itemReader(form: RegisterForm, kinds: Kinds, path: Path, known: KnownItems) {
  return (source: string, slice: () => Parsed, start: number, end: number): Item => {
    const name = `${form.name} ${end} ${source}`;
    const item = known.get(name) ?? made(source, slice(), start, end);
    known.set(name, item);
    return item;
  };

  function made(source: string, parsed: Parsed, start: number, end: number): Item {
    const { root, comments } = parsed;
    const [entity] = indexSlice(parsed, source, form, kinds, path).entities;
    if (parsed.problems.some(({ code }) => code === 'LF006')) return 'alias';
    if (root?.kind !== 'mapping' || entity?.pointer !== '') return 'no-id';
    const broken = parsed.problems.some(isDoubtful);
    const place = { start, end, value: entity.value as Json, shape: form.item };
    const here = { text: source, comments };
    return {
      key: entity.id,
      body: source.slice(start, end),
      node: root,
      remarks: remarksIn(here, place),
      inside: broken || parsed.anchors.size ? undefined : fieldsIn(here, root, place),
      former: formerIds(entity),
      broken,
    };
  }
}

/** Where the last item ends and the comments behind the list begin. */
function contentEnd(source: string, { root, problems }: Parsed, column: number): number {
  if (!root || problems.some(isDoubtful)) return source.length;
  let at = afterLine(source, lastOffset(root));
  const rest = source.slice(at);
  for (const line of rest.split(/(?<=\n)/)) {
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== '' && indent <= column) break;
    at += line.length;
  }
  return at;
}
