// Colours of a terminal, or none.
import type { Severity } from '../model/finding';

type Paint = (text: string) => string;

export interface Ink extends Readonly<Record<Severity, Paint>> {
  readonly bold: Paint;
  readonly dim: Paint;
}

const same: Paint = (text) => text;
const code =
  (on: number, off: number): Paint =>
  (text) =>
    `\x1b[${on}m${text}\x1b[${off}m`;

export const plain: Ink = { error: same, warning: same, info: same, bold: same, dim: same };
export const coloured: Ink = {
  error: code(31, 39),
  warning: code(33, 39),
  info: code(36, 39),
  bold: code(1, 22),
  dim: code(2, 22),
};
