// A register: the frame of the file and one slice an item, each read only when asked for. A file is sliced when that is
// provably the same as parsing it whole (the tests hold it to that); else it is parsed whole, up to a limit.
import { span } from '../base/span';
import type { Shared } from '../base/text';
import { say } from '../messages/message';
import type { Problem } from '../model/finding';
import { settleConflicts } from './conflict';
import type { Anchors } from './convert';
import { type Cut, type CutBefore, cut, ITEM_LIMIT, type Slice, type Uncut } from './cut';
import { readFrame, reboundNames } from './frame';
import { ALONE, type Parsed, parsePart } from './parse';
import { secondDocument } from './problems';
import { quickItem } from './quick';
import { readWhole } from './whole';
import { misreadColon } from './width';

/** What stands under `items`: a list, no such key, nothing, or something else. */
export type ItemsForm = 'list' | 'none' | 'empty' | 'other';

export interface Register {
  /** What is read: the file's text, with the second side of a merge conflict blanked at equal length. */
  readonly text: string;
  /** Everything but the items: the mapping with an empty value under `items`. Offsets are of the text. */
  readonly head: Parsed;
  readonly form: 'sliced' | 'whole';
  /** One for every item: its lines when sliced, else the place of its value. */
  readonly slices: readonly Slice[];
  /** Of the file outside its slices, those of the head among them; offsets are of the text. */
  readonly problems: readonly Problem[];
  readonly items: ItemsForm;
  /** Whether a merge conflict was blanked, so that the text is not what stands in the file. */
  readonly conflicted: boolean;
  readonly inside: Inside;
}

/** What reading an item needs to know beyond its slice. */
interface Inside {
  /** The column of the dashes. */
  readonly column: number;
  readonly limit: number;
  /** Anchors of the head that items may use. */
  readonly shared: Anchors;
  /** Where an item first gives one of their names again. */
  readonly rebound: ReadonlyMap<string, number>;
  /** The items of a register that was parsed whole. */
  readonly parsed: readonly Parsed[];
  /** How a register that is sliced was cut. */
  readonly cut: Cut | undefined;
}

export interface RegisterOptions {
  /** The longest text that is parsed in one piece, in UTF-16 units. */
  readonly wholeLimit?: number;
  /** The same register before it was edited. */
  readonly before?: RegisterBefore | undefined;
}

export interface RegisterBefore {
  readonly register: Register;
  /** What its text shares with the one that is opened. */
  readonly shared: Shared;
}

const WHOLE_LIMIT = 1 << 20;
const NOTHING: Parsed = { root: undefined, problems: [], comments: [], clean: true, anchors: new Map() };
const NO_INSIDE: Inside = { column: 0, limit: 0, shared: new Map(), rebound: new Map(), parsed: [], cut: undefined };

/** Opens a normalised text (see text.ts). Cheap where it can be sliced; never throws. */
export function openRegister(file: string, options: RegisterOptions = {}): Register {
  const { text, problems } = settleConflicts(file);
  const limit = options.wholeLimit ?? WHOLE_LIMIT;
  const found = cut(text, problems.length ? undefined : cutBefore(options.before));
  const sliced = typeof found === 'string' ? found : openSliced(text, found, limit);
  const register = typeof sliced === 'string' ? openWhole(text, sliced, limit) : sliced;
  const conflicted = problems.length > 0;
  return { ...register, conflicted, problems: [...problems, ...register.problems] };
}

// What was blanked is not the text that was compared.
const cutBefore = (before: RegisterBefore | undefined): CutBefore | undefined =>
  before?.register.inside.cut && !before.register.conflicted
    ? { cut: before.register.inside.cut, length: before.register.text.length, shared: before.shared }
    : undefined;

const LIST = 'items:\n';

/**
 * Items of a sliced register without what stands around them, for whoever knows that around them nothing changed. `last`
 * says that the list ends with them. Undefined where the text is not whole items whose dashes stand in the column, so
 * that reading the register would cut it otherwise; offsets are of the text.
 */
export function openItems(text: string, column: number, last: boolean): Register | undefined {
  const found = cut(LIST + text);
  if (typeof found === 'string' || found.column !== column || found.overflow !== undefined) return undefined;
  const slices = found.slices.map(({ start, end, line }): Slice => {
    return { start: start - LIST.length, end: end - LIST.length, line };
  });
  const whole = slices[0]?.start === 0 && found.end === LIST.length + text.length;
  const apart = last || (text.endsWith('\n') && !remarkBehind(text, column));
  if (!whole || !apart || settleConflicts(text).problems.length) return undefined;
  const inside = { ...NO_INSIDE, column, limit: WHOLE_LIMIT };
  return { text, head: NOTHING, form: 'sliced', slices, problems: [], items: 'list', conflicted: false, inside };
}

