// The tree behind a slice, read again for whoever edits it or selects in it.
import { shift } from '../base/span';
import { parse, type Parsed } from '../syntax/parse';
import { readItem } from '../syntax/register';
import type { Node, Scalar } from '../syntax/tree';
import { type FileIndex, ordinalOf, type SliceIndex, startOf } from './file-index';
import { frontMatter } from './index-document';
import { MANIFEST } from './matcher';

/** Files that are one entity, read as a whole: the manifest, and Markdown for its front matter. */
export const isDocument = (file: FileIndex): boolean => file.path === MANIFEST || /\.md$/i.test(file.path);

/** The YAML of a document as its text is, or as it would be. */
export const readDocument = (file: FileIndex, text = file.text): Parsed =>
  parse((file.path === MANIFEST ? text : frontMatter(text)?.yaml) ?? '');

/** A slice read again; offsets are of the slice. */
export function readSlice(file: FileIndex, slice: SliceIndex): Parsed | undefined {
  if (isDocument(file)) return readDocument(file);
  const ordinal = ordinalOf(file, slice);
  return ordinal < 0 ? undefined : readItem(file.open(), ordinal);
}

/** The tree of a slice with offsets of the file; undefined where there is none, as in an empty item. */
export function treeOf(file: FileIndex, slice: SliceIndex, read = readSlice(file, slice)): Node | undefined {
  return read?.root && moved(read.root, isDocument(file) ? 0 : startOf(file, slice));
}

function moved(node: Node, by: number): Node {
  switch (node.kind) {
    case 'scalar':
      return { ...node, ...shift(node, by) };
    case 'sequence':
      return { ...node, ...shift(node, by), items: node.items.map((item) => moved(item, by)) };
    case 'mapping': {
      const pairs = node.pairs.map(({ key, value }) => ({ key: moved(key, by) as Scalar, value: moved(value, by) }));
      return { ...node, ...shift(node, by), pairs };
    }
  }
}

/** The tree with some of its scalars, keys among them, reading differently. */
export function retold(node: Node, textOf: (scalar: Scalar) => string | undefined): Node {
  const scalar = (at: Scalar): Scalar => {
    const text = textOf(at);
    return text === undefined ? at : { ...at, text, value: text };
  };
  switch (node.kind) {
    case 'scalar':
      return scalar(node);
    case 'sequence':
      return { ...node, items: node.items.map((item) => retold(item, textOf)) };
    case 'mapping':
      return {
        ...node,
        pairs: node.pairs.map(({ key, value }) => ({ key: scalar(key), value: retold(value, textOf) })),
      };
  }
}
