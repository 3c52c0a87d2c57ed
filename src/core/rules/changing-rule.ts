// The shape of a rule over many things of which an edit touches few: of the next world only those are asked of which something
// is otherwise.
import { keptAlone } from '../base/kept';
import { isSameList } from '../base/lists';
import type { Work } from '../base/work';
import type { Project } from '../project/project';
import type { World } from '../project/world';
import type { Kinds } from '../schema/kinds';
import { type ProjectRule, type SaidOf, tableRule } from './rule';

export interface Changes<T> {
  readonly come: readonly T[];
  readonly gone: readonly T[];
}

interface ChangingRule<All extends object, T> {
  readonly code: ProjectRule['code'];
  /** Whatever its answers rest on, beside the day. */
  readonly reads: (project: Project) => readonly object[];
  /** What of that is not told by the things themselves: when it is another, all are asked. */
  readonly ground: (project: Project) => readonly object[];
  readonly holds?: ProjectRule['holds'];
  readonly look: (world: World) => Work<All>;
  readonly changes: (now: All, before: All | undefined) => Changes<T>;
  /** By what it is told from others, whatever changed of it. */
  readonly keyOf: (one: T) => object;
  readonly check: (one: T, all: All, world: World) => Iterable<SaidOf>;
}

interface Told<All> {
  readonly all: All;
  readonly ground: readonly unknown[];
  readonly said: ReadonlyMap<object, readonly SaidOf[]>;
}

export function changingRule<All extends object, T>(rule: ChangingRule<All, T>): ProjectRule {
  const { code, reads, ground, holds, look, changes, keyOf, check } = rule;
  const lastOf = keptAlone<Kinds, { told: Told<All> | undefined }>(() => ({ told: undefined }));
  const made = tableRule(code, reads, function* (world) {
    const all = yield* look(world);
    const last = lastOf(world.project.kinds);
    const now = [world.asOf, ...ground(world.project)];
    const before = last.told && isSameList(last.told.ground, now) ? last.told : undefined;
    const said = new Map(before?.said);
    const { come, gone } = changes(all, before?.all);
    for (const one of gone) said.delete(keyOf(one));
    let count = 0;
    for (const one of come) {
      if (++count % 256 === 0) yield;
      const found = [...check(one, all, world)];
      if (found.length) said.set(keyOf(one), found);
      else said.delete(keyOf(one));
    }
    last.told = { all, ground: now, said };
    for (const found of said.values()) yield* found;
  });
  return holds ? { ...made, holds } : made;
}
