// Where a text names an entity: by its own id, or by a reference to it. References, highlights and rename start here.
import { contains, type Span } from '../base/span';
import { nfc } from '../base/text';
import type { Path, Pointer } from '../model/id';
import type { Site } from '../schema/sites';
import { nodeAt } from '../syntax/locate';
import { siteAt, sliceAt } from './at';
import { type Entity, type FileIndex, startOf } from './file-index';
import { backrefsOf, type Project, targetOf } from './project';
import { resolve } from './resolve';
import { treeOf } from './tree-of';

/** A place in a file of the project; offsets are of its text. */
export interface Place {
  readonly path: Path;
  readonly span: Span;
}

/** A place that refers to an entity: the id only, without quotes and without the kind before it. */
export interface Mention extends Place {
  readonly from: Entity;
  readonly site: Site;
}

export interface Named {
  readonly entity: Entity;
  readonly span: Span;
}

/** The entity that stands under an offset, by its own id or by a reference that leads to exactly one. */
export function namedAt(project: Project, path: Path, offset: number): Named | undefined {
  const file = project.files.get(path);
  if (!file) return undefined;
  const found = siteAt(file, offset);
  if (found) {
    const to = resolve(project, found.site);
    const entity = to.kind === 'found' || to.kind === 'wrong-kind' ? to.entity : undefined;
    return entity && { entity, span: idIn(project, file, found.site, found.start) };
  }
  const { slice, start } = sliceAt(file, offset) ?? { slice: undefined, start: 0 };
  const entity = slice?.entities.find(({ mark }) => contains(mark, offset - start));
  return entity && { entity, span: ownId(file, entity) ?? markOf(file, entity) };
}

/** Where the entity's own id is written; undefined for one that has none of its own, or that the text does not show. */
export function ownId(file: FileIndex, entity: Entity): Span | undefined {
  const mark = markOf(file, entity);
  const source = file.text.slice(mark.start, mark.end);
  const at = /^["']/.test(source) ? 1 : 0;
  const bare = source.slice(at, source.length - at);
  return nfc(bare) === entity.id ? { start: mark.start + at, end: mark.end - at } : undefined;
}

/** Where an entity begins to be told: its id, or what stands for it. */
export function markOf(file: FileIndex, { slice, mark }: Entity): Span {
  const start = startOf(file, slice);
  return { start: start + mark.start, end: start + mark.end };
}

/** Where a part of an entity is written; without a pointer, where the entity begins. */
export function placeOf(project: Project, entity: Entity, pointer: Pointer = ''): Place | undefined {
  const file = project.files.get(entity.path);
  if (!file) return undefined;
  const node = pointer === '' ? undefined : nodeAt(treeOf(file, entity.slice), pointer);
  return { path: entity.path, span: node ? { start: node.start, end: node.end } : markOf(file, entity) };
}

/** Every place that refers to the entity, by its present id or a former one, in the order of files and lines. */
export function mentionsOf(project: Project, entity: Entity): readonly Mention[] {
  const found = backrefsOf(project, entity).flatMap(({ from, site }): readonly Mention[] => {
    const file = project.files.get(from.path);
    const to = resolve(project, site);
    const leads = to.kind === 'found' ? to.entity === entity : to.kind === 'ambiguous' && to.entities.includes(entity);
    return file && leads
      ? [{ from, site, path: from.path, span: idIn(project, file, site, startOf(file, from.slice)) }]
      : [];
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

/** The letters of the id inside a reference; where escapes hide them, the whole. */
function idIn(project: Project, file: FileIndex, site: Site, by: number): Span {
  const whole = { start: by + site.start, end: by + site.end };
  const at = file.text.slice(whole.start, whole.end).indexOf(site.text);
  const before = targetOf(project.kinds, site.text).kind ? site.text.indexOf('/') + 1 : 0;
  return at < 0 ? whole : { start: whole.start + at + before, end: whole.start + at + site.text.length };
}
