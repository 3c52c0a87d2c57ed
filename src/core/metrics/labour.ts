// Labour: the days that were worked, by people and by hands of suppliers, and what the approved ones cost.
import { type Decimal, decimal, over, sum, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { lookUp } from '../project/project';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import { member } from '../schema/json';
import { type Amount, type Figure, type Metric, notAvailable, sumOf } from './metric';
import { amount, happened, list, number, text } from './values';

/** The hours of a line: of one day, or of each task from Monday to Sunday; of each hand where a supplier sent several. */
function hoursOf(sheet: Entity): Decimal {
  const { hours } = sheet.value;
  const each =
    typeof hours === 'number'
      ? (amount(hours) ?? zero)
      : sum(
          Object.values(typeof hours === 'object' && hours !== null ? hours : {}).flatMap((week) =>
            list(week).flatMap((one) => amount(one) ?? []),
          ),
        );
  const hands = sheet.value.person === undefined ? number(sheet.value.headcount) : undefined;
  return times(each, decimal(hands ?? 1) ?? zero);
}

/** Days of work, at the hours of the project's working day. */
function daysOf(world: World, sheet: Entity): Decimal {
  const day = decimal(projectCalendar(world.project).hours) ?? zero;
  return over(hoursOf(sheet), day) ?? zero;
}

const sheets = (world: World): readonly Entity[] =>
  world.project.table('timesheets').filter((one) => happened(world, one, 'date'));

function days(world: World): Figure {
  const amounts = sheets(world).map((entity): Amount => ({ entity, value: daysOf(world, entity) }));
  return sumOf(amounts, world.project.table('timesheets'));
}

/** What a day costs: as the line says, else the person's rate in force on its day. */
function rateOf(world: World, sheet: Entity): Decimal | undefined {
  const own = amount(sheet.value.rate);
  if (own) return own;
  const person = lookUp(world.project, 'people', text(sheet.value.person) ?? '');
  const on = text(sheet.value.date) ?? world.asOf;
  const rates = list(person?.value.rates)
    .map((one) => ({ from: text(member(one, 'from')) ?? '', perDay: amount(member(one, 'per_day')) }))
    .filter(({ from }) => from <= on)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return rates.at(-1)?.perDay;
}

function cost(world: World): Figure {
  const approved = sheets(world).filter((one) => text(one.value.approved_by) !== undefined);
  const amounts = approved.flatMap((entity): readonly Amount[] => {
    const rate = rateOf(world, entity);
    return rate ? [{ entity, value: times(daysOf(world, entity), rate) }] : [];
  });
  if (!amounts.length) return notAvailable(say('metric.no-rate'), approved);
  return sumOf(amounts, approved);
}

export const labourMetrics: readonly Metric[] = [
  {
    id: 'labour.days',
    name: say('metric.labour.days'),
    unit: 'days',
    formula: say('formula.labour.days'),
    source: say('source.cost-control'),
    filters: [],
    compute: days,
  },
  {
    id: 'labour.cost',
    name: say('metric.labour.cost'),
    unit: 'money',
    formula: say('formula.labour.cost'),
    source: say('source.cost-control'),
    filters: [],
    compute: cost,
  },
];
