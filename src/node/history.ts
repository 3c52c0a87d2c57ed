// The history of a project's entities, read from the commits that led to a tip: each commit's changed files are read,
// compared with its parents' and folded into events. What is known already is not read again.
import { finish, type Work } from '../core/base/work';
import { differences, NO_VERSION, type Version } from '../core/history/differences';
import type { EntityEvent, History, Unreadable } from '../core/history/event';
import { eventsAt, type FoldInput } from '../core/history/fold';
import { graphOf } from '../core/history/graph';
import type { Commit, Oid } from '../core/model/commit';
import { type Path, path as pathOf } from '../core/model/id';
import { type Known, known } from '../core/project/known';
import type { Entity } from '../core/project/file-index';
import { formerIds, type Project } from '../core/project/project';
import type { Json } from '../core/schema/json';
import type { Kinds } from '../core/schema/kinds';
import type { Blob, RawChange, Repository } from './git/repository';
import { stepsOf } from './git/changes';
import { watched } from './gaps';
import { type Membership, memberships } from './history-files';
import { type AskedItems, askedItems } from './asked-items';
import { type Asked, historyIndex, type IndexedHistory, NO_HISTORY } from './history-index';
import { versionReader } from './history-versions';

export interface HistoryOptions {
  readonly kinds: Kinds;
  /** A project that is likely to share much with the commits that are read: the present one. */
  readonly from?: Project;
  /** The folder of all caches; without one everything is read each time. */
  readonly cache?: string | undefined;
  /** Runs long work; an editor does it in stretches. */
  readonly run?: <T>(work: Work<T>) => T | Promise<T>;
  readonly progress?: (done: number, all: number) => void;
}

/** New commits up to which the index is left as it is. */
const FEW = 20;
/** Events that are noted between two pauses. */
const STRETCH = 512;
/** Commits whose changed files are asked for together. */
const TOGETHER = 500;

/** The history up to a commit. It may hold more, of other branches: `standingAt` asks it for one tip. */
export const readHistory = (repository: Repository, tip: Oid, options: HistoryOptions): Promise<Known<History>> =>
  readAll(repository, tip, options, undefined);

/**
 * The history up to a commit as far as one entity's trail goes by it; what it says of others is not all. Without an index
 * it is had in a fraction of the time that making one takes, and none is made.
 */
export async function readTrail(
  repository: Repository,
  tip: Oid,
  { kind, ids }: Asked,
  options: HistoryOptions,
): Promise<Known<History>> {
  const { kinds, run = finish } = options;
  const asked = new Set(ids);
  // What it was called before may come up on the way, and then all is looked at again.
  for (let known = -1; known < asked.size; ) {
    known = asked.size;
    const items = askedItems({ kind, ids: asked }, kinds, run);
    if (!items) return readHistory(repository, tip, options);
    const found = await readAll(repository, tip, options, { kind, ids: asked, items });
    if (found.kind === 'unavailable' || known === asked.size) return found;
  }
  return readHistory(repository, tip, options);
}

/** The entities asked about; names that turn out to be theirs are added. */
interface Asking {
  readonly kind: string;
  readonly ids: Set<string>;
  readonly items: AskedItems;
}

async function readAll(
  given: Repository,
  tip: Oid,
  { kinds, from, cache, run = finish, progress }: HistoryOptions,
  asking: Asking | undefined,
): Promise<Known<History>> {
  const { repository, hasGaps } = watched(given);
  // Where a shallow clone ends, more may come with no tip being another.
  const index = cache === undefined || given.shallow ? undefined : historyIndex(cache, given, kinds);
  let before = (await index?.read(asking)) ?? NO_HISTORY;
  if (asking) for (const event of before.events) noteNames(asking, namesIn(event));
  if (before.commits.some(({ oid }) => oid === tip)) return known(before);
  let fresh = await repository.commits({ from: [tip], without: tipsOf(before.commits) });
  if (fresh.kind === 'unavailable' && before !== NO_HISTORY) {
    // A commit that was known may have been thrown away since, after a rebase.
    before = NO_HISTORY;
    fresh = await repository.commits({ from: [tip] });
  }
  if (fresh.kind === 'unavailable') return fresh;
  const more = await fold(repository, before, [...fresh.value].reverse(), { kinds, from, run, progress, asking });
  // A few commits are read again in less time than it takes to write everything.
  const isMuch = before === NO_HISTORY || fresh.value.length > FEW;
  if (!asking && isMuch && !hasGaps()) await index?.write(more);
  return known(more);
}

