// A project made up from a seed: every kind cross-referenced, Chinese and English, with mistakes in a few of a hundred
// entities. The same arguments give the same bytes.
import { random } from '../../fuzz/random';
import { type BenchKind, ids } from './ids';
import { type Make, maker, type Writer } from './make';
import { system } from './system';
import { words } from './words';
import { work } from './work';
import { type Item, register } from './write';

export interface Corpus {
  readonly files: ReadonlyMap<string, string>;
  readonly entities: number;
  readonly bytes: number;
}

const writers = { ...work, ...system } as Readonly<Record<BenchKind, Writer>>;
/** Entries of a log have neither an id nor a title. */
const LOGS: ReadonlySet<BenchKind> = new Set(['assignments', 'test-runs', 'training-sessions']);
const SEED = 20_261_116;

const MANIFEST = `landfall: 1
name: 华东制造集团 ERP 实施
customer: 华东制造集团
vendor: Example Consulting
start: 2026-01-05
currency: CNY
status_date: 2026-11-16
`;

/** About this many entities, about this many in a file. */
export function generate(entities: number, aFile = 40): Corpus {
  const dice = random(SEED);
  const make = maker(dice, words(dice), ids(entities, dice));
  const files = new Map([['landfall.yaml', MANIFEST]]);
  let made = 0;
  for (const [kind, count] of make.counts) {
    for (let from = 0, file = 1; from < count; from += aFile, file++) {
      const size = Math.min(aFile, count - from);
      files.set(`${kind}/${kind}-${String(file).padStart(4, '0')}.yaml`, registerOf(make, kind, from, size));
      made += size;
    }
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { files, entities: made, bytes };
}

/** One register of issues of at least this many bytes that refers to the entities of a corpus of that size. */
export function bigRegister(bytes: number, entities: number): string {
  const more = issuesOf(SEED + bytes, entities);
  const parts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const part = more(40);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return `kind: issues\nitems:\n${parts.join('')}`;
}

/** One register of so many issues. */
export const issues = (count: number, entities: number): string =>
  `kind: issues\nitems:\n${issuesOf(SEED + count, entities)(count)}`;

/** Items of a register, a few more with each call. */
function issuesOf(seed: number, entities: number): (count: number) => string {
  const dice = random(seed);
  const make = maker(dice, words(dice), ids(entities, dice));
  let at = 100_000;
  return (count) => {
    const part = registerOf(make, 'issues', at, count).replace(/^kind: .*\nitems:\n/, '');
    at += count;
    return part;
  };
}

function registerOf(make: Make, kind: BenchKind, from: number, count: number): string {
  const items = Array.from({ length: count }, (_, i): readonly [Item, string?] => {
    const at = from + i;
    const named = LOGS.has(kind)
      ? {}
      : { id: make.id(kind, at), title: kind === 'people' ? make.name() : titleOf(make, kind) };
    const item = mistaken(make, { ...named, ...writers[kind](make, at) });
    return make.chance(0.02) ? [item, make.sentence()] : [item];
  });
  return register(kind, items);
}

const titleOf = (make: Make, kind: BenchKind): string =>
  kind === 'risks' || kind === 'issues' ? make.trouble() : make.title();

// The mistakes that people make: a name that nobody has, a word the schema does not know, a field of another kind, a
// field forgotten.
function mistaken(make: Make, item: Item): Item {
  if (!make.chance(0.03)) return item;
  switch (make.below(4)) {
    case 0:
      return { ...item, owner: `nobody.${make.below(100)}` };
    case 1:
      return 'status' in item ? { ...item, status: 'opne' } : { ...item, state: 'open' };
    case 2:
      return { ...item, remark: make.sentence() };
    default:
      return { ...item, title: undefined, tags: ['待补充'] };
  }
}
