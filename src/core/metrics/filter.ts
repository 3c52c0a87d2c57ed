// Filters of metrics, `{wave=W1}`, and what belongs to a wave, a module, an org unit or an audience: what says so itself, or
// what it is about does (a test's requirement's module's wave).
import { keptAlone } from '../base/kept';
import { nearest } from '../base/text';
import { type Bilingual, type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { lookUp, type Project, targetOf, withId } from '../project/project';
import { type Json, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import { entityOf } from '../project/values';
import { isAsRead, noting, type Reads } from '../project/noted';

export const filterNames = ['wave', 'module', 'org', 'audience'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filter = ReadonlyMap<FilterName, string>;

export const noFilter: Filter = new Map();

/** A metric as gates and people write it, `training.coverage{wave=W1}`; undefined where the filter cannot be read. */
export function parseMetric(text: string): { readonly id: string; readonly filter: Filter } | undefined {
  const [, id, inside] = /^\s*([a-z][\w.-]*)\s*(?:\{([^{}]*)\})?\s*$/.exec(text) ?? [];
  const filter = inside === undefined ? noFilter : parseFilter(inside);
  return id && filter ? { id, filter } : undefined;
}

/** `wave=W1,module=fi`. */
export function parseFilter(text: string): Filter | undefined {
  const filter = new Map<FilterName, string>();
  for (const part of text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, key, value] = /^(\w+)\s*=\s*(\S.*)$/.exec(part) ?? [];
    const name = filterNames.find((one) => one === key);
    if (!name || value === undefined) return undefined;
    filter.set(name, value);
  }
  return filter;
}

export const filterText = (filter: Filter): string =>
  filter.size ? `{${[...filter].map(([name, value]) => `${name}=${value}`).join(',')}}` : '';

/** What filters name: entries of a kind, or the values that a field of its entries may have. */
export interface Named {
  readonly kind: string;
  readonly field?: string;
}
export const filterTargets: Readonly<Record<FilterName, Named>> = {
  wave: { kind: 'waves' },
  module: { kind: 'modules' },
  org: { kind: 'org-units' },
  audience: { kind: 'courses', field: 'audience' },
};

/** The values that a filter may have where it names those of a field; undefined where it names entries. */
export function valuesOf(
  { kinds }: Project,
  name: FilterName,
): readonly { readonly id: string; readonly title: Bilingual }[] | undefined {
  const { kind, field } = filterTargets[name];
  if (field === undefined) return undefined;
  const choices = kinds.kind(kind)?.shape.fields.get(field)?.choices ?? [];
  return choices.map(({ value, label }) => ({ id: written(value), title: label }));
}
/** Fields that lead from an entry to what it is about. */
const WAYS = [
  ...['module', 'modules', 'requirement', 'covers', 'test', 'course', 'object', 'run', 'process', 'org', 'orgs'],
  ...['parent', 'task', 'threatens', 'affects'],
];
/** Steps from an entry to what says where it belongs: run → test → requirement → module → wave, and one to spare. */
const FARTHEST = 6;

/** What decides alone where it is given, the first that is: what else an entry touches may belong to others as well. A
 * requirement of a module belongs to that module's wave, however many modules its process runs through. */
const DECISIVE: Readonly<Partial<Record<FilterName, readonly (readonly string[])[]>>> = {
  wave: [['wave'], ['module', 'modules']],
  module: [['module', 'modules']],
  org: [['org', 'orgs'], ['wave']],
};

/** The entries of a kind that belong to what the filter names. */
export function rowsOf(project: Project, kind: string, filter: Filter): readonly Entity[] {
  if (!filter.size) return project.table(kind);
  const answers = keptRows(project.kinds);
  const key = `${kind}${filterText(filter)}`;
  const known = answers.get(key);
  if (known && isAsRead(known.reads, project)) return known.rows;
  const { project: seen, reads } = noting(project);
  let rows = seen.table(kind);
  for (const [name, id] of filter) {
    const belongs = leadingTo(seen, name, id);
    rows = rows.filter((entity) => belongs(entity, FARTHEST));
  }
  answers.set(key, { reads, rows });
  return rows;
}

/** Several figures ask for the same, and most edits leave it as it is. */
const keptRows = keptAlone<Kinds, Map<string, { readonly reads: Reads; readonly rows: readonly Entity[] }>>(
  () => new Map(),
);

/** The steps within which an entry is known to lead there, and those within which it does not. */
interface Way {
  readonly ahead: readonly Entity[];
  within: number;
  beyond: number;
}

/** Tells whether an entry leads within so many steps to what is named. Entries of one wave share most of their way, which
 * is walked once. */
function leadingTo(project: Project, wanted: FilterName, id: string): (entity: Entity, steps: number) => boolean {
  const target = filterTargets[wanted];
  const known = new Map<Entity, Way>();
  const leads = (entity: Entity, steps: number): boolean => {
    let way = known.get(entity);
    if (!way) {
      const within = isNamed(entity, target, id) ? 0 : Number.POSITIVE_INFINITY;
      known.set(entity, (way = { ahead: targets(project, entity, wanted), within, beyond: -1 }));
    }
    if (way.within <= steps) return true;
    if (way.beyond >= steps) return false;
    const found = steps > 0 && way.ahead.some((next) => leads(next, steps - 1));
    if (found) way.within = steps;
    else way.beyond = steps;
    return found;
  };
  return leads;
}

/** What a filter names and nothing is, with what was meant, most likely. */
export interface Stranger {
  readonly name: FilterName;
  readonly near: string | undefined;
  readonly message: Message;
}

/** The first part of a filter that names nothing. */
export function strangerIn(project: Project, filter: Filter): Stranger | undefined {
  for (const [name, id] of filter) {
    const values = valuesOf(project, name)?.map((one) => one.id);
    const kind = project.kinds.kind(filterTargets[name].kind);
    if (!kind || (values ? values.includes(id) : lookUp(project, kind.name, id))) continue;
    const near = nearest(id, values ?? project.table(kind.name).map((one) => one.id));
    const about = { kind: kind.one, id };
    if (values) return { name, near, message: say('gate.no-filter-value', { filter: name, id, values }) };
    const message =
      near === undefined ? say('gate.no-filter-id', about) : say('gate.no-filter-id-near', { ...about, near });
    return { name, near, message };
  }
  return undefined;
}

const isNamed = (one: Entity, { kind, field }: Named, id: string): boolean =>
  one.kind.name === kind && (field === undefined ? one.id === id : one.value[field] === id);

/** Where the way has come to what may be meant, it ends but for what that is a part of: a wave's modules go live in other
 * waves as well. */
const ABOVE = ['parent'];

function targets(project: Project, entity: Entity, wanted: FilterName): readonly Entity[] {
  const { value, kind } = entity;
  const ways =
    kind.name === filterTargets[wanted].kind
      ? ABOVE
      : (DECISIVE[wanted]?.find((fields) => fields.some((field) => value[field] !== undefined)) ?? WAYS);
  return ways.flatMap((field) => {
    const shape = kind.shape.fields.get(field);
    const ref = shape?.ref ?? shape?.items?.ref;
    const named: readonly Json[] = Array.isArray(value[field]) ? value[field] : [value[field] ?? null];
    return named.flatMap((one) => (typeof one === 'string' && ref ? entitiesNamed(project, ref.to, one) : []));
  });
}

/** What a reference names; where it may be of any kind, everything of that id. */
function entitiesNamed(project: Project, kinds: readonly string[], text: string): readonly Entity[] {
  if (!kinds.includes('any')) return kinds.flatMap((kind) => entityOf(project, kind, text) ?? []);
  const { kind, id } = targetOf(project.kinds, text);
  return kind ? [entityOf(project, kind.name, id) ?? []].flat() : withId(project, id);
}
