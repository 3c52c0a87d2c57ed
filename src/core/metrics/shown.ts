// A figure as people read it: so many digits as its unit deserves, and the unit.
import { type Decimal, decimalText } from '../base/decimal';
import { type Message, say } from '../messages/message';
import { manifestOf, type Project } from '../project/project';
import { member } from '../schema/json';
import type { Unit } from './metric';

const DIGITS: Readonly<Record<Unit, number>> = {
  percent: 1,
  count: 0,
  money: 2,
  hours: 1,
  days: 1,
  years: 1,
  ratio: 2,
};

export const digitsOf = (unit: Unit): number => DIGITS[unit];

/** A value in its unit, as people read it. */
export function valueText(value: Decimal, unit: Unit, project: Project): Message {
  const text = decimalText(value, DIGITS[unit]);
  if (unit !== 'money') return say(`unit.${unit}`, { value: text });
  const currency = member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'currency');
  return say('unit.money', { value: text, currency: typeof currency === 'string' ? currency : '' });
}