/** Whether the text ends in a comment that belongs to the item below. */
function remarkBehind(text: string, column: number): boolean {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => !/^[ \t]*$|^ *#/.test(line));
  return lines.slice(last + 1).some((line) => /^ *#/.test(line) && line.indexOf('#') <= column);
}

function openSliced(text: string, cut: Cut, limit: number): Register | Uncut | 'whole.head' {
  const first = cut.slices[0]?.start ?? cut.end;
  const trailerAt = cut.overflow === undefined ? cut.end : text.length;
  if (first + text.length - trailerAt > limit) return 'whole.head';
  const frame = readFrame(text, cut.keyAt, first, trailerAt);
  if (!frame) return 'whole.head';
  const rebound = reboundNames(text, frame.shared, first, cut.end);
  if (rebound.size && text.includes('*', trailerAt)) return 'whole.head';
  const problems = [...frame.head.problems];
  if (cut.overflow !== undefined) {
    const place = span(cut.overflow, cut.overflow + 1);
    problems.push({ code: 'LF012', span: place, message: say('limit.items', { limit: ITEM_LIMIT }) });
  }
  return {
    text,
    head: frame.head,
    form: 'sliced',
    slices: cut.slices,
    problems,
    items: 'list',
    conflicted: false,
    inside: { ...NO_INSIDE, column: cut.column, limit, shared: frame.shared, rebound, cut },
  };
}

function openWhole(text: string, reason: Uncut | 'whole.head', limit: number): Register {
  const base = { text, form: 'whole', conflicted: false } as const;
  if (text.length > limit) {
    const stop = text.indexOf('\nitems:') + 1;
    const head = stop > 0 && stop <= limit ? parsePart(text.slice(0, stop), ALONE) : NOTHING;
    const message = say('limit.whole', { limit: limit >> 10, reason: say(reason) });
    const problem: Problem = { code: 'LF012', span: span(0, Math.max(text.indexOf('\n'), 1)), message };
    return { ...base, head, slices: [], problems: [problem], items: 'none', inside: NO_INSIDE };
  }
  const { parsed, ...whole } = readWhole(text);
  return { ...base, ...whole, inside: { ...NO_INSIDE, parsed } };
}

/** One item: its tree and problems, with offsets relative to its slice's start. `item` is its text, where that is at hand. */
export function readItem(register: Register, index: number, item?: string): Parsed {
  const slice = register.slices[index];
  if (!slice) throw new RangeError(`no item ${index}`);
  const { parsed, limit, shared, rebound, column } = register.inside;
  if (register.form === 'whole') return parsed[index] ?? NOTHING;
  if (slice.end - slice.start > limit) {
    const message = say('limit.item', { limit: limit >> 10 });
    return { ...NOTHING, clean: false, problems: [{ code: 'LF012', span: span(0, 1), message }] };
  }
  const text = item ?? register.text.slice(slice.start, slice.end);
  const quick = quickItem(text, column);
  if (quick) {
    const { root, comments } = quick;
    return { root, problems: NOTHING.problems, comments, clean: true, anchors: NOTHING.anchors };
  }
  const around = shared.size
    ? { outer: shared, rebound: (name: string) => (rebound.get(name) ?? slice.start) < slice.start }
    : ALONE;
  return itemOf(text, parsePart(text, around), column);
}

// A slice is a list of one item whose dash stands in the register's column; anything else is said.
function itemOf(text: string, part: ReturnType<typeof parsePart>, column: number): Parsed {
  const { root: list, composed, ...parsed } = part;
  const root = list?.kind === 'sequence' ? list.items[0] : list;
  const problems = [...parsed.problems];
  if (composed.ended && composed.second === undefined) problems.push(secondDocument(text, text.indexOf('\n...') + 1));
  const misread = root?.kind === 'scalar' && root.style === 'plain' ? misreadColon(text, root.start) : undefined;
  if (misread) problems.push(misread);
  const single =
    list?.kind === 'sequence' && !list.flow && list.items.length === 1 && columnOf(text, list.start) === column;
  if (!single && !problems.length) {
    const stray = list?.kind === 'sequence' ? list.items[1] : list;
    const start = stray?.start ?? 0;
    problems.push({ code: 'LF001', span: span(start, stray?.end ?? start + 1), message: say('yaml.outside-item') });
  }
  return { ...parsed, root, problems, clean: problems.length === 0 };
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
