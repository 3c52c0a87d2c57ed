// LF90 value, LF91 money, LF93 operation: goals that nothing measures, more spent than there is, looks at the running
// system that did not take place.
import type { Day } from '../base/days';
import { dayText } from '../base/days';
import { compare, type Decimal, minus } from '../base/decimal';
import { type Message, say } from '../messages/message';
import { plain } from '../metrics/metric';
import { costCentre, costTables } from '../money/cost';
import type { Entity } from '../project/file-index';
import { lookUp } from '../project/project';
import { asOf, day, happened, number, text } from '../project/values';
import { calendarTables, projectCalendar } from '../schedule/calendar';
import { addDuration, parseDuration } from '../schedule/duration';
import type { Json } from '../schema/json';
import { type EntityRule, type ProjectRule, said, tableRule } from './rule';

const aimless: EntityRule = {
  scope: 'entity',
  code: 'LF901',
  of: ({ name }) => name === 'kpis',
  concerns: ({ value }) => number(value.before) !== undefined && value.before === value.target,
  *check(kpi, { project }) {
    yield said(project, kpi, '/target', say('kpi.aimless', { value: number(kpi.value.target) ?? 0 }));
  },
};

/** Days after the first go-live from which figures are to be had. */
const SETTLED = 30;

const unmeasured = tableRule(
  'LF902',
  (project) => [project.table('kpis'), project.table('measurements'), project.table('waves')],
  function* (world) {
    const { project } = world;
    const measured = new Set(
      project
        .table('measurements')
        .filter((one) => happened(world, one, 'date'))
        .flatMap((one) => lookUp(project, 'kpis', text(one.value.kpi) ?? '') ?? []),
    );
    const live = project.table('waves').flatMap((wave) => day(wave, 'actual') ?? []);
    const since = live.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    for (const kpi of project.table('kpis')) {
      if (measured.has(kpi)) continue;
      const due = day(kpi, 'due');
      if (due !== undefined && due <= asOf(world))
        yield said(project, kpi, '/due', say('kpi.unmeasured-due', { day: dayText(due) }));
      // Until somebody works with the system, what there was before is all there is.
      else if (since + SETTLED <= asOf(world))
        yield said(project, kpi, '', say('kpi.unmeasured', { day: dayText(since) }));
    }
  },
);

const overspent = tableRule('LF910', costTables, function* (world) {
  const { project } = world;
  const { columns, tables } = costCentre(world, 'line');
  const place = (name: string): number => columns.findIndex((one) => one.name === name);
  for (const { rows } of tables)
    for (const { key, cells } of rows) {
      const line = key === '' ? undefined : lookUp(project, 'budget', key);
      const [budget, actual, committed] = ['budget', 'actual', 'committed'].map((name) => valueOf(cells[place(name)]));
      if (!line || !budget || !actual || !committed) continue;
      const left = minus(budget, actual);
      const about = { budget: plain(budget), actual: plain(actual), committed: plain(committed) };
      if (compare(actual, budget) > 0)
        yield said(project, line, '/amount', say('budget.overspent', { ...about, over: plain(minus(actual, budget)) }));
      else if (compare(committed, left) > 0)
        yield said(project, line, '/amount', say('budget.promised', { ...about, over: plain(minus(committed, left)) }));
    }
});

const valueOf = (cell: { readonly value: Decimal } | { readonly why: Message } | undefined): Decimal | undefined =>
  cell && 'value' in cell ? cell.value : undefined;

/** What comes again and again: the latest of its sort says by when the next is owed. */
const recurring = (code: ProjectRule['code'], kind: string, sort: (value: Entity['value']) => Json | undefined) =>
  tableRule(
    code,
    (project) => [project.table(kind), ...calendarTables(project)],
    function* (world) {
      const { project } = world;
      const latest = new Map<string, { readonly entity: Entity; readonly on: Day }>();
      for (const entity of project.table(kind)) {
        const on = day(entity, 'date');
        const key = text(sort(entity.value)) ?? '';
        if (on !== undefined && on <= asOf(world) && on >= (latest.get(key)?.on ?? on)) latest.set(key, { entity, on });
      }
      for (const { entity, on } of latest.values()) {
        const every = parseDuration(text(entity.value.every) ?? '');
        const due = every && addDuration(projectCalendar(project), on, every);
        if (due !== undefined && due < asOf(world))
          yield said(project, entity, '/every', say('recurring.overdue', { last: dayText(on), due: dayText(due) }));
      }
    },
  );

export const valueRules = [
  aimless,
  unmeasured,
  overspent,
  recurring('LF930', 'health-checks', () => undefined),
  recurring('LF931', 'surveys', ({ org }) => org),
] as const;