/** Reads the history of one tip after the other; what was read for the one before need not be read again. */
export function histories(repository: Repository, options: HistoryOptions): (tip: Oid) => Promise<Known<History>> {
  let last: Promise<Known<History>> | undefined;
  return async (tip) => {
    const before = await last;
    if (before?.kind === 'known' && before.value.commits.some(({ oid }) => oid === tip)) return before;
    last = readHistory(repository, tip, options);
    return last;
  };
}

type Folding = Required<Pick<HistoryOptions, 'kinds' | 'run'>> & {
  readonly from: Project | undefined;
  readonly progress: HistoryOptions['progress'] | undefined;
  readonly asking: Asking | undefined;
};

async function fold(
  repository: Repository,
  before: IndexedHistory,
  fresh: readonly Commit[],
  { kinds, from, run, progress, asking }: Folding,
): Promise<IndexedHistory> {
  const commits = [...before.commits, ...fresh];
  const events: EntityEvent[] = [...before.events];
  const unreadable: Unreadable[] = [...before.unreadable];
  const graph = graphOf(commits);
  const named = byName(events);
  const versions = versionReader(repository, { kinds, from, run, standIns: new Map(before.standIns) });
  const members = memberships(repository, versions);

  async function stepFrom(commit: Commit, parent: Oid | undefined, changes: readonly RawChange[]) {
    const now = await members.of(commit.oid, parent, changes);
    const then = parent === undefined ? now : await members.at(parent);
    const changed = now === then ? changes : ((await members.between(parent, commit.oid)) ?? changes);
    const found = await run(differences(await pairsOf(commit, changed, now, then)));
    if (asking)
      for (const { was, is } of found)
        noteNames(
          asking,
          [was, is].flatMap((one) => namesOf(one)),
        );
    return found;
  }

  async function pairsOf(commit: Commit, changes: readonly RawChange[], now: Membership, then: Membership) {
    const pairs: { readonly before: Version; readonly after: Version }[] = [];
    for (const change of changes) {
      const file = pathOf(change.path);
      const was = blobIn(then, file, change.before);
      const is = blobIn(now, file, change.after);
      if (!was && !is) continue;
      const part = asking && now === then ? await partOf(asking, file, now.exact(file), was?.oid, is?.oid) : 'unsure';
      if (part !== 'unsure') {
        if (part) pairs.push(part);
        continue;
      }
      const earlier = was ? await versions.at(file, was.oid, then.exact(file)) : NO_VERSION;
      const later = is ? await versions.after(file, is.oid, now.exact(file), was?.oid, earlier) : NO_VERSION;
      if (later.broken) note(commit.oid, file);
      pairs.push({ before: earlier, after: later });
    }
    return pairs;
  }

  async function partOf({ items }: Asking, file: Path, exact: boolean, was: Oid | undefined, is: Oid | undefined) {
    // What was broken carries on what was there before, and only reading all of it says what that is.
    if ([was, is].some((oid) => oid !== undefined && versions.standIns.has(`${file}\0${oid}`))) return 'unsure';
    const [a, b] = [was && (await repository.pieces(was)), is && (await repository.pieces(is))];
    if (a?.kind === 'unavailable' || b?.kind === 'unavailable') return 'unsure';
    const sides = { was: was && a && { oid: was, bytes: a.value }, is: is && b && { oid: is, bytes: b.value } };
    const found = await items.pair({ file, exact, was: sides.was || undefined, is: sides.is || undefined });
    if (found !== 'unsure' && is) versions.passed(file, is, was);
    return found;
  }

  function note(commit: Oid, path: Path): void {
    const last = unreadable.findLast((one) => one.path === path);
    if (last?.commit !== commit) unreadable.push({ commit, path });
  }

  function* told(given: FoldInput): Work<void> {
    for (const [at, event] of (yield* eventsAt(given)).entries()) {
      events.push(event);
      addName(named, event);
      if (at % STRETCH === STRETCH - 1) yield;
    }
  }

  for (let start = 0; start < fresh.length; start += TOGETHER) {
    const some = fresh.slice(start, start + TOGETHER);
    const steps = stepsOf(some);
    // What belonged to the project at the beginning is asked of git meanwhile.
    const [parent] = some[0]?.parents ?? [];
    const [answers] = await Promise.all([repository.changes(steps), parent && members.at(parent)]);
    if (!asking) versions.expect(answers.flatMap((one) => (one.kind === 'known' ? one.value : [])));
    let step = 0;
    for (const [at, commit] of some.entries()) {
      const lists = [];
      for (const parent of commit.parents.length ? commit.parents : [undefined]) {
        const answer = answers[step++];
        if (answer?.kind === 'known') lists.push(await stepFrom(commit, parent, answer.value));
        // A tree that is not there: nothing can be said of the commit.
        else note(commit.oid, '' as Path);
      }
      const whole = lists.length === Math.max(1, commit.parents.length);
      // Where a shallow clone ends everything seems to begin.
      if (!whole || commit.shallow) continue;
      await run(told({ graph, commit, differences: lists, earlier: (name) => named.get(name) ?? [] }));
      if (at % 50 === 0) progress?.(start + at, fresh.length);
    }
  }
  return { commits, events, unreadable, standIns: versions.standIns };
}

