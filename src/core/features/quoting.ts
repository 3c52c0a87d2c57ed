// Quotes around a text that other programs would take for something else: a version 1.10, which YAML alone reads as 1.1.
import { contains } from '../base/span';
import { say } from '../messages/message';
import { type Path, pointerParts, within, type Pointer } from '../model/id';
import { sliceAt } from '../project/at';
import type { Project } from '../project/project';
import { treeOf } from '../project/tree-of';
import { tryEdits } from '../project/try-edits';
import { type Json, member } from '../schema/json';
import { shapeAt } from '../schema/shape';
import type { Node, Scalar } from '../syntax/tree';
import type { Offer } from './fixes/offer';

/** The edit for the plain text at an offset. Offered where the register reads a text and YAML by itself would not, and
 *  where nothing says what is meant but a number would lose some of its digits. */
export function quoting(project: Project, path: Path, offset: number): Offer | undefined {
  const file = project.files.get(path);
  const slice = file && sliceAt(file, offset)?.slice;
  const root = file && slice && treeOf(file, slice);
  const found = root && scalarAt(root, '', offset);
  if (!file || !slice || !found) return undefined;
  const { scalar, pointer } = found;
  const source = file.text.slice(scalar.start, scalar.end);
  const isOther = scalar.style === 'plain' && scalar.value !== null && typeof scalar.value !== 'string';
  // What stands behind an alias is not there to be quoted.
  if (!isOther || source !== scalar.text) return undefined;
  const now = pointerParts(pointer).reduce<Json | undefined>(inside, slice.entities[0]?.value);
  const item = project.kinds.form(file.form)?.item;
  const shape = item && shapeAt(item, pointerParts(pointer));
  const isOpen = !shape || (!shape.types.length && !shape.choices && !shape.typeBy && !shape.forms.length);
  const loses = typeof now === 'number' && isOpen && String(now) !== source;
  if (typeof now !== 'string' && !loses) return undefined;
  const edits = [{ start: scalar.start, end: scalar.end, text: `"${source}"` }];
  const next = tryEdits(project, file, edits, new Set([slice]), ({ added, removed, changed }) => {
    return added + removed === 0 && changed <= (loses ? 1 : 0);
  });
  return next && { title: say('action.quote', { text: source }), path, edits, preferred: false };
}

function scalarAt(
  node: Node,
  pointer: Pointer,
  offset: number,
): { readonly scalar: Scalar; readonly pointer: Pointer } | undefined {
  if (node.kind === 'scalar')
    return node.end > node.start && contains(node, offset) ? { scalar: node, pointer } : undefined;
  const parts =
    node.kind === 'mapping'
      ? node.pairs.map(({ key, value }) => [key.text, value] as const)
      : node.items.map((value, index) => [index, value] as const);
  for (const [part, value] of parts) {
    const found = scalarAt(value, within(pointer, part), offset);
    if (found) return found;
  }
  return undefined;
}

const inside = (value: Json | undefined, part: string): Json | undefined =>
  Array.isArray(value) ? (value as readonly Json[])[Number(part)] : member(value, part);
