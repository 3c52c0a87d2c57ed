// How much room a text takes in a picture, without a browser to ask: in ems, of a font like the ones that systems use for
// their menus, rather too wide than too narrow. Headings are broken into lines by it; where
// a line is all there is, a text is cut by it and stands whole in a title.
import { widthOf } from './width';

const NARROW = /[ilj.,:;|!'’`()[\]{}/\\ tfrI-]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z0-9_&+=<>#~?]/;

/** Ems that a text takes on one line. */
export function ems(text: string): number {
  let sum = 0;
  for (const character of text) sum += emsOfOne(character);
  return sum;
}

function emsOfOne(character: string): number {
  const columns = widthOf(character);
  if (columns !== 1) return columns ? 1.02 : 0;
  if (NARROW.test(character)) return 0.4;
  if (WIDE.test(character)) return 0.95;
  return CAPITAL.test(character) ? 0.7 : 0.6;
}

/** The text, or as much of its beginning as fits in so many ems together with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (ems(text) <= most) return text;
  let left = most - emsOfOne('…');
  let out = '';
  for (const character of text) {
    left -= emsOfOne(character);
    if (left < 0) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}

/** The text in lines of at most so many ems: broken behind spaces and signs, between Chinese characters, else anywhere. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\p{L}\p{N}\p{M}'’]*[^\p{L}\p{N}\p{M}'’]?/gu) ?? []) {
    for (const part of piecesOf(piece, most)) {
      if (line && ems((line + part).trimEnd()) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line ? part : part.trimStart();
    }
  }
  if (line.trimEnd() || !lines.length) lines.push(line.trimEnd());
  return lines;
}

// Latin words stay whole where they fit; wide characters are words of their own.
function piecesOf(piece: string, most: number): readonly string[] {
  const wide = [...piece].some((character) => widthOf(character) > 1);
  return wide || ems(piece.trimEnd()) > most ? [...piece] : [piece];
}
