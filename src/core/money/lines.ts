// Which budget line bears what: costs and contracts say so; work does, or goes to the line that is paid by time of its
// task or of the nearest task above it, or to the only one such line that names no task.
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { is, text } from '../project/values';
import type { Work } from './work';

export interface Lines {
  /** The line that an entry names in `line`. */
  readonly named: (entity: Entity) => Entity | undefined;
  /** The line paid by time that bears the work. */
  readonly bearing: (work: Work) => Entity | undefined;
}

/** Hours make the actual cost of such a line, and invoices that of the others: never both of one. */
export const isPaidByTime = (line: Entity): boolean => is(line, 'basis', 'time');

export function linesOf(project: Project): Lines {
  const byTime = project.table('budget').filter(isPaidByTime);
  const byTask = new Map<string, Entity>();
  for (const line of byTime) {
    const task = taskNamed(project, text(line.value.task));
    if (task && !byTask.has(task.id)) byTask.set(task.id, line);
  }
  const [only, more] = byTime.filter((line) => text(line.value.task) === undefined);
  const elsewhere = more ? undefined : only;
  const known = new Map<string, Entity | undefined>();
  const named = (entity: Entity): Entity | undefined => lookUp(project, 'budget', text(entity.value.line) ?? '');

  function ofTask(name: string): Entity | undefined {
    const seen = new Set<Entity>();
    for (
      let task = taskNamed(project, name);
      task && !seen.has(task);
      task = taskNamed(project, text(task.value.parent))
    ) {
      const line = byTask.get(task.id);
      if (line) return line;
      seen.add(task);
    }
    return elsewhere;
  }

  return {
    named,
    bearing: ({ sheet, task = '' }) => {
      const own = named(sheet);
      if (own) return isPaidByTime(own) ? own : undefined;
      if (!known.has(task)) known.set(task, ofTask(task));
      return known.get(task);
    },
  };
}

const taskNamed = (project: Project, id: string | undefined): Entity | undefined =>
  id === undefined ? undefined : lookUp(project, 'tasks', id);
