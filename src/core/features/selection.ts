// What a selection grows to: the letters of a value, the value, its field, the group around it, the entity, the file.
import { contains, type Span } from '../base/span';
import type { Path } from '../model/id';
import { sliceAt } from '../project/at';
import type { Project } from '../project/project';
import { treeOf } from '../project/tree-of';
import { lastOffset } from '../syntax/rewrite';
import type { Node } from '../syntax/tree';

/** The stretches around an offset, the smallest first; each lies in the next. */
export function selections(project: Project, path: Path, offset: number): readonly Span[] {
  const file = project.files.get(path);
  if (!file || file.form === '') return [];
  const { slice } = sliceAt(file, offset) ?? {};
  const root = slice && treeOf(file, slice);
  const found: Span[] = [{ start: 0, end: file.text.length }];
  const add = (span: Span): void => {
    const around = found.at(-1) as Span;
    const smaller = span.start > around.start || span.end < around.end;
    if (smaller && span.start >= around.start && span.end <= around.end && contains(span, offset)) found.push(span);
  };
  const walk = (node: Node): void => {
    add({ start: node.start, end: lastOffset(node) });
    if (node.kind === 'scalar') {
      const quoted = node.style === 'single' || node.style === 'double';
      if (quoted) add({ start: node.start + 1, end: node.end - 1 });
    } else if (node.kind === 'sequence') node.items.filter((item) => holds(item)).forEach(walk);
    else {
      for (const { key, value } of node.pairs) {
        const pair = { start: key.start, end: lastOffset(value, key.end) };
        if (!contains(pair, offset)) continue;
        add(pair);
        if (contains(key, offset)) add({ start: key.start, end: key.end });
        else walk(value);
      }
    }
  };
  const holds = (node: Node): boolean => contains({ start: node.start, end: lastOffset(node) }, offset);
  if (root && holds(root)) walk(root);
  return found.reverse();
}
