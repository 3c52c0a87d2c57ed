// The disk, twice: `quickDisk` blocks, which is the fastest a process that does nothing else can read; `patientDisk`
// waits, so that an editor stays alive beside it. Whoever reads awaits the answers and need not know which it has.
import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../core/base/result';

/** Why something on the disk could not be had; `gone` is also what was never there. */
export type DiskError =
  | { readonly code: 'gone' | 'denied' | 'loop' }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'failed'; readonly detail: string };

export interface DiskEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** Where a link leads, all links on the way followed. */
export interface LinkTarget {
  readonly kind: 'file' | 'folder' | 'other';
  readonly path: string;
}

type Answer<T> = Result<T, DiskError> | Promise<Result<T, DiskError>>;

export interface Disk {
  /** What a folder holds, in no particular order. Pipes, sockets and devices are left out: reading one might never end. */
  readonly list: (folder: string) => Answer<readonly DiskEntry[]>;
  readonly follow: (link: string) => Answer<LinkTarget>;
  /** The bytes of a file, unless there are more than the limit. */
  readonly read: (file: string, limit: number) => Answer<Uint8Array>;
}

export const quickDisk: Disk = {
  list: (folder) => attempt(() => entries(fs.readdirSync(folder, { withFileTypes: true }))),
  follow: (link) => attempt(() => target(fs.realpathSync.native(link), fs.statSync(link))),
  read: (file, limit) =>
    attempt(() => {
      const opened = fs.openSync(file, 'r');
      try {
        const { size } = fs.fstatSync(opened);
        if (size > limit) throw new TooLarge(size);
        return fs.readFileSync(opened);
      } finally {
        fs.closeSync(opened);
      }
    }),
};

let shared: Buffer<ArrayBuffer> = Buffer.alloc(0);

/** What is made of the bytes of a file at once: they are those of the next file afterwards, so that a thousand files leave
 *  nothing behind. */
export const madeOfBytes = <T>(file: string, limit: number, make: (bytes: Uint8Array) => T): Result<T, DiskError> =>
  attempt(() => {
    const opened = fs.openSync(file, 'r');
    try {
      const { size } = fs.fstatSync(opened);
      let length = 0;
      for (let more = -1; more !== 0; length += more) {
        if (Math.max(size, length) > limit) throw new TooLarge(Math.max(size, length));
        // One more than there was, so that its end shows.
        if (length >= shared.length || size >= shared.length) shared = grown(shared, Math.max(size + 1, 2 * length));
        more = fs.readSync(opened, shared, length, shared.length - length, null);
      }
      return make(shared.subarray(0, length));
    } finally {
      fs.closeSync(opened);
    }
  });

function grown(buffer: Buffer, size: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(size);
  buffer.copy(larger);
  return larger;
}

export const patientDisk: Disk = {
  list: (folder) => attemptLater(async () => entries(await fs.promises.readdir(folder, { withFileTypes: true }))),
  follow: (link) => attemptLater(async () => target(await fs.promises.realpath(link), await fs.promises.stat(link))),
  read: (file, limit) =>
    attemptLater(async () => {
      const opened = await fs.promises.open(file, 'r');
      try {
        const { size } = await opened.stat();
        if (size > limit) throw new TooLarge(size);
        return await opened.readFile();
      } finally {
        await opened.close();
      }
    }),
};

/** A path of the disk relative to a folder, as the core writes it; undefined when it leads out of the folder. */
export function below(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file).replaceAll(path.sep, '/');
  return relative === '..' || relative.startsWith('../') || path.isAbsolute(relative) ? undefined : relative;
}

class TooLarge extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super('too large');
    this.bytes = bytes;
  }
}

function entries(found: readonly fs.Dirent[]): readonly DiskEntry[] {
  return found.flatMap((one): DiskEntry | readonly DiskEntry[] => {
    const kind = one.isFile() ? 'file' : one.isDirectory() ? 'folder' : one.isSymbolicLink() ? 'link' : undefined;
    return kind ? { name: one.name, kind } : [];
  });
}

const target = (real: string, stat: fs.Stats): LinkTarget => ({
  kind: stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other',
  path: real,
});

function attempt<T>(work: () => T): Result<T, DiskError> {
  try {
    return ok(work());
  } catch (error) {
    return fail(errorOf(error));
  }
}

async function attemptLater<T>(work: () => Promise<T>): Promise<Result<T, DiskError>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(errorOf(error));
  }
}

function errorOf(error: unknown): DiskError {
  if (error instanceof TooLarge) return { code: 'too-large', bytes: error.bytes };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'gone' };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'denied' };
  if (code === 'ELOOP') return { code: 'loop' };
  return { code: 'failed', detail: message };
}
