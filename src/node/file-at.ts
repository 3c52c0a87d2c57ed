// Single files at commits, for who needs an entry of then and not the whole project.
import { finish } from '../core/base/work';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { indexFile } from '../core/project/index-file';
import type { Kinds } from '../core/schema/kinds';
import { decode } from './decode';
import type { Blob, Repository } from './git/repository';

/** Answers with a file as it was at a commit; undefined where it was not there, or cannot be had. */
export type FileAt = (commit: Oid, file: Path) => Promise<FileIndex | undefined>;

export function filesAt(repository: Repository, kinds: Kinds): FileAt {
  const trees = new Map<Oid, Promise<ReadonlyMap<string, Blob>>>();
  const files = new Map<string, Promise<FileIndex | undefined>>();

  async function treeAt(commit: Oid): Promise<ReadonlyMap<string, Blob>> {
    const tree = await repository.tree(commit);
    return tree.kind === 'known' ? tree.value : new Map();
  }

  async function read(commit: Oid, file: Path): Promise<FileIndex | undefined> {
    let tree = trees.get(commit);
    if (!tree) trees.set(commit, (tree = treeAt(commit)));
    const blob = (await tree).get(file);
    const content = blob?.mode === 'file' ? await repository.blob(blob.oid) : undefined;
    if (content?.kind !== 'known') return undefined;
    return finish(indexFile(file, decode(content.value), { kinds, exact: false }));
  }

  return (commit, file) => {
    const name = `${commit} ${file}`;
    let found = files.get(name);
    if (!found) files.set(name, (found = read(commit, file)));
    return found;
  };
}
