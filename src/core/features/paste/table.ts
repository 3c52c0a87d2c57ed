// The text that a spreadsheet puts on the clipboard: cells between tabs, rows between line ends. A cell that holds a tab,
// a line end or a quotation mark stands in quotation marks, its own doubled.

export interface Table {
  /** As many as the longest row has cells; where the first row has no name for a column it is ''. */
  readonly header: readonly string[];
  /** Rows in which anything stands, each as long as the header. */
  readonly rows: readonly (readonly string[])[];
}

/** A longer text is no table that anybody would look through. */
const LONGEST = 4 << 20;

/** The table in a text; undefined when it has no tab, or nothing but a header. */
export function readTable(given: string): Table | undefined {
  if (given.length > LONGEST || !given.includes('\t')) return undefined;
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // Some programs put every cell in quotation marks: then they never belong to what is said.
  const always = /^\s*"[^"]*"(?:\t"[^"]*")+(?:\n|$)/.test(text);
  const [first, ...rest] = rowsOf(text, always).filter((row) => row.some((cell) => cell !== ''));
  if (!first || !rest.length) return undefined;
  const width = [first, ...rest].reduce((most, row) => Math.max(most, row.length), 0);
  const wide = (row: readonly string[]): readonly string[] => Array.from({ length: width }, (_, at) => row[at] ?? '');
  const used = [...Array(width).keys()].filter((at) => [first, ...rest].some((row) => (row[at] ?? '') !== ''));
  const kept = (row: readonly string[]): readonly string[] => used.map((at) => wide(row)[at] ?? '');
  return { header: kept(first), rows: rest.map(kept) };
}

function rowsOf(text: string, always: boolean): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at, always) : undefined;
    const end = quoted?.end ?? cellEnd(text, at);
    rows.at(-1)?.push((quoted?.text ?? text.slice(at, end)).trim());
    if (text[end] === '\n') rows.push([]);
    // A tab at the very end opens one more cell, which is empty.
    at = end + 1;
  }
  return rows;
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)/y;

// `"a"` alone is somebody's quotation: a spreadsheet quotes only what needs it, which some think of `1,000`.
function quotedCell(
  text: string,
  at: number,
  always: boolean,
): { readonly text: string; readonly end: number } | undefined {
  QUOTED.lastIndex = at;
  const inner = QUOTED.exec(text)?.[1];
  if (inner === undefined || !(always || /[\t\n]|""|^[\d.,]+$/.test(inner))) return undefined;
  return { text: inner.replaceAll('""', '"'), end: QUOTED.lastIndex };
}

function cellEnd(text: string, at: number): number {
  const found = /[\t\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}
