// From the parts of a JSON pointer to a place in a tree, with the key above the value.
import { indexOf, pairOf } from './locate';
import type { Node, Scalar } from './tree';

export interface Place {
  /** The key under which the value stands; undefined for list elements and the root. */
  readonly key: Scalar | undefined;
  readonly node: Node;
}

/** The place of the value at these pointer parts, or undefined when there is none. */
export function locate(root: Node, parts: readonly string[]): Place | undefined {
  let at: Place = { key: undefined, node: root };
  for (const part of parts) {
    const { node } = at;
    if (node.kind === 'mapping') {
      const pair = pairOf(node, part);
      if (!pair) return undefined;
      at = { key: pair.key, node: pair.value };
    } else if (node.kind === 'sequence') {
      const item = node.items[indexOf(part)];
      if (!item) return undefined;
      at = { key: undefined, node: item };
    } else return undefined;
  }
  return at;
}
