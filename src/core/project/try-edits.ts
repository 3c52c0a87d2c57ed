// Edits tried on a project before anybody gets them: the text is read again, and everything that they are not about must
// be as it was.
import { finish, type Work } from '../base/work';
import type { Json } from '../schema/json';
import { applyEdits, type TextEdit } from '../syntax/edit';
import { type Entity, entitiesOf, type FileIndex, type SliceIndex } from './file-index';
import type { Project } from './project';
import { update } from './update';

/** How many values differ between two readings of an entity. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** The project after the edits, or undefined when they changed what they are not about. `touched` are the slices that
 *  may change; `allowed` says by how much, for those that could be read before. */
export const tryEdits = (...args: Parameters<typeof trying>): Project | undefined => finish(trying(...args));

/** The same for edits of many items, which take their time. */
export function* trying(
  project: Project,
  file: FileIndex,
  edits: readonly TextEdit[],
  touched: ReadonlySet<SliceIndex>,
  allowed: (difference: Difference) => boolean,
): Work<Project | undefined> {
  const text = applyEdits(file.text, edits);
  if (text === file.text || file.open().conflicted) return undefined;
  const next = yield* update(project, new Map([[file.path, { text }]]));
  const after = next.files.get(file.path);
  if (!after || (file.form !== '' && after.form !== file.form)) return undefined;
  if (count(after, isBroken) > count(file, isBroken)) return undefined;
  yield;
  return keepsOthers(file, after, touched) && file.slices.every((slice, at) => unbroken(slice, at)) ? next : undefined;

  function unbroken(slice: SliceIndex, at: number): boolean {
    if (!touched.has(slice) || slice.problems.some(isBroken) || after?.slices.length !== file.slices.length)
      return true;
    const entity = slice.entities[0];
    const now = after.slices[at]?.entities[0];
    return !entity || (now !== undefined && allowed(differences(entity.value, now.value)));
  }
}

/** Findings that say that a text was not read as it was meant. */
const READING: ReadonlySet<string> = new Set(['LF001', 'LF004', 'LF009', 'LF010', 'LF012']);
const isBroken = ({ code }: { readonly code: string }): boolean => READING.has(code);

/** How many problems with this code reading a file has found. */
export const problemsIn = (file: FileIndex | undefined, code: string): number =>
  file ? count(file, (one) => one.code === code) : 0;

function count({ problems, slices }: FileIndex, counts: (one: { readonly code: string }) => boolean): number {
  let sum = problems.filter(counts).length;
  for (const slice of slices) if (slice.problems.length) sum += slice.problems.filter(counts).length;
  return sum;
}

// Every entity outside the touched slices comes again with the same value, in the same order.
function keepsOthers(before: FileIndex, after: FileIndex, touched: ReadonlySet<SliceIndex>): boolean {
  const now = entitiesOf(after);
  let at = 0;
  for (const entity of entitiesOf(before)) {
    if (touched.has(entity.slice)) continue;
    while (at < now.length && !sameEntity(entity, now[at] as Entity)) at++;
    if (at++ >= now.length) return false;
  }
  return true;
}

const sameEntity = (a: Entity, b: Entity): boolean =>
  a === b || (a.id === b.id && a.kind === b.kind && JSON.stringify(a.value) === JSON.stringify(b.value));

function differences(a: Json | undefined, b: Json | undefined): Difference {
  if (a === undefined || b === undefined)
    return { added: a === undefined ? 1 : 0, removed: b === undefined ? 1 : 0, changed: 0 };
  if (!isHolder(a) || !isHolder(b) || Array.isArray(a) !== Array.isArray(b))
    return { added: 0, removed: 0, changed: a === b ? 0 : 1 };
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].reduce<Difference>(
    (sum, key) => {
      const one = differences(left.get(key), right.get(key));
      return {
        added: sum.added + one.added,
        removed: sum.removed + one.removed,
        changed: sum.changed + one.changed,
      };
    },
    { added: 0, removed: 0, changed: 0 },
  );
}

const isHolder = (value: Json): value is Exclude<Json, string | number | boolean | null> =>
  typeof value === 'object' && value !== null;
