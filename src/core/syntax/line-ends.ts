// How a text stands on the disk beside what it says: its byte order mark, its line ends and whether its last line ends.
// Whoever writes a changed text back gives it the same dress.
import { normalise } from './text';

export interface Dress {
  readonly mark: boolean;
  readonly crlf: boolean;
  readonly lastEnds: boolean;
}

/** The text bare (every line ends with `\n`) with its dress; undefined where line ends are mixed or stand alone. */
export function undress(raw: string): { readonly text: string; readonly dress: Dress } | undefined {
  const { text, problems } = normalise(raw);
  const crlf = raw.includes('\r\n');
  if (problems.length || (crlf && /(?<!\r)\n/.test(raw))) return undefined;
  const lastEnds = text === '' || text.endsWith('\n');
  return { text: lastEnds ? text : `${text}\n`, dress: { mark: raw.startsWith('\uFEFF'), crlf, lastEnds } };
}

/** A bare text in a dress. */
export function dressed(text: string, { mark, crlf, lastEnds }: Dress): string {
  const whole = lastEnds ? text : text.replace(/\n$/, '');
  return (mark ? '\uFEFF' : '') + (crlf ? whole.replaceAll('\n', '\r\n') : whole);
}
