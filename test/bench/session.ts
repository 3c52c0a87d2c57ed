// One session with the project of the bench, in a process of its own: the working tree is read, then something is asked of
// its past. Prints the milliseconds of the asking alone, which is what somebody waits for who has the project open.
import { finish } from '../../src/core/base/work';
import { compareProjects } from '../../src/core/compare/diff';
import { standingAt, trailOf } from '../../src/core/history/trail';
import type { Known } from '../../src/core/project/known';
import type { Project } from '../../src/core/project/project';
import type { World } from '../../src/core/project/world';
import { openRepository, type Repository } from '../../src/node/git/repository';
import { readHistory, readTrail } from '../../src/node/history';
import { openProject } from '../../src/node/open';
import { revisionsOf } from '../../src/node/past';
import { keepHeapSmall } from '../../src/node/thrift';

const NOW = Date.UTC(2026, 10, 16);

export interface Asked {
  readonly milliseconds: number;
  /** How much the answer is, so that whoever asked sees that it is one. */
  readonly found: number;
}

interface Session {
  readonly project: Project;
  readonly repository: Repository;
  readonly at: (revision: string) => Promise<World>;
}

const questions: Readonly<Record<string, (session: Session, args: readonly string[]) => Promise<Asked>>> = {
  // What happened to one entity; where an index is kept, by that.
  history: async ({ project, repository }, [id = '', cache]) => {
    const since = performance.now();
    const tip = value(await repository.resolve('HEAD'));
    const options = { kinds: project.kinds, from: project, cache };
    const history = value(await readTrail(repository, tip, { kind: 'issues', ids: new Set([id]) }, options));
    const found = trailOf(standingAt(history, tip), 'issues', id).length;
    return { milliseconds: performance.now() - since, found };
  },
  // The index of all entities is made and kept.
  index: async ({ project, repository }, [cache]) => {
    const since = performance.now();
    const tip = value(await repository.resolve('HEAD'));
    const history = value(await readHistory(repository, tip, { kinds: project.kinds, from: project, cache }));
    return { milliseconds: performance.now() - since, found: history.events.length };
  },
  // One side is at hand, as the last commit is to whoever works on.
  diff: async ({ at }, [base = '', head = '']) => {
    const before = await at(base);
    const since = performance.now();
    const found = finish(compareProjects(before.project, (await at(head)).project)).length;
    return { milliseconds: performance.now() - since, found };
  },
  revision: async ({ at }, [neighbour = '', revision = '']) => {
    await at(neighbour);
    const since = performance.now();
    const found = (await at(revision)).project.files.size;
    return { milliseconds: performance.now() - since, found };
  },
};

async function main([root = '', question = '', ...args]: readonly string[]): Promise<void> {
  const { project } = await openProject(root, { trusted: true, now: NOW });
  const repository = value(await openRepository(root));
  const revisions = revisionsOf(repository, { kinds: project.kinds, now: NOW, from: project });
  const at = async (revision: string) => value(await revisions.at(revision));
  const answer = await questions[question]?.({ project, repository, at }, args);
  await repository.close();
  console.log(JSON.stringify(answer));
}

function value<T>(answer: Known<T>): T {
  if (answer.kind === 'known') return answer.value;
  throw new Error(`unavailable: ${answer.why} ${answer.detail ?? ''}`);
}

// As the command line does: otherwise how much garbage lies about depends on how busy the machine is.
keepHeapSmall();
void main(process.argv.slice(2));
