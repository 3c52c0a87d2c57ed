// Tables as CSV (RFC 4180) for spreadsheets: with a byte order mark, without which they take Chinese for garbage, and
// with cells that they would run as formulas made plain text.

/** Cells that begin like a formula; full-width forms count too, because spreadsheets narrow them. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** A number may begin with its sign. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
