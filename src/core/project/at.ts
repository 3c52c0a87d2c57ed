// What stands at an offset of a file: an entity, a reference.
import { contains } from '../base/span';
import { pointerParts } from '../model/id';
import type { Site } from '../schema/sites';
import { cursorAt } from '../syntax/cursor';
import type { Entity, FileIndex, SliceIndex } from './file-index';

/** The slice that holds an offset, or undefined above the first item. */
export function sliceAt(
  file: FileIndex,
  offset: number,
): { readonly slice: SliceIndex; readonly start: number } | undefined {
  let low = 0;
  let high = file.starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((file.starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  const slice = file.slices[high];
  return slice && { slice, start: file.starts[high] ?? 0 };
}

/** The entity at an offset: of an entity inside another one the inner. */
export function entityAt(file: FileIndex, offset: number): Entity | undefined {
  const { slice } = sliceAt(file, offset) ?? {};
  const [outer, ...inner] = slice?.entities ?? [];
  if (!inner.length) return outer;
  const { path: all } = cursorAt(file.text, offset);
  // Pointers begin at the item; the manifest is an item itself.
  const path = all[0] === 'items' ? all.slice(2) : all;
  const isAbove = (entity: Entity): boolean => pointerParts(entity.pointer).every((part, at) => part === path[at]);
  return inner.findLast(isAbove) ?? outer;
}

/** The reference at an offset, with the entity that makes it and where the slice begins. */
export function siteAt(
  file: FileIndex,
  offset: number,
): { readonly site: Site; readonly from: Entity; readonly start: number } | undefined {
  const { slice, start } = sliceAt(file, offset) ?? { slice: undefined, start: 0 };
  for (const from of slice?.entities ?? []) {
    const site = from.sites.find((one) => contains({ start: one.start, end: one.end }, offset - start));
    if (site) return { site, from, start };
  }
  return undefined;
}
