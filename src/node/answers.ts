// The whole answer of a check, kept for the next time: of the same bytes on the same day with the same past it is the
// same. Where it rests on what cannot be named so, such as the hour or objects that a clone lacks, it is not kept.
import path from 'node:path';
import { quickReader } from '../core/syntax/quick';
import type { CheckedProject } from '../core/views/report';
import { code } from '../generated/code';
import { prune } from './cache-folder';
import { sha256 } from './digest';
import type { Repository } from './git/repository';
import { readPack, writePack } from './pack';

const ENDING = '.pack';
const NAME = 'answer';

export interface Answer {
  readonly report: CheckedProject;
  /** The name of the past that it rests on; undefined where it rests on none. */
  readonly past: string | undefined;
}

export interface Answers {
  readonly take: () => Answer | undefined;
  readonly keep: (answer: Answer, now: number) => void;
}

/** Answers about the project in `root`, in a folder of caches; `found` names what was found there, `day` is the day that
 *  figures refer to. */
export function answersIn(folder: string, root: string, found: string, day: string): Answers {
  const file = path.join(folder, `${sha256(root).slice(0, 32)}-answer${ENDING}`);
  const ground = sha256(JSON.stringify([code, process.version, root, found, day, quickReader.on]));
  return {
    take: () => {
      const kept = readPack(file, ground).get(NAME);
      return kept && (JSON.parse(Buffer.from(kept.bytes).toString('utf8')) as Answer);
    },
    keep: (answer, now) => {
      const bytes = Buffer.from(JSON.stringify(answer));
      if (writePack(file, ground, [[NAME, { key: '', bytes }]])) prune(folder, ENDING, now);
    },
  };
}

/** A name for all that rules may be told of a repository's past: another HEAD or tag has another. Undefined where the
 *  past could become whole without one: objects and commits that the clone lacks may come later. */
export async function nameOfPast(repository: Repository): Promise<string | undefined> {
  if (repository.partial || repository.shallow) return undefined;
  const [head, tags] = [await repository.resolve('HEAD'), await repository.tags()];
  if (head.kind === 'unavailable' || tags.kind === 'unavailable') return undefined;
  return sha256(JSON.stringify([repository.gitFolder, repository.prefix, head.value, tags.value]));
}
