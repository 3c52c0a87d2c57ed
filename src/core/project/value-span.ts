// Where a value of an entity stands in its text.
import { keptAlone } from '../base/kept';
import type { Span } from '../base/span';
import { type Pointer, pointerParts } from '../model/id';
import { locate } from '../syntax/place';
import { plainValue } from '../syntax/plain-value';
import { type Entity, type FileIndex, ordinalOf, partOf, type SliceIndex } from './file-index';
import type { Project } from './project';
import { isDocument, readSlice } from './tree-of';

/** The value at a pointer below an entity, relative to the entity's slice; where it cannot be told, the entity. */
export function valueSpan(project: Project, entity: Entity, pointer: Pointer): Span {
  if (pointer === '') return entity.mark;
  // Rules over whole tables ask for the same places after each edit, and finding one means reading the text again.
  const known = knownSpans(entity);
  let span = known.get(pointer);
  if (!span && (span = spanOfReference(entity, pointer) ?? spanOf(project, entity, pointer))) known.set(pointer, span);
  return span ?? entity.mark;
}

const knownSpans = keptAlone<Entity, Map<Pointer, Span>>(() => new Map());

/** Of a value that is a reference as a whole, the place is known without its text. */
function spanOfReference(entity: Entity, pointer: Pointer): Span | undefined {
  const site = entity.sites.find((one) => one.pointer === pointer && !one.ref.prose && one.ref.parts === undefined);
  return site && { start: site.start, end: site.end };
}

function spanOf(project: Project, entity: Entity, pointer: Pointer): Span | undefined {
  const file = project.files.get(entity.path);
  if (!file) return undefined;
  // Most are words on a line of their own, found without a parser.
  const [key = '', ...below] = pointerParts(pointer);
  const isField = !isDocument(file) && entity.pointer === '' && !below.length;
  const word = isField ? plainValue(sliceText(file, entity.slice), key) : undefined;
  if (word) return word;
  const root = readSlice(file, entity.slice)?.root;
  const node = root && locate(root, [...pointerParts(entity.pointer), ...pointerParts(pointer)])?.node;
  return node && { start: node.start, end: node.end };
}

function sliceText(file: FileIndex, slice: SliceIndex): string {
  const ordinal = ordinalOf(file, slice);
  return ordinal < 0 ? '' : partOf(file, file.starts[ordinal] ?? 0, file.starts[ordinal + 1] ?? Infinity);
}
