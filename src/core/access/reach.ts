// How far a permission reaches over the nested scopes of its object (own ⊂ department ⊂ company): an extension of
// ANSI/INCITS 359, whose permissions are bare pairs of operation and object.
//
// A scope is a ring: what lies in it and not in the narrower ones. A grant opens the rings up to its scope, a denial
// closes those up to its own, and denials win. A condition in words, which no machine can judge, makes the answer for
// its rings unknown. Four levels say it all, one a byte: granted for certain, granted perhaps, denied for certain,
// denied perhaps (1 is the narrowest scope, 0 nothing; "perhaps" is never below "for certain").
import { keptAlone } from '../base/kept';

export type Reach = number;

export type Answer = 'yes' | 'unknown' | 'no';

export const NOTHING: Reach = 0;

/** More scopes than this count as this many. */
const MOST = 255;

export const grantReach = (level: number, certain: boolean): Reach => {
  const at = Math.min(level, MOST);
  return certain ? at | (at << 8) : at << 8;
};

export const denyReach = (level: number, certain: boolean): Reach => (grantReach(level, certain) << 16) >>> 0;

/** What two reaches come to together: the greater of each level. */
export function join(a: Reach, b: Reach): Reach {
  if (a === b || b === NOTHING) return a;
  if (a === NOTHING) return b;
  const low = Math.max(a & 0xff, b & 0xff) | Math.max(a & 0xff00, b & 0xff00);
  const high = Math.max((a >>> 16) & 0xff, (b >>> 16) & 0xff) | (Math.max(a >>> 24, b >>> 24) << 8);
  return (low | (high << 16)) >>> 0;
}

/** The same, where whether it is in force at all is not known. */
export const doubted = (reach: Reach): Reach => (reach & 0xff00ff00) >>> 0;

const sure = (reach: Reach): number => reach & 0xff;
const perhaps = (reach: Reach): number => (reach >>> 8) & 0xff;
const denied = (reach: Reach): number => (reach >>> 16) & 0xff;
const deniedPerhaps = (reach: Reach): number => reach >>> 24;

/** Whether something was granted, whatever denies it. */
export const isGranted = (reach: Reach): boolean => perhaps(reach) > 0;

/** The answer for one ring. */
export function answerAt(reach: Reach, level: number): Answer {
  if (level <= denied(reach) || level > perhaps(reach)) return 'no';
  return level <= sure(reach) && level > deniedPerhaps(reach) ? 'yes' : 'unknown';
}

/** The best answer among the rings from a level outwards. */
export function answerFrom(reach: Reach, level = 1): Answer {
  if (Math.max(level, deniedPerhaps(reach) + 1) <= sure(reach)) return 'yes';
  return Math.max(level, denied(reach) + 1) <= perhaps(reach) ? 'unknown' : 'no';
}

export interface Extent {
  /** The outermost ring that is open for certain, and the outermost that may be; 0 for none. */
  readonly sure: number;
  readonly perhaps: number;
  /** Rings up to this one are closed. */
  readonly denied: number;
}

export function extentOf(reach: Reach): Extent {
  return {
    sure: sure(reach) > deniedPerhaps(reach) ? sure(reach) : 0,
    perhaps: perhaps(reach) > denied(reach) ? perhaps(reach) : 0,
    denied: denied(reach),
  };
}

/** Of two reaches the one that opens the outer ring, for certain if any does. */
export const wider = (a: Reach, b: Reach): Reach => (width(b) > width(a) ? b : a);
const width = (reach: Reach): number => {
  const { sure, perhaps } = extentOf(reach);
  return sure * (MOST + 1) + perhaps;
};

/** The numbers of the roles that reach anything in a column of reaches: few of all, mostly. */
export const reachedIn = keptAlone((column: Uint32Array): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at < column.length; at++) if (column[at] !== NOTHING) found.push(at);
  return found;
});
