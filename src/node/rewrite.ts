// Edits written into files, all of them or none. A file keeps its line ends and its byte order mark, and is left alone
// when it is not what was read.
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../core/base/result';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { applyEdits, type TextEdit } from '../core/syntax/edit';
import { dressed, undress } from '../core/syntax/line-ends';
import { normalise } from '../core/syntax/text';

export type RewriteError =
  | { readonly code: 'changed'; readonly file: Path }
  | { readonly code: 'failed'; readonly detail: string };

/** Writes the edits; offsets are of the texts as they were indexed. */
export function rewriteFiles(
  root: string,
  edits: ReadonlyMap<Path, readonly TextEdit[]>,
  files: ReadonlyMap<Path, FileIndex>,
): Result<undefined, RewriteError> {
  const due: { readonly at: string; readonly before: Buffer; readonly after: string }[] = [];
  try {
    for (const [file, some] of edits) {
      const at = path.join(root, file);
      const before = fs.readFileSync(at);
      const raw = before.toString('utf8');
      const { dress } = undress(raw) ?? {};
      const text = files.get(file)?.text;
      if (!isUtf8(before) || text === undefined || normalise(raw).text !== text || !dress)
        return fail({ code: 'changed', file });
      if (some.length) due.push({ at, before, after: dressed(applyEdits(text, some), { ...dress, lastEnds: true }) });
    }
  } catch (error) {
    return fail({ code: 'failed', detail: (error as Error).message });
  }
  const written: typeof due = [];
  try {
    for (const one of due) {
      written.push(one);
      fs.writeFileSync(one.at, one.after);
    }
    return ok(undefined);
  } catch (error) {
    for (const { at, before } of written) restore(at, before);
    return fail({ code: 'failed', detail: (error as Error).message });
  }
}

function restore(file: string, bytes: Buffer): void {
  try {
    fs.writeFileSync(file, bytes);
  } catch {
    // What hindered the writing hinders this too; it is told already.
  }
}
