// Rules of separation of duty as they stand in their register, and resolved against a role design. A rule names
// functions and how many of them one user may hold: the (rs, n) of ANSI/INCITS 359 with n = at_most + 1, over
// permissions as well as roles (an extension), and over groups of functions that count as one (another).
import { kept } from '../base/kept';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { isDay } from '../schema/formats';
import type { Design } from './design';
import { permission, type Permission } from './objects';
import { count, elements, type Played, part, played, text } from './parts';
import { answerFrom, type Answer, isGranted, type Reach } from './reach';

/** One thing a function may be: a permission in a scope and the wider ones, or a role and those that inherit it. */
export type Duty =
  | { readonly kind: 'permission'; readonly permission: Permission; readonly level: number }
  /** By its id, so that what was judged outlives an edit of the role. */
  | { readonly kind: 'role'; readonly id: string };

/** A function of a rule: whoever holds one of its duties holds it. */
export interface DutyFunction {
  /** As the rule writes it. */
  readonly names: readonly string[];
  /** Where it stands in the rule's entity. */
  readonly pointer: string;
  readonly duties: readonly Duty[];
}

/** How a rule is kept: never held together (static separation of duty), never used in one session (dynamic separation
 * of duty), never used on one document (an extension). The last two only the system can keep. */
export type Enforcement = 'static' | 'session' | 'same-document';

export interface Mitigation {
  readonly every: string | undefined;
  readonly last: string | undefined;
}

/** An exception from a rule (an extension). */
export interface Waiver {
  readonly pointer: string;
  readonly person: string | undefined;
  readonly role: string | undefined;
  readonly approver: string | undefined;
  readonly request: string | undefined;
  readonly expires: string | undefined;
  readonly mitigation: Mitigation | undefined;
  /** Where its fields stand, or would. */
  readonly at: { readonly expires: string; readonly approver: string; readonly last: string; readonly request: string };
}

export interface DutyRule {
  readonly id: string;
  readonly entity: Entity;
  readonly functions: readonly DutyFunction[];
  /** How many functions one user may hold. */
  readonly limit: number;
  readonly enforcement: Enforcement;
  /** What makes the system keep it. */
  readonly control: string | undefined;
  readonly at: { readonly control: string; readonly functions: string; readonly limit: string };
  /** How many functions are written, those written twice among them. */
  readonly written: number;
  readonly waivers: readonly Waiver[];
}

/** The rules of a table, resolved against a design. Functions written twice count once. A rule is the same as long as
 * what it stands for is. */
export const rulesOf = kept((table: readonly Entity[], design: Design): readonly DutyRule[] =>
  table.map((entity) => {
    const [made, before] = [ruleOf(entity, design), latest.get(entity)];
    if (before && sameDuties(before, made)) return before;
    latest.set(entity, made);
    return made;
  }),
);

const latest = new WeakMap<Entity, DutyRule>();

const sameDuties = (a: DutyRule, b: DutyRule): boolean =>
  a.functions.every(({ duties }, at) => {
    const others = b.functions[at]?.duties ?? [];
    return duties.length === others.length && duties.every((one, nth) => sameDuty(one, others[nth]));
  });

const sameDuty = (a: Duty, b: Duty | undefined): boolean =>
  a.kind === 'role'
    ? b?.kind === 'role' && a.id === b.id
    : b?.kind === 'permission' && a.permission === b.permission && a.level === b.level;

function ruleOf(entity: Entity, design: Design): DutyRule {
  const all = played(entity);
  const functions = new Map<string, DutyFunction>();
  let written = 0;
  for (const one of elements(part(all, 'functions'))) {
    const parts = Array.isArray(one.value) ? elements(one) : [one];
    const names = [...new Set(parts.flatMap((name) => text(name) ?? []).map(nfc))];
    const key = JSON.stringify([...names].sort());
    if (names.length) written++;
    if (!names.length || functions.has(key)) continue;
    functions.set(key, { names, pointer: one.pointer, duties: names.flatMap((name) => dutiesNamed(name, design)) });
  }
  const kind = text(part(all, 'enforcement'));
  return {
    id: entity.id,
    entity,
    functions: [...functions.values()],
    limit: Math.max(1, count(part(all, 'limit')) ?? 1),
    enforcement: kind === 'session' || kind === 'same-document' ? kind : 'static',
    control: text(part(all, 'control')),
    at: {
      control: part(all, 'control').pointer,
      functions: part(all, 'functions').pointer,
      limit: part(all, 'limit').pointer,
    },
    written,
    waivers: elements(part(all, 'waivers')).map(waiverOf),
  };
}

function waiverOf(group: Played): Waiver {
  const id = (name: 'user' | 'role'): string | undefined => {
    const said = text(part(group, name));
    return said === undefined ? undefined : nfc(said);
  };
  const day = (from: Played, name: 'to' | 'last'): string | undefined => {
    const said = text(part(from, name));
    return said !== undefined && isDay(said) ? said : undefined;
  };
  const check = part(group, 'mitigation');
  return {
    pointer: group.pointer,
    person: id('user'),
    role: id('role'),
    approver: text(part(group, 'approver')),
    request: text(part(group, 'request')),
    expires: day(group, 'to'),
    mitigation: check.value === undefined ? undefined : { every: text(part(check, 'every')), last: day(check, 'last') },
    at: {
      expires: part(group, 'to').pointer,
      approver: part(group, 'approver').pointer,
      last: part(check, 'last').pointer,
      request: part(group, 'request').pointer,
    },
  };
}

/** What a text such as `payment:approve@company`, `fi.*:post` or a role's id stands for; a scope that the object does
 * not have asks for any. */
function dutiesNamed(name: string, design: Design): readonly Duty[] {
  const { object, action, scope } = accessParts(name);
  if (action === undefined) {
    const role = design.role(object);
    return role ? [{ kind: 'role', id: role.id }] : [];
  }
  return design.matching(object).flatMap((one) => {
    const level = scope === undefined ? 1 : Math.max(1, one.scopes.indexOf(scope) + 1);
    return (action === '*' ? one.actions : [action]).map((each): Duty => {
      return { kind: 'permission', permission: permission(one, each), level };
    });
  });
}

/** The parts of `object:action@scope`; a text without a colon is a name alone. */
export function accessParts(name: string): {
  readonly object: string;
  readonly action: string | undefined;
  readonly scope: string | undefined;
} {
  const colon = name.indexOf(':');
  if (colon < 0) return { object: name, action: undefined, scope: undefined };
  const at = name.indexOf('@', colon);
  return {
    object: name.slice(0, colon),
    action: name.slice(colon + 1, at < 0 ? undefined : at),
    scope: at < 0 ? undefined : name.slice(at + 1),
  };
}

export const bestAnswer = (answers: Iterable<Answer>): Answer => {
  let best: Answer = 'no';
  for (const one of answers) {
    if (one === 'yes') return 'yes';
    if (one === 'unknown') best = 'unknown';
  }
  return best;
};

/** Whether a function is held, given how far the holder reaches with a permission and whether a role is among theirs. */
export const holds = (
  { duties }: DutyFunction,
  reach: (permission: Permission) => Reach,
  has: (role: string) => Answer,
): Answer =>
  bestAnswer(
    duties.map((duty) => (duty.kind === 'role' ? has(duty.id) : answerFrom(reach(duty.permission), duty.level))),
  );

/** Whether a reach may hold a permission's duty if nothing is denied: a quick first look. */
export const mayReach = (reach: Reach, level: number): boolean => isGranted(reach) && ((reach >>> 8) & 0xff) >= level;
