// Earned value: how much of the planned work was done by a day, what it cost, and what that means for the end. Terms and
// formulas of ANSI/PMI 19-006 (The Standard for Earned Value Management) and of the PMBOK Guide; earned schedule as W. Lipke,
// Schedule is Different, 2003.
import { type Decimal, compare, decimal, minus, over, plus, times, toNumber, zero } from '../base/decimal';
import type { Timeline } from '../schedule/timeline';

/** A piece of planned work with its budget. */
export interface Work {
  readonly budget: Decimal;
  /** In the working time of its calendar: from where it was to begin to where it was to end. */
  readonly start: number;
  readonly finish: number;
  readonly line: Timeline;
  /** 0 to 100, as it is at the status date. */
  readonly percent: number;
  readonly started: boolean;
  readonly done: boolean;
  readonly method: 'percent' | '0-100' | '50-50';
}

/** Figures of money in the project's currency, indices without a unit; undefined where there is nothing to divide by. */
export interface Earned {
  /** Budget at completion: Σ budgets. */
  readonly bac: Decimal;
  /** Planned value: Σ budget × working time planned by the day ÷ working time planned in all; of a milestone nothing, then all. */
  readonly pv: Decimal;
  /** Earned value: Σ budget × what is earned, by the method of each. */
  readonly ev: Decimal;
  readonly ac: Decimal | undefined;
  /** EV − PV. */
  readonly sv: Decimal;
  /** EV − AC. */
  readonly cv: Decimal | undefined;
  /** EV ÷ PV. */
  readonly spi: Decimal | undefined;
  /** EV ÷ AC. */
  readonly cpi: Decimal | undefined;
  /** BAC ÷ CPI: it goes on as it went. */
  readonly eac: Decimal | undefined;
  /** AC + BAC − EV: the rest goes as planned. */
  readonly eacAsPlanned: Decimal | undefined;
  /** EAC − AC. */
  readonly etc: Decimal | undefined;
  /** BAC − EAC. */
  readonly vac: Decimal | undefined;
  /** (BAC − EV) ÷ (BAC − AC); undefined where nothing of the budget is left. */
  readonly tcpi: Decimal | undefined;
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };

/** The figures at an instant, the end of the status date. `ac` is what the work has cost; undefined where it is not known. */
export function earnedValue(works: readonly Work[], at: number, ac: Decimal | undefined): Earned {
  const add = (of: (one: Work) => Decimal): Decimal => works.reduce((sum, one) => plus(sum, of(one)), zero);
  const [bac, pv, ev] = [add(({ budget }) => budget), plannedValue(works, at), add(earnedOf)];
  const cpi = ac && over(ev, ac);
  // BAC × AC ÷ EV, so that no rounded index comes in between.
  const eac = cpi && ac && over(times(bac, ac), ev);
  const left = ac && minus(bac, ac);
  return {
    bac,
    pv,
    ev,
    ac,
    sv: minus(ev, pv),
    cv: ac && minus(ev, ac),
    spi: over(ev, pv),
    cpi,
    eac,
    eacAsPlanned: ac && minus(plus(ac, bac), ev),
    etc: ac && eac && minus(eac, ac),
    vac: eac && minus(bac, eac),
    tcpi: left && compare(left, zero) > 0 ? over(minus(bac, ev), left) : undefined,
  };
}

type Budget = Pick<Work, 'budget' | 'start' | 'finish' | 'line'>;

/** What of the budgets was planned to be worked by an instant. */
export const plannedValue = (works: readonly Budget[], at: number): Decimal =>
  works.reduce((sum, one) => plus(sum, plannedBy(one, at)), zero);

/** What of a budget was planned to be worked by an instant. */
function plannedBy({ budget, start, finish, line }: Budget, at: number): Decimal {
  const [from, to, now] = [line.workedBy(start), line.workedBy(finish), line.workedBy(at)];
  // A milestone: nothing, then all.
  if (to - from < 1e-6) return at > finish - 1e-6 ? budget : zero;
  const share = Math.min(Math.max((now - from) / (to - from), 0), 1);
  if (share === 1) return budget;
  if (share === 0) return zero;
  const [done, all] = [decimal(rounded(Math.max(now - from, 0))) ?? zero, decimal(rounded(to - from))];
  return (all && over(times(budget, done), all)) ?? zero;
}

const rounded = (days: number): number => Math.round(days * 1e4) / 1e4;

function earnedOf({ budget, percent, started, done, method }: Work): Decimal {
  switch (method) {
    case 'percent':
      if (percent === 0 || percent === 100) return percent ? budget : zero;
      return over(times(budget, decimal(percent) ?? zero), HUNDRED) ?? zero;
    case '0-100':
      return done ? budget : zero;
    case '50-50':
      return done ? budget : started ? (over(times(budget, { units: 50n, scale: 0 }), HUNDRED) ?? zero) : zero;
  }
}

/**
 * Earned schedule: in days of a calendar from the begin of the plan, when what is earned now was planned to be earned.
 * Undefined where nothing is planned; the end of the plan where all is earned.
 */
export function earnedSchedule(
  works: readonly Work[],
  line: Timeline,
  planned: (at: number) => Decimal = (at) => plannedValue(works, at),
): number | undefined {
  const ev = works.reduce((sum, one) => plus(sum, earnedOf(one)), zero);
  const begin = works.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
  const end = works.reduce((last, { finish }) => Math.max(last, finish), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(begin)) return undefined;
  const origin = line.workedBy(begin);
  // The last whole day by whose end no more was planned than is earned, and a part of the next one.
  let [low, high] = [0, Math.ceil(line.workedBy(end) - origin)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compare(planned(line.end(origin + middle)), ev) <= 0) low = middle;
    else high = middle - 1;
  }
  const [before, after] = [planned(line.end(origin + low)), planned(line.end(origin + low + 1))].map(toNumber) as [
    number,
    number,
  ];
  const part = after > before ? (toNumber(ev) - before) / (after - before) : 0;
  return Math.max(0, low + Math.min(Math.max(part, 0), 1));
}
