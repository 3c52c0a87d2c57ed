// A sample's story as commits with the full contents of every file: a commit's state is the last state with everything
// undone, newest first, that is not among its ancestors. Pure: the same files and story give the same commits.
import type { Files } from './sample-files';
import { type Chapter, MAIN, readStory, type Tag } from './sample-story';
import { undo } from './sample-undo';

export interface Commit {
  readonly by: string;
  readonly date: string;
  readonly message: string;
  readonly branch: string;
  /** Places of the parents in the list of commits, the first parent first. */
  readonly parents: readonly number[];
  readonly tag: Tag | undefined;
  readonly files: Files;
}

/** The commits of a sample, oldest first; the last one holds the files as they are. Throws where the story does not fit them. */
export function commitsOf(files: Files, history: string): readonly Commit[] {
  const chapters = readStory(history);
  const parents = parentsOf(chapters);
  const commits = chapters.map(({ by, date, message, branch, tag }, at) => {
    const state = stateAt(files, chapters, ancestorsOf(parents, at));
    return { by, date, message, branch, parents: parents[at] ?? [], tag, files: state };
  });
  const beginning = stateAt(files, chapters, new Set());
  if (beginning.size > 0) throw new Error(`no commit creates ${[...beginning.keys()].join(', ')}`);
  if (chapters.at(-1)?.branch !== MAIN) throw new Error('the last commit must be on the main line');
  return commits;
}

function stateAt(files: Files, chapters: readonly Chapter[], kept: ReadonlySet<number>): Files {
  const state = new Map(files);
  for (let at = chapters.length - 1; at >= 0; at--) {
    if (kept.has(at)) continue;
    for (const change of chapters[at]?.changes.toReversed() ?? []) {
      const misfit = undo(state, change);
      if (misfit !== undefined) throw new Error(`commit ${at + 1}, ${chapters[at]?.date}: ${misfit}`);
    }
  }
  return state;
}

function parentsOf(chapters: readonly Chapter[]): readonly (readonly number[])[] {
  const tips = new Map<string, number>();
  return chapters.map(({ branch, merge }, at) => {
    const first = tips.get(branch) ?? tips.get(MAIN);
    const second = merge === undefined ? undefined : tips.get(merge);
    if (merge !== undefined && second === undefined) throw new Error(`commit ${at + 1}: there is no branch ${merge}`);
    tips.set(branch, at);
    return [first, second].filter((one) => one !== undefined);
  });
}

function ancestorsOf(parents: readonly (readonly number[])[], commit: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const next = [commit]; next.length > 0; ) {
    const at = next.pop();
    if (at === undefined || found.has(at)) continue;
    found.add(at);
    next.push(...(parents[at] ?? []));
  }
  return found;
}
