// How many entities a corpus has of each kind, and what they are called: settled before anything is written, so that
// every reference can lead to something that exists.
import type { Random } from '../../fuzz/random';

/** Of 40,000 entities; tasks are what is left. People come first, then what they work on. */
const SHARES = {
  people: 1_000,
  'org-units': 120,
  waves: 8,
  modules: 60,
  environments: 8,
  processes: 800,
  deliverables: 1_500,
  requirements: 5_000,
  risks: 3_000,
  issues: 4_000,
  actions: 3_000,
  'change-requests': 800,
  decisions: 600,
  configuration: 4_000,
  'permission-objects': 200,
  roles: 300,
  assignments: 1_500,
  'sod-rules': 60,
  tests: 2_500,
  'test-runs': 2_000,
  courses: 120,
  'training-sessions': 300,
} as const;

export type BenchKind = keyof typeof SHARES | 'tasks';

export interface Ids {
  /** Kinds in the order in which they are written, with the number of their entities. */
  readonly counts: ReadonlyMap<BenchKind, number>;
  readonly id: (kind: BenchKind, at: number) => string;
  /** Any id of the kind. */
  readonly any: (kind: BenchKind) => string;
  /** Up to `most` different ids of the kind. */
  readonly some: (kind: BenchKind, most: number) => readonly string[];
}

const PREFIX: Readonly<Partial<Record<BenchKind, string>>> = {
  tasks: 'T',
  requirements: 'REQ',
  risks: 'R',
  issues: 'I',
  actions: 'A',
  'change-requests': 'CR',
  decisions: 'D',
  deliverables: 'DL',
  tests: 'TC',
  'sod-rules': 'SOD',
  waves: 'W',
  processes: 'P',
  courses: 'C',
};

const PINYIN = ['li', 'wang', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu'];
const GIVEN = ['wei', 'fang', 'min', 'jing', 'lei', 'yang', 'yan', 'yong', 'jie', 'juan'];
const MODULES = ['fi', 'co', 'mm', 'sd', 'pp', 'qm', 'pm', 'hr', 'wm', 'bi'];

export function ids(entities: number, random: Random): Ids {
  const counts = new Map<BenchKind, number>();
  for (const [kind, share] of Object.entries(SHARES)) {
    // A small project has its modules and waves too; without them nothing would be worth referring to.
    counts.set(kind as BenchKind, Math.max(Math.min(share, 8), Math.round((share * entities) / 40_000)));
  }
  const rest = entities - [...counts.values()].reduce((sum, one) => sum + one, 0);
  counts.set('tasks', Math.max(8, rest));
  const any = (kind: BenchKind): string => idOf(kind, random.below(counts.get(kind) ?? 1));
  return {
    counts,
    id: idOf,
    any,
    some: (kind, most) => [...new Set(Array.from({ length: 1 + random.below(most) }, () => any(kind)))],
  };
}

function idOf(kind: BenchKind, at: number): string {
  const prefix = PREFIX[kind];
  const ten = Math.floor(at / 10);
  if (prefix) return `${prefix}-${String(at + 1).padStart(4, '0')}`;
  if (kind === 'people') return `${PINYIN[at % 10]}.${GIVEN[ten % 10]}${at < 100 ? '' : Math.floor(at / 100)}`;
  if (kind === 'modules') return `${MODULES[at % 10]}${at < 10 ? '' : ten}`;
  if (kind === 'configuration') return `${MODULES[at % 10]}.posting.parameter-${ten}`;
  if (kind === 'permission-objects') return `${MODULES[at % 10]}.object-${ten}`;
  return `${kind.replace(/s$/, '')}-${at + 1}`;
}
