// Decimal numbers that add up exactly: money to the cent, however many lines. A number of a register is taken by its
// shortest text, which is what was written.

export interface Decimal {
  /** The value is units × 10^-scale. */
  readonly units: bigint;
  readonly scale: number;
}

export const zero: Decimal = { units: 0n, scale: 0 };

/** A finite number as it is written; undefined for others. */
export function decimal(value: number): Decimal | undefined {
  if (Number.isSafeInteger(value)) return { units: BigInt(value), scale: 0 };
  const [, sign, whole = '', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? [];
  if (sign === undefined) return undefined;
  const units = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const scale = part.length - Number(power);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

const raised = ({ units, scale }: Decimal, to: number): bigint =>
  to === scale ? units : units * 10n ** BigInt(to - scale);

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: raised(a, scale) + raised(b, scale), scale };
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, units: -b.units });
export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });
export const sum = (all: Iterable<Decimal>): Decimal => [...all].reduce(plus, zero);

/** The exact sum of two numbers of each, multiplied. Most are small whole numbers, which need no long arithmetic. */
export function sumOfProducts<T>(all: Iterable<T>, first: (one: T) => number, second: (one: T) => number): Decimal {
  let [whole, rest] = [0, zero];
  for (const one of all) {
    const a = first(one);
    const b = second(one);
    const next = whole + a * b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(a * b) && Number.isSafeInteger(next))
      whole = next;
    else rest = plus(rest, times(decimal(a) ?? zero, decimal(b) ?? zero));
  }
  return plus(rest, { units: BigInt(whole), scale: 0 });
}

/** Less than 0 where a is smaller, 0 where both are the same. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = minus(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Rounded half away from zero, as invoices are. */
export function rounded(value: Decimal, digits: number): Decimal {
  if (value.scale <= digits) return { units: raised(value, digits), scale: digits };
  const by = 10n ** BigInt(value.scale - digits);
  const size = value.units < 0n ? -value.units : value.units;
  const units = (size + by / 2n) / by;
  return { units: value.units < 0n ? -units : units, scale: digits };
}

/** The quotient to so many digits; undefined where the divisor is zero. */
export function over(a: Decimal, b: Decimal, digits = 6): Decimal | undefined {
  if (b.units === 0n) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [raised(a, scale), raised(b, scale)];
  return rounded({ units: (x * 10n ** BigInt(digits + 1)) / y, scale: digits + 1 }, digits);
}

/** As people read it: digits in groups of three. */
export function decimalText(value: Decimal, digits = 2): string {
  const { units } = rounded(value, digits);
  const size = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = size.slice(0, size.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${units < 0n ? '-' : ''}${whole}${digits ? `.${size.slice(-digits)}` : ''}`;
}

export const toNumber = ({ units, scale }: Decimal): number => Number(units) / 10 ** scale;
