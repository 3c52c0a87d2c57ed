// A long text that somebody types in. An engine lays a text of 5 MB out anew before it looks at a sign of it that was just
// put together of two parts, which takes longer than all else that a keystroke costs: so the parts between the edits are
// kept as they are, and laid out when somebody asks for the whole.
import { lineStarts, positionAt, type Span } from './span';

/** Parts beyond which the text is laid out all the same. */
const MOST = 128;

/** A stretch gives way to a text. */
export interface Replacement extends Span {
  readonly text: string;
}

/** What a draft has otherwise than the one before it. */
interface Step {
  /** Which one that was. */
  readonly before: object;
  /** The stretch of that one in which it differs, and how long it is now. */
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export class Draft {
  readonly length: number;
  /** Tells it from all others, and holds nothing of it. */
  readonly mark: object = {};
  readonly step: Step | undefined;
  private parts: readonly string[];
  private lines: Int32Array | undefined;

  private constructor(parts: readonly string[], step: Step | undefined) {
    this.parts = parts;
    this.step = step;
    this.length = parts.reduce((sum, { length }) => sum + length, 0);
  }

  static of(text: string): Draft {
    return new Draft([text], undefined);
  }

  /** The draft after these edits, one after the other: the offsets of each are of the text that those before it leave. */
  edited(edits: readonly Replacement[]): Draft {
    let parts = this.parts;
    let step: Step | undefined;
    for (const edit of edits) {
      parts = [...cut(parts, 0, edit.start), ...(edit.text ? [edit.text] : []), ...cut(parts, edit.end, Infinity)];
      step = wider(step ?? { before: this.mark, start: edit.start, end: edit.start, length: 0 }, edit);
    }
    const after = new Draft(parts.length > MOST ? [parts.join('')] : parts, step);
    if (this.lines && step) after.lines = mended(this.lines, step, after);
    return after;
  }

  slice(start: number, end: number): string {
    return cut(this.parts, start, end).join('');
  }

  /** The offsets at which its lines begin; once asked for, those of later drafts are made of them. */
  lineStarts(): ArrayLike<number> {
    return (this.lines ??= Int32Array.from(lineStarts(this.text())));
  }

  text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }
}

// Lines in front of the stretch stay, those behind it move.
function mended(lines: Int32Array, { start, end, length }: Step, after: Draft): Int32Array {
  const [from, to] = [positionAt(lines, start).line + 1, positionAt(lines, end).line + 1];
  const between = lineStarts(after.slice(start, start + length)).slice(1);
  const by = length - (end - start);
  if (!by && !between.length && from === to) return lines;
  const made = new Int32Array(from + between.length + lines.length - to);
  made.set(lines.subarray(0, from));
  made.set(
    between.map((at) => start + at),
    from,
  );
  made.set(lines.subarray(to), from + between.length);
  if (by) for (let i = from + between.length; i < made.length; i++) made[i] = (made[i] ?? 0) + by;
  return made;
}

// The stretch around both: what the edit reaches beyond the one that is known is as it was before.
function wider({ before, start, end, length }: Step, edit: Replacement): Step {
  const from = Math.min(start, edit.start);
  const behind = Math.max(edit.end - (start + length), 0);
  const to = Math.max(start + length, edit.end);
  return { before, start: from, end: end + behind, length: to - from + edit.text.length - (edit.end - edit.start) };
}

function cut(parts: readonly string[], from: number, to: number): readonly string[] {
  const out: string[] = [];
  let at = 0;
  for (const part of parts) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, part.length)];
    if (start < end) out.push(start === 0 && end === part.length ? part : part.slice(start, end));
    at += part.length;
  }
  return out;
}
