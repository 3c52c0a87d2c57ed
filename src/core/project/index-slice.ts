// One item of a register becomes a slice: its tree is read with the kind's shape, checked by the kind's validator, and
// left behind; what stays are values, references with their places, and problems.
import type { Span } from '../base/span';
import type { Problem } from '../model/finding';
import { type EntityId, entityId, type Path, type Pointer } from '../model/id';
import { say } from '../messages/message';
import { type Json, member } from '../schema/json';
import type { Kind, Kinds, RegisterForm } from '../schema/kinds';
import { read, type Reading } from '../schema/read';
import type { Site } from '../schema/sites';
import { fill } from '../schema/template';
import { typeOf } from '../schema/explain';
import { problemsOf } from '../schema/validate';
import { pairOf } from '../syntax/locate';
import { locate } from '../syntax/place';
import type { Parsed } from '../syntax/parse';
import type { Mapping, Node } from '../syntax/tree';
import type { Entity, Fields, SliceIndex } from './file-index';
import { suppressionsIn } from './suppressions';

interface Around {
  /** The id of a file that is one entity. */
  readonly whole?: EntityId;
  /** The text is not kept. */
  readonly apart?: boolean;
}

/** Indexes one parsed item; `text` is the text it was parsed from. */
export function indexSlice(
  parsed: Parsed,
  text: string,
  form: RegisterForm,
  kinds: Kinds,
  path: Path,
  { whole, apart }: Around = {},
): SliceIndex {
  const suppressions = parsed.comments.length ? suppressionsIn(parsed.comments) : NONE;
  const { root } = parsed;
  if (!root) return { entities: [], problems: parsed.problems, suppressions };
  if (root.kind !== 'mapping') {
    return { entities: [], problems: parsed.clean ? [notMapping(root)] : parsed.problems, suppressions };
  }
  const reading = read(root, form.item, text, apart);
  const errors = form.validate(reading.value);
  const invalid = errors.length
    ? unmasked(problemsOf(errors, root, reading.value, form.item, form.kind?.one ?? form.item.title), parsed.problems)
    : NONE;
  const found = parsed.problems.length + reading.problems.length + invalid.length;
  const problems = found ? [...parsed.problems, ...reading.problems, ...invalid] : NONE;
  const slice: { -readonly [Name in keyof SliceIndex]: SliceIndex[Name] } = { entities: NONE, problems, suppressions };
  const own = reading.nested.length ? ownSites(reading) : reading.sites;
  const outer = form.kind && entityOf(form.kind, reading.value, root, '', own, path, slice, whole);
  // Nearly every slice has this one entity, in a list with room for no more.
  if (outer) slice.entities = [outer];
  if (reading.nested.length) slice.entities = [...slice.entities, ...innerEntities(reading, root, kinds, path, slice)];
  return slice;
}

const ownSites = ({ nested, sites }: Reading): readonly Site[] =>
  sites.filter((site) => !nested.some((one) => inside(site.pointer, one.pointer)));

const innerEntities = (
  { nested, sites }: Reading,
  root: Mapping,
  kinds: Kinds,
  path: Path,
  slice: SliceIndex,
): readonly Entity[] =>
  nested.flatMap(({ pointer, shape, value }) => {
    const kind = kinds.kind(shape.entity?.name ?? '');
    const node = locate(root, pointer.split('/').slice(1))?.node;
    return (kind && node && entityOf(kind, value, node, pointer, sitesOf(sites, pointer), path, slice)) ?? [];
  });

const NONE: readonly never[] = [];

// A full-width colon swallows a field: that it is missing, and that what it swallowed is no field, is the same cause.
function unmasked(found: readonly Problem[], read: readonly Problem[]): readonly Problem[] {
  const swallowed = read.filter((one) => one.code === 'LF009');
  if (!swallowed.length) return found;
  const covers = ({ span }: Problem) =>
    swallowed.some((one) => one.span.start <= span.end && span.start <= one.span.end);
  return found.filter((one) => one.code !== 'LF021' && !(one.code === 'LF020' && covers(one)));
}

const inside = (pointer: Pointer, holder: Pointer): boolean => pointer.startsWith(`${holder}/`);
const sitesOf = (sites: readonly Site[], holder: Pointer): readonly Site[] =>
  sites.filter((site) => inside(site.pointer, holder));

function notMapping(root: Exclude<Node, Mapping>): Problem {
  const given = root.kind === 'sequence' ? 'type.array' : root.text === '' ? 'type.null' : 'type.string';
  return {
    code: 'LF010',
    span: { start: root.start, end: root.end },
    message: say('schema.not-mapping', { given: { id: given, args: {} } }),
  };
}

function entityOf(
  kind: Kind,
  value: Json,
  node: Node,
  pointer: Pointer,
  sites: readonly Site[],
  path: Path,
  slice: SliceIndex,
  whole?: EntityId,
): Entity | undefined {
  if (typeOf(value) !== 'object') return undefined;
  const fields = value as Fields;
  const given = text(fields, 'id');
  const derived = given === '' && whole === undefined;
  const id = given || whole || deriveId(kind, fields);
  if (!id) return undefined;
  const title = text(fields, 'title') || fill(kind.entity.titleTemplate ?? '', (field) => texts(fields, field));
  return { kind, id: entityId(id), title, derived, path, slice, pointer, value: fields, mark: markOf(node), sites };
}

const deriveId = (kind: Kind, fields: Fields): string =>
  fill(kind.entity.idTemplate ?? '', (field) => text(fields, field)).replace(/\s+/g, '-');

const text = (fields: Fields, field: string): string => {
  const value = member(fields, field);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** The same, or all texts of a list. */
const texts = (fields: Fields, field: string): string => {
  const value = member(fields, field);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : text(fields, field);
};

function markOf(node: Node): Span {
  if (node.kind !== 'mapping') return { start: node.start, end: node.end };
  const id = pairOf(node, 'id')?.value;
  const mark = id?.kind === 'scalar' && id.end > id.start ? id : (node.pairs[0]?.key ?? node);
  return { start: mark.start, end: mark.end };
}
