// Random small histories for the laws of history: branches and merges, clean and otherwise, of a register whose entries
// come, change, move, get other ids and go. What each commit holds is known from how it was made.
import type { Random } from '../../fuzz/random';

/** An entry as flat fields: `impact/scope`, `approvals/[p1]/verdict`; a set is its elements in one text. */
export interface Entry {
  /** Who it is, whatever its id. */
  readonly uid: number;
  readonly id: string;
  readonly formerly: readonly string[];
  readonly file: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type State = ReadonlyMap<number, Entry>;

export interface Step {
  /** Places of earlier steps. */
  readonly parents: readonly number[];
  readonly state: State;
}

const FILES = ['a.yaml', 'b/b.yaml'] as const;
const PLAIN = ['title', 'reason', 'status', 'covers', 'impact/scope', 'impact/risk'] as const;
const PEOPLE = ['p1', 'p2'] as const;

/** Up to ten commits. With `crossing`, merges may cross each other. */
export function randomHistory(r: Random, crossing: boolean): readonly Step[] {
  let uids = 0;
  let ids = 0;
  const steps: Step[] = [];
  const renamed = new Set<number>();

  const fresh = (): Entry => ({
    uid: ++uids,
    id: `CR-${++ids}`,
    formerly: [],
    file: r.pick(FILES),
    fields: sound({ title: word(r), ...(r.chance(0.5) ? { reason: word(r) } : {}), ...someApproval(r) }),
  });

  function edited(state: State): State {
    const next = new Map(state);
    for (let left = 1 + r.below(3); left > 0; left--) {
      const [uid, entry] = next.size ? r.pick([...next]) : [0, undefined];
      const what = r.below(12);
      if (!entry || what === 0) {
        const made = fresh();
        next.set(made.uid, made);
      } else if (what === 1) next.delete(uid);
      else if (what === 2) next.set(uid, { ...entry, file: r.pick(FILES) });
      else if (what === 3 && !renamed.has(uid)) {
        renamed.add(uid);
        next.set(uid, { ...entry, id: `CR-${++ids}`, formerly: [entry.id] });
      } else next.set(uid, { ...entry, fields: sound(fieldsEdited(r, entry.fields)) });
    }
    return next;
  }

  const merged = (ours: State, theirs: State): State => {
    const next = new Map<number, Entry>();
    for (const uid of new Set([...ours.keys(), ...theirs.keys()])) {
      const [a, b] = [ours.get(uid), theirs.get(uid)];
      if (!a || !b) {
        const one = a ?? b;
        if (one && r.chance(0.6)) next.set(uid, one);
        continue;
      }
      // A new id is never left out: then there would be two entries for one.
      const named = a.formerly.length ? a : b;
      const fields: Record<string, string> = {};
      for (const key of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
        const value = r.chance(0.5) ? a.fields[key] : b.fields[key];
        if (value !== undefined) fields[key] = value;
      }
      const own = r.chance(0.1) ? fieldsEdited(r, fields) : fields;
      next.set(uid, { ...named, file: r.pick([a, b]).file, fields: sound(own) });
    }
    return r.chance(0.1) ? edited(next) : next;
  };

  const before = (at: number): ReadonlySet<number> => reachable(steps, at);
  const first = new Map([fresh(), fresh()].map((one) => [one.uid, one]));
  steps.push({ parents: [], state: first });
  for (let left = 2 + r.below(8); left > 0; left--) {
    const at = Math.max(0, steps.length - 1 - r.below(4));
    const other = r.below(steps.length);
    const apart = !before(at).has(other) && !before(other).has(at);
    const ours = steps[at]?.state ?? first;
    const theirs = steps[other]?.state ?? first;
    if (apart && (crossing || basesOf(steps, at, other).length === 1))
      steps.push({ parents: [at, other], state: merged(ours, theirs) });
    else steps.push({ parents: [at], state: edited(ours) });
  }
  return steps;
}

const word = (r: Random): string => r.pick(['A', 'B', 'C', 'D']);

const someApproval = (r: Random): Readonly<Record<string, string>> => {
  const person = r.pick(PEOPLE);
  return r.chance(0.5) ? { [`approvals/[${person}]/person`]: person, [`approvals/[${person}]/verdict`]: word(r) } : {};
};

function fieldsEdited(r: Random, fields: Entry['fields']): Entry['fields'] {
  if (r.chance(0.3)) {
    const person = r.pick(PEOPLE);
    const own = Object.keys(fields).filter((key) => key.startsWith(`approvals/[${person}]/`));
    if (own.length && r.chance(0.4))
      return Object.fromEntries(Object.entries(fields).filter(([key]) => !own.includes(key)));
    const field = r.pick(['verdict', 'on']);
    return { ...fields, [`approvals/[${person}]/person`]: person, [`approvals/[${person}]/${field}`]: word(r) };
  }
  const key = r.pick(PLAIN);
  const { [key]: gone, ...rest } = fields;
  if (gone !== undefined && key !== 'title' && r.chance(0.3)) return rest;
  return { ...rest, [key]: key === 'covers' ? r.pick(['x', 'x y', 'y z']) : word(r) };
}

// An element of the list of approvals is one only with its person; an entry has a title.
function sound(fields: Entry['fields']): Entry['fields'] {
  const kept = Object.entries(fields).filter(([key]) => {
    const [, person] = /^approvals\/\[(.*)\]\//.exec(key) ?? [];
    return person === undefined || fields[`approvals/[${person}]/person`] !== undefined;
  });
  return { title: 'T', ...Object.fromEntries(kept) };
}

/** The commit and everything before it. */
export function reachable(steps: readonly Step[], from: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const next = [from]; next.length; ) {
    const at = next.pop() ?? 0;
    if (found.has(at)) continue;
    found.add(at);
    next.push(...(steps[at]?.parents ?? []));
  }
  return found;
}

/** The best common ancestors. */
export function basesOf(steps: readonly Step[], a: number, b: number): readonly number[] {
  const theirs = reachable(steps, b);
  const shared = [...reachable(steps, a)].filter((one) => theirs.has(one));
  return shared.filter((one) => !shared.some((other) => other !== one && reachable(steps, other).has(one)));
}

/** The files of a state. */
export function filesOf(state: State): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of state.values()) {
    const head = files.get(entry.file) ?? 'kind: change-requests\nitems:\n';
    files.set(entry.file, `${head}${itemOf(entry)}`);
  }
  return files;
}

function itemOf({ id, formerly, fields }: Entry): string {
  const value = (key: string): string => JSON.stringify(fields[key]);
  const lines = [`  - id: ${id}`];
  if (formerly.length) lines.push(`    formerly: [${formerly.join(', ')}]`);
  for (const key of ['title', 'reason', 'status'])
    if (fields[key] !== undefined) lines.push(`    ${key}: ${value(key)}`);
  if (fields.covers !== undefined) lines.push(`    covers: [${fields.covers.split(' ').join(', ')}]`);
  const inside = ['scope', 'risk'].filter((key) => fields[`impact/${key}`] !== undefined);
  if (inside.length) lines.push('    impact:', ...inside.map((key) => `      ${key}: ${value(`impact/${key}`)}`));
  const people = PEOPLE.filter((one) => fields[`approvals/[${one}]/person`] !== undefined);
  if (people.length) lines.push('    approvals:');
  for (const one of people) {
    lines.push(`      - person: ${one}`);
    for (const key of ['verdict', 'on'])
      if (fields[`approvals/[${one}]/${key}`] !== undefined)
        lines.push(`        ${key}: ${value(`approvals/[${one}]/${key}`)}`);
  }
  return `${lines.join('\n')}\n`;
}
