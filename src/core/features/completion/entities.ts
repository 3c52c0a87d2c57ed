// Ids of what may be referred to, found by id and title; open ones before those that are done or dropped. Also what is
// made of ids: `object:action@scope`, and patterns over them.
import type { Work } from '../../base/work';
import type { Entity } from '../../project/file-index';
import { lookUp, type Project } from '../../project/project';
import { rankerOf } from '../../project/search';
import { droppedAs, isDone } from '../../project/state';
import { member } from '../../schema/json';
import { escapeSnippet } from '../../schema/snippet';
import type { Reference } from '../../schema/shape';
import { type Place, valueAt, written } from './place';
import { LIMIT, plainValue, type Suggestion } from './suggestion';

/** Entities between two pauses. */
const PAUSE = 256;

/** What may stand where a reference is wanted. */
export function* referable(place: Place, ref: Reference): Work<readonly Suggestion[]> {
  if (ref.parts !== undefined) return yield* composed(place, ref, ref.parts);
  const { project, context, typed, entity } = place;
  const kinds = ref.to.includes('@kind') ? kindNames(place) : [];
  const patterns = ref.glob ? patternsFor(place, ref) : [];
  // An entity never stands in a chain with itself, nor twice in a list.
  const others = context.cursor.path.slice(0, -1);
  const list = valueAt(place, others);
  const at = Number(context.cursor.path.at(-1));
  const there = new Set(Array.isArray(list) ? list.filter((_, i) => i !== at).map(String) : []);
  const isNew = (one: Entity): boolean => !(ref.acyclic && one === entity) && !there.has(nameOf(project, one, ref));
  const found = yield* matching(project, typed, ref.to, isNew);
  return [...kinds, ...found.map((one) => suggest(one, written(place, nameOf(project, one, ref)))), ...patterns];
}

/** Entities that fit what is typed: the exact id, then open ones, done ones, dropped ones, each the best first. */
export function* matching(
  project: Project,
  typed: string,
  to: readonly string[],
  fitting: (entity: Entity) => boolean = () => true,
): Work<readonly Entity[]> {
  // `kind/id` looks in that kind only.
  const slash = typed.indexOf('/');
  const named = slash > 0 ? project.kinds.kind(typed.slice(0, slash)) : undefined;
  const rank = rankerOf(named ? typed.slice(slash + 1) : typed);
  const any = to.includes('any');
  // By how far down the list, each no longer than the list.
  const drawers: Entity[][] = [];
  for (const kind of project.kinds.all) {
    if ((named && named !== kind) || !(any || to.includes(kind.name))) continue;
    for (const [i, entity] of project.table(kind.name).entries()) {
      if (i % PAUSE === 0) yield;
      const fit = entity.derived && any ? undefined : rank(entity.id, entity.title);
      if (fit === undefined) continue;
      const down = fit === 0 ? 0 : stateOf(entity) * WORST + Math.min(fit, WORST - 1);
      const drawer = (drawers[down] ??= []);
      if (drawer.length < LIMIT && fitting(entity)) drawer.push(entity);
    }
  }
  return drawers.flat().slice(0, LIMIT);
}

/** Ranks that are told apart. */
const WORST = 64;
const stateOf = (entity: Entity): 0 | 1 | 2 => (droppedAs(entity) !== undefined ? 2 : isDone(entity) ? 1 : 0);

/** An entity as a suggestion that writes `insert`, which is in snippet syntax. */
export const suggest = (entity: Entity, insert: string): Suggestion => ({
  kind: 'entity',
  label: entity.id,
  detail: entity.title,
  description: entity.kind.one,
  insert,
  again: false,
  entity,
});

/** The id alone where it says enough, `kind/id` where several kinds have it. */
export function nameOf(project: Project, entity: Entity, ref?: Reference): string {
  if (ref && !ref.to.includes('any')) return entity.id;
  const same = (project.byId.get(entity.id) ?? []).some((one) => one.kind !== entity.kind && one.id === entity.id);
  return same ? `${entity.kind.name}/${entity.id}` : entity.id;
}

// `object:action@scope`: the first part is an entity, the others are drawn from its fields of those names.
function* composed(place: Place, ref: Reference, form: string): Work<readonly Suggestion[]> {
  const { project, typed } = place;
  const [first = '', ...names] = [...form.matchAll(/\{([^}]+)\}/g)].map((found) => found[1] ?? '');
  const signs = form.split(/\{[^}]+\}/).slice(1, -1);
  const given = typed.split(/[:@]/);
  if (given.length < 2) {
    const found = yield* matching(project, typed, ref.to);
    return found.map((one) => {
      // Of the kind that has parts, the next part is wanted at once.
      const goesOn = one.kind.name === first && signs[0] !== undefined;
      return goesOn
        ? { ...suggest(one, escapeSnippet(`${one.id}${signs[0]}`)), again: true }
        : suggest(one, written(place, one.id));
    });
  }
  const list = member(lookUp(project, first, given[0] ?? '')?.value, names[given.length - 2] ?? '');
  if (!Array.isArray(list)) return [];
  const head = given.slice(0, -1).reduce((text, part, at) => `${text}${part}${signs[at] ?? ''}`, '');
  return list.map((one) => plainValue(`${head}${String(one)}`, '', written(place, `${head}${String(one)}`)));
}

const kindNames = (place: Place): readonly Suggestion[] =>
  place.project.kinds.all
    .filter((kind) => place.project.table(kind.name).length)
    .map((kind) => plainValue(kind.name, kind.title, written(place, kind.name)));

// Whole kinds, and what ids have in common before a dot: `configuration/*`, `fi.*`.
function patternsFor(place: Place, ref: Reference): readonly Suggestion[] {
  const { project, typed } = place;
  const slash = typed.indexOf('/');
  const named = slash > 0 ? project.kinds.kind(typed.slice(0, slash)) : undefined;
  const any = ref.to.includes('any');
  if (any && !named) {
    const counts = project.kinds.all.map((kind) => [`${kind.name}/*`, project.table(kind.name).length] as const);
    return counts.filter(([, count]) => count > 1).map(([text]) => pattern(place, text));
  }
  const kinds = named ? [named.name] : ref.to;
  const dots = typed.slice(slash + 1).split('.').length;
  const counts = new Map<string, number>();
  for (const { id } of kinds.flatMap((kind) => project.table(kind))) {
    const parts = id.split('.');
    if (parts.length <= dots) continue;
    const head = parts.slice(0, dots).join('.');
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  const before = named ? `${named.name}/` : '';
  const common = [...counts].filter(([, count]) => count > 1).slice(0, LIMIT);
  return common.map(([head]) => pattern(place, `${before}${head}.*`));
}

const pattern = (place: Place, text: string): Suggestion => plainValue(text, '', written(place, text), 'pattern');
