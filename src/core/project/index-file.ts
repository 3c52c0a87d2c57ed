// A file's text becomes its index. Registers, the manifest and articles differ only in where their items are; an edit
// reads again only the items that it touched.
import type { Draft } from '../base/draft';
import type { Work } from '../base/work';
import { detached, nearest, type Shared, sharedBy } from '../base/text';
import { say } from '../messages/message';
import type { Problem } from '../model/finding';
import type { Path } from '../model/id';
import type { Kinds, RegisterForm } from '../schema/kinds';
import { pairOf } from '../syntax/locate';
import { openRegister, readItem, type Register } from '../syntax/register';
import { isNormalStill, normalise } from '../syntax/text';
import type { Scalar } from '../syntax/tree';
import { type FileIndex, type SliceIndex, standsAt, withoutText } from './file-index';
import { indexDocument } from './index-document';
import { indexSlice } from './index-slice';
import { MANIFEST } from './matcher';
import { suppressionsIn } from './suppressions';
import { noteTyped, typedFile } from './typed-file';

/** A file's text as it was read, with what reading had to say about it. */
export interface Source {
  readonly text: string;
  /** LF011 shows only on files that are ours; that a file could not be read shows always. */
  readonly problems?: readonly Problem[];
  /** What the text is while somebody types in it. */
  readonly draft?: Draft;
  /** Gives the text again, so that what is known of the file need not keep it: nearly as much as all that is known of it. */
  readonly again?: () => string;
}

/** A text that somebody types in, as a file's. */
export const drafted = (draft: Draft): Source => ({
  get text() {
    return draft.text();
  },
  draft,
});

export interface Indexing {
  readonly kinds: Kinds;
  /** `include` names the file, so it must be a register. */
  readonly exact: boolean;
  /** The same file before, whose unchanged slices are kept. */
  readonly before?: FileIndex | undefined;
}

/** Indexes a file from its text, in work that pauses between items. It never fails: what is wrong becomes problems. */
export function* indexFile(path: Path, source: Source, indexing: Indexing): Work<FileIndex> {
  const { draft, again } = source;
  const { before } = indexing;
  const typed = draft && before && typedFile(before, draft, indexing.kinds);
  if (typed) return typed;
  const file = yield* indexWhole(path, source, indexing);
  if (again && file !== before) return withoutText(file, () => normalise(again()).text);
  if (draft && file.text === source.text && !file.unread) noteTyped(file, draft);
  return file;
}

function* indexWhole(path: Path, source: Source, { kinds, exact, before }: Indexing): Work<FileIndex> {
  // What could not be read as it stands is no ground to build on.
  const ground = before?.unread ? undefined : before;
  const { text, normal, shared } = normalised(source.text, ground?.text);
  yield;
  const problems = [...(source.problems ?? []), ...normal];
  if (ground && isWhole(shared, text, ground.text) && !problems.length) return ground;
  if (path === MANIFEST || /\.md$/i.test(path)) return indexDocument(path, text, problems, kinds);
  const register = openRegister(text, { before: ground && shared && { register: ground.open(), shared } });
  yield;
  const form = formOf(register, kinds, exact);
  if (form === undefined)
    return {
      ...silent(
        path,
        text,
        register,
        problems.filter((one) => one.code !== 'LF011'),
      ),
      // What was not told is there all the same, and is to be told when the file becomes ours.
      unread: problems.length > 0,
    };
  if ('refused' in form) return silent(path, text, register, [...problems, ...form.refused]);
  const kept = before && before.form === form.name && sameContext(before.open(), register) ? before : undefined;
  const slices = yield* indexSlices(register, form, kinds, path, kept, source.again !== undefined);
  return {
    path,
    text,
    form: form.name,
    slices,
    starts: register.slices.map((slice) => slice.start),
    problems: [...problems, ...register.problems, ...headProblems(register, form)],
    suppressions: suppressionsIn(register.head.comments),
    unread: problems.length > 0,
    open: () => register,
  };
}

interface Normal {
  readonly text: string;
  readonly normal: readonly Problem[];
  /** What the text shares with the one before. */
  readonly shared: Shared | undefined;
}

function normalised(raw: string, before: string | undefined): Normal {
  const shared = before === undefined ? undefined : sharedBy(raw, before);
  if (shared && isNormalStill(raw, shared)) return { text: raw, normal: [], shared };
  const { text, problems } = normalise(raw);
  return { text, normal: problems, shared: before === undefined || text === raw ? shared : sharedBy(text, before) };
}

const isWhole = (shared: Shared | undefined, text: string, before: string): boolean =>
  shared !== undefined && text.length === before.length && shared.start === text.length;

const silent = (path: Path, text: string, register: Register, problems: readonly Problem[]): FileIndex => ({
  path,
  text,
  form: '',
  slices: [],
  starts: [],
  problems,
  suppressions: [],
  unread: problems.length > 0,
  open: () => register,
});

/** Signs of items that are read between two pauses: a millisecond, or a few where `yaml` has to read them. */
const STRETCH = 4096;

