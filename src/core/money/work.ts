// Work as timesheets tell it: each line in its days and tasks, with its hands, its overtime and the rate in force.
import { type Day, dayNumber, weekdayNumber } from '../base/days';
import { compare, type Decimal, decimal, minus, times, zero } from '../base/decimal';
import type { Entity } from '../project/file-index';
import { lookUp } from '../project/project';
import { amount, asOf, day, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { type Json, member } from '../schema/json';
import { currencyBeside, currencyOf } from './posting';

export interface Work {
  readonly sheet: Entity;
  /** Undefined where the line names neither a day nor a week. */
  readonly day: Day | undefined;
  readonly task: string | undefined;
  /** How many hands a supplier sent; undefined for a person. */
  readonly hands: number | undefined;
  /** Of all hands together, overtime among them. */
  readonly hours: Decimal;
  readonly overtime: Decimal;
  readonly approved: boolean;
  /** What a day costs: as the line says, else the person's rate in force on its day. */
  readonly rate: Rate | undefined;
}

interface Rate {
  readonly perDay: Decimal;
  readonly currency: string;
}

/** All work that was done by the day of the world. */
export function workOf(world: World): readonly Work[] {
  const main = currencyOf(world.project);
  const rates = ratesOf(world, main);
  const until = asOf(world);
  return world.project.table('timesheets').flatMap((sheet) => {
    const own = amount(sheet.value.rate);
    const fixed = own && { perDay: own, currency: currencyBeside(sheet.value, main) };
    const person = text(sheet.value.person);
    const hands = person === undefined ? (number(sheet.value.headcount) ?? 1) : undefined;
    const approved = text(sheet.value.approved_by) !== undefined;
    return withOvertime(piecesOf(sheet), amount(sheet.value.overtime) ?? zero)
      .filter((piece) => piece.day === undefined || piece.day <= until)
      .map((piece) => ({
        sheet,
        day: piece.day,
        task: piece.task,
        hands,
        hours: times(piece.hours, decimal(hands ?? 1) ?? zero),
        overtime: times(piece.overtime, decimal(hands ?? 1) ?? zero),
        approved,
        rate: fixed ?? (person === undefined ? undefined : rates(person, piece.day ?? until)),
      }));
  });
}

interface Piece {
  readonly day: Day | undefined;
  readonly task: string | undefined;
  readonly hours: Decimal;
}

// One number is the hours of the day; a list for each task those from Monday to Sunday.
function piecesOf(sheet: Entity): readonly Piece[] {
  const { hours } = sheet.value;
  const first = mondayOf(text(sheet.value.week)) ?? day(sheet, 'date');
  if (typeof hours !== 'object' || hours === null)
    return [{ day: day(sheet, 'date') ?? first, task: text(sheet.value.task), hours: amount(hours) ?? zero }];
  const pieces = Object.entries(hours).flatMap(([task, week]: readonly [string, Json]) =>
    list(week).flatMap((one, at) => {
      const found = amount(one);
      return found?.units ? [{ day: first === undefined ? undefined : first + at, task, hours: found }] : [];
    }),
  );
  return pieces.sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
}

/** The Monday of an ISO week, `2026-W46`; week 1 is that of 4 January. */
function mondayOf(week: string | undefined): Day | undefined {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week ?? '') ?? [];
  const fourth = dayNumber(`${year}-01-04`);
  return fourth === undefined ? undefined : fourth - ((weekdayNumber(fourth) + 6) % 7) + (Number(number) - 1) * 7;
}

// A line says how much of it was overtime, not when: what was worked last.
function withOvertime(pieces: readonly Piece[], all: Decimal): readonly (Piece & { readonly overtime: Decimal })[] {
  let left = all;
  const found: (Piece & { readonly overtime: Decimal })[] = [];
  for (const piece of [...pieces].reverse()) {
    const overtime = compare(left, piece.hours) < 0 ? left : piece.hours;
    left = minus(left, overtime);
    found.push({ ...piece, overtime });
  }
  return found.reverse();
}

/** The rate of a person on a day. */
function ratesOf({ project }: World, main: string): (person: string, on: Day) => Rate | undefined {
  const known = new Map<string, readonly (Rate & { readonly from: Day })[]>();
  const read = (person: string) =>
    list(lookUp(project, 'people', person)?.value.rates)
      .flatMap((one) => {
        const perDay = amount(member(one, 'per_day'));
        const from = dayNumber(text(member(one, 'from')) ?? '');
        return perDay && from !== undefined ? [{ from, perDay, currency: currencyBeside(one, main) }] : [];
      })
      .sort((a, b) => a.from - b.from);
  return (person, on) => {
    const all = known.get(person) ?? read(person);
    known.set(person, all);
    return all.findLast(({ from }) => from <= on);
  };
}
