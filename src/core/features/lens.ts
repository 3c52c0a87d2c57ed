// What stands above an entity: how often it is referred to, and how much was found about it.
import type { Span } from '../base/span';
import type { Finding } from '../model/finding';
import type { Path } from '../model/id';
import type { Entity } from '../project/file-index';
import { type Backref, backrefsOf, keyOf, type Project } from '../project/project';

export interface Lens {
  readonly entity: Entity;
  /** The id, in offsets of the file. */
  readonly span: Span;
}

/** Entities of a file that get a line: beyond, the lines cost the editor more than the text itself. */
const MOST = 5000;

/** The entities of a file that have a line of their own; entries of a log, which nothing can name, have none. */
export function lenses(project: Project, path: Path): readonly Lens[] {
  const file = project.files.get(path);
  return (file?.slices ?? []).slice(0, MOST).flatMap(({ entities }, at) => {
    const [entity] = entities;
    const start = file?.starts[at] ?? 0;
    if (!entity || entity.derived || entity.pointer !== '') return [];
    return [{ entity, span: { start: start + entity.mark.start, end: start + entity.mark.end } }];
  });
}

export interface LensText {
  readonly references: readonly Backref[];
  readonly findings: number;
}

/** What one of them says. `findings` are those of its file. */
export function lensText(project: Project, { entity }: Lens, findings: readonly Finding[]): LensText {
  const key = keyOf(entity);
  return {
    references: backrefsOf(project, entity).filter(({ from }) => from !== entity),
    findings: findings.filter((one) => one.entity === key).length,
  };
}
