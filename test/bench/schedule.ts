// The schedule of a large plan: tasks in summaries of ten, each waiting for up to two before it, in calendars with holidays.
import { path as pathOf } from '../../src/core/model/id';
import { emptyProject, updated } from '../../src/core/project/update';
import { known } from '../../src/core/project/known';
import { worldOf } from '../../src/core/project/world';
import { planOf } from '../../src/core/schedule/plan';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { random } from '../fuzz/random';
import { median } from './processes';
import type { Bench, Row } from './row';

const ROUNDS = 7;
const DAY = '2026-06-01';
const SIZES = [
  { name: 'schedule-5000', tasks: 5000, atMost: 100 },
  { name: 'schedule-50000', tasks: 50_000, atMost: 1500 },
] as const;
const EDIT = { name: 'schedule-edit', tasks: 5000, atMost: 30 } as const;

export const schedule: Bench = {
  names: [...SIZES.map(({ name }) => name), EDIT.name],
  run: ({ asked }) => {
    const rows: Row[] = [];
    const put = (name: string, work: string, ours: number, atMost: number): void =>
      void rows.push({ name, work, unit: 'ms', ours, theirs: undefined, target: { kind: 'limit', atMost } });
    for (const { name, tasks, atMost } of SIZES) {
      if (!asked(name)) continue;
      // Another project each time: a schedule is computed once for each.
      const times = Array.from({ length: ROUNDS }, () => timed(open(tasks)));
      put(name, `schedule of ${tasks} tasks with calendars`, median(times), atMost);
    }
    if (asked(EDIT.name)) {
      const project = open(EDIT.tasks);
      timed(project);
      const times = Array.from({ length: 3 * ROUNDS }, (_, edit) =>
        timed(updated(project, new Map([[pathOf('tasks-3.yaml'), { text: register(EDIT.tasks, 3, edit + 1) }]]))),
      );
      put(EDIT.name, `the same of ${EDIT.tasks} tasks after one was edited`, median(times), EDIT.atMost);
    }
    return Promise.resolve(rows);
  },
};

function timed(project: ReturnType<typeof open>): number {
  const world = worldOf(project, 0, DAY, known(new Set(project.files.keys())));
  const since = performance.now();
  planOf(world);
  return performance.now() - since;
}

const FILE = 500;

function open(tasks: number) {
  const files = Array.from(
    { length: Math.ceil(tasks / FILE) },
    (_, at) => [`tasks-${at}.yaml`, register(tasks, at)] as const,
  );
  const all = [
    ['landfall.yaml', 'landfall: 1\nname: Bench\nstart: 2026-03-02\ncalendar: cn\n'],
    [
      'calendars.yaml',
      'kind: calendars\nitems:\n  - { id: cn, title: CN, legal: cn }\n  - { id: six, title: Six, workdays: [mon, tue, wed, thu, fri, sat] }\n',
    ],
    ...files,
  ] as const;
  return updated(emptyProject(loadKinds(builtIn)), new Map(all.map(([file, text]) => [pathOf(file), { text }])));
}

/** One register of the plan; an edit makes one of its tasks longer. */
function register(tasks: number, file: number, edit = 0): string {
  const lines = ['kind: tasks', 'items:'];
  for (let at = file * FILE; at < Math.min(tasks, (file + 1) * FILE); at++) {
    const pick = random(at + 1);
    const summary = at - (at % 10);
    if (at === summary) {
      lines.push(`  - { id: T-${at}, title: Summary ${at} }`);
      continue;
    }
    const before = new Set(Array.from({ length: pick.below(3) }, () => Math.max(1, at - 1 - pick.below(60))));
    const after = [...before].filter((one) => one % 10).map((one) => `T-${one}`);
    const days = 1 + pick.below(9) + (edit && at === file * FILE + 7 ? edit : 0);
    const calendar = pick.below(5) === 0 ? ', calendar: six' : '';
    lines.push(
      `  - { id: T-${at}, title: Task ${at}, parent: T-${summary}, duration: ${days}d, after: [${after.join(', ')}]${calendar} }`,
    );
  }
  return `${lines.join('\n')}\n`;
}
