// What is posted to the cost centre: budget lines, costs that were booked, approved work at its rates, and what
// contracts oblige to beyond.
import { compare, type Decimal, decimal, minus, over, plus, times, zero } from '../base/decimal';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { amount, day, happened, is, text } from '../project/values';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import { monthGroup, textGroup } from './groups';
import { isPaidByTime, type Lines, linesOf } from './lines';
import { currencyBeside, currencyOf, type Group, nowhere, type Posting } from './posting';
import { type Work, workOf } from './work';

/** `worked` is hours × rate, to be divided by the hours of a day once; `unpriced` stands for approved work without a rate. */
export type CostColumn = 'budget' | 'booked' | 'worked' | 'unpriced' | 'committed';

/** What an amount belongs to, by which it is broken down. */
export interface About {
  readonly line: Entity | undefined;
  readonly task: string | undefined;
  readonly month: Group;
}

interface Posted {
  readonly postings: readonly Posting<CostColumn>[];
  readonly notes: readonly Message[];
}

export function costPostings(world: World, group: (about: About) => Group): Posted {
  const { project } = world;
  const main = currencyOf(project);
  const lines = linesOf(project);
  const works = workOf(world).filter((one) => one.approved);
  const postings: Posting<CostColumn>[] = [];
  const post = (
    column: CostColumn,
    entity: Entity,
    value: Decimal | undefined,
    about: About,
    currency: string,
  ): void => {
    if (value) postings.push({ column, value, currency, entity, group: group(about) });
  };
  for (const line of project.table('budget')) {
    const about = { line, task: text(line.value.task), month: textGroup(text(line.value.period)) };
    post('budget', line, amount(line.value.amount), about, currencyBeside(line.value, main));
  }
  for (const cost of booked(world, lines)) {
    const about = { line: lines.named(cost), task: text(cost.value.task), month: monthGroup(day(cost, 'date')) };
    post('booked', cost, amount(cost.value.amount), about, currencyBeside(cost.value, main));
  }
  for (const work of works) {
    const line = lines.bearing(work);
    if (!line) continue;
    const about = { line, task: work.task, month: monthGroup(work.day) };
    if (work.rate) post('worked', work.sheet, times(work.hours, work.rate.perDay), about, work.rate.currency);
    else post('unpriced', work.sheet, zero, about, main);
  }
  for (const { contract, left, currency } of commitments(world, works, lines))
    post('committed', contract, left, { line: lines.named(contract), task: undefined, month: nowhere }, currency);
  return { postings, notes: notesOf(world, lines, works) };
}

/** Costs that were booked by the day and are actual cost: on a line that is paid by time, hours are instead. */
const booked = (world: World, lines: Lines): readonly Entity[] =>
  costsUntil(world).filter((one) => !isByTime(lines.named(one)));

const costsUntil = (world: World): readonly Entity[] =>
  world.project.table('costs').filter((one) => happened(world, one, 'date'));

const isByTime = (line: Entity | undefined): boolean => line !== undefined && isPaidByTime(line);

interface Commitment {
  readonly contract: Entity;
  readonly left: Decimal;
  readonly currency: string;
}

// What a contract is worth beyond the costs that were booked under it; on a line paid by time, beyond the work that the
// line bore, which its contracts use up one after the other. A contract whose payments come in obliges others.
function commitments(world: World, works: readonly Work[], lines: Lines): readonly Commitment[] {
  const { project } = world;
  const main = currencyOf(project);
  const incoming = new Set(
    project.table('payments').flatMap((one) => (is(one, 'direction', 'in') ? (text(one.value.contract) ?? []) : [])),
  );
  const spent = amounts();
  for (const cost of costsUntil(world))
    spent.add(`${text(cost.value.contract)} ${currencyBeside(cost.value, main)}`, amount(cost.value.amount) ?? zero);
  const worked = workedOn(world, works, lines);
  return project.table('contracts').flatMap((contract) => {
    const worth = amount(contract.value.amount);
    if (!worth || incoming.has(contract.id) || !happened(world, contract, 'signed_on')) return [];
    const currency = currencyBeside(contract.value, main);
    const line = lines.named(contract);
    const uses = line && isPaidByTime(line) ? `${line.id} ${currency}` : undefined;
    const used = uses === undefined ? spent.of(`${contract.id} ${currency}`) : smaller(worked.of(uses), worth);
    if (uses !== undefined) worked.add(uses, minus(zero, used));
    const left = minus(worth, used);
    return left.units > 0n ? [{ contract, left, currency }] : [];
  });
}

/** What the work on each line cost, by line and currency. */
function workedOn(world: World, works: readonly Work[], lines: Lines): Amounts {
  const hours = decimal(projectCalendar(world.project).hours) ?? zero;
  const found = amounts();
  for (const work of works) {
    const line = work.rate && lines.bearing(work);
    if (line && work.rate) found.add(`${line.id} ${work.rate.currency}`, times(work.hours, work.rate.perDay));
  }
  return found.map((one) => over(one, hours) ?? zero);
}

const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) < 0 ? a : b);

interface Amounts {
  readonly of: (key: string) => Decimal;
  readonly add: (key: string, value: Decimal) => void;
  readonly map: (change: (value: Decimal) => Decimal) => Amounts;
}

function amounts(all = new Map<string, Decimal>()): Amounts {
  const of = (key: string): Decimal => all.get(key) ?? zero;
  return {
    of,
    add: (key, value) => void all.set(key, plus(of(key), value)),
    map: (change) => amounts(new Map([...all].map(([key, value]) => [key, change(value)]))),
  };
}

function notesOf(world: World, lines: Lines, works: readonly Work[]): readonly Message[] {
  const notes: Message[] = [];
  const covered = costsUntil(world).filter((one) => isByTime(lines.named(one)));
  if (covered.length) notes.push(say('money.note-covered', { count: covered.length }));
  const outside = new Set(works.filter((one) => !lines.bearing(one)).map((one) => one.sheet));
  if (outside.size) notes.push(say('money.note-no-line', { count: outside.size }));
  const taxes = new Set(world.project.table('budget').flatMap((line) => text(line.value.tax) ?? []));
  if (taxes.size > 1) notes.push(say('money.note-tax'));
  return notes;
}
