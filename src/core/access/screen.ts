// A quick first look at rules of separation of duty: which functions each role may give, a bit for each, so that of
// thousands of people only those are judged who may break a rule at all.
import { lowest } from '../base/bits';
import type { Entity } from '../project/file-index';
import type { Design } from './design';
import { type DutyRule, mayReach, rulesOf } from './duties';
import type { Assignment } from './facts';
import { reachedIn } from './reach';

/** The rules against a design, with what a quick first look needs. */
export interface Screen {
  readonly design: Design;
  readonly rules: readonly DutyRule[];
  /** The rules that roles together may break if nothing is denied to them. */
  readonly suspects: (roles: Iterable<number>) => readonly DutyRule[];
  readonly has: (held: number, wanted: string) => boolean;
  /** The numbers of the roles that an assignment gives. */
  readonly numbers: (assignment: Assignment) => readonly number[];
  /** The number of a role by an id that assignments write, which may be a former one; -1 where there is none. */
  readonly numberOf: (id: string) => number;
}

const screens = new WeakMap<Design, { readonly table: unknown; readonly screen: Screen }>();

export function screenOf(design: Design, table: readonly Entity[]): Screen {
  let found = screens.get(design);
  if (found?.table !== table)
    screens.set(design, (found = { table, screen: screenFor(design, rulesOf(table, design)) }));
  return found.screen;
}

/** The same of some rules alone. */
export function screenFor(design: Design, rules: readonly DutyRule[]): Screen {
  const functions = rules.flatMap((rule, at) => rule.functions.map((one) => ({ one, rule: at })));
  const words = Math.ceil(functions.length / 32);
  const bits = new Uint32Array(design.roles.length * words);
  const seniors = new Map<string, Uint8Array>();
  const seniorsOf = (id: string): Uint8Array => {
    let found = seniors.get(id);
    const role = design.role(id);
    if (!found) seniors.set(id, (found = role ? design.seniors(role) : new Uint8Array(design.roles.length)));
    return found;
  };
  for (const [at, { one }] of functions.entries()) {
    const [word, bit] = [at >> 5, 1 << (at & 31)];
    for (const duty of one.duties) {
      if (duty.kind === 'role') {
        const column = seniorsOf(duty.id);
        for (let role = 0; role < column.length; role++)
          if (column[role]) bits[role * words + word] = (bits[role * words + word] ?? 0) | bit;
      } else {
        const column = design.column(duty.permission);
        for (const role of reachedIn(column))
          if (mayReach(column[role] ?? 0, duty.level))
            bits[role * words + word] = (bits[role * words + word] ?? 0) | bit;
      }
    }
  }
  const counts = new Uint16Array(rules.length);
  const suspects = (roles: Iterable<number>): readonly DutyRule[] => {
    const found: DutyRule[] = [];
    const touched: number[] = [];
    const at = Array.from(roles, (role) => role * words);
    for (let word = 0; word < words; word++) {
      let set = 0;
      for (const offset of at) set |= bits[offset + word] ?? 0;
      for (; set !== 0; set &= set - 1) {
        const rule = functions[word * 32 + lowest(set)]?.rule ?? 0;
        if (!counts[rule]) touched.push(rule);
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
    }
    for (const rule of touched) {
      const one = rules[rule];
      if (one && (counts[rule] ?? 0) > one.limit) found.push(one);
      counts[rule] = 0;
    }
    return found;
  };
  const has = (held: number, wanted: string): boolean => seniorsOf(wanted)[held] === 1;
  const known = new Map<string, number>();
  const numberOf = (id: string): number => {
    let found = known.get(id);
    if (found === undefined) {
      const role = design.role(id);
      known.set(id, (found = role ? design.numberOf(role) : -1));
    }
    return found;
  };
  const numbers = ({ roles }: Assignment): readonly number[] => {
    const found: number[] = [];
    for (const id of roles) {
      const at = numberOf(id);
      if (at >= 0) found.push(at);
    }
    return found;
  };
  return { design, rules, suspects, has, numbers, numberOf };
}
