// Unknown is an answer: what was not given is unavailable for a reason, and shows as "not checked" or n/a, never as a
// pass and never as a failure.

export type Why = 'no-git' | 'old-git' | 'shallow' | 'untrusted' | 'missing' | 'too-large' | 'broken' | 'loading';

export type Known<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'unavailable'; readonly why: Why };

export const known = <T>(value: T): Known<T> => ({ kind: 'known', value });
export const unavailable = (why: Why): Known<never> => ({ kind: 'unavailable', why });
