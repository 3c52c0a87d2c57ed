// What git prints becomes data: commits, tag objects, differences of trees, trees, refs.
import { isUtf8 } from 'node:buffer';
import { type Commit, type Oid, oidOf, type Signature } from '../../core/model/commit';

/** One file on one side of a difference, or in a tree. */
export interface Blob {
  readonly oid: Oid;
  readonly mode: FileMode;
}

export type FileMode = 'file' | 'link' | 'submodule';

export interface RawChange {
  /** Of the whole repository. */
  readonly path: string;
  readonly before: Blob | undefined;
  readonly after: Blob | undefined;
}

/** Text of a commit or a tag. Git converts what says its encoding; what does not and is no UTF-8 was written in China. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(buffer);
  } catch {
    return buffer.toString('latin1');
  }
}

/** The commits that `rev-list --parents --header` prints; `ends` are those at which a shallow clone ends. */
export function* commitsIn(output: Buffer, ends: ReadonlySet<string>): Generator<Commit, void> {
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0, at);
    const commit = commitIn(textOf(output.subarray(at, end < 0 ? output.length : end)), ends);
    if (commit) yield commit;
    if (end < 0) break;
    at = end + 1;
  }
}

function commitIn(text: string, ends: ReadonlySet<string>): Commit | undefined {
  const first = text.indexOf('\n');
  const [oid, ...parents] = text.slice(0, first).split(' ').map(oidOf);
  const { headers, body } = partsOf(text.slice(first + 1));
  const tree = oidOf(headers.get('tree') ?? '');
  if (!oid || !tree) return undefined;
  return {
    oid,
    tree,
    parents: parents.filter((one) => one !== undefined),
    author: signatureOf(headers.get('author')) ?? NOBODY,
    committer: signatureOf(headers.get('committer')) ?? NOBODY,
    // Git sets the message in by four spaces.
    message: body.replace(/^ {4}/gm, '').trimEnd(),
    shallow: ends.has(oid),
  };
}

const NOBODY: Signature = { name: '', email: '', at: 0, offset: 0 };

/** What a commit's own object says, as git reads it; undefined where it looks otherwise. */
export interface CommitObject {
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  /** When it was made: milliseconds since 1970, UTC. */
  readonly at: number | undefined;
}

export function commitObjectIn(bytes: Uint8Array): CommitObject | undefined {
  const text = textOf(bytes);
  const [, named, lines = ''] = /^tree ([0-9a-f]+)\n((?:parent [0-9a-f]+\n)*)author /.exec(text) ?? [];
  const tree = oidOf(named ?? '');
  const parents = lines
    .split('\n')
    .slice(0, -1)
    .map((line) => oidOf(line.slice('parent '.length)));
  if (!tree || !parents.every((one) => one !== undefined)) return undefined;
  return { tree, parents, at: signatureOf(partsOf(text).headers.get('committer'))?.at };
}

/** What a tag object points at, and who set it. */
export function tagIn(bytes: Uint8Array): {
  readonly object: Oid | undefined;
  readonly tagger: Signature | undefined;
  readonly message: string;
} {
  const { headers, body } = partsOf(textOf(bytes));
  // A signature stands behind the words, and is none of them.
  const message = body.replace(/^-----BEGIN [A-Z ]+-----\n[\s\S]*/m, '').trimEnd();
  return { object: oidOf(headers.get('object') ?? ''), tagger: signatureOf(headers.get('tagger')), message };
}

// Lines of a name and a value, a blank line, the rest. A line that begins with a space continues the one above.
function partsOf(text: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const end = text.indexOf('\n\n');
  const headers = new Map<string, string>();
  for (const line of (end < 0 ? text : text.slice(0, end)).split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0 && !headers.has(line.slice(0, space))) headers.set(line.slice(0, space), line.slice(space + 1));
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 2) };
}

/** `李伟 <li.wei@example.cn> 1750000000 +0800` */
function signatureOf(text: string | undefined): Signature | undefined {
  const found = /^(.*?) ?<([^>]*)> ?(-?\d{1,15})?(?: ([-+])(\d\d)(\d\d))?/.exec(text ?? '');
  if (!found) return undefined;
  const [, name = '', email = '', seconds = '0', sign, hours = '0', minutes = '0'] = found;
  const offset = (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  return { name, email, at: 1000 * Number(seconds), offset };
}

/** Takes the output of `diff-tree --stdin -z` piece by piece; `found` is called with the differences of each pair. */
export function changeParser(found: (changes: readonly RawChange[]) => void): {
  readonly take: (part: Buffer) => void;
  readonly end: () => void;
} {
  let rest: Buffer = Buffer.alloc(0);
  let changes: RawChange[] | undefined;
  let entry: string | undefined;
  const token = (text: string): void => {
    if (entry !== undefined) {
      const change = changeIn(entry, text);
      if (change) changes?.push(change);
      entry = undefined;
    } else if (text.startsWith(':')) entry = text;
    else {
      if (changes) found(changes);
      changes = [];
    }
  };
  return {
    take: (part) => {
      const all = rest.length ? Buffer.concat([rest, part]) : part;
      let at = 0;
      for (let end = all.indexOf(0); end >= 0; end = all.indexOf(0, at)) {
        token(all.toString('utf8', at, end));
        at = end + 1;
      }
      rest = all.subarray(at);
    },
    end: () => {
      if (changes && entry === undefined) found(changes);
      changes = undefined;
    },
  };
}

// `:100644 100644 OID OID M`
function changeIn(entry: string, path: string): RawChange | undefined {
  const [before = '', after = '', was = '', is = ''] = entry.slice(1).split(' ');
  return { path, before: blobOf(before, was), after: blobOf(after, is) };
}

function blobOf(mode: string, oid: string): Blob | undefined {
  const name = oidOf(oid);
  const kind = modeOf(mode);
  return name && kind && { oid: name, mode: kind };
}

/** What a mode that a tree names means; undefined of a tree's own, and of what git does not write. */
export const modeOf = (mode: string): FileMode | undefined => MODES.get(mode);

const MODES: ReadonlyMap<string, FileMode> = new Map([
  ['100644', 'file'],
  ['100755', 'file'],
  // As git wrote it in its first months.
  ['100664', 'file'],
  ['120000', 'link'],
  ['160000', 'submodule'],
]);

/** The files that `ls-tree -r -z` prints. */
export function treeIn(output: Buffer): ReadonlyMap<string, Blob> {
  const files = new Map<string, Blob>();
  for (const line of output.toString('utf8').split('\0')) {
    const [, mode = '', oid = '', path = ''] = /^(\d+) \w+ (\w+)\t([\s\S]*)$/.exec(line) ?? [];
    const blob = blobOf(mode, oid);
    if (blob) files.set(path, blob);
  }
  return files;
}

export interface Ref {
  /** In full, such as `refs/heads/main`. */
  readonly name: string;
  readonly oid: Oid;
  /** The ref that it stands for, of one that stands for another. */
  readonly symbolic: string;
}

export function refsIn(output: string): readonly Ref[] {
  const parts = output.split('\0');
  const refs: Ref[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [name = '', oid = '', symbolic = ''] = parts.slice(at, at + 3);
    const known = oidOf(oid);
    if (known) refs.push({ name: name.trimStart(), oid: known, symbolic });
  }
  return refs;
}
