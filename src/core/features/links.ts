// The links of a file: `[[links]]` in prose, and paths of files. References in fields are no links: they are text that
// one may well want to edit, and definition leads there as well.
import { type Span, shift } from '../base/span';
import type { Work } from '../base/work';
import { type Path, path as pathOf } from '../model/id';
import { entitiesOf, type Entity, startOf } from '../project/file-index';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';
import type { Site } from '../schema/sites';

export interface Link {
  readonly span: Span;
  readonly target:
    | { readonly kind: 'entity'; readonly entity: Entity }
    /** Below the project's folder; whether it exists is not asked here. */
    | { readonly kind: 'file'; readonly path: Path }
    | { readonly kind: 'url'; readonly url: string };
}

export function* links(project: Project, path: Path): Work<readonly Link[]> {
  const file = project.files.get(path);
  const found: Link[] = [];
  for (const entity of entitiesOf(file)) {
    for (const site of entity.sites) {
      const target = targetOf(project, site);
      if (target && file) found.push({ span: shift(site, startOf(file, entity.slice)), target });
    }
    yield;
  }
  return found;
}

function targetOf(project: Project, site: Site): Link['target'] | undefined {
  if (site.ref.to[0] === '@file') return fileTarget(site.text);
  const entity = site.ref.prose ? follow(project, site) : undefined;
  return entity && { kind: 'entity', entity };
}

function fileTarget(text: string): Link['target'] {
  if (/^https?:\/\//i.test(text)) return { kind: 'url', url: text };
  return { kind: 'file', path: pathOf(text.replace(/^\.?\//, '').replace(/#.*$/, '')) };
}
