// What kinds say of themselves: fields that should not be missing (`x-expects`), days by which an entry is done
// (`x-due`), people who must be somebody else than others (`x-apart`).
import { dayNumber, dayText } from '../base/days';
import { keptAlone } from '../base/kept';
import { type Message, say } from '../messages/message';
import { type RuleCode, within } from '../model/id';
import { lookUp } from '../project/project';
import { droppedAs, isDone } from '../project/state';
import { valueSpan } from '../project/value-span';
import { asOf } from '../project/values';
import type { Entity } from '../project/file-index';
import { type Apart, type Expectation, type Json, member } from '../schema/json';
import { elementShape, type Shape } from '../schema/shape';
import type { EntityRule } from './rule';

/** Where something is said of a kind: the way there, `*` for every element of a list and every name of a group. */
interface Place {
  readonly way: readonly string[];
  readonly shape: Shape;
}

/** Groups in groups deeper than this say nothing more of this sort. */
const DEEPEST = 5;

/** What is said of a kind for one rule. */
interface Told {
  readonly expects: readonly (Place & { readonly expectation: Expectation })[];
  readonly due: readonly Place[];
  readonly apart: readonly (Place & { readonly apart: Apart })[];
}

const toldOf = keptAlone((shape: Shape): ReadonlyMap<string, Told> => {
  const found = new Map<string, { expects: Told['expects'][number][]; due: Place[]; apart: Told['apart'][number][] }>();
  const at = (rule: string) => {
    let one = found.get(rule);
    if (!one) found.set(rule, (one = { expects: [], due: [], apart: [] }));
    return one;
  };
  for (const place of placesIn(shape, [])) {
    for (const expectation of place.shape.expects) at(expectation.rule).expects.push({ ...place, expectation });
    if (place.shape.due !== undefined) at(place.shape.due).due.push(place);
    if (place.shape.apart) at(place.shape.apart.rule).apart.push({ ...place, apart: place.shape.apart });
  }
  return found;
});

/** What the kind of an entity says for a rule. */
const told = ({ kind }: Entity, code: RuleCode): Told => toldOf(kind.shape).get(code) ?? NOTHING;
const NOTHING: Told = { expects: [], due: [], apart: [] };

function* placesIn(shape: Shape, way: readonly string[]): Generator<Place> {
  yield { way, shape };
  if (way.length >= DEEPEST) return;
  const element = elementShape(shape);
  if (element) yield* placesIn(element, [...way, '*']);
  if (shape.rest && shape.rest !== 'any') yield* placesIn(shape.rest, [...way, '*']);
  for (const [name, field] of shape.fields) yield* placesIn(field, [...way, name]);
}

/** The values at a place, with their pointers. */
function valuesAt(entity: Entity, way: readonly string[]): readonly Found[] {
  let found: readonly Found[] = [{ value: entity.value, pointer: '' }];
  for (const step of way)
    found = found.flatMap(({ value, pointer }): readonly Found[] => {
      if (step !== '*') {
        const own = member(value, step);
        return own === undefined ? [] : [{ value: own, pointer: within(pointer, step) }];
      }
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).map(([key, one]) => ({ value: one, pointer: within(pointer, key) }));
    });
  return found;
}

interface Found {
  readonly value: Json;
  readonly pointer: string;
}

const expected = (code: RuleCode): EntityRule => ({
  scope: 'entity',
  code,
  of: ({ shape }) => toldOf(shape).has(code),
  concerns: (entity) =>
    told(entity, code).expects.some(({ way, expectation }) => way.length || lacks(entity.value, expectation)) &&
    droppedAs(entity) === undefined,
  *check(entity, { project }) {
    for (const { way, shape, expectation } of told(entity, code).expects) {
      for (const { value, pointer } of valuesAt(entity, way)) {
        const fields = expectation.fields.filter((field) => isEmpty(member(value, field)));
        if (!fields.length || !meets(value, expectation)) continue;
        const names = fields.map((field) => shape.fields.get(field)?.title ?? field);
        const when = circumstances(value, shape, expectation);
        yield {
          span: valueSpan(project, entity, pointer),
          message: when.length
            ? say('expected.when', { when, fields: names })
            : say('expected.always', { fields: names }),
          fix: { kind: 'add-fields', fields },
        };
      }
    }
  },
});

const lacks = (value: Json, { fields }: Expectation): boolean => fields.some((field) => isEmpty(member(value, field)));

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && !Object.keys(value).length);

function meets(value: Json, { when = {}, unless = {} }: Expectation): boolean {
  const has = (field: string, values: readonly Json[] = []): boolean => {
    const own = member(value, field);
    return own !== undefined && own !== null && (values.includes('*') || values.includes(own));
  };
  return (
    Object.keys(when).every((field) => has(field, when[field])) &&
    !Object.keys(unless).some((field) => has(field, unless[field]))
  );
}

const circumstances = (value: Json, shape: Shape, { when = {} }: Expectation): readonly Message[] =>
  Object.keys(when).map((name) => {
    const field = shape.fields.get(name)?.title ?? name;
    const own = member(value, name);
    const choice = shape.fields.get(name)?.choices?.find((one) => one.value === own);
    return choice ? say('expected.is', { field, value: choice.label }) : say('expected.given', { field });
  });

const overdue = (code: RuleCode): EntityRule => ({
  scope: 'entity',
  code,
  of: ({ shape }) => toldOf(shape).has(code),
  concerns: (entity) =>
    told(entity, code).due.some(({ way: [first = ''] }) => entity.value[first] !== undefined) &&
    !isDone(entity) &&
    droppedAs(entity) === undefined,
  *check(entity, world) {
    for (const { way } of told(entity, code).due) {
      for (const { value, pointer } of valuesAt(entity, way)) {
        const by = typeof value === 'string' ? dayNumber(value) : undefined;
        if (by === undefined || by >= asOf(world)) continue;
        const about = { due: dayText(by), days: asOf(world) - by };
        yield { span: valueSpan(world.project, entity, pointer), message: say('expected.overdue', about) };
      }
    }
  },
});

const apart = (code: RuleCode): EntityRule => ({
  scope: 'entity',
  code,
  of: ({ shape }) => toldOf(shape).has(code),
  *check(entity, { project }) {
    for (const { way, apart: from } of told(entity, code).apart) {
      const other = member(entity.value, from.from);
      if (typeof other !== 'string') continue;
      const base = way.reduce(within, '');
      for (const site of entity.sites) {
        if (site.pointer !== base && !site.pointer.startsWith(`${base}/`)) continue;
        const [kind = ''] = site.ref.to;
        const person = lookUp(project, kind, site.text);
        if (site.text !== other && (!person || person !== lookUp(project, kind, other))) continue;
        const field = entity.kind.shape.fields.get(from.from)?.title ?? from.from;
        const message = say('expected.apart', { name: person?.title ?? site.text, field });
        yield { span: { start: site.start, end: site.end }, message };
      }
    }
  },
});

export const expectedRules: readonly EntityRule[] = [
  ...(
    [
      'LF201',
      'LF205',
      'LF307',
      'LF310',
      'LF504',
      'LF606',
      'LF609',
      'LF610',
      'LF703',
      'LF801',
      'LF808',
      'LF809',
      'LF903',
      'LF911',
      'LF925',
    ] as const
  ).map((code) => expected(code as RuleCode)),
  ...(['LF203', 'LF304', 'LF912'] as const).map((code) => overdue(code as RuleCode)),
  ...(['LF311', 'LF604', 'LF924'] as const).map((code) => apart(code as RuleCode)),
];
