// A tree read with its shape: plain values whose types the schema decided (a declared text keeps its source, `1.10`
// stays "1.10"), the references it holds with their places, and the entities nested in it.
import { keptAlone } from '../base/kept';
import { fitted } from '../base/lists';
import { detached } from '../base/text';
import type { Problem } from '../model/finding';
import { type Pointer, within } from '../model/id';
import { say } from '../messages/message';
import { pairOf } from '../syntax/locate';
import type { Mapping, Node, Scalar, Sequence } from '../syntax/tree';
import { fieldGuide, type Guide, guideOf, typedGuide } from './guide';
import type { Json } from './json';
import { personalNumbers } from './personal';
import { composed, proseLinks, type Site } from './sites';
import type { Reference, Shape } from './shape';

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

/** Reads a node; `text` is the source the node was parsed from. Where that is not kept, values stand `apart` from it. */
export function read(node: Node, shape: Shape, text: string, apart = false): Reading {
  const state: State = { text, apart, root: shape, way: [], holders: [], sites: [], nested: [], problems: [] };
  const value = valueOf(state, node, guideOf(shape));
  const { sites, nested, problems } = state;
  return { value, sites: sites.length ? fitted(sites) : NONE, nested, problems };
}

/** What is being read, and what was found in it so far. */
interface State {
  readonly text: string;
  /** No value is to be a part of that text. */
  readonly apart: boolean;
  readonly root: Shape;
  /** The keys and indices that lead to what is being read; few places need them as a pointer. */
  readonly way: (string | number)[];
  /** The mappings around it. */
  readonly holders: Mapping[];
  readonly sites: Site[];
  readonly nested: Nested[];
  readonly problems: Problem[];
}

function valueOf(state: State, at: Node, guide: Guide | undefined): Json {
  if (at.kind === 'scalar') return scalar(state, at, guide);
  return at.kind === 'mapping' ? mapping(state, at, guide) : sequence(state, at, guide?.element);
}

function sequence(state: State, at: Sequence, guide: Guide | undefined): Json {
  const out = new Array<Json>(at.items.length);
  for (let i = 0; i < out.length; i++) {
    state.way.push(i);
    const read = valueOf(state, at.items[i] as Node, guide);
    if (guide?.shape.entity) state.nested.push({ pointer: pointerOf(state), shape: guide.shape, value: read });
    out[i] = read;
    state.way.pop();
  }
  return out;
}

function mapping(state: State, at: Mapping, guide: Guide | undefined): Json {
  const out: Record<string, Json> = {};
  state.holders.push(at);
  for (const { key, value } of at.pairs) {
    const name = key.text;
    // A key that stands twice is reported; the first counts.
    if (out[name] !== undefined && Object.hasOwn(out, name)) continue;
    state.way.push(name);
    if (guide?.names) site(state, key, name, guide.names);
    const field = guide && fieldGuide(guide, name);
    set(out, name, valueOf(state, value, field?.shape.typeBy ? typed(field, state.holders) : field));
    state.way.pop();
  }
  state.holders.pop();
  return out;
}

function scalar(state: State, at: Scalar, guide: Guide | undefined): Json {
  const value = guide ? scalarValue(at, guide) : at.value;
  if (typeof value !== 'string') return value;
  const read = state.apart ? detached(value) : value;
  if (guide?.ref && read !== '') site(state, at, read, guide.ref);
  for (const found of personalNumbers(read)) {
    const within = state.text.slice(at.start, at.end).indexOf(read.slice(found.start, found.end));
    const start = at.start + Math.max(0, within);
    const span = { start, end: start + found.end - found.start };
    state.problems.push({ code: 'LF040', span, message: say(found.message) });
  }
  return read;
}

function site(state: State, at: Scalar, read: string, ref: Reference): void {
  const { sites, text } = state;
  if (ref.prose) sites.push(...proseLinks(text, at, ref, pointerOf(state)));
  else if (ref.parts) sites.push(...composed(text, at, read, ref, pointerOf(state)));
  else if (!ref.glob || !isGlob(read))
    sites.push({ pointer: pointerOf(state), text: read, start: at.start, end: at.end, ref });
}

const NONE: readonly never[] = [];

/** A pointer, and those that go on from it. */
interface Step {
  readonly pointer: Pointer;
  readonly further: Map<string | number, Step>;
}

const firstStep = keptAlone<Shape, Step>(() => ({ pointer: '', further: new Map() }));

/** Where the reader stands. The same few pointers come back in every entity: there is one text for all of them. */
function pointerOf({ root, way }: State): Pointer {
  let at = firstStep(root);
  for (const key of way) {
    let next = at.further.get(key);
    if (!next) at.further.set(key, (next = { pointer: within(at.pointer, key), further: new Map() }));
    at = next;
  }
  return at.pointer;
}

/** Whether a text is a pattern over ids and not the id of something. */
const isGlob = (text: string): boolean => /[*?[\]{}]/.test(text);

/** What a scalar means where this guide leads. */
function scalarValue(at: Scalar, { choices, text, number, boolean }: Guide): Json {
  if (choices) return choices.get(at.text) ?? at.value;
  if (!text) return at.value;
  if (at.style === 'plain' && (at.text === '' || at.text === '~')) return null;
  if (typeof at.value === 'number' && number) return at.value;
  if (typeof at.value === 'boolean' && boolean) return at.value;
  return at.text;
}

// A parameter's `value` has the type that its sibling `type` names, or that of the nearest group around it.
function typed(guide: Guide, holders: readonly Mapping[]): Guide {
  const by = guide.shape.typeBy;
  const holder = by && holders.findLast((one) => pairOf(one, by.field));
  const sibling = by && holder && pairOf(holder, by.field)?.value;
  const type =
    by && sibling?.kind === 'scalar' && Object.hasOwn(by.types, sibling.text) ? by.types[sibling.text] : undefined;
  return type ? typedGuide(guide, type) : guide;
}

// `__proto__` is data like any other key: it is defined, never assigned.
function set(object: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