function noteNames({ kind, ids }: Asking, names: readonly EntityName[]): void {
  const own = names.filter((one) => one.kind === kind);
  if (own.some(({ id, former }) => !former && ids.has(id))) for (const { id } of own) ids.add(id);
}

/** A name that an entity has, or is said to have had. */
interface EntityName {
  readonly kind: string;
  readonly id: string;
  readonly former: boolean;
}

const namesOf = (one: Entity | undefined): readonly EntityName[] =>
  one ? named(one.kind.name, [one.id], formerIds(one)) : [];

const namesIn = ({ kind, id, formerly, fields }: EntityEvent): readonly EntityName[] =>
  named(
    kind,
    formerly === undefined ? [id] : [id, formerly],
    fields.flatMap(({ way, before, after }) => (way[0] === 'formerly' ? [before, after].flatMap(textsIn) : [])),
  );

const named = (kind: string, ids: readonly string[], former: readonly string[]): readonly EntityName[] => [
  ...ids.map((id) => ({ kind, id, former: false })),
  ...former.map((id) => ({ kind, id, former: true })),
];

const textsIn = (value: Json | undefined): readonly string[] =>
  formerIds({ value: { formerly: Array.isArray(value) ? value : [value ?? null] } });

const blobIn = (members: Membership, file: Path, blob: Blob | undefined): Blob | undefined =>
  blob?.mode === 'file' && members.has(file) ? blob : undefined;

// The commits that no other one builds on.
function tipsOf(commits: readonly Commit[]): readonly Oid[] {
  const parents = new Set(commits.flatMap((one) => one.parents));
  return commits.filter(({ oid }) => !parents.has(oid)).map(({ oid }) => oid);
}

function byName(events: readonly EntityEvent[]): Map<string, EntityEvent[]> {
  const named = new Map<string, EntityEvent[]>();
  for (const event of events) addName(named, event);
  return named;
}

function addName(named: Map<string, EntityEvent[]>, event: EntityEvent): void {
  for (const id of event.formerly === undefined ? [event.id] : [event.id, event.formerly]) {
    const name = `${event.kind}/${id}`;
    const list = named.get(name);
    if (list) list.push(event);
    else named.set(name, [event]);
  }
}
