// Colours of a terminal, or none.
import type { Severity } from '../model/finding';

type Paint = (text: string) => string;

export interface Ink extends Readonly<Record<Severity, Paint>> {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly added: Paint;
  readonly removed: Paint;
  readonly changed: Paint;
}

const same: Paint = (text) => text;
const code =
  (on: number, off: number): Paint =>
  (text) =>
    `\x1b[${on}m${text}\x1b[${off}m`;

export const plain: Ink = {
  error: same,
  warning: same,
  info: same,
  bold: same,
  dim: same,
  added: same,
  removed: same,
  changed: same,
};
export const coloured: Ink = {
  error: code(31, 39),
  warning: code(33, 39),
  info: code(36, 39),
  bold: code(1, 22),
  dim: code(2, 22),
  added: code(32, 39),
  removed: code(31, 39),
  changed: code(33, 39),
};
