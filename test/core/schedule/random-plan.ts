// Small plans and one random edit after the other: dates, links, summaries, ids, tasks that come and go.
import type { Random } from '../../fuzz/random';

export interface Task {
  id: string;
  days: number;
  after: string[];
  parent: string;
  more: string;
}

export const register = (tasks: readonly Task[]): string =>
  `kind: tasks\nitems:\n${tasks
    .map(
      ({ id, days, after, parent, more }) =>
        `  - { id: ${id}, title: T, duration: ${days}d, after: [${after.join(', ')}]${parent && `, parent: ${parent}`}${more} }\n`,
    )
    .join('')}`;

/** So many tasks, each behind the one before it. */
export const chain = (count: number): Task[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `T-${at}`,
    days: 1 + (at % 3),
    after: at ? [`T-${at - 1}`] : [],
    parent: '',
    more: '',
  }));

export function edit(tasks: Task[], pick: Random): void {
  const at = pick.below(tasks.length);
  const task = tasks[at] as Task;
  const other = (): string => `T-${pick.below(12)}`;
  switch (pick.below(10)) {
    case 0:
      task.after = [other(), other()].slice(pick.below(3));
      break;
    case 1:
      task.parent = pick.below(3) ? other() : '';
      break;
    case 2:
      tasks.splice(at, 1, ...(tasks.length > 4 ? [] : [task]));
      break;
    case 3:
      tasks.splice(pick.below(tasks.length + 1), 0, {
        id: `T-${pick.below(12)}`,
        days: 1,
        after: [other()],
        parent: '',
        more: '',
      });
      break;
    case 4:
      task.more = ', percent: 50, actual_start: 2026-11-10';
      break;
    case 5:
      task.more = ', phase: build, constraint: { type: fnlt, date: 2026-11-20 }';
      break;
    case 6:
      task.more = `, formerly: [${other()}]`;
      break;
    case 7:
      task.id = other();
      break;
    case 8:
      tasks.splice(pick.below(tasks.length), 0, ...tasks.splice(at, 1));
      break;
    default:
      task.days = 1 + pick.below(9);
  }
}
