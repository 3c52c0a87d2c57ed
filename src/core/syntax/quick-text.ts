// The text of a word, for the quick reader. Words come again and again: keys, ids, people, days. Each would be a text of its
// own, made once more, looked up letter by letter wherever it is a key, and kept alive with its entry.

/** What is longer is no copy in V8 but a view of the text around it. */
const SHORT = 12;
const SLOTS = 1 << 13;

/** The last word of each slot: so much memory and no more, whoever reads how much. */
const known = new Array<string>(SLOTS).fill('');

/** As `text.slice(start, end)`, the very same text for a short word that was met lately. */
export function wordIn(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > SHORT) return text.slice(start, end);
  let hash = length;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  const word = known[slot] as string;
  if (word.length === length && text.startsWith(word, start)) return word;
  const made = text.slice(start, end);
  known[slot] = made;
  return made;
}
