// Merge-conflict markers. Git leaves both sides in the file; read as they stand, every entity inside would be there
// twice and most would be broken. So the first side ("ours", the branch one stands on) is read and the rest is blanked
// with as many spaces: offsets and lines hold, the entities around stay known, and one finding says what is to be done.
import type { Problem } from '../model/finding';
import { say } from '../messages/message';
import { span } from '../base/span';

interface Marker {
  readonly kind: '<' | '|' | '=' | '>';
  readonly start: number;
  readonly end: number;
}

export interface Settled {
  /** As long as the text that came in, line by line. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

export function settleConflicts(text: string): Settled {
  // Two searches for a rare character cost next to nothing on the text that has no conflict.
  if (!atLineStart(text, '<<<<<<< ') && !atLineStart(text, '>>>>>>> ')) return { text, problems: [] };
  const problems: Problem[] = [];
  const blanks: Marker[] = [];
  let open: Marker[] = [];
  const unfinished = (markers: readonly Marker[]): void => {
    const [first] = markers;
    if (!first) return;
    problems.push({ code: 'LF003', span: span(first.start, first.end), message: say('conflict.unfinished') });
    blanks.push(...markers);
  };
  for (const marker of markersOf(text)) {
    if (marker.kind === '<') {
      unfinished(open);
      open = [marker];
      continue;
    }
    const [first, second] = open;
    if (!first) {
      if (marker.kind === '>') unfinished([marker]);
      continue;
    }
    open.push(marker);
    if (marker.kind !== '>') continue;
    if (second === marker || second === undefined) {
      unfinished(open);
    } else {
      problems.push({ code: 'LF003', span: span(first.start, first.end), message: say('conflict.markers') });
      blanks.push(first, { ...second, end: marker.end });
    }
    open = [];
  }
  unfinished(open);
  return { text: blank(text, blanks), problems };
}

function atLineStart(text: string, what: string): boolean {
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
    if (at === 0 || text[at - 1] === '\n') return true;
  }
  return false;
}

function* markersOf(text: string): Generator<Marker> {
  for (const found of text.matchAll(/(?<=^|\n)(?:<{7} |\|{7}(?= |\n|$)|={7}(?=\n|$)|>{7} )[^\n]*/g)) {
    const kind = found[0][0] as Marker['kind'];
    yield { kind, start: found.index, end: found.index + found[0].length };
  }
}

function blank(text: string, stretches: readonly Marker[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return out + text.slice(at);
}
