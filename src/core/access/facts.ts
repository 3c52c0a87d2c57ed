// The registers of access control as plain facts, each read from its entity once. What has the wrong type is left out
// (a schema finding says so); what cannot be told stays in, marked as doubtful, so that no doubt ever reads as a "no".
import { keptAlone } from '../base/kept';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { formerIds } from '../project/project';
import { isDay } from '../schema/formats';
import { count, elements, type FieldPart, type Played, part, played, text, texts } from './parts';

/** A thing to be protected, with the operations on it. */
export interface AccessObject {
  readonly id: string;
  readonly entity: Entity;
  readonly actions: readonly string[];
  /** Narrow to wide; none where access has no extent. */
  readonly scopes: readonly string[];
  readonly sensitive: ReadonlySet<string>;
}

/** A grant of a role, or a denial (an extension of the standard: it overrides every grant, and is inherited). */
export interface Grant {
  readonly effect: 'grant' | 'deny';
  readonly role: Role;
  /** Where it stands in the role's entity. */
  readonly pointer: string;
  /** An id or a glob. */
  readonly object: string;
  readonly actions: readonly string[] | '*';
  readonly scope: string | undefined;
  /** A condition in words, which no machine can judge (an extension). */
  readonly when: string | undefined;
}

export interface Role {
  readonly id: string;
  readonly entity: Entity;
  /** The junior roles whose permissions it has too; ids as written. */
  readonly inherits: readonly string[];
  readonly grants: readonly Grant[];
  readonly denies: readonly Grant[];
  readonly cardinality: number | undefined;
  readonly prerequisites: readonly string[];
}

/** A day such as 2026-12-05; undefined is no limit. Both ends are in it. */
export interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Assignment extends Period {
  /** Undefined for one that is only supposed. */
  readonly entity: Entity | undefined;
  readonly person: string;
  readonly roles: readonly string[];
  /** None is everywhere. */
  readonly orgs: readonly string[];
  readonly environment: string;
  readonly approver: string | undefined;
  /** Its dates are reversed or no dates: whether it is in force is not known. */
  readonly doubtful: boolean;
}

export interface AccessTest {
  readonly entity: Entity;
  readonly person: string | undefined;
  readonly role: string | undefined;
  readonly can: readonly Expected[];
  readonly cannot: readonly Expected[];
}

export interface Expected {
  readonly text: string;
  readonly pointer: string;
}

/** A person as access control sees one. */
export interface User extends Period {
  readonly id: string;
  readonly entity: Entity;
  readonly org: string | undefined;
}

const idIn = (group: Played, name: FieldPart): string | undefined => {
  const found = text(part(group, name));
  return found === undefined ? undefined : nfc(found);
};
const idsIn = (group: Played, name: FieldPart): readonly string[] => [...new Set(texts(part(group, name)).map(nfc))];

export const objectOf = keptAlone((entity: Entity): AccessObject => {
  const all = played(entity);
  return {
    id: entity.id,
    entity,
    actions: idsIn(all, 'operations'),
    scopes: idsIn(all, 'scopes'),
    sensitive: new Set(idsIn(all, 'sensitive')),
  };
});

export const roleOf = keptAlone((entity: Entity): Role => {
  const all = played(entity);
  const role: { -readonly [Name in keyof Role]: Role[Name] } = {
    id: entity.id,
    entity,
    inherits: idsIn(all, 'inherits'),
    grants: [],
    denies: [],
    cardinality: count(part(all, 'cardinality')),
    prerequisites: idsIn(all, 'prerequisites'),
  };
  role.grants = grantsIn(part(all, 'grants'), 'grant', role);
  role.denies = grantsIn(part(all, 'denies'), 'deny', role);
  return role;
});

const grantsIn = (list: Played, effect: Grant['effect'], role: Role): readonly Grant[] =>
  elements(list).flatMap((one): Grant | readonly [] => {
    const object = idIn(one, 'object');
    const named = idsIn(one, 'operations');
    if (object === undefined || !named.length) return [];
    // In a list it is wrong, and nobody could mean anything else by it.
    const actions = named.includes('*') ? '*' : named;
    const [scope, when] = [idIn(one, 'scope'), text(part(one, 'condition'))];
    return { effect, role, pointer: one.pointer, object, actions, scope, when };
  });

export const assignmentOf = keptAlone((entity: Entity): Assignment | undefined => {
  const all = played(entity);
  const person = idIn(all, 'user');
  if (person === undefined) return undefined;
  const usual = part(all, 'environment').shape?.default;
  return {
    entity,
    person,
    roles: idsIn(all, 'roles'),
    orgs: idsIn(all, 'orgs'),
    environment: idIn(all, 'environment') ?? (typeof usual === 'string' ? usual : ''),
    approver: idIn(all, 'approver'),
    ...periodOf(all),
  };
});

export const userOf = keptAlone((entity: Entity): User => {
  const all = played(entity);
  const { from, to } = periodOf(all);
  return { id: entity.id, entity, org: idIn(all, 'orgs'), from, to };
});

export const testOf = keptAlone((entity: Entity): AccessTest => {
  const all = played(entity);
  const expected = (name: FieldPart): readonly Expected[] =>
    elements(part(all, name)).flatMap((one) => {
      const said = text(one);
      return said === undefined ? [] : [{ text: nfc(said), pointer: one.pointer }];
    });
  return {
    entity,
    person: idIn(all, 'user'),
    role: idIn(all, 'role'),
    can: expected('can'),
    cannot: expected('cannot'),
  };
});

/** The parent of an organisational unit. */
export const parentOf = keptAlone((entity: Entity): string | undefined => idIn(played(entity), 'inherits'));

function periodOf(group: Played): Period & { readonly doubtful: boolean } {
  const [from, to] = [text(part(group, 'from')), text(part(group, 'to'))];
  const isWrong = [from, to].some((day) => day !== undefined && !isDay(day));
  if (isWrong || (from !== undefined && to !== undefined && to < from))
    return { from: undefined, to: undefined, doubtful: true };
  return { from, to, doubtful: false };
}

export const inForce = ({ from, to }: Period, on: string): boolean =>
  (from === undefined || from <= on) && (to === undefined || on <= to);

/** Entities by id; one that had the id before where none has it now. Of duplicates the first. */
export function byId<T>(entities: readonly Entity[], make: (entity: Entity) => T): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const entity of entities) if (!found.has(entity.id)) found.set(entity.id, make(entity));
  for (const entity of entities) for (const id of formerIds(entity)) if (!found.has(id)) found.set(id, make(entity));
  return found;
}
