// Effective permissions: what a role, or a person in an environment, an organisation and on a day, may do.
import type { Permission } from './objects';
import { type Assignment, inForce, type Role } from './facts';
import type { AccessModel } from './model';
import { type Answer, answerAt, answerFrom, doubted, isGranted, join, NOTHING, type Reach, wider } from './reach';

/** Where and when is asked about. */
export interface Ask {
  /** The usual one (production) unless given. */
  readonly environment?: string | undefined;
  /** Anywhere unless given. */
  readonly org?: string | undefined;
  /** A day; at any time unless given. */
  readonly on?: string | undefined;
}

export type Subject =
  | { readonly kind: 'role'; readonly role: Role }
  /** By the present id, or by the text that an assignment names somebody unknown with. */
  | { readonly kind: 'person'; readonly id: string };

/** An organisation at which exactly these assignments are in force; undefined where no assignment names one. */
export interface Point {
  readonly org: string | undefined;
  readonly assignments: readonly Assignment[];
}

/** What a subject may do with a permission; kept also where a denial takes it away whole. */
export interface Held {
  readonly permission: Permission;
  readonly reach: Reach;
  readonly answer: Answer;
  /** The topmost organisations where the answer holds; undefined is everywhere. */
  readonly orgs: readonly string[] | undefined;
}

/** The assignments of a person in an environment. */
export const assignmentsOf = (model: AccessModel, person: string, { environment, on }: Ask): readonly Assignment[] =>
  (model.assigned.get(person) ?? []).filter(
    (one) => one.environment === (environment ?? model.usual) && (on === undefined || one.doubtful || inForce(one, on)),
  );

/** The organisations at which different assignments hold. Between two of them nothing changes. */
export function pointsOf(
  { orgs }: Pick<AccessModel, 'orgs'>,
  assignments: readonly Assignment[],
  org?: string,
): readonly Point[] {
  const holdsAt = (at: string) => (one: Assignment) =>
    !one.orgs.length || one.orgs.some((other) => orgs.within(at, other));
  if (org !== undefined) return [{ org: orgs.idOf(org), assignments: assignments.filter(holdsAt(org)) }];
  const everywhere = assignments.filter((one) => !one.orgs.length);
  const named = new Set(assignments.flatMap((one) => one.orgs.map(orgs.idOf)));
  const points: Point[] = everywhere.length ? [{ org: undefined, assignments: everywhere }] : [];
  for (const at of named) points.push({ org: at, assignments: assignments.filter(holdsAt(at)) });
  return points;
}

/** Of these organisations those that lie below no other; undefined is everywhere, and above all. */
function topmost({ orgs }: AccessModel, all: readonly (string | undefined)[]): readonly string[] | undefined {
  const named = all.filter((one) => one !== undefined);
  if (named.length < all.length) return undefined;
  return named.filter((one) => !named.some((other) => other !== one && orgs.within(one, other)));
}

/** What roles come to together: every permission that one of them is granted or denied. */
export function rowOf({ design }: AccessModel, roles: Iterable<Role>): ReadonlyMap<Permission, Reach> {
  const row = new Map<Permission, Reach>();
  const seen = new Set<Role>();
  for (const role of roles) {
    for (const at of design.ancestry(role).keys()) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const [permission, reach] of design.own(at))
        row.set(permission, join(row.get(permission) ?? NOTHING, reach));
    }
  }
  return row;
}

/** The same of assignments; of those in doubt nothing is certain. */
function rowAt(model: AccessModel, assignments: readonly Assignment[]): ReadonlyMap<Permission, Reach> {
  const rolesIn = (some: readonly Assignment[]): readonly Role[] =>
    some.flatMap((one) => one.roles.flatMap((id) => model.design.role(id) ?? []));
  const doubtful = assignments.filter((one) => one.doubtful);
  const certain = rowOf(model, rolesIn(assignments.filter((one) => !one.doubtful)));
  if (!doubtful.length) return certain;
  const row = new Map(certain);
  for (const [permission, reach] of rowOf(model, rolesIn(doubtful)))
    row.set(permission, join(row.get(permission) ?? NOTHING, doubted(reach)));
  return row;
}

