// How messages between panels and their pages are read: neither trusts the other, and what is not of the right shape is nothing.

type Fields = Readonly<Record<string, unknown>>;
const MOST_TEXT = 1000;

export const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= MOST_TEXT ? value : undefined;
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
/** A day, counted from 1970, before or after it. */
export const dayOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 4_000_000 ? value : undefined;
export const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);
