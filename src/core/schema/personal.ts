// Numbers that name a person and do not belong in a register: citizen identity numbers (GB 11643-1999, with its
// checksum ISO 7064 MOD 11-2), mainland mobile numbers, bank cards (Luhn, ISO/IEC 7812-1, of the prefixes in use).
import type { MessageId } from '../messages/message';
import { isDay } from './formats';

export interface PersonalNumber {
  readonly start: number;
  readonly end: number;
  readonly message: Extract<MessageId, `personal.${string}`>;
}

const RUN = /(?<![\w.+-])\d[\d -]{9,24}[\dXx](?![\w.])/g;

/** What every run contains. Nearly every text has nothing like it, and is done with at once. */
const NUMBER = /\d[\d -]{9}/;
const NONE: readonly PersonalNumber[] = [];

/** The personal numbers in a text, with their offsets in it. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  if (text.length < 11 || !NUMBER.test(text)) return NONE;
  const found: PersonalNumber[] = [];
  for (const run of text.matchAll(RUN)) {
    const message = classify(run[0].replace(/[ -]/g, ''));
    if (message) found.push({ start: run.index, end: run.index + run[0].length, message });
  }
  return found;
}

function classify(digits: string): PersonalNumber['message'] | undefined {
  if (/^\d{17}[\dXx]$/.test(digits) && isIdentityNumber(digits)) return 'personal.id-card';
  if (/^1[3-9]\d{9}$/.test(digits)) return 'personal.mobile';
  if (/^(?:62|4|5[1-5])\d{13,17}$/.test(digits) && digits.length >= 16 && luhn(digits)) return 'personal.bank-card';
  return undefined;
}

function isIdentityNumber(digits: string): boolean {
  if (!isDay(`${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
