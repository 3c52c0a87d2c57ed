// States of a project that a command compares: the working tree, or a commit, a tag, a branch or a baseline.
import { finish } from '../core/base/work';
import type { Checked } from '../core/check/check';
import { checker } from '../core/check/checker';
import { BASELINES } from '../core/compare/drift';
import { hasEvidence } from '../core/compare/evidence';
import type { History } from '../core/history/event';
import { type Message, say, tell } from '../core/messages/message';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import type { Known, Unavailable } from '../core/project/known';
import { lookUp, type Project } from '../core/project/project';
import type { World } from '../core/project/world';
import { reason } from '../core/render/git';
import { written } from '../core/schema/json';
import { pastOf } from '../node/baselines';
import { withChanges } from '../node/evidence';
import { openRepository, type Repository, usingRepository } from '../node/git/repository';
import { histories, readTrail } from '../node/history';
import type { Asked } from '../node/history-index';
import { lackingIn, revisionsOf } from '../node/past';
import { type Call, WrongCall } from './call';
import { cacheOf, open, theProject, theRoot } from './folders';
import { noRevision, noRevisionNamed } from './near-revision';

export interface State {
  /** What it was called: `.` is the working tree. */
  readonly name: string;
  /** The commit that it is, or that the working tree builds on. */
  readonly commit: Oid | undefined;
  readonly world: World;
}

export interface States {
  readonly repository: Repository;
  /** The working tree as it is. */
  readonly here: () => Promise<State>;
  /** The commit that a person named: a revision, or the id of a baseline. */
  readonly commit: (given: string) => Promise<Oid>;
  readonly at: (given: string) => Promise<State>;
  readonly atCommit: (name: string, commit: Oid) => Promise<State>;
  /** Where the way to a state left that of another (the main branch unless given): what came after is its change. */
  readonly forkOf: (base: string | undefined, state: State) => Promise<State>;
  /** The findings of a state, those that its history gives among them. */
  readonly check: (state: State) => Promise<Checked>;
  /** The history of all, or as far as the trail of one entity goes by it. */
  readonly history: (tip: Oid, only?: Asked) => Promise<Known<History>>;
  /** The names of all tags. */
  readonly tags: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The working tree's world, with what git knows of its baselines; without git, without that. */
export const openWithPast = async (call: Call, root: string): Promise<World> =>
  withPast(call, root, await open(call, root));

/** Whether anything about a project rests on its past. */
export const needsPast = (project: Project): boolean => project.table(BASELINES).length > 0 || hasEvidence(project);

export async function withPast(call: Call, root: string, world: World): Promise<World> {
  if (!needsPast(world.project)) return world;
  return usingRepository(root, (repository) => withPastIn(repository, call, world));
}

/** The same for whoever has the repository open. */
export async function withPastIn(repository: Known<Repository>, call: Call, world: World): Promise<World> {
  if (repository.kind === 'unavailable') return { ...world, past: repository };
  const head = await repository.value.resolve('HEAD');
  const tip = head.kind === 'known' ? head.value : undefined;
  const { project } = world;
  const revisions = revisionsOf(repository.value, { kinds: project.kinds, now: call.now, from: project });
  const past = await pastOf(project, repository.value, tip, revisions.projectAt);
  const history = histories(repository.value, { kinds: project.kinds, from: project, cache: cacheOf(call) });
  return { ...world, past: await withChanges(past, project, tip, { history, run: finish }) };
}

/** The states of the project in a folder; a WrongCall where git cannot tell of any. */
export async function openStates(call: Call, root: string): Promise<States> {
  const repository = needed(await openRepository(root), (unknown) => gitMissing(unknown, root));
  const present = await open(call, root);
  const revisions = revisionsOf(repository, { kinds: present.project.kinds, now: call.now, from: present.project });
  const { projectAt } = revisions;
  const { kinds } = present.project;
  const reading = { kinds, from: present.project, cache: cacheOf(call) };
  const history = histories(repository, reading);
  const head = await repository.resolve('HEAD');
  const tip = head.kind === 'known' ? head.value : undefined;
  const withTags = async (world: World, commit: Oid | undefined): Promise<World> => ({
    ...world,
    past: await pastOf(world.project, repository, commit, projectAt),
  });
  const commit = async (given: string): Promise<Oid> => {
    const baseline = lookUp(present.project, BASELINES, given);
    const revision = baseline ? `refs/tags/${written(baseline.value.tag)}` : given;
    const found = await repository.resolve(revision);
    if (found.kind === 'known') return found.value;
    throw new WrongCall(await noRevisionNamed(given, found, present.project, repository));
  };
  const admitted = new Set<Oid>();
  const atCommit = async (name: string, oid: Oid): Promise<State> => {
    const world = needed(await revisions.atCommit(oid), (unknown) => noRevision(name, unknown));
    const lacking = lackingIn(world.project);
    if (lacking.length && !admitted.has(oid)) call.complain(`${tell(sayLacking(name, lacking), call.language)}\n`);
    admitted.add(oid);
    return { name, commit: oid, world: await withTags(world, oid) };
  };
  const check = checker();
  return {
    repository,
    here: async () => ({ name: '.', commit: tip, world: await withTags(present, tip) }),
    commit,
    at: async (given) =>
      given === '.'
        ? { name: '.', commit: tip, world: await withTags(present, tip) }
        : atCommit(given, await commit(given)),
    atCommit,
    forkOf: async (base, state) => {
      const given = base === undefined ? needed(await repository.mainBranch(), noMain) : undefined;
      const name = base ?? given?.name ?? '';
      const other = given?.commit ?? (await commit(name));
      const fork =
        state.commit &&
        needed(await repository.mergeBase(other, state.commit), (unknown) =>
          say('cli.no-fork', { base: name, head: state.name, why: reason(unknown) }),
        );
      return atCommit(name, fork ?? other);
    },
    check: async ({ world, commit: at }) => {
      const past = await withChanges(world.past, world.project, at, { history, run: finish });
      return finish(check.check({ ...world, past }));
    },
    history: (at, only) => (only ? readTrail(repository, at, only, reading) : history(at)),
    tags: async () => {
      const tags = await repository.tags();
      return tags.kind === 'known' ? tags.value.map(({ name }) => name) : [];
    },
    close: () => repository.close(),
  };
}

/** Files that are named of those that are lacking. */
const NAMED = 3;

function sayLacking(revision: string, all: readonly Path[]): Message {
  const files = all.slice(0, NAMED).join(', ');
  return say('git.lacking', { revision, files: all.length > NAMED ? `${files}, … (${all.length})` : files });
}

const noMain = (): Message => say('cli.no-main');
const gitMissing = (unknown: Unavailable, folder: string): Message =>
  unknown.why === 'no-repository' ? say('cli.no-repository', { folder }) : say('cli.no-git', { why: reason(unknown) });

function needed<T>(answer: Known<T>, why: (unknown: Unavailable) => Message): T {
  if (answer.kind === 'known') return answer.value;
  throw new WrongCall(why(answer));
}

/** The world that `--rev` names, else the working tree. */
export async function worldAsked(call: Call): Promise<World> {
  const given = call.option('rev');
  if (given === undefined) return theProject(call);
  const states = await openStates(call, await theRoot(call));
  try {
    return (await states.at(given)).world;
  } finally {
    await states.close();
  }
}

/** The same with what git knows of its baselines. */
export const worldWithPast = async (call: Call): Promise<World> =>
  call.option('rev') === undefined ? openWithPast(call, await theRoot(call)) : worldAsked(call);
