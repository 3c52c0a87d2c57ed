// The report of a working tree: the one that was kept, where nothing is different that it rests on, else that of a check.
import { finish } from '../core/base/work';
import { checker } from '../core/check/checker';
import { hasEvidence } from '../core/compare/evidence';
import type { Known, Unavailable } from '../core/project/known';
import type { World } from '../core/project/world';
import { type CheckedProject, reportOf } from '../core/views/report';
import { type Answers, answersIn, nameOfPast } from '../node/answers';
import { quickDisk } from '../node/disk';
import { findFiles, nameOf } from '../node/found';
import { openRepository } from '../node/git/repository';
import { dayOf, openFound } from '../node/open';
import type { Call } from './call';
import { cacheOf, opening } from './folders';
import { needsPast, withPast } from './states';

export async function reportOfTree(call: Call, root: string): Promise<CheckedProject> {
  const found = await findFiles(quickDisk, root, true);
  const folder = cacheOf(call);
  const answers =
    folder === undefined ? undefined : answersIn(folder, found.root, nameOf(found), dayOf(found.begun, call.now));
  const kept = answers?.take();
  if (kept && (kept.past === undefined || kept.past === (await pastIn(root)))) return kept.report;
  const world = openFound(found, opening(call));
  return answers ? keepingIt(call, root, world, answers) : reportOf(await checked(call, root, world));
}

const checked = async (call: Call, root: string, world: World) =>
  finish(checker().check(await withPast(call, root, world)));

async function keepingIt(call: Call, root: string, world: World, answers: Answers): Promise<CheckedProject> {
  const needs = needsPast(world.project);
  const past = needs ? await pastIn(root) : undefined;
  let clock = false;
  const whole = await withPast(call, root, world);
  const noting: World = {
    ...whole,
    get now() {
      clock = true;
      return whole.now;
    },
  };
  const report = reportOf(finish(checker().check(noting)));
  // What was read while somebody moved a tag may be of neither state.
  const settled = !needs || (past !== undefined && isSettled(whole, past) && past === (await pastIn(root)));
  if (settled && !clock) call.later(() => answers.keep({ report, past }, call.now));
  return report;
}

async function pastIn(root: string): Promise<string | undefined> {
  const repository = await openRepository(root);
  if (repository.kind === 'unavailable') return nameOfNone(repository);
  try {
    return await nameOfPast(repository.value);
  } finally {
    await repository.value.close();
  }
}

/** The name of a past that there is not, such as that of a folder in no repository. */
const nameOfNone = (none: Unavailable): string => JSON.stringify(none);

// What git could not tell now it may tell later, with no tag or commit being another.
function isSettled({ past, project }: World, name: string): boolean {
  const isKnown = (one: Known<unknown>): boolean => one.kind === 'known';
  if (past.kind === 'unavailable') return name === nameOfNone(past);
  if (hasEvidence(project) && !isKnown(past.value.changes)) return false;
  return [...past.value.tags.values()].every(
    ({ ancestor, project: then }) =>
      isKnown(ancestor) &&
      then.kind === 'known' &&
      ![...then.value.files.values()].some(({ problems }) => problems.some(({ code }) => code === 'LF013')),
  );
}
