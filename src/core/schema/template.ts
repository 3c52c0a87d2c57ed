// The small templates of `x-entity`: `{id} {title}` for a row, `{status} · {owner}` for its detail.

const SEPARATOR = ' · ';

/** Every `{field}` of the template filled in. Parts between ` · ` in which every field is empty are left out. */
export function fill(template: string, value: (field: string) => string | undefined): string {
  return template
    .split(SEPARATOR)
    .map((part) => fillPart(part, value))
    .filter(Boolean)
    .join(SEPARATOR);
}

function fillPart(part: string, value: (field: string) => string | undefined): string {
  let asked = 0;
  let given = 0;
  const text = part.replace(/\{([\w.]+)\}/g, (_, field: string) => {
    asked++;
    const found = value(field);
    if (found) given++;
    return found ?? '';
  });
  return asked > 0 && given === 0 ? '' : text.replace(/ {2,}/g, ' ').trim();
}

/** The names of the fields that a template asks for. */
export const fieldsOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{([\w.]+)\}/g)].map((found) => found[1] ?? '');
