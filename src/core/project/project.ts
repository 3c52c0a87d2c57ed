// Every register at one moment: entities by id, who refers to whom. A project is a value; a change makes the next one.
import type { Layers } from '../base/layers';
import { nfc } from '../base/text';
import type { Path } from '../model/id';
import type { Kind, Kinds } from '../schema/kinds';
import type { Site } from '../schema/sites';
import { type Entity, type FileIndex, ordinalOf } from './file-index';
import { MANIFEST } from './matcher';
import type { Settings } from './settings';

/** A reference seen from its target. */
export interface Backref {
  readonly from: Entity;
  readonly site: Site;
}

export interface Project {
  readonly kinds: Kinds;
  readonly settings: Settings;
  readonly files: ReadonlyMap<Path, FileIndex>;
  /** By id, of all kinds; those that had the id before (`formerly`) too. */
  readonly byId: Layers<readonly Entity[]>;
  /** Who refers, by the id that the reference's text names, whether or not it exists. */
  readonly backrefs: Layers<readonly Entity[]>;
  /** Entities of a kind in the order of files and of lines. */
  readonly table: (kind: string) => readonly Entity[];
}

export const manifestOf = (project: Project): FileIndex | undefined => project.files.get(MANIFEST as Path);

/** The entity with this kind and id; of duplicates the first. A former id leads to the entity that had it. */
export function lookUp(project: Project, kind: string, id: string): Entity | undefined {
  const named = nfc(id);
  const found = everWithId(project, id).filter((entity) => entity.kind.name === kind);
  return found.find((entity) => entity.id === named) ?? found[0];
}

/** Every entity whose present id is this one, in the order of kinds, files and lines. */
export const withId = (project: Project, id: string): readonly Entity[] =>
  everWithId(project, id).filter((entity) => entity.id === nfc(id));

/** The same, with those that had the id before. */
export function everWithId(project: Project, id: string): readonly Entity[] {
  const found = project.byId.get(nfc(id)) ?? [];
  // The map lists them as they came, which is a matter of history.
  return found.length < 2
    ? found
    : [...found].sort(
        (a, b) =>
          compareNames(a.kind.name, b.kind.name) ||
          compareNames(a.path, b.path) ||
          place(project, a) - place(project, b),
      );
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function place(project: Project, entity: Entity): number {
  const file = project.files.get(entity.path);
  return file ? ordinalOf(file, entity.slice) : -1;
}

export const keyOf = (entity: Entity): string => `${entity.kind.name}/${entity.id}`;

/** What a reference's text names: an id, and the kind when it is written `kind/id`. */
export function targetOf(kinds: Kinds, text: string): { readonly kind: Kind | undefined; readonly id: string } {
  const slash = text.indexOf('/');
  const kind = slash > 0 ? kinds.kind(text.slice(0, slash)) : undefined;
  return { kind, id: nfc(kind ? text.slice(slash + 1) : text) };
}

/** Every reference to an entity, by its present id and by those it had. */
export function backrefsOf(project: Project, entity: Entity): readonly Backref[] {
  const found: Backref[] = [];
  for (const id of [entity.id as string, ...formerIds(entity)])
    for (const from of project.backrefs.get(id) ?? [])
      for (const site of from.sites) if (pointsAt(project, site, entity, id)) found.push({ from, site });
  return found;
}

function pointsAt(project: Project, site: Site, entity: Entity, id: string): boolean {
  // Most references of who refers to it lead elsewhere, and most of those to it are its id as it is.
  if (site.text !== id) {
    const target = targetOf(project.kinds, site.text);
    if (target.id !== id) return false;
    if (target.kind) return target.kind === entity.kind;
  }
  return site.ref.to.includes('any') || site.ref.to.includes(entity.kind.name);
}

export function formerIds(entity: Pick<Entity, 'value'>): readonly string[] {
  const former = entity.value.formerly;
  return Array.isArray(former) ? former.filter((one) => typeof one === 'string').map((one) => nfc(one)) : [];
}
