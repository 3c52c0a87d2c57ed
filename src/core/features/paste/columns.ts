// Which field a column of a table fills: named by its key or by its title in either language.
import type { Bilingual } from '../../messages/message';
import type { Shape } from '../../schema/shape';

export interface Column {
  /** Its place among the cells of a row. */
  readonly at: number;
  readonly header: string;
  /** Undefined where no field has that name, or none that a cell could fill. */
  readonly field: { readonly name: string; readonly shape: Shape } | undefined;
}

/** The columns of a table; of two that name the same field the second fills none. */
export function columnsOf(header: readonly string[], shape: Shape, one: Bilingual): readonly Column[] {
  const names = namesOf(shape);
  const taken = new Set<string>();
  return header.map((text, at) => {
    const name = forms(text, one).flatMap((form) => names.get(form) ?? [])[0];
    const fills = name === undefined || taken.has(name) ? undefined : shape.fields.get(name);
    if (name === undefined || !fills) return { at, header: text, field: undefined };
    taken.add(name);
    return { at, header: text, field: { name, shape: fills } };
  });
}

/** Fields by what they may be called. A title that two fields share names neither; a key always names its own. */
function namesOf(shape: Shape): ReadonlyMap<string, string> {
  const fields = [...shape.fields].filter(([, field]) => canBeCell(field));
  const titles = new Map<string, string | undefined>();
  for (const [name, { title }] of fields)
    for (const text of new Set([folded(title.en), folded(title.zh)]))
      titles.set(text, titles.has(text) ? undefined : name);
  const names = new Map([...titles].flatMap(([text, name]) => (text && name ? [[text, name] as const] : [])));
  for (const [name] of fields) names.set(folded(name), name);
  return names;
}

/** Whether a cell can hold such a value: one plain value, or a list of such. */
function canBeCell(shape: Shape): boolean {
  if (shape.derived !== undefined) return false;
  return plainForms(shape).length > 0 || (shape.items !== undefined && plainForms(shape.items).length > 0);
}

const PLAIN: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean']);

/** Of a shape and its other forms those that are one plain value. */
export function plainForms(shape: Shape): readonly Shape[] {
  const open = !shape.types.length && !shape.forms.length && !shape.fields.size && !shape.items;
  const own = shape.choices || shape.typeBy || open || shape.types.some((type) => PLAIN.has(type));
  return [...(own ? [shape] : []), ...shape.forms.flatMap(plainForms)];
}

/** A header as it may be meant: as it is, without a unit in brackets, without the kind in front of it. */
function forms(header: string, one: Bilingual): readonly string[] {
  const whole = folded(header);
  const bare = folded(header.replace(/[（(【[].*$/su, ''));
  const kinds = [folded(one.en), folded(one.zh)].filter((kind) => kind !== '');
  const short = [whole, bare].flatMap((text) =>
    kinds.flatMap((kind) => (text.startsWith(kind) ? text.slice(kind.length) : [])),
  );
  return [whole, bare, ...short].filter((text) => text !== '');
}

/** Letters and digits only, small, in their usual width: `Review_By *` is `reviewby`. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '');

/** What a column is called to a person. */
export const nameOf = ({ header, at }: Column): string => header.replace(/\s+/g, ' ') || `#${at + 1}`;
