// A cell of a spreadsheet as the value that its field asks for. What does not fit stays the text it is: the check then
// says what is wrong with it, and nothing is lost.
import { type Json, written } from '../../schema/json';
import { elementShape, type Reference, type Shape } from '../../schema/shape';
import { literalBlock, type Place, plainOrQuoted } from '../../syntax/quote';
import { folded, plainForms } from './columns';
import { type DayOrder, dayOf } from './days';

export interface CellValue {
  /** As it is written behind `field: `; the lines of a block are indented by two. */
  readonly yaml: string;
  readonly value: Json;
  /** It is what the field asks for. */
  readonly fits: boolean;
}

export interface CellContext {
  /** How the dates of the column are to be read. */
  readonly order: DayOrder;
  /** The id of the only entity that a reference may mean by a title. */
  readonly idOf: (ref: Reference, title: string) => string | undefined;
}

/** The value of a cell that is not empty. */
export function cellValue(text: string, shape: Shape, context: CellContext): CellValue {
  const elements = elementShape(shape);
  if (!plainForms(shape).length || shape.types.includes('array')) return listValue(text, shape, elements, context);
  return fitting(text, plainForms(shape), 'block', context) ?? { ...textValue(text, 'block'), fits: false };
}

function listValue(text: string, { key }: Shape, element: Shape | undefined, context: CellContext): CellValue {
  const forms = element ? plainForms(element) : [];
  // Sentences have commas; names and words are parted by them.
  const words = key === 'set' || forms.some(({ ref, choices, format }) => ref || choices || format) || !element;
  const parts = text.split(words ? /[\n;；,，、]/ : /[\n;；]/).map((part) => part.trim());
  const cells = parts
    .filter((part) => part !== '')
    .map((part) => fitting(part, forms, 'flow', context) ?? { ...textValue(part, 'flow'), fits: !element });
  return {
    yaml: `[${cells.map(({ yaml }) => yaml).join(', ')}]`,
    value: cells.map(({ value }) => value),
    fits: cells.length > 0 && cells.every(({ fits }) => fits),
  };
}

function fitting(text: string, forms: readonly Shape[], place: Place, context: CellContext): CellValue | undefined {
  for (const form of forms) {
    const found = valueOf(text, form, place, context);
    if (found) return { ...found, fits: true };
  }
  return undefined;
}

type Plain = Pick<CellValue, 'yaml' | 'value'>;

function valueOf(text: string, shape: Shape, place: Place, { order, idOf }: CellContext): Plain | undefined {
  const { choices, types, format, ref } = shape;
  if (choices) {
    const found = choices.filter(({ value, label }) =>
      [written(value), label.en, label.zh].some((name) => folded(name) === folded(text)),
    );
    const [choice] = found;
    if (!choice || found.length > 1) return undefined;
    return typeof choice.value === 'string' ? textValue(choice.value, place) : plain(written(choice.value));
  }
  if (types.includes('number') || types.includes('integer')) {
    const digits = numberOf(text, shape.unit);
    if (digits !== undefined) return { yaml: digits, value: Number(digits) };
  }
  if (types.includes('boolean')) {
    const yes = YES.has(folded(text)) || SIGNS.test(text);
    if (yes || NO.has(folded(text))) return plain(String(yes));
  }
  if (types.length && !types.includes('string')) return undefined;
  if (format === 'day' || format === 'moment') {
    const day = dayOf(text, order);
    return day === undefined ? undefined : textValue(day, place);
  }
  if (ref && !ref.parts && !ref.prose) return textValue(idOf(ref, text) ?? text, place);
  return textValue(text, place);
}

const plain = (yaml: string): Plain => ({ yaml, value: JSON.parse(yaml) as Json });

function textValue(text: string, place: Place): Plain {
  const block = place === 'block' ? literalBlock(text, '  ') : undefined;
  return { yaml: block ?? plainOrQuoted(text, place), value: text };
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '是', '对', '1']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '否', '不', '0']);
const SIGNS = /^[√✓✔☑]$/u;

/** The digits of a number as a spreadsheet shows it: `1,234.50`, `¥1,234`, `(12.5)`, of percentages `30%`. */
function numberOf(given: string, unit: string | undefined): string | undefined {
  const bare = given.normalize('NFKC').trim();
  const negative = /^\((.+)\)$/.exec(bare)?.[1];
  const text = (negative ?? bare)
    .replace(/^([-+]?)\s*(?:[¥$€£]|CNY|RMB|USD|EUR)\s*/i, '$1')
    .replace(unit === '%' ? /\s*%$/ : unit === 'money' ? /\s*元$/ : /$^/, '');
  if (!/^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i.test(text)) return undefined;
  if (negative !== undefined && /^[-+]/.test(text)) return undefined;
  const digits = text
    .replaceAll(',', '')
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return negative === undefined ? digits : `-${digits}`;
}
