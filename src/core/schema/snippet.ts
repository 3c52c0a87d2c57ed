// What a person writes when an entity begins: the fields it owes from birth, as a snippet in the editor's syntax
// (`${1:text}` is filled in, `${1|a,b|}` is chosen from). Written to snippets/ at build time, offered by completion.
import { type Language, pick } from '../messages/message';
import { written } from './json';
import type { Kind } from './kinds';
import { elementShape, type Shape } from './shape';

/** The lines of one item, the dash in front of the first. `id` is the id to propose. */
export function itemSnippet(kind: Kind, id: string = kind.entity.idPrefix ?? ''): readonly string[] {
  const { shape } = kind;
  let stop = 0;
  const next = (): number => ++stop;
  const fields = [...shape.fields.keys()].filter((field) => shape.required.includes(field));
  const isName = (field: string): boolean => field === 'id' || field === 'title';
  const first = fields.filter(isName).sort();
  const rest = fields.filter((field) => !isName(field));
  const lines = [...first, ...rest].map((field) => {
    const value = field === 'id' ? `\${${next()}:${escapeSnippet(id)}}` : valueSnippet(shape.fields.get(field), next);
    return `${field}: ${value}`;
  });
  // A kind that owes nothing still begins somewhere.
  if (!lines.length) lines.push(`${[...shape.fields.keys()][0] ?? 'id'}: $${next()}`);
  return lines.map((line, at) => `${at ? '  ' : '- '}${line}`);
}

/** A value with what is allowed, or an example of its form. */
export function valueSnippet(shape: Shape | undefined, next: () => number): string {
  const { choices, types = [], format } = shape ?? {};
  if (!shape) return `$${next()}`;
  if (choices)
    return choice(
      choices.map(({ value }) => written(value)),
      next,
    );
  if (shape.ref) return `$${next()}`;
  if (shape.forms[0]) return valueSnippet(shape.forms[0], next);
  if (types.includes('array')) return `[${valueSnippet(elementShape(shape), next)}]`;
  if (types.includes('object')) {
    // A group that owes nothing still begins somewhere.
    const first = shape.required.length ? shape.required : [...shape.fields.keys()].slice(0, 1);
    const inner = first.map((field) => `${field}: ${valueSnippet(shape.fields.get(field), next)}`);
    return inner.length ? `{ ${inner.join(', ')} }` : `{ $${next()} }`;
  }
  if (types.includes('boolean')) return choice(['true', 'false'], next);
  if (
    types.includes('integer') &&
    shape.minimum !== undefined &&
    shape.maximum !== undefined &&
    shape.maximum - shape.minimum < 10
  ) {
    const { minimum, maximum } = shape;
    return choice(
      Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at)),
      next,
    );
  }
  const example = format === undefined ? undefined : EXAMPLES[format];
  return example === undefined ? `$${next()}` : `\${${next()}:${example}}`;
}

/** How values of a format look; the day is one that no register means. */
const EXAMPLES: Readonly<Record<string, string>> = {
  day: '2026-01-31',
  moment: '2026-01-31',
  datetime: '2026-01-31T09:00+08:00',
  duration: '5d',
  lag: '0d',
};

const choice = (values: readonly string[], next: () => number): string =>
  `\${${next()}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;

export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A kind's snippet as an editor's snippet file has it. */
export function snippetFile(kind: Kind): Readonly<Record<string, unknown>> {
  const title = (language: Language): string => pick(kind.one, language) || kind.name;
  return {
    [`${title('en')} · ${title('zh-cn')}`]: {
      scope: 'yaml',
      prefix: [kind.name, title('zh-cn')],
      description: `${pick(kind.description, 'en')}`,
      body: [...itemSnippet(kind), '$0'],
    },
  };
}
