// What a new baseline may cover, to choose from: whole registers, the families of ids in them (`configuration/fi.*`), and
// what earlier baselines cover.
import { BASELINES } from '../compare/drift';
import { type Language } from '../messages/message';
import { covering } from '../project/covers';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { written } from '../schema/json';
import { titleOfKind } from './groups';

export interface ScopeChoice {
  /** A kind, an id or a pattern, as the scope of a baseline has it. */
  readonly scope: string;
  /** The name of the register. */
  readonly register: string;
  /** How many entities it covers now. */
  readonly count: number;
}

/** Entities that make a family of ids worth a choice. */
const FAMILY = 2;

/** What earlier baselines cover comes first, then the registers in the order of kinds, each with its families. */
export function scopeChoices(project: Project, language: Language): readonly ScopeChoice[] {
  const choices = project.kinds.all.flatMap((kind): readonly ScopeChoice[] => {
    const all = project.table(kind.name);
    // Entries of logs come and go; nobody approves what a log said.
    if (!all.length || kind.name === BASELINES || all.every(({ derived }) => derived)) return [];
    const register = titleOfKind(kind, language);
    const families = [...familiesOf(all)].filter(([, count]) => count >= FAMILY && count < all.length);
    return [
      { scope: kind.name, register, count: all.length },
      ...families.map(([family, count]) => ({ scope: `${kind.name}/${family}.*`, register, count })),
    ];
  });
  const earlier = new Set(project.table(BASELINES).flatMap(({ value: { scope } }) => texts(scope)));
  const missing = [...earlier].filter((scope) => !choices.some((one) => one.scope === scope));
  const named = missing.map((scope) => ({ scope, register: '', count: coveredBy([scope], project) }));
  const all = [...choices, ...named.filter(({ count }) => count > 0)];
  return [...all.filter(({ scope }) => earlier.has(scope)), ...all.filter(({ scope }) => !earlier.has(scope))];
}

/** How many entities a scope covers. */
export function coveredBy(scope: readonly string[], project: Project): number {
  const covers = covering([...scope], project.kinds);
  return project.kinds.all.reduce((sum, { name }) => sum + project.table(name).filter(covers).length, 0);
}

/** What somebody typed, with commas of either width between. */
export const typedScope = (text: string): readonly string[] =>
  text
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter(Boolean);

// Ids such as `fi.posting.tolerance` by what stands before the first dot.
function familiesOf(entities: readonly Entity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, derived } of entities) {
    const dot = id.indexOf('.');
    if (dot > 0 && !derived) counts.set(id.slice(0, dot), 1 + (counts.get(id.slice(0, dot)) ?? 0));
  }
  return counts;
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map((one) => written(one)) : []);
