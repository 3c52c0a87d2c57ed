// A tree read with its shape: plain values whose types the schema decided (a declared text keeps its source, `1.10`
// stays "1.10"), the references it holds with their places, and the entities nested in it.
import { keptAlone } from '../base/kept';
import type { Problem } from '../model/finding';
import { type Pointer, within } from '../model/id';
import { say } from '../messages/message';
import { pairOf } from '../syntax/locate';
import type { Mapping, Node, Scalar } from '../syntax/tree';
import type { Json } from './json';
import { personalNumbers } from './personal';
import { composed, proseLinks, type Site } from './sites';
import { elementShape, fieldShape, type Reference, type Shape } from './shape';

/** An entity inside another one, such as a phase of the manifest. */
export interface Nested {
  readonly pointer: Pointer;
  readonly shape: Shape;
  readonly value: Json;
}

export interface Reading {
  readonly value: Json;
  readonly sites: readonly Site[];
  readonly nested: readonly Nested[];
  readonly problems: readonly Problem[];
}

/** Reads a node; `text` is the source the node was parsed from. */
export function read(node: Node, shape: Shape, text: string): Reading {
  const sites: Site[] = [];
  const nested: Nested[] = [];
  const problems: Problem[] = [];
  const holders: Mapping[] = [];
  // The keys and indices that lead to what is being read; few places need them as a pointer.
  const way: (string | number)[] = [];

  function value(at: Node, form: Shape | undefined): Json {
    switch (at.kind) {
      case 'scalar':
        return scalar(at, form);
      case 'sequence': {
        const inner = form && elementShape(form);
        return at.items.map((item, i) => element(item, inner, i));
      }
      case 'mapping':
        return mapping(at, form);
    }
  }

  function element(item: Node, form: Shape | undefined, index: number): Json {
    way.push(index);
    const read = value(item, form);
    if (form?.entity) nested.push({ pointer: pointerOf(way), shape: form, value: read });
    way.pop();
    return read;
  }

  function mapping(at: Mapping, form: Shape | undefined): Json {
    const out: Record<string, Json> = {};
    holders.push(at);
    for (const { key, value: node } of at.pairs) {
      // A key that stands twice is reported; the first counts.
      if (Object.hasOwn(out, key.text)) continue;
      way.push(key.text);
      if (form?.names?.ref) site(key, key.text, form.names.ref);
      const field = form && fieldShape(form, key.text);
      set(out, key.text, value(node, field?.typeBy ? typed(field, holders) : field));
      way.pop();
    }
    holders.pop();
    return out;
  }

  function scalar(at: Scalar, form: Shape | undefined): Json {
    const read = scalarValue(at, form);
    if (typeof read !== 'string') return read;
    const ref = form && referenceOf(form);
    if (ref && read !== '') site(at, read, ref);
    for (const found of personalNumbers(read)) {
      const start = at.start + Math.max(0, text.slice(at.start, at.end).indexOf(read.slice(found.start, found.end)));
      problems.push({
        code: 'LF040',
        span: { start, end: start + found.end - found.start },
        message: say(found.message),
      });
    }
    return read;
  }

  function site(at: Scalar, read: string, ref: Reference): void {
    const pointer = shared(ref, pointerOf(way));
    if (ref.prose) sites.push(...proseLinks(text, at, ref, pointer));
    else if (ref.parts) sites.push(...composed(text, at, read, ref, pointer));
    else if (!ref.glob || !isGlob(read)) sites.push({ pointer, text: read, start: at.start, end: at.end, ref });
  }

  const read = value(node, shape);
  // A copy takes the room it needs, a list that grew takes more.
  return { value: read, sites: sites.length ? sites.slice() : NONE, nested, problems };
}

const NONE: readonly never[] = [];

const pointerOf = (way: readonly (string | number)[]): Pointer => way.reduce<Pointer>(within, '');

// The same few pointers come back in every entity: one text for all of them.
const pointers = new WeakMap<Reference, Map<Pointer, Pointer>>();

function shared(ref: Reference, pointer: Pointer): Pointer {
  let known = pointers.get(ref);
  if (!known) pointers.set(ref, (known = new Map()));
  const same = known.get(pointer);
  if (same === undefined) known.set(pointer, pointer);
  return same ?? pointer;
}

/** Whether a text is a pattern over ids and not the id of something. */
const isGlob = (text: string): boolean => /[*?[\]{}]/.test(text);

/** What a scalar means where this shape is asked for. */
function scalarValue(at: Scalar, shape: Shape | undefined): Json {
  if (!shape) return at.value;
  const { choices, types } = allowedBy(shape);
  if (choices) return choices.has(at.text) ? at.text : at.value;
  if (!types.has('string')) return at.value;
  if (at.style === 'plain' && (at.text === '' || at.text === '~')) return null;
  if (typeof at.value === 'number' && (types.has('number') || types.has('integer'))) return at.value;
  if (typeof at.value === 'boolean' && types.has('boolean')) return at.value;
  return at.text;
}

const allowedBy = keptAlone(({ choices, forms, types }: Shape) => ({
  choices: choices && new Set<Json>(choices.map(({ value }) => value)),
  types: new Set<string>(forms.length ? forms.flatMap((form) => form.types) : types),
}));

const referenceOf = (shape: Shape): Reference | undefined => shape.ref ?? shape.forms.find((form) => form.ref)?.ref;

// A parameter's `value` has the type that its sibling `type` names, or that of the nearest group around it.
function typed(shape: Shape, holders: readonly Mapping[]): Shape {
  const by = shape.typeBy;
  const holder = by && holders.findLast((one) => pairOf(one, by.field));
  const sibling = by && holder && pairOf(holder, by.field)?.value;
  const type =
    by && sibling?.kind === 'scalar' && Object.hasOwn(by.types, sibling.text) ? by.types[sibling.text] : undefined;
  return type ? { ...shape, types: [type as Shape['types'][number]] } : shape;
}

// `__proto__` is data like any other key: it is defined, never assigned.
function set(object: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
