// Which kinds and fields play which part in access control: the schemas say it with `x-access`, in the words of
// ANSI/INCITS 359 where the standard has one. A project's own kinds may play a part that no kind of ours does.
import type { Fields, Entity } from '../project/file-index';
import type { Project } from '../project/project';
import type { Json } from '../schema/json';
import { member } from '../schema/json';
import type { Kind, Kinds } from '../schema/kinds';
import { elementShape, type Shape } from '../schema/shape';

/** What a kind is: USERS, ROLES, OBS, the user assignment UA, a separation-of-duty constraint of the standard; tests of
 * access, organisational units and environments are extensions. */
export type KindPart = 'user' | 'role' | 'object' | 'assignment' | 'constraint' | 'test' | 'org' | 'environment';

export type FieldPart =
  | 'operations'
  | 'scopes'
  | 'sensitive'
  | 'inherits'
  | 'grants'
  | 'denies'
  | 'cardinality'
  | 'prerequisites'
  | 'object'
  | 'scope'
  | 'condition'
  | 'user'
  | 'role'
  | 'roles'
  | 'orgs'
  | 'environment'
  | 'from'
  | 'to'
  | 'approver'
  | 'functions'
  | 'limit'
  | 'enforcement'
  | 'control'
  | 'waivers'
  | 'mitigation'
  | 'every'
  | 'last'
  | 'request'
  | 'can'
  | 'cannot';

const kindsOf = new WeakMap<Kinds, ReadonlyMap<string, Kind>>();

/** The kind that plays a part; of several the first. */
export function kindPlaying(kinds: Kinds, part: KindPart): Kind | undefined {
  let known = kindsOf.get(kinds);
  if (!known) {
    const found = new Map<string, Kind>();
    for (const kind of kinds.all) {
      const { access } = kind.shape;
      if (access !== undefined && !found.has(access)) found.set(access, kind);
    }
    kindsOf.set(kinds, (known = found));
  }
  return known.get(part);
}

/** The entities of the kind that plays a part; the same list as long as none of them changes. */
export const tablePlaying = (project: Project, part: KindPart): readonly Entity[] =>
  project.table(kindPlaying(project.kinds, part)?.name ?? '');

/** Every table that answers about access rest on. */
export const accessTables = (project: Project): readonly (readonly Entity[])[] =>
  tablesPlaying('user', 'role', 'object', 'assignment', 'constraint', 'test', 'org')(project);

/** The tables of some parts, for answers that rest on no more. */
export const tablesPlaying =
  (...parts: readonly KindPart[]) =>
  (project: Project): readonly (readonly Entity[])[] =>
    parts.map((one) => tablePlaying(project, one));

/** The tables of a role design. */
export const designTables = tablesPlaying('role', 'object');

/** The tables that tell who was given what, and what of. */
export const holderTables = tablesPlaying('user', 'role', 'object', 'assignment', 'org');

const fieldsOf = new WeakMap<Shape, ReadonlyMap<string, string>>();

/** The name of the field that plays a part below a shape. */
export function fieldPlaying(shape: Shape, part: FieldPart): string | undefined {
  let known = fieldsOf.get(shape);
  if (!known) {
    const named = [...shape.fields].flatMap(([name, { access }]) =>
      access === undefined ? [] : [[access, name] as const],
    );
    fieldsOf.set(shape, (known = new Map(named)));
  }
  return known.get(part);
}

/** A group of fields read by the parts they play. */
export interface Played {
  readonly value: Json | undefined;
  readonly shape: Shape | undefined;
  /** JSON Pointer below the entity. */
  readonly pointer: string;
}

export const played = (entity: Entity): Played => ({
  value: entity.value as Fields,
  shape: entity.kind.shape,
  pointer: '',
});

/** The field that plays a part, as a group that can be read further. */
export function part({ value, shape, pointer }: Played, name: FieldPart): Played {
  const field = shape && fieldPlaying(shape, name);
  if (field === undefined) return { value: undefined, shape: undefined, pointer };
  return { value: member(value, field), shape: shape?.fields.get(field), pointer: `${pointer}/${field}` };
}

/** The elements of a list; none where it is no list. */
export function elements({ value, shape, pointer }: Played): readonly Played[] {
  const element = shape && elementShape(shape);
  return Array.isArray(value)
    ? value.map((one: Json, at) => ({ value: one, shape: element, pointer: `${pointer}/${at}` }))
    : [];
}

export const text = ({ value }: Played): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The texts of a list; one that stands alone, where its kind asks for a list, is meant as its only element. */
export const texts = ({ value }: Played): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');

export const count = ({ value }: Played): number | undefined => (typeof value === 'number' ? value : undefined);
