// Where a reference leads, in registers and in prose.
import type { Span } from '../base/span';
import type { Path } from '../model/id';
import { siteAt } from '../project/at';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { resolve } from '../project/resolve';

export interface Definition {
  /** The reference, in offsets of the file. */
  readonly from: Span;
  readonly targets: readonly Entity[];
}

/** The entities that the reference at an offset may mean; undefined when there is no reference or it leads to nothing. */
export function definition(project: Project, path: Path, offset: number): Definition | undefined {
  const file = project.files.get(path);
  const found = file && siteAt(file, offset);
  if (!found) return undefined;
  const from = { start: found.start + found.site.start, end: found.start + found.site.end };
  const resolved = resolve(project, found.site);
  switch (resolved.kind) {
    case 'found':
    case 'wrong-kind':
      return { from, targets: [resolved.entity] };
    case 'ambiguous':
      return { from, targets: resolved.entities };
    case 'missing':
    case 'unchecked':
      return undefined;
  }
}
