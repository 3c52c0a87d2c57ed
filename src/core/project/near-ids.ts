// The ids of a kind prepared for the question which of them was meant by a wrong one. It is asked again with every
// keystroke that changes a table, so what was found out for the last table is carried over to the next.
import { sameEnds } from '../base/lists';
import { nearestIn, type WordIndex, wordIndex } from '../base/text';
import type { Kind } from '../schema/kinds';
import type { Entity } from './file-index';

interface Words {
  readonly table: readonly Entity[];
  readonly named: readonly Entity[];
  readonly ids: WordIndex;
  /** The id that was meant, by what was asked. */
  readonly answers: Map<string, string | undefined>;
  /** Made when there is a new question. */
  byTitle: ReadonlyMap<string, string> | undefined;
}

/** Entities that may change between two tables without everything being prepared anew. */
const FEW = 8;

const prepared = new WeakMap<Kind, Words>();

/** The id that a wrong one most likely means among the entities of a kind: that of its title, or the nearest spelling. */
export function nearIn(kind: Kind, table: readonly Entity[], wrong: string): string | undefined {
  let words = prepared.get(kind);
  if (words?.table !== table) prepared.set(kind, (words = prepare(table, words)));
  if (!words.answers.has(wrong)) {
    words.byTitle ??= new Map(words.named.map((entity) => [entity.title, entity.id]));
    words.answers.set(wrong, words.byTitle.get(wrong) ?? nearestIn(wrong, words.ids));
  }
  return words.answers.get(wrong);
}

function prepare(table: readonly Entity[], before: Words | undefined): Words {
  const named = table.filter((entity) => !entity.derived);
  const carried = before && carryOver(before, named);
  const { ids, answers } = carried ?? { ids: wordIndex(named.map((entity) => entity.id)), answers: new Map() };
  return { table, named, ids, answers, byTitle: undefined };
}

// An answer holds as long as its entity is there and none of the new ones comes near what was asked.
function carryOver(before: Words, named: readonly Entity[]): Pick<Words, 'ids' | 'answers'> | undefined {
  const old = before.named;
  const { front, back } = sameEnds(old, named);
  const gone = old.slice(front, old.length - back);
  const come = named.slice(front, named.length - back);
  if (gone.length + come.length > FEW) return undefined;
  const { words, folded, masks } = before.ids;
  const fresh = wordIndex(come.map((entity) => entity.id));
  const later = old.length - back;
  const now = new Int32Array(named.length);
  now.set(masks.subarray(0, front));
  now.set(fresh.masks, front);
  now.set(masks.subarray(later), front + come.length);
  const ids = {
    words: [...words.slice(0, front), ...fresh.words, ...words.slice(later)],
    folded: [...folded.slice(0, front), ...fresh.folded, ...folded.slice(later)],
    masks: now,
  };
  const holds = ([wrong, answer]: readonly [string, string | undefined]): boolean =>
    !gone.some((entity) => entity.id === answer || entity.title === wrong) &&
    !come.some((entity) => entity.title === wrong) &&
    nearestIn(wrong, fresh) === undefined;
  return { ids, answers: new Map([...before.answers].filter(holds)) };
}
