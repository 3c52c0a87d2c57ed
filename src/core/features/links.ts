// The links of a file: `[[links]]` in prose, and paths of files. References in fields are no links: they are text that
// one may well want to edit, and definition leads there as well.
import type { Span } from '../base/span';
import { type Path, path as pathOf } from '../model/id';
import { entitiesOf, type Entity, startOf } from '../project/file-index';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';

export interface Link {
  readonly span: Span;
  readonly target:
    | { readonly kind: 'entity'; readonly entity: Entity }
    /** Below the project's folder; whether it exists is not asked here. */
    | { readonly kind: 'file'; readonly path: Path }
    | { readonly kind: 'url'; readonly url: string };
}

export function links(project: Project, path: Path): readonly Link[] {
  const file = project.files.get(path);
  if (!file) return [];
  return entitiesOf(file).flatMap((entity) => {
    const by = startOf(file, entity.slice);
    return entity.sites.flatMap((site): readonly Link[] => {
      const span = { start: by + site.start, end: by + site.end };
      if (site.ref.to[0] === '@file') return [{ span, target: fileTarget(site.text) }];
      const found = site.ref.prose ? follow(project, site) : undefined;
      return found ? [{ span, target: { kind: 'entity', entity: found } }] : [];
    });
  });
}

function fileTarget(text: string): Link['target'] {
  if (/^https?:\/\//i.test(text)) return { kind: 'url', url: text };
  return { kind: 'file', path: pathOf(text.replace(/^\.?\//, '').replace(/#.*$/, '')) };
}
