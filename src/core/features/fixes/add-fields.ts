// The fields that an entity owes and does not have, as a block behind those it has, in the schema's order. What stands
// in them is proposed by the schema and left to be filled in.
import { say } from '../../messages/message';
import type { Finding } from '../../model/finding';
import { within, type Pointer } from '../../model/id';
import { sliceAt } from '../../project/at';
import type { FileIndex } from '../../project/file-index';
import type { Project } from '../../project/project';
import { readSlice } from '../../project/tree-of';
import { escapeSnippet, valueSnippet } from '../../schema/snippet';
import { type Shape, shapeAt } from '../../schema/shape';
import { pointerParts } from '../../model/id';
import { afterLine, columnOf, insertLines, lastOffset } from '../../syntax/rewrite';
import type { Mapping, Node } from '../../syntax/tree';
import { filledIn } from './fill-in';
import { problemsIn, tryEdits } from '../../project/try-edits';
import type { Offer } from './offer';

export function missingFields(project: Project, finding: Finding): Offer | undefined {
  const { fix } = finding;
  const file = project.files.get(finding.path);
  const form = file && project.kinds.form(file.form);
  const tree = file && treeAt(file, finding.span.start);
  if (!file || !form || !tree || fix?.kind !== 'add-fields') return undefined;
  const found = holder(tree.root, '', tree.root, finding.span.start - tree.by, fix.fields);
  const shape = found && shapeAt(form.item, pointerParts(found.pointer));
  if (!found || !shape) return undefined;
  const fields = inOrder(shape, fix.fields);
  const snippet = written(file.text, found.mapping, tree.by, fields, shape);
  if (!snippet) return undefined;
  const edits = [{ start: snippet.at, end: snippet.at, text: filledIn(snippet.text) }];
  const slice = sliceAt(file, finding.span.start)?.slice;
  const next = tryEdits(project, file, edits, new Set(slice ? [slice] : []), ({ added, removed, changed }) => {
    return added === fields.length && removed === 0 && changed === 0;
  });
  // What rules miss is asked later; what reading misses must be there now.
  const isGone = (): boolean => problemsIn(next?.files.get(file.path), 'LF021') < problemsIn(file, 'LF021');
  if (!next || (finding.code === 'LF021' && !isGone())) return undefined;
  return {
    title: say('action.add-fields', { fields }),
    path: file.path,
    edits,
    snippet: snippet.text,
    preferred: true,
  };
}

/** The tree around an offset and where its offsets begin: of Markdown that of its front matter. */
function treeAt(file: FileIndex, offset: number): { readonly root: Node; readonly by: number } | undefined {
  const at = sliceAt(file, offset);
  const root = at && readSlice(file, at.slice)?.root;
  return at && root && { root, by: at.start };
}

interface Holder {
  readonly mapping: Mapping;
  readonly pointer: Pointer;
}

// The group that lacks the fields is the one that the finding marks: by the key above it, its id, or its first key.
function holder(node: Node, pointer: Pointer, mark: Node, at: number, fields: readonly string[]): Holder | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const found = holder(item, within(pointer, index), item, at, fields);
      if (found) return found;
    }
    return undefined;
  }
  const id = node.pairs.find(({ key }) => key.text === 'id')?.value;
  const marks = mark === node ? [node.start, node.pairs[0]?.key.start, id?.start] : [mark.start];
  const lacks = fields.every((field) => node.pairs.every(({ key }) => key.text !== field));
  if (lacks && marks.includes(at)) return { mapping: node, pointer };
  for (const { key, value } of node.pairs) {
    const found = holder(value, within(pointer, key.text), value.kind === 'sequence' ? value : key, at, fields);
    if (found) return found;
  }
  return undefined;
}

function inOrder(shape: Shape, fields: readonly string[]): readonly string[] {
  const order = [...shape.fields.keys()];
  return [...fields].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function written(
  text: string,
  mapping: Mapping,
  by: number,
  fields: readonly string[],
  shape: Shape,
): { readonly at: number; readonly text: string } | undefined {
  const last = mapping.pairs.at(-1);
  const first = mapping.pairs[0];
  if (!first || !last) return undefined;
  let stop = 0;
  const lines = fields.map((field) => `${field}: ${proposal(shape.fields.get(field), () => ++stop)}`);
  const end = lastOffset(last.value, last.key.end) + by;
  if (mapping.flow) return { at: end, text: `, ${lines.join(', ')}` };
  const indent = ' '.repeat(columnOf(text, first.key.start + by));
  const edit = insertLines(
    text,
    afterLine(text, end),
    lines.map((line) => indent + line),
  );
  return { at: edit.start, text: edit.text };
}

function proposal(shape: Shape | undefined, next: () => number): string {
  const given = shape?.default;
  const simple = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  return simple && !shape?.choices ? `\${${next()}:${escapeSnippet(String(given))}}` : valueSnippet(shape, next);
}
