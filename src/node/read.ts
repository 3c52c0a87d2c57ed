// Files of a project as sources: bytes decoded, and in place of what cannot be read the reason, so that a finding
// stands where a register is missing.
import path from 'node:path';
import { type Message, say } from '../core/messages/message';
import type { Path } from '../core/model/id';
import type { Source } from '../core/project/index-file';
import { decode, unread } from './decode';
import { sha256 } from './digest';
import { type Disk, type DiskError, madeOfBytes } from './disk';
import { pooled } from './pool';

const MEGABYTE = 1024 * 1024;
/** Bytes of a file beyond which it is not read: what is read must be answered in seconds, and a person has to edit it. */
const FILE_LIMIT = 12 * MEGABYTE;
/** How many files are read at the same time, where the disk can. */
const AT_ONCE = 16;

/** A file's text; undefined when it is not there (any more). */
export async function readSource(disk: Disk, root: string, file: Path): Promise<Source | undefined> {
  const answer = await disk.read(path.join(root, file), FILE_LIMIT);
  return answer.ok ? decode(answer.value) : refusal(answer.error);
}

/** The texts of these files; one that was removed meanwhile is left out. */
export async function readSources(disk: Disk, root: string, files: readonly Path[]): Promise<Map<Path, Source>> {
  const found = await pooled(files, AT_ONCE, (file) => readSource(disk, root, file));
  const sources = new Map<Path, Source>();
  files.forEach((file, at) => {
    const source = found[at];
    if (source) sources.set(file, source);
  });
  return sources;
}

/** The bytes of a file, to be used at once, and the name that they have by themselves. */
export interface Content {
  readonly bytes: () => Uint8Array;
  readonly digest: () => string;
}

/** A file that was read is another one when it is read again. */
export class ChangedMeanwhile extends Error {
  readonly why: Message;
  constructor(file: Path) {
    super(`${file} was changed`);
    this.why = say('read.changed', { file });
  }
}

/** The bytes of these files, not decoded yet. */
export async function readContents(
  disk: Disk,
  root: string,
  files: readonly Path[],
): Promise<Map<Path, Content | Source>> {
  const found = await pooled(files, AT_ONCE, async (file): Promise<Content | Source | undefined> => {
    const answer = await disk.read(path.join(root, file), FILE_LIMIT);
    return answer.ok ? contentOf(answer.value) : refusal(answer.error);
  });
  return new Map(files.flatMap((file, at) => (found[at] === undefined ? [] : [[file, found[at]]])));
}

export function contentOf(bytes: Uint8Array): Content {
  let digest: string | undefined;
  return { bytes: () => bytes, digest: () => (digest ??= sha256(bytes)) };
}

/** The same without any bytes: they are read again each time, and are the same ones or none. */
export function readDigests(root: string, files: readonly Path[]): Map<Path, Content | Source> {
  const contents = new Map<Path, Content | Source>();
  for (const file of files) {
    const at = path.join(root, file);
    const digest = madeOfBytes(at, FILE_LIMIT, sha256);
    const content = digest.ok ? contentAt(at, file, digest.value) : refusal(digest.error);
    if (content) contents.set(file, content);
  }
  return contents;
}

const contentAt = (at: string, file: Path, digest: string): Content => ({
  digest: () => digest,
  bytes: () => {
    const read = madeOfBytes(at, FILE_LIMIT, (bytes) => (sha256(bytes) === digest ? bytes : undefined));
    if (!read.ok || !read.value) throw new ChangedMeanwhile(file);
    return read.value;
  },
});

/** What is said in place of a file that cannot be read; undefined for one that is gone, of which there is nothing to say. */
export function refusal(error: DiskError, limit = FILE_LIMIT): Source | undefined {
  switch (error.code) {
    case 'gone':
      return undefined;
    case 'denied':
      return unread('LF013', say('read.denied'));
    case 'loop':
      return unread('LF013', say('read.loop'));
    case 'too-large': {
      const megabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE);
      return unread('LF012', say('read.too-large', { size: megabytes(error.bytes), limit: megabytes(limit) }));
    }
    case 'failed':
      return unread('LF013', say('read.failed', { detail: error.detail }));
  }
}
