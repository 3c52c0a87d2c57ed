// Which files belonged to the project at a commit: its manifest's word of the time, known of a commit from its parent's
// and what changed, so that trees are read only where the manifest's word changed.
import type { Oid } from '../core/model/commit';
import { type Path, path as pathOf } from '../core/model/id';
import { MANIFEST, type Matcher, matcher } from '../core/project/matcher';
import { settingsOf } from '../core/project/settings';
import type { Blob, RawChange, Repository } from './git/repository';
import type { VersionReader } from './history-versions';
import { foldersOf } from './past-files';

export interface Membership {
  readonly has: (file: Path) => boolean;
  readonly exact: Matcher['exact'];
  /** What the manifest says of files, as one text. */
  readonly word: string;
  /** The manifests of projects inside, which own their folders. */
  readonly nested: ReadonlySet<string>;
}

export interface Memberships {
  readonly at: (commit: Oid) => Promise<Membership>;
  /** The same, from what changed since a parent. Equal ones are the same object. */
  readonly of: (commit: Oid, parent: Oid | undefined, changes: readonly RawChange[]) => Promise<Membership>;
  /** All that differs between two commits, also where only the belonging changed. */
  readonly between: (before: Oid | undefined, after: Oid) => Promise<readonly RawChange[] | undefined>;
}

const NESTED = `/${MANIFEST}`;

export function memberships(repository: Repository, versions: VersionReader): Memberships {
  const known = new Map<Oid, Membership>();
  const same = new Map<string, Membership>();

  async function wordOf(blob: Blob | undefined, otherwise: string): Promise<string> {
    if (!blob) return NO_WORD;
    const { file } = await versions.at(pathOf(MANIFEST), blob.oid, false);
    const value = file?.slices[0]?.entities[0]?.value;
    // A broken manifest says nothing; what was said before stands.
    if (!value) return otherwise;
    const { include, exclude } = settingsOf(value);
    return JSON.stringify([include, exclude]);
  }

  function made(word: string, nested: ReadonlySet<string>): Membership {
    const name = JSON.stringify([word, [...nested].sort()]);
    const found = same.get(name);
    if (found) return found;
    const [include, exclude] = JSON.parse(word) as readonly [string[], string[]];
    const match = matcher({ ...settingsOf(null), include, exclude });
    const folder = foldersOf((file) => nested.has(file), match);
    const has = (file: Path): boolean =>
      folder(file.slice(0, Math.max(0, file.lastIndexOf('/')))).ours && match.file(file);
    const membership = { has, exact: match.exact, word, nested };
    same.set(name, membership);
    return membership;
  }

  async function at(commit: Oid): Promise<Membership> {
    const found = known.get(commit);
    if (found) return found;
    const tree = await repository.tree(commit);
    const files: ReadonlyMap<string, Blob> = tree.kind === 'known' ? tree.value : new Map();
    const nested = new Set([...files.keys()].filter((file) => file.endsWith(NESTED)));
    const membership = made(await wordOf(files.get(MANIFEST), NO_WORD), nested);
    known.set(commit, membership);
    return membership;
  }

  return {
    at,
    of: async (commit, parent, changes) => {
      const found = known.get(commit);
      if (found) return found;
      const before = parent === undefined ? made(NO_WORD, new Set()) : await at(parent);
      const manifest = changes.find((one) => one.path === MANIFEST);
      const inner = changes.filter(({ path, before: was, after: is }) => path.endsWith(NESTED) && !was !== !is);
      let membership = before;
      if (manifest || inner.length) {
        const nested = new Set(before.nested);
        for (const { path, after } of inner) {
          if (after) nested.add(path);
          else nested.delete(path);
        }
        membership = made(manifest ? await wordOf(manifest.after, before.word) : before.word, nested);
      }
      known.set(commit, membership);
      return membership;
    },
    between: async (before, after) => {
      const trees = [before === undefined ? undefined : await repository.tree(before), await repository.tree(after)];
      if (trees.some((one) => one?.kind === 'unavailable')) return undefined;
      const [was, is] = trees.map((one) => (one?.kind === 'known' ? one.value : new Map<string, Blob>()));
      const [then, now] = [before === undefined ? undefined : await at(before), await at(after)];
      return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((path) => {
        const [a, b] = [was?.get(path), is?.get(path)];
        const stayed = a?.oid === b?.oid && then?.has(pathOf(path)) === now.has(pathOf(path));
        return stayed ? [] : [{ path, before: a, after: b }];
      });
    },
  };
}

const NO_WORD = '[[],[]]';
