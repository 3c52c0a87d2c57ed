// Which files differ between commits and their parents, for as many as there are, from one git.
import type { Commit, Oid } from '../../core/model/commit';
import { type Known, known, unavailable } from '../../core/project/known';
import * as calls from './calls';
import { changeParser, type RawChange } from './parse';
import { failed, type Git, start } from './run';

export interface Step {
  readonly commit: Oid;
  /** Undefined of a first commit: everything in it is new. */
  readonly parent: Oid | undefined;
}

/** Steps that cannot be read until the rest is not tried any more. */
const DEATHS = 32;

/** Each commit with each of its parents; a first commit with nothing. */
export const stepsOf = (commits: readonly Commit[]): readonly Step[] =>
  commits.flatMap(({ oid, parents }): readonly Step[] =>
    parents.length ? parents.map((parent) => ({ commit: oid, parent })) : [{ commit: oid, parent: undefined }],
  );

/** The differences of each step below the prefix, in the order given. */
export async function changesOf(
  git: Git,
  steps: readonly Step[],
  prefix: string,
): Promise<readonly Known<readonly RawChange[]>[]> {
  const answers: Known<readonly RawChange[]>[] = [];
  for (let deaths = 0; answers.length < steps.length; deaths++) {
    if (deaths > DEATHS) {
      while (answers.length < steps.length) answers.push(unavailable('broken'));
      break;
    }
    const complaint = await readSome(git, steps.slice(answers.length), prefix, (found) => answers.push(known(found)));
    git.signal?.throwIfAborted();
    // It died of the step behind the last one it answered, and never saw those that follow.
    if (complaint !== undefined && answers.length < steps.length) answers.push(failed(complaint));
  }
  return answers;
}

/** Undefined when git read them all, or was killed, which says nothing about the step it was at. */
async function readSome(
  git: Git,
  steps: readonly Step[],
  prefix: string,
  found: (changes: readonly RawChange[]) => void,
): Promise<string | undefined> {
  const running = start(git, calls.changes(prefix));
  const parser = changeParser(found);
  running.output.on('data', parser.take);
  running.child.stdin?.end(steps.map(({ commit, parent }) => `${commit}${parent ? ` ${parent}` : ''}\n`).join(''));
  const complaint = await running.ended;
  if (running.child.signalCode) return undefined;
  // Git says a step only when it has read all of it, so the last one is whole.
  parser.end();
  return complaint;
}