/** Every permission that a subject was granted, with the answer. Roles are asked without place and time. */
export function effective(model: AccessModel, subject: Subject, ask: Ask = {}): readonly Held[] {
  if (subject.kind === 'role') {
    return [...rowOf(model, [subject.role])].flatMap(([permission, reach]) =>
      isGranted(reach) ? [{ permission, reach, answer: answerFrom(reach), orgs: undefined }] : [],
    );
  }
  const found = new Map<Permission, { readonly org: string | undefined; readonly reach: Reach }[]>();
  for (const point of pointsOf(model, assignmentsOf(model, subject.id, ask), ask.org)) {
    for (const [permission, reach] of rowAt(model, point.assignments)) {
      if (!isGranted(reach)) continue;
      const list = found.get(permission);
      if (list) list.push({ org: point.org, reach });
      else found.set(permission, [{ org: point.org, reach }]);
    }
  }
  return [...found].map(([permission, places]) => best(model, permission, places));
}

const RANK: Readonly<Record<Answer, number>> = { yes: 2, unknown: 1, no: 0 };

// Where organisations differ, the best answer and where it holds.
function best(
  model: AccessModel,
  permission: Permission,
  places: readonly { readonly org: string | undefined; readonly reach: Reach }[],
): Held {
  const rated = places.map((one) => ({ ...one, answer: answerFrom(one.reach) }));
  const rank = Math.max(...rated.map((one) => RANK[one.answer]));
  const holding = rated.filter((one) => RANK[one.answer] === rank);
  const reach = holding.map((one) => one.reach).reduce(wider);
  return {
    permission,
    reach,
    answer: answerFrom(reach),
    orgs: topmost(
      model,
      holding.map((one) => one.org),
    ),
  };
}

const holdersKnown = new WeakMap<AccessModel['assigned'], ReadonlyMap<string, ReadonlySet<string>>>();

/** Who was assigned a role, anywhere and at any time, by the ids that the assignments write. */
function holdersOf({ assigned }: AccessModel): ReadonlyMap<string, ReadonlySet<string>> {
  let known = holdersKnown.get(assigned);
  if (!known) {
    const found = new Map<string, Set<string>>();
    for (const [person, all] of assigned)
      for (const { roles } of all)
        for (const id of roles) {
          const people = found.get(id);
          if (people) people.add(person);
          else found.set(id, new Set([person]));
        }
    holdersKnown.set(assigned, (known = found));
  }
  return known;
}

export interface Holder {
  /** A person's id. */
  readonly person: string;
  readonly answer: 'yes' | 'unknown';
  readonly reach: Reach;
  readonly orgs: readonly string[] | undefined;
}

/**
 * Who may use a permission, in the order of the assignments; `level` asks for that ring of the object's scopes (1 is
 * the narrowest), without it for any.
 */
export function whoCan(model: AccessModel, permission: Permission, ask: Ask = {}, level?: number): readonly Holder[] {
  const { design } = model;
  const column = design.column(permission);
  const answer = (reach: Reach): Answer => (level === undefined ? answerFrom(reach) : answerAt(reach, level));
  const known = new Map<string, Reach>();
  const at = (id: string): Reach => {
    let reach = known.get(id);
    if (reach === undefined) {
      const role = design.role(id);
      known.set(id, (reach = role ? (column[design.numberOf(role)] ?? NOTHING) : NOTHING));
    }
    return reach;
  };
  const found: Holder[] = [];
  const holders = holdersOf(model);
  const near = new Set<string>();
  for (const [id, people] of holders) if (isGranted(at(id))) for (const one of people) near.add(one);
  // Nobody to whom no role grants it need be looked at closer.
  for (const person of model.assigned.keys()) {
    if (!near.has(person)) continue;
    const mine = assignmentsOf(model, person, ask);
    const places = pointsOf(model, mine, ask.org).flatMap(({ org, assignments }) => {
      const reach = reachAt(assignments, at);
      const said = answer(reach);
      return said === 'no' ? [] : [{ org, reach, said }];
    });
    const sure = places.filter(({ said }) => said === 'yes');
    const holding = sure.length ? sure : places;
    if (!holding.length) continue;
    found.push({
      person,
      answer: sure.length ? 'yes' : 'unknown',
      reach: holding.map((one) => one.reach).reduce(wider),
      orgs: topmost(
        model,
        holding.map(({ org }) => org),
      ),
    });
  }
  return found;
}

/** How far assignments reach together, given how far each role does. */
export function reachAt(assignments: readonly Assignment[], at: (role: string) => Reach): Reach {
  let reach = NOTHING;
  for (const { roles, doubtful } of assignments)
    for (const id of roles) reach = join(reach, doubtful ? doubted(at(id)) : at(id));
  return reach;
}
