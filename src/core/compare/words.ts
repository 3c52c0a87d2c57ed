// Two versions of a text by words, and by characters where a script writes no spaces.
import { sharedEnds } from '../base/lists';
import { common } from './fields';

export interface Piece {
  readonly how: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words compared on each side beyond the shared ends; above it the middle is shown as replaced. */
const FEW = 600;
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}_.-])+\\s*|\\s+|.`, 'gsu');

/** The pieces that lead from one text to the other: `same` and `gone` make the first, `same` and `new` the second. */
export function changedWords(before: string, after: string): readonly Piece[] {
  const [a, b] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  const same = (i: number, j: number): boolean => a[i] === b[j];
  const { front, back } = sharedEnds(a.length, b.length, same);
  const [m, n] = [a.length - back, b.length - back];
  const few = m - front <= FEW && n - front <= FEW;
  const pieces: { how: Piece['how']; text: string }[] = [];
  const put = (how: Piece['how'], words: readonly string[]): void => {
    const text = words.join('');
    const last = pieces.at(-1);
    if (!text) return;
    if (last?.how === how) last.text += text;
    else pieces.push({ how, text });
  };
  put('same', a.slice(0, front));
  let [i, j] = [front, front];
  for (const [p, q] of [...(few ? common(front, m, front, n, same) : []), [m, n] as const]) {
    put('gone', a.slice(i, p));
    put('new', b.slice(j, q));
    if (p < m) put('same', a.slice(p, p + 1));
    [i, j] = [p + 1, q + 1];
  }
  put('same', a.slice(m));
  return pieces;
}
