// Postings: every line of money or work becomes amounts for the columns of a centre; a breakdown adds them up by group
// and by currency. Sums are exact, and currencies never meet in one.
import { type Decimal, plus, zero } from '../base/decimal';
import { type Argument, type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { text } from '../project/values';
import { type Json, member } from '../schema/json';

/** A row of a breakdown: what it is called, and the name that programs know it by. */
export interface Group {
  readonly key: string;
  readonly title: Argument;
}

/** What belongs to no row of its own. */
export const nowhere: Group = { key: '', title: say('money.none') };

export interface Posting<Column extends string> {
  readonly column: Column;
  readonly value: Decimal;
  readonly currency: string;
  readonly entity: Entity;
  readonly group: Group;
}

/** What was posted to a row, or to all of them. */
export interface Sums<Column extends string> {
  readonly of: (column: Column) => Decimal;
  /** Whether anything was posted there, and be it zero. */
  readonly has: (column: Column) => boolean;
  readonly from: readonly Entity[];
}

/**
 * A table for each currency, the project's first. Rows stand in the order in which they come (months in theirs), what
 * belongs nowhere last.
 */
export function tablesOf<Column extends string>(
  postings: Iterable<Posting<Column>>,
  { main, by }: { readonly main: string; readonly by: string },
  cells: (sums: Sums<Column>) => readonly Cell[],
): readonly Table[] {
  const tables = new Map<string, { rows: Map<string, Filled<Column> & { group: Group }>; total: Filled<Column> }>();
  for (const posting of postings) {
    const table = tables.get(posting.currency) ?? { rows: new Map(), total: filled<Column>() };
    tables.set(posting.currency, table);
    const row = table.rows.get(posting.group.key) ?? { ...filled<Column>(), group: posting.group };
    table.rows.set(posting.group.key, row);
    for (const one of [row, table.total]) {
      one.sums.set(posting.column, plus(one.sums.get(posting.column) ?? zero, posting.value));
      one.from.add(posting.entity);
    }
  }
  const row = (group: Group, sums: Sums<Column>): Row => ({ ...group, cells: cells(sums), from: sums.from });
  const inOrder = (a: Group, b: Group): number =>
    Number(a.key === '') - Number(b.key === '') || (by === 'month' ? compareTexts(a.key, b.key) : 0);
  return [...tables]
    .sort(([a], [b]) => Number(b === main) - Number(a === main) || compareTexts(a, b))
    .map(([currency, { rows, total }]) => ({
      currency,
      rows: [...rows.values()].sort((a, b) => inOrder(a.group, b.group)).map((one) => row(one.group, summed(one))),
      total: row({ key: '', title: say('money.total') }, summed(total)),
    }));
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Filled<Column extends string> {
  readonly sums: Map<Column, Decimal>;
  readonly from: Set<Entity>;
}

const filled = <Column extends string>(): Filled<Column> => ({ sums: new Map(), from: new Set() });

const summed = <Column extends string>({ sums, from }: Filled<Column>): Sums<Column> => ({
  of: (column) => sums.get(column) ?? zero,
  has: (column) => sums.has(column),
  from: [...from],
});

/** The currency of the project's amounts; '' where the manifest names none. */
export const currencyOf = (project: Project): string =>
  text(member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'currency')) ?? '';

/** The currency of an amount: what stands beside it, else the project's. */
export const currencyBeside = (value: Json | undefined, main: string): string =>
  text(member(value, 'currency')) ?? main;

/** A figure of a row, or the reason why there is none. */
export type Cell = { readonly value: Decimal } | { readonly why: Message };

export interface ColumnHead {
  /** As programs know it. */
  readonly name: string;
  readonly title: Message;
  readonly unit: 'money' | 'percent' | 'hours' | 'days';
}

export interface Row extends Group {
  readonly cells: readonly Cell[];
  readonly from: readonly Entity[];
}

export interface Table {
  readonly currency: string;
  readonly rows: readonly Row[];
  readonly total: Row;
}

/** A centre broken down: a table for each currency. */
export interface Breakdown {
  readonly columns: readonly ColumnHead[];
  readonly tables: readonly Table[];
  /** What is not in the tables, and why. */
  readonly notes: readonly Message[];
}
