// What of a project has drifted from fixed states, followed from one version of the project to the next: an edit compares
// again only the files that changed, and of what differs in them only the kinds of the entities that did.
import { kept } from '../base/kept';
import { append } from '../base/lists';
import type { Work } from '../base/work';
import type { Path } from '../model/id';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { changesOf, type Differ, differingPaths, differIn, type EntityChange, matched, type Placed } from './diff';

/** The state that a baseline fixed, as git knows it. */
export interface FixedState {
  readonly baseline: Entity;
  readonly state: Project;
  readonly covers: (entity: Entity) => boolean;
}

/** What differs from the baseline that holds for it: the latest that covers it. */
export interface Drift {
  readonly baseline: Entity;
  readonly change: EntityChange;
}

/** What differs from one state, each by kind. */
interface Followed {
  readonly differ: ReadonlyMap<string, ReadonlyMap<Path, Differ>>;
  readonly drift: ReadonlyMap<string, readonly Drift[]>;
}

interface Last {
  readonly project: Project;
  readonly followed: readonly Followed[];
  readonly drift: readonly Drift[];
}

const lasts = new WeakMap<readonly FixedState[], Last>();
const NOTHING: Followed = { differ: new Map(), drift: new Map() };

/** The drift from states, the latest first, as far as `counts` lets a change count. */
export function* followDrift(
  states: readonly FixedState[],
  project: Project,
  counts: (change: EntityChange) => boolean,
): Work<readonly Drift[]> {
  const last = lasts.get(states);
  if (last?.project === project) return last.drift;
  const followed: Followed[] = [];
  // Most states differ from the project where the others do; what changed since is the same for all.
  const since = last && differingPaths(last.project, project);
  for (const [at, one] of states.entries()) {
    const before = last?.followed[at] ?? NOTHING;
    followed.push(yield* follow(before, since ?? differingPaths(one.state, project), states.slice(0, at + 1)));
  }
  const same = last && followed.every((one, at) => one.drift === last.followed[at]?.drift);
  const drift = same
    ? last.drift
    : followed.flatMap((one) => project.kinds.all.flatMap(({ name }) => one.drift.get(name) ?? []));
  lasts.set(states, { project, followed, drift });
  return drift;

  function* follow(before: Followed, paths: readonly Path[], upTo: readonly FixedState[]): Work<Followed> {
    const { state } = upTo.at(-1) as FixedState;
    const differ = new Map<string, Map<Path, Differ>>();
    const ofKind = (kind: string): Map<Path, Differ> => {
      let all = differ.get(kind);
      if (!all) differ.set(kind, (all = new Map(before.differ.get(kind))));
      return all;
    };
    const touched = new Set<string>();
    for (const path of paths) {
      const is = byKind(differIn(state.files.get(path), project.files.get(path)));
      const were = [...before.differ].flatMap(([kind, all]) => (all.has(path) ? [kind] : []));
      for (const kind of new Set([...is.keys(), ...were])) {
        const [was, now] = [before.differ.get(kind)?.get(path), is.get(kind)];
        if (now) ofKind(kind).set(path, now);
        else ofKind(kind).delete(path);
        if (path.endsWith('.md') || !sameEntities(was, now)) touched.add(kind);
      }
      yield;
    }
    const drift = new Map(before.drift);
    for (const kind of touched) drift.set(kind, yield* driftIn(ofKind(kind), upTo));
    return { differ: new Map([...before.differ, ...differ]), drift: touched.size ? drift : before.drift };
  }

  function* driftIn(differ: ReadonlyMap<Path, Differ>, upTo: readonly FixedState[]): Work<readonly Drift[]> {
    const { baseline, covers } = upTo.at(-1) as FixedState;
    const later = upTo.slice(0, -1);
    const [left, come]: [Placed[], Placed[]] = [[], []];
    for (const path of [...differ.keys()].sort()) {
      append(left, differ.get(path)?.left ?? []);
      append(come, differ.get(path)?.come ?? []);
    }
    const pairs = (yield* matched(left, come)).filter((pair) => {
      const both = pair.flatMap((one) => one?.entity ?? []);
      return both.some(covers) && !later.some((one) => both.some(one.covers));
    });
    return (yield* changesOf(pairs, project)).filter(counts).map((change) => named(change, baseline));
  }
}

function byKind(differ: Differ | undefined): ReadonlyMap<string, Differ> {
  const found = new Map<string, { readonly left: Placed[]; readonly come: Placed[] }>();
  for (const side of ['left', 'come'] as const)
    for (const one of differ?.[side] ?? []) {
      let all = found.get(one.entity.kind.name);
      if (!all) found.set(one.entity.kind.name, (all = { left: [], come: [] }));
      all[side].push(one);
    }
  return found;
}

const sameEntities = (a: Differ | undefined, b: Differ | undefined): boolean =>
  (['left', 'come'] as const).every((side) => {
    const [one = [], other = []] = [a?.[side], b?.[side]];
    return one.length === other.length && one.every(({ entity }, at) => entity === other[at]?.entity);
  });

// The same drift is the same value, for whoever keeps what was said of it.
const named = kept((change: EntityChange, baseline: Entity): Drift => ({ baseline, change }));
