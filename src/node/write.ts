// Writing new files, all of them or none: nothing that is there is ever overwritten.
import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../core/base/result';
import type { Path } from '../core/model/id';

export type WriteError =
  | { readonly code: 'in-the-way'; readonly files: readonly Path[] }
  | { readonly code: 'failed'; readonly detail: string };

/** Writes files into a folder, which is made when it is not there. */
export function writeNew(folder: string, files: ReadonlyMap<Path, string>): Result<undefined, WriteError> {
  const taken = [...files.keys()].filter((file) => fs.lstatSync(path.join(folder, file), { throwIfNoEntry: false }));
  if (taken.length) return fail({ code: 'in-the-way', files: taken });
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      const at = path.join(folder, file);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      // Exclusive, in case somebody was quicker.
      fs.writeFileSync(at, text, { flag: 'wx' });
      written.push(at);
    }
    return ok(undefined);
  } catch (error) {
    for (const at of written) fs.rmSync(at, { force: true });
    return fail({ code: 'failed', detail: (error as Error).message });
  }
}
