// A register while somebody types in it: the version before with the item read again in which they typed, without a look at
// the text around it. Where it is not certain that reading all of it would give the same, it says so.
import type { Draft } from '../base/draft';
import { sharedBy } from '../base/text';
import type { Kinds } from '../schema/kinds';
import { openRegister, type Register } from '../syntax/register';
import { type FileIndex, standsAt } from './file-index';
import { type Items, itemsOf, patchFile } from './patch-file';

/** A version that was read out of a draft. */
interface Typed {
  /** Of the draft. */
  readonly mark: object;
  /** Undefined where the file cannot be patched. */
  readonly items: Items | undefined;
  /** Its register, or where nobody asked for that yet the nearest before it. */
  readonly nearest: () => Register;
}

const typed = new WeakMap<FileIndex, Typed>();

/** Notes that a file was read out of a draft as it stands, so that what is typed next can be told from it. */
export function noteTyped(file: FileIndex, { mark }: Draft): void {
  typed.set(file, { mark, items: itemsOf(file), nearest: file.open });
}

/** The file as the draft has it; undefined where it must be read as a whole. */
export function typedFile(before: FileIndex, draft: Draft, kinds: Kinds): FileIndex | undefined {
  const [known, { step }] = [typed.get(before), draft];
  if (!step || !known?.items || known.mark !== step.before) return undefined;
  const at = itemAround(before, step, known.items);
  if (!at) return undefined;
  const put = draft.slice(at.start, at.end + step.length - (step.end - step.start));
  const { text, open, nearest } = laidOut(draft, known.nearest());
  const patch = { first: at.ordinal, last: at.ordinal + 1, text: put };
  const patched = patchFile(before, known.items, [patch], { text, open, draft }, kinds);
  if (!patched) return undefined;
  for (let i = 0; i < (patched.cuts[0]?.length ?? 0); i++)
    standsAt(patched.file.slices[at.ordinal + i] as FileIndex['slices'][number], at.ordinal + i);
  typed.set(patched.file, { mark: draft.mark, items: patched.items, nearest });
  return patched.file;
}

/** The item inside which something was typed: neither its first sign nor its last, which decide where it begins and ends, and
 *  not the first item, with which the list begins. */
function itemAround(
  { starts }: FileIndex,
  { start, end }: { readonly start: number; readonly end: number },
  items: Items,
) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const [ordinal, to] = [low - 1, starts[low] ?? items.end];
  return ordinal > 0 && to !== undefined && end < to ? { ordinal, start: starts[ordinal] ?? 0, end: to } : undefined;
}

// What a version has when somebody asks for all of it: its text, and its register, cut again around what differs.
function laidOut(draft: Draft, before: Register) {
  let register = before;
  let own = false;
  const text = (): string => draft.text();
  return {
    text,
    nearest: () => register,
    open: () => {
      if (own) return register;
      own = true;
      const options = { before: { register, shared: sharedBy(text(), register.text) } };
      return (register = openRegister(text(), options));
    },
  };
}
