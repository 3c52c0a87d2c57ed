// Answers kept as long as what they were made of is the same: by identity, the last one for each first value.
import { sameEnds } from './lists';
import type { Work } from './work';

/** Remembers the last answer for each first value, as long as the others are the same too. */
export const kept = <A extends object, B extends readonly unknown[], T>(
  make: (a: A, ...b: B) => T,
): ((a: A, ...b: B) => T) => {
  const known = new WeakMap<A, { readonly b: B; readonly made: T }>();
  return (a, ...b) => {
    let found = known.get(a);
    if (!found?.b.every((one, at) => one === b[at])) known.set(a, (found = { b, made: make(a, ...b) }));
    return found.made;
  };
};

/** In place of an answer that is `undefined`. */
const NOTHING = {};

/** The same of one value. Asked for every entity by every rule, so it does without a list, and without a thing to hold the answer. */
export const keptAlone = <A extends object, T>(make: (a: A) => T): ((a: A) => T) => {
  const known = new WeakMap<A, T | typeof NOTHING>();
  return (a) => {
    const found = known.get(a);
    if (found !== undefined) return found === NOTHING ? (undefined as T) : (found as T);
    const made = make(a);
    known.set(a, made === undefined ? NOTHING : made);
    return made;
  };
};

/** Remembers the answers for the values that were asked last, so many and no more. */
export const keptLately = <A extends object, T>(most: number, make: (a: A) => T): ((a: A) => T) => {
  const known = new Map<A, { readonly made: T }>();
  return (a) => {
    const found = known.get(a) ?? { made: make(a) };
    const oldest = known.delete(a) || known.size < most ? undefined : known.keys().next().value;
    if (oldest) known.delete(oldest);
    known.set(a, found);
    return found.made;
  };
};

/**
 * What somebody reads of the elements of a list, as a value that stays the same while that does. An edit makes another
 * list and leaves most of what is read of it as it was: whoever asks by this value instead of by the list is not asked again.
 */
export function gist<T extends object>(read: (one: T) => unknown): (list: readonly T[]) => object {
  const told = keptAlone((one: T) => JSON.stringify(read(one)));
  let last: { readonly list: readonly T[]; readonly made: object } | undefined;
  const isAsBefore = (one: T, before: T | undefined): boolean =>
    one === before || (before !== undefined && told(one) === told(before));
  return keptAlone((list: readonly T[]): object => {
    const isSame = list.length === last?.list.length && list.every((one, at) => isAsBefore(one, last?.list[at]));
    last = { list, made: isSame && last ? last.made : {} };
    return last.made;
  });
}

/** Elements that are asked between two pauses. */
const STEP = 64;

/**
 * What is said of each element of a long list, in its order. Of the next list only the elements between the ends that it shares
 * with the one before are asked: an edit makes a list that differs in one place. An answer rests on nothing but its element;
 * the context is where to look, and the same for all.
 */
export function along<T, C, U>(
  say: (one: T, context: C) => readonly U[],
): (list: readonly T[], context: C) => Work<readonly U[]> {
  interface Told {
    readonly at: number;
    readonly said: readonly U[];
  }
  let last: { readonly list: readonly T[]; readonly told: readonly Told[] } = { list: [], told: [] };
  return function* (list, context) {
    const { front, back } = sameEnds(last.list, list);
    const told = last.told.filter(({ at }) => at < front);
    for (let at = front; at < list.length - back; at++) {
      const said = say(list[at] as T, context);
      if (said.length) told.push({ at, said });
      if (at % STEP === STEP - 1) yield;
    }
    const longer = list.length - last.list.length;
    for (const { at, said } of last.told) if (at >= last.list.length - back) told.push({ at: at + longer, said });
    last = { list, told };
    return told.flatMap(({ said }) => said);
  };
}
