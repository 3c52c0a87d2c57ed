// Finding and comparing inside trees: the value at a pointer, the tree as it would be with another value there.
import type { Pointer } from '../model/id';
import { pointerParts } from '../model/id';
import type { Mapping, Node, Pair, Sequence } from './tree';

/** The value at a pointer; of a key that stands twice the first. */
export function nodeAt(root: Node | undefined, pointer: Pointer): Node | undefined {
  let node = root;
  for (const part of pointerParts(pointer)) {
    if (node?.kind === 'mapping') node = pairOf(node, part)?.value;
    else if (node?.kind === 'sequence') node = node.items[indexOf(part)];
    else return undefined;
  }
  return node;
}

export const pairOf = (mapping: Mapping, key: string): Pair | undefined =>
  mapping.pairs.find((pair) => pair.key.text === key);

/** The index that a part of a pointer names, or -1. */
export const indexOf = (part: string): number => (/^(?:0|[1-9]\d{0,9})$/.test(part) ? Number(part) : -1);

/** The collection that holds the value of a pointer, and the last part of the pointer. */
export function holderOf(
  root: Node | undefined,
  pointer: Pointer,
): { holder: Mapping | Sequence; part: string } | undefined {
  const slash = pointer.lastIndexOf('/');
  const part = pointerParts(pointer).at(-1);
  if (part === undefined) return undefined;
  const holder = nodeAt(root, pointer.slice(0, slash));
  return holder && holder.kind !== 'scalar' ? { holder, part } : undefined;
}

/** Whether two trees mean the same: places, styles and the order of fields aside. */
export function sameValue(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.kind === 'scalar') return b.kind === 'scalar' && Object.is(a.value, b.value) && a.text === b.text;
  if (a.kind === 'sequence') {
    if (b.kind !== 'sequence' || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => sameValue(item, b.items[index]));
  }
  if (b.kind !== 'mapping' || a.pairs.length !== b.pairs.length) return false;
  const others = new Map(b.pairs.map((pair) => [pair.key.text, pair.value]));
  return a.pairs.every(({ key, value }) => sameValue(value, others.get(key.text)));
}

/** The tree with the value at a pointer replaced, or removed where the new value is undefined. */
export function withValue(root: Node, pointer: Pointer, value: Node | undefined): Node | undefined {
  return change(root, pointerParts(pointer), value);
}

function change(node: Node, parts: readonly string[], value: Node | undefined): Node | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (node.kind === 'scalar') return node;
  if (node.kind === 'sequence') {
    const at = indexOf(part);
    return {
      ...node,
      items: node.items.flatMap((item, index) => (index === at ? some(change(item, rest, value)) : [item])),
    };
  }
  const pairs = node.pairs.flatMap((pair) => {
    if (pair.key.text !== part) return [pair];
    return some(change(pair.value, rest, value)).map((changed) => ({ key: pair.key, value: changed }));
  });
  return { ...node, pairs };
}

const some = (node: Node | undefined): readonly Node[] => (node ? [node] : []);
