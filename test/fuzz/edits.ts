// The law of the edit: yaml, reading the whole before and after, finds exactly the one change that was meant.
import { isDeepStrictEqual } from 'node:util';
import { finish } from '../../src/core/base/work';
import {
  addField,
  applyEdits,
  type Edited,
  insertItems,
  removeField,
  removeItem,
  setScalar,
} from '../../src/core/syntax/edit';
import { openRegister, type Register, readItem } from '../../src/core/syntax/register';
import { normalise } from '../../src/core/syntax/text';
import type { Node } from '../../src/core/syntax/tree';
import { register as registerText } from './grammar';
import { judge, type Value, valueByYaml } from './law';
import type { Random } from './random';

type Path = readonly (string | number)[];

interface Trial {
  readonly edited: Edited;
  /** The list of items as it is to be afterwards. */
  readonly meant: (items: readonly Value[]) => readonly Value[];
}

export type EditVerdict =
  | { readonly kind: 'skipped' | 'refused' | 'kept' }
  | { readonly kind: 'against the law'; readonly why: string };

const TEXTS = [
  'li.wei',
  'a: b',
  '# x',
  '',
  '1.10',
  'true',
  '~',
  "it's",
  '"q"',
  'a\nb',
  'a\nb\n',
  ' x',
  'x ',
  '中文：是',
  '[a]',
  '- x',
  'C:\\x',
  '\t',
  'x #y',
  '\u3000',
  '*a',
  '&a',
  '!t',
  '|',
  '<<',
  'x,y',
  '{',
  'a\n\n b\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '=',
  '2026-12-01',
  '...',
  'k:',
  '?',
  '-',
  '@',
];
const VALUES: readonly (readonly [source: string, value: Value])[] = [
  ['open', 'open'],
  ['4 # why', 4],
  ['"a: b"', 'a: b'],
  ['[a, 1]', ['a', 1]],
  ['{k: v}', new Map([['k', 'v']])],
  ['- a\n- b', ['a', 'b']],
  [
    'k: v\nl:\n  - 1',
    new Map<string, Value>([
      ['k', 'v'],
      ['l', [1]],
    ]),
  ],
  ['|\n  a\n  b', 'a\nb\n'],
];

export const editNames = ['set', 'add-field', 'remove-field', 'add-items', 'remove-item'] as const;
type EditName = (typeof editNames)[number];

/** One random edit of one random register. */
export function tryEdit(r: Random, name: EditName = r.pick(editNames)): EditVerdict & { readonly text: string } {
  const { text } = normalise(registerText(r, 0.9));
  const before = judge(text).kind.startsWith('equal') ? valueByYaml(text)?.value : undefined;
  if (!(before instanceof Map)) return { kind: 'skipped', text };
  const register = openRegister(text);
  if (register.slices.length === 0) return { kind: 'skipped', text };
  const { edited, meant } = trial(r, register, name);
  if (!edited.ok) return { kind: 'refused', text };
  const changed = applyEdits(text, edited.value);
  const after = valueByYaml(changed)?.value;
  const items = before.get('items');
  const expected = new Map(before).set('items', meant(Array.isArray(items) ? items : []));
  // The last item gone, nothing stands under `items`.
  if (isDeepStrictEqual(expected.get('items'), []) && after instanceof Map && after.get('items') === null)
    return { kind: 'kept', text };
  if (isDeepStrictEqual(after, expected)) return { kind: 'kept', text };
  return { kind: 'against the law', why: JSON.stringify(changed), text };
}

function trial(r: Random, register: Register, name: EditName): Trial {
  const index = r.below(register.slices.length);
  const root = readItem(register, index).root;
  const found = root ? somewhere(r, root) : [];
  // A field can only be added where fields are.
  const path = name === 'add-field' && r.chance(0.7) ? found.slice(0, -1) : found;
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const at = (change: (value: Value) => Value | undefined) => (items: readonly Value[]) =>
    items.map((item, k) => (k === index ? (changed(item, path, change) ?? null) : item));
  switch (name) {
    case 'set': {
      const value = r.chance(0.8) ? r.pick(TEXTS) : r.pick([3, -1.5, true, null]);
      return { edited: setScalar(register, index, pointer, value), meant: at(() => value) };
    }
    case 'add-field': {
      const [source, value] = r.pick(VALUES);
      const key = r.pick(['status', 'true', 'a: b', 'x y', '<<', '中', '1.10']);
      const add = (old: Value): Value => (old instanceof Map ? new Map(old).set(key, value) : old);
      return { edited: addField(register, index, pointer, key, source), meant: at(add) };
    }
    case 'remove-field':
      return { edited: removeField(register, index, pointer), meant: at(() => undefined) };
    case 'add-items': {
      const value = new Map<string, Value>([
        ['id', 'N-1'],
        ['tags', ['a']],
      ]);
      const behind = r.chance(0.5) ? index : undefined;
      const fresh = Array.from({ length: 1 + r.below(2) }, () => ['id: N-1', 'tags:', '  - a']);
      const at = behind === undefined ? register.slices.length : behind + 1;
      const edited = finish(insertItems(register, fresh, behind));
      return { edited, meant: (items) => [...items.slice(0, at), ...fresh.map(() => value), ...items.slice(at)] };
    }
    case 'remove-item':
      return { edited: removeItem(register, index), meant: (items) => items.filter((_, k) => k !== index) };
  }
}

/** The way to a random place below a node. */
function somewhere(r: Random, node: Node): Path {
  if (node.kind === 'scalar' || r.chance(0.15)) return [];
  if (node.kind === 'mapping') {
    if (!node.pairs.length) return [];
    const { key, value } = r.pick(node.pairs);
    return [key.text, ...somewhere(r, value)];
  }
  if (!node.items.length) return [];
  const index = r.below(node.items.length);
  return [index, ...somewhere(r, node.items[index] as Node)];
}

function changed(value: Value, path: Path, change: (value: Value) => Value | undefined): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return change(value);
  if (value instanceof Map) {
    const inner = changed(value.get(String(part)) ?? null, rest, change);
    const copy = new Map(value);
    if (inner === undefined) copy.delete(String(part));
    else copy.set(String(part), inner);
    return copy;
  }
  if (!Array.isArray(value)) return value;
  const items: readonly Value[] = value;
  return items.flatMap((item, k) => {
    if (k !== part) return [item];
    const inner = changed(item, rest, change);
    return inner === undefined ? [] : [inner];
  });
}
