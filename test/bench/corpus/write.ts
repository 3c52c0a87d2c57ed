// Values written as a person writes a register: short lists in one line, long texts as blocks, quotes only where YAML
// needs them. Not a YAML writer for any value; the checks that read the corpus back would show where it falls short.

export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value | undefined };
export type Item = Readonly<Record<string, Value | undefined>>;

/** A register of these items, each with the comment above it that it may have. */
export function register(kind: string, items: readonly (readonly [Item, comment?: string])[]): string {
  const out = [`kind: ${kind}`, 'items:'];
  for (const [item, comment] of items) {
    if (comment !== undefined) out.push(`  # ${comment}`);
    const lines = fields(item, '    ');
    out.push(`  - ${(lines[0] ?? '').trimStart()}`, ...lines.slice(1));
  }
  return `${out.join('\n')}\n`;
}

/** The fields of a mapping, one or more lines each. */
function fields(item: Item, indent: string): string[] {
  return Object.entries(item).flatMap(([key, value]) => (value === undefined ? [] : field(key, value, indent)));
}

function field(key: string, value: Value, indent: string): string[] {
  if (typeof value === 'string' && value.includes('\n')) {
    return [`${indent}${key}: |-`, ...value.split('\n').map((line) => `${indent}  ${line}`)];
  }
  if (typeof value !== 'object') return [`${indent}${key}: ${scalar(value)}`];
  if (!isList(value)) return [`${indent}${key}:`, ...fields(value, `${indent}  `)];
  if (value.every((one) => typeof one !== 'object')) {
    const line = `${indent}${key}: [${value.map((one) => scalar(one, true)).join(', ')}]`;
    return line.length <= 100 ? [line] : [`${indent}${key}:`, ...value.map((one) => `${indent}  - ${scalar(one)}`)];
  }
  return [`${indent}${key}:`, ...value.map((one) => `${indent}  - ${flow(one)}`)];
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function flow(value: Value | undefined): string {
  if (typeof value !== 'object') return scalar(value ?? '', true);
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{ ${pairs.map(([key, one]) => `${key}: ${flow(one)}`).join(', ')} }`;
}

const NEEDS_QUOTES = /^$|^[\s\-?:,[\]{}#&*!|>'"%@`]|: |:$| #|\s$|^[\d.+-]*$|^(?:true|false|null|~|yes|no)$/i;

function scalar(value: Exclude<Value, object>, inFlow = false): string {
  if (typeof value !== 'string') return String(value);
  const day = /^\d{4}-\d{2}-\d{2}/.test(value);
  return !day && (NEEDS_QUOTES.test(value) || (inFlow && /[,[\]{}]/.test(value))) ? JSON.stringify(value) : value;
}
