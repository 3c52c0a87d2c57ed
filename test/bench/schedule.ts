// The schedule of a large plan: tasks in summaries of ten, each waiting for up to two before it, in calendars with holidays.
import { path as pathOf } from '../../src/core/model/id';
import { emptyProject, updated } from '../../src/core/project/update';
import { known } from '../../src/core/project/known';
import { worldOf } from '../../src/core/project/world';
import { planOf } from '../../src/core/schedule/plan';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { planFiles, register } from './corpus/plan';
import { median } from './processes';
import { type Bench, limit, type Row } from './row';

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
      void rows.push(limit(name, work, ours, atMost));
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

function open(tasks: number) {
  const files = planFiles(tasks).map(([file, text]) => [pathOf(file), { text }] as const);
  return updated(emptyProject(loadKinds(builtIn)), new Map(files));
}
