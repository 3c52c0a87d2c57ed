// What a plain word means in YAML's core schema, for the quick reader: https://yaml.org/spec/1.2.2/#103-core-schema.
// Numbers as people write them are told here; all others that the schema knows are left to `yaml`.

/** Integers and decimals so short that every way of reading them gives the same number. */
const SIMPLE = /^-?(?:0|[1-9]\d{0,14}|\d{1,9}\.\d{1,9})$/;
/** All that the schema takes for a number. */
const NUMBER =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

const WORDS: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** The value of a plain scalar that is not empty; undefined where only `yaml` tells. */
export function plainMeaning(text: string): null | boolean | number | string | undefined {
  const first = text.charCodeAt(0);
  // A digit, a sign or a dot.
  if (first <= 57 && (first >= 48 || first === 45 || first === 46 || first === 43)) {
    if (!NUMBER.test(text)) return text;
    return SIMPLE.test(text) && text !== '-0' ? Number(text) : undefined;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}
