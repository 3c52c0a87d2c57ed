// Where a reference leads: to an entity, to several, to nothing, or to something this version does not know, which is
// then not checked.
import { keptAlone } from '../base/kept';
import { nearest, nfc } from '../base/text';
import { everWithId, lookUp, type Project, targetOf } from './project';
import type { Entity } from './file-index';
import { nearIn } from './near-ids';
import type { Reference } from '../schema/shape';
import type { Site } from '../schema/sites';

export type Resolution =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'found'; readonly entity: Entity }
  | { readonly kind: 'ambiguous'; readonly entities: readonly Entity[] }
  | { readonly kind: 'wrong-kind'; readonly entity: Entity }
  | { readonly kind: 'missing' };

const UNCHECKED: Resolution = { kind: 'unchecked' };

export function resolve(project: Project, site: Site): Resolution {
  const { wanted, any, unchecked } = wantedBy(site);
  if (unchecked) return UNCHECKED;
  const { kind, id } = targetOf(project.kinds, site.text);
  if (kind) {
    const entity = lookUp(project, kind.name, id);
    if (!entity) return { kind: 'missing' };
    return any || wanted.includes(kind.name) ? { kind: 'found', entity } : { kind: 'wrong-kind', entity };
  }
  const ever = everWithId(project, id);
  const [only] = ever;
  if (only && ever.length === 1 && (any || wanted.includes(only.kind.name))) return { kind: 'found', entity: only };
  // What is of another kind takes no id away, so that an answer rests on the kinds that it may be of.
  const fitting = presentFirst(any ? ever : ever.filter((entity) => wanted.includes(entity.kind.name)), id);
  const kinds = new Set(fitting.map((entity) => entity.kind));
  if (kinds.size > 1)
    return {
      kind: 'ambiguous',
      entities: [...kinds].map((one) => fitting.find((entity) => entity.kind === one) as Entity),
    };
  if (fitting[0]) return { kind: 'found', entity: fitting[0] };
  if (wanted.includes('@kind') && project.kinds.kind(site.text)) return UNCHECKED;
  const unknown = wanted.some(
    (name) => name !== 'any' && (name.startsWith('@') ? name !== '@kind' : !project.kinds.kind(name)),
  );
  if (unknown) return UNCHECKED;
  const [other] = presentFirst(ever, id);
  return other ? { kind: 'wrong-kind', entity: other } : { kind: 'missing' };
}

const isNamespace = (name: string): boolean => name.startsWith('@');

/** The entity that a reference leads to, or undefined when it leads to none or to several. */
export function follow(project: Project, site: Site): Entity | undefined {
  const plain = followPlain(project, site);
  if (plain) return plain;
  const found = resolve(project, site);
  return found.kind === 'found' ? found.entity : undefined;
}

// Nearly every reference, in one look: an id without a kind before it, that one entity ever had, of a kind that is wanted.
function followPlain(project: Project, site: Site): Entity | undefined {
  const { wanted, any, unchecked } = wantedBy(site);
  if (unchecked || site.text.includes('/')) return undefined;
  const ever = project.byId.get(nfc(site.text));
  const only = ever?.length === 1 ? ever[0] : undefined;
  return only && (any || wanted.includes(only.kind.name)) ? only : undefined;
}

// Those that have the id now, else those that had it.
function presentFirst(ever: readonly Entity[], id: string): readonly Entity[] {
  if (ever.length < 2) return ever;
  const now = ever.filter((entity) => entity.id === id);
  return now.length ? now : ever;
}

/** The kinds a reference may lead to. Of a composed text (`object:action`) the first part is of the first kind named in
 *  its form; written without parts it is one of the others. */
export const kindsWanted = (site: Site): readonly string[] => wantedBy(site).wanted;

interface Wanted {
  readonly wanted: readonly string[];
  /** Whether an entity of any kind will do. */
  readonly any: boolean;
  /** It leads to no entity, so that this is no place to look for what it leads to. */
  readonly unchecked: boolean;
}

// Asked for every place of a reference, and decided by the reference.
const wantedBy = ({ ref, composed }: Site): Wanted => (composed ? wantedComposed(ref) : wantedPlain(ref));
const wantedComposed = keptAlone((ref: Reference) => wantedIn(ref, true));
const wantedPlain = keptAlone((ref: Reference) => wantedIn(ref, false));

function wantedIn({ to, parts }: Reference, composed: boolean): Wanted {
  const object = parts && to.length > 1 ? /\{([^}]+)\}/.exec(parts)?.[1] : undefined;
  const others = object === undefined ? to : to.filter((name) => name !== object);
  const wanted = composed && object !== undefined ? [object] : others;
  return { wanted, any: wanted.includes('any'), unchecked: wanted.every(isNamespace) };
}

/** The id of these kinds that was most likely meant: the one of that title, or the nearest spelling. */
export function nearestId(project: Project, site: Site): string | undefined {
  const { kind, id } = targetOf(project.kinds, site.text);
  const wanted = kindsWanted(site);
  const kinds = kind ? [kind] : project.kinds.all.filter((one) => wanted.includes('any') || wanted.includes(one.name));
  let best: string | undefined;
  for (const one of kinds) {
    const near = nearIn(one, project.table(one.name), id);
    if (near !== undefined) best = best === undefined ? near : nearest(id, [best, near]);
  }
  return best === undefined ? undefined : kind ? `${kind.name}/${best}` : best;
}
