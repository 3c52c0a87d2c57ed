// The merge by lines, for what cannot be merged by entries: git's own, printed and not written anywhere.
import { type Known, known, unavailable } from '../../core/project/known';
import * as calls from './calls';
import { type Env, environment, findGit } from './environment';
import { failed, start } from './run';

export interface ByLines {
  readonly bytes: Uint8Array;
  readonly conflicts: boolean;
}

export interface LineMerge {
  /** Full paths. */
  readonly files: { readonly ours: string; readonly base: string; readonly theirs: string };
  readonly labels: { readonly ours: string; readonly theirs: string };
  readonly markerSize: number;
  /** Where git runs; its settings say how conflicts are shown. */
  readonly folder: string;
  readonly env: Env;
}

/** Git's exit code counts conflicts up to this; above, something went wrong. */
const MOST_CONFLICTS = 127;

/** The merged bytes. */
export async function mergeByLines(merge: LineMerge): Promise<Known<ByLines>> {
  const program = findGit(merge.env);
  if (program === undefined) return unavailable('no-git');
  const git = { program, folder: merge.folder, env: environment(merge.env), signal: undefined };
  const running = start(git, calls.mergeByLines(merge.files, merge.labels, merge.markerSize));
  running.child.stdin?.end();
  const parts: Buffer[] = [];
  running.output.on('data', (part: Buffer) => parts.push(part));
  const complaint = await running.ended;
  const code = running.child.exitCode ?? -1;
  if (code < 0 || code > MOST_CONFLICTS) return failed(complaint ?? '');
  return known({ bytes: Buffer.concat(parts), conflicts: code > 0 });
}
