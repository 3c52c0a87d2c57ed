// Every text that a few tokens make, in the places where values, items and documents stand. Random texts are unlikely to
// put the two signs next to each other that nobody thought of; here all pairs stand next to each other, and all triples.
import { type QuickVerdict, judgeQuick } from './quick';

/** Signs that mean something, a word, and line ends with the indentations that decide. */
const TOKENS = [
  ...['a', '1', '-', '.', '~', ' ', ':', ': ', '- ', '#', ' #', ',', '[', ']', '{', '}', '"', "'", '|', '>', '|-', '?'],
  ...['\n', '\n  ', '\n    ', '\n     ', '\n      ', '\n- ', '\n    - ', 'b: '],
] as const;

/** What stands before and behind it: a value, an item, in brackets, below a key, a key, a whole document. */
const PLACES = [
  ['kind: x\nitems:\n  - id: a\n    k:', '\n    z: 1\n'],
  ['kind: x\nitems:\n  - ', '\n'],
  ['kind: x\nitems:\n  - k: [', ']\n'],
  ['kind: x\nitems:\n  - k: {a: ', '}\n'],
  ['kind: x\nitems:\n  - k:\n      ', '\n    z: 1\n'],
  ['kind: x\nitems:\n  - ', ': 1\n    z: 2\n'],
  ['', '\n'],
] as const;

/** Judges all of them with up to so many tokens; answers with how many there were and were taken, and what went wrong. */
export function judgeSmall(most: number): QuickVerdict & { readonly texts: number } {
  let [texts, taken, passed] = [0, 0, 0];
  let why: string | undefined;
  const judge = (before: string, middle: string, behind: string, more: number): void => {
    const verdict = judgeQuick(before + middle + behind);
    texts++;
    taken += verdict.taken;
    passed += verdict.passed;
    why ??= verdict.why;
    if (more > 0) for (const token of TOKENS) judge(before, middle + token, behind, more - 1);
  };
  for (const [before, behind] of PLACES) judge(before, '', behind, most);
  return { texts, taken, passed, ...(why === undefined ? {} : { why }) };
}