// Slices from the front and from the back whose text did not change are taken over with all that is known of them.
function* indexSlices(
  register: Register,
  form: RegisterForm,
  kinds: Kinds,
  path: Path,
  kept: FileIndex | undefined,
  apart: boolean,
): Work<readonly SliceIndex[]> {
  const { text, slices } = register;
  const { front, back } = (kept && register.inside.cut) ?? { front: 0, back: 0 };
  const out: SliceIndex[] = kept?.slices.slice(0, front) ?? [];
  const between =
    kept && slices.length - back - front > 1 ? slicesByText(kept, front, kept.slices.length - back) : undefined;
  let due = STRETCH;
  for (let i = front; i < slices.length - back; i++) {
    const at = slices[i] as { start: number; end: number };
    const whole = text.slice(at.start, at.end);
    const known = between?.get(whole)?.shift();
    // What outlives this version of the file must not keep all of its text.
    const item = kept ? detached(whole) : whole;
    const slice = known ?? indexSlice(readItem(register, i, item), item, form, kinds, path, { apart });
    if (kept) standsAt(slice, i);
    out.push(slice);
    if (known) continue;
    due -= whole.length;
    if (due > 0) continue;
    due = STRETCH;
    yield;
  }
  if (kept && back) for (const slice of kept.slices.slice(kept.slices.length - back)) out.push(slice);
  return out;
}

// Items between two places that were edited are the same ones, but stand elsewhere. Each is taken over once.
function slicesByText(file: FileIndex, from: number, to: number): ReadonlyMap<string, SliceIndex[]> {
  const register = file.open();
  const found = new Map<string, SliceIndex[]>();
  for (let i = from; i < to; i++) {
    const [at, slice] = [register.slices[i], file.slices[i]];
    if (!at || !slice) continue;
    const text = register.text.slice(at.start, at.end);
    const same = found.get(text);
    if (same) same.push(slice);
    else found.set(text, [slice]);
  }
  return found;
}

// A slice may use anchors of the head, and a text that could not be sliced was parsed as a whole.
function sameContext(a: Register, b: Register): boolean {
  const [one, other] = [a, b].map(({ form, head, inside }) => form === 'sliced' && !head.anchors.size && inside.column);
  return one !== false && one === other;
}

interface Refused {
  readonly refused: readonly Problem[];
}

const refused = (...problems: readonly Problem[]): Refused => ({ refused: [...new Set(problems)] });

/** The form of register that a file says it is; problems when it says so wrongly; undefined when it is not ours. */
function formOf(register: Register, kinds: Kinds, exact: boolean): RegisterForm | Refused | undefined {
  const { root } = register.head;
  if (root?.kind !== 'mapping') return formOfBroken(register, kinds, exact);
  const pair = pairOf(root, 'kind');
  if (!pair || pairOf(root, 'apiVersion'))
    return exact ? refused(noKind(register)) : formOfBroken(register, kinds, false);
  if (pair.value.kind !== 'scalar')
    return register.items === 'none' && !exact ? undefined : refused(kindNotText(pair.key));
  const name = pair.value.text;
  const form = kinds.form(name);
  if (form?.kind?.entity.from === 'document') return undefined;
  if (form) return form;
  return register.items === 'none' && !exact ? undefined : refused(unknownKind(pair.value, kinds));
}

// Where the head itself is broken, a line `kind: risks` at the margin is enough to know the file for ours.
function formOfBroken(register: Register, kinds: Kinds, exact: boolean): RegisterForm | Refused | undefined {
  if (register.head.clean) return exact ? refused(noKind(register)) : undefined;
  const said = /^kind:[ \t]*([\w-]+)[ \t]*(?:#.*)?$/m.exec(register.text)?.[1];
  const form = said === undefined ? undefined : kinds.form(said);
  if (form && form.kind?.entity.from !== 'document') return form;
  return exact ? refused(...register.problems, ...register.head.problems) : undefined;
}

const noKind = (register: Register): Problem => ({
  code: 'LF010',
  span: { start: 0, end: Math.max(0, register.text.indexOf('\n')) },
  message: say('file.no-kind'),
});

const kindNotText = (key: Scalar): Problem => ({
  code: 'LF002',
  span: { start: key.start, end: key.end },
  message: say('file.kind-not-text'),
});

function unknownKind(at: Scalar, kinds: Kinds): Problem {
  const near = nearest(
    at.text,
    kinds.all.map((kind) => kind.name),
  );
  const span = { start: at.start, end: at.end };
  return near === undefined
    ? { code: 'LF002', span, message: say('file.unknown-kind', { kind: at.text }) }
    : {
        code: 'LF002',
        span,
        message: say('file.unknown-kind-near', { kind: at.text, near }),
        fix: { kind: 'replace', with: near },
      };
}

function headProblems(register: Register, form: RegisterForm): readonly Problem[] {
  const { root, problems } = register.head;
  const known = new Set(register.problems);
  const own = problems.filter((one) => !known.has(one));
  if (root?.kind !== 'mapping' || form.shape.rest) return own;
  const unknown = root.pairs.filter(({ key }) => key.text !== 'items' && !form.shape.fields.has(key.text));
  return [
    ...own,
    ...unknown.map(
      ({ key }): Problem => ({
        code: 'LF020',
        span: { start: key.start, end: key.end },
        message: say('file.unknown-head', { field: key.text }),
      }),
    ),
  ];
}
