// All that an index says, as plain data that two of them can be compared by: kinds and references by name and number.
import type { FileIndex } from '../../../src/core/project/file-index';

export const outlineOf = (file: FileIndex): unknown => ({
  ...file,
  text: file.text,
  open: file.open().slices,
  slices: file.slices.map((slice) => ({
    ...slice,
    entities: slice.entities.map((entity) => ({
      ...entity,
      slice: undefined,
      kind: entity.kind.name,
      sites: entity.sites.map((site) => ({ ...site, ref: site.ref.at })),
    })),
  })),
});
