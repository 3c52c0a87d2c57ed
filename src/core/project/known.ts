// Unknown is an answer: what was not given is unavailable for a reason, and shows as "not checked" or n/a, never as a
// pass and never as a failure.

export type Why =
  | 'no-git'
  | 'old-git'
  | 'no-repository'
  | 'shallow'
  | 'untrusted'
  | 'missing'
  | 'too-large'
  | 'broken'
  | 'loading';

export interface Unavailable {
  readonly kind: 'unavailable';
  readonly why: Why;
  /** What whoever refused said, in its own words. */
  readonly detail?: string;
}

export type Known<T> = { readonly kind: 'known'; readonly value: T } | Unavailable;

export const known = <T>(value: T): Known<T> => ({ kind: 'known', value });
export const unavailable = (why: Why, detail?: string): Unavailable => ({
  kind: 'unavailable',
  why,
  ...(detail ? { detail } : {}),
});
