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
import { type Repository, usingRepository } from '../node/git/repository';
import { dayOf, openFound } from '../node/open';
import type { Call } from './call';
import { cacheOf, opening } from './folders';
import { needsPast, withPast, withPastIn } from './states';

export async function reportOfTree(call: Call, root: string): Promise<CheckedProject> {
  const found = await findFiles(quickDisk, root, true, true);
  const folder = cacheOf(call);
  const answers =
    folder === undefined ? undefined : answersIn(folder, found.root, nameOf(found), dayOf(found.begun, call.now));
  const kept = answers?.take();
  if (kept && (kept.past === undefined || kept.past === (await usingRepository(root, nameIn)))) return kept.report;
  const world = openFound(found, opening(call));
  return answers ? keepingIt(call, root, world, answers) : reportOf(await checked(call, root, world));
}

const checked = async (call: Call, root: string, world: World) =>
  finish(checker().check(await withPast(call, root, world)));

async function keepingIt(call: Call, root: string, world: World, answers: Answers): Promise<CheckedProject> {
  if (!needsPast(world.project)) return keepingOf(world, (report) => keep(call, answers, report, undefined));
  // Opened once: each time takes git three starts.
  return usingRepository(root, async (repository) => {
    const past = await nameIn(repository);
    const whole = await withPastIn(repository, call, world);
    // What was read while somebody moved a tag may be of neither state.
    const settled = past !== undefined && isSettled(whole, past) && past === (await nameIn(repository));
    return keepingOf(whole, (report) => settled && keep(call, answers, report, past));
  });
}

const keep = (call: Call, answers: Answers, report: CheckedProject, past: string | undefined): void =>
  call.later(() => answers.keep({ report, past }, call.now));

/** The report of a world, given to be kept where it does not rest on the clock. */
function keepingOf(world: World, keep: (report: CheckedProject) => void): CheckedProject {
  let clock = false;
  const noting: World = {
    ...world,
    get now() {
      clock = true;
      return world.now;
    },
  };
  const report = reportOf(finish(checker().check(noting)));
  if (!clock) keep(report);
  return report;
}

const nameIn = async (repository: Known<Repository>): Promise<string | undefined> =>
  repository.kind === 'known' ? nameOfPast(repository.value) : nameOfNone(repository);

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
