// How commands write: colours where a person looks on and has not declined them.
import { coloured, type Ink, plain } from '../core/render/ink';
import type { Call } from './call';

export const inkOf = ({ columns, env }: Call): Ink =>
  columns !== undefined && !env.NO_COLOR && env.TERM !== 'dumb' ? coloured : plain;

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
