// One error of a JSON Schema validator about a value, said so that a consultant knows what is wrong, what is allowed
// and what was probably meant.
import { nearest } from '../base/text';
import { type Message, say } from '../messages/message';
import type { Fix, Problem } from '../model/finding';
import type { RuleCode } from '../model/id';
import type { Place } from '../syntax/place';
import { type Json, written } from './json';
import type { SchemaError } from './kinds';
import type { Shape, ShapeType } from './shape';

const FORMATS = ['id', 'day', 'datetime', 'moment', 'duration', 'lag', 'cutover', 'access', 'glob'] as const;
type Known = (typeof FORMATS)[number];
const formatName = (format: Known): Message => ({ id: `format.${format}`, args: {} });

/** The problem that the error stands for; `field` is the name of the field it is about. */
export function explainValue(
  error: SchemaError,
  at: Place,
  shape: Shape | undefined,
  value: Json | undefined,
  field: string,
): Problem {
  const { code, message, fix } = explained(error, at, shape, value, field);
  const empty = at.node.start === at.node.end;
  const mark = empty && at.key ? at.key : at.node;
  return { code, span: { start: mark.start, end: mark.end }, message, ...(fix ? { fix } : {}) };
}

interface Explained {
  readonly code: RuleCode;
  readonly message: Message;
  readonly fix?: Fix;
}

function explained(
  error: SchemaError,
  at: Place,
  shape: Shape | undefined,
  value: Json | undefined,
  field: string,
): Explained {
  const limit = Number(error.params.limit);
  const text = at.node.kind === 'scalar' ? at.node.text : '';
  if (value === null) {
    return { code: 'LF022', message: at.key ? say('schema.no-value', { field }) : say('schema.no-element') };
  }
  switch (error.keyword) {
    case 'type':
    case 'anyOf':
    case 'oneOf':
      return wrongType(at, shape, value, field, error);
    case 'enum':
    case 'const':
      return wrongChoice(shape, text, field, error);
    case 'minimum':
      return { code: 'LF024', message: say('schema.minimum', { field, limit }) };
    case 'exclusiveMinimum':
      return { code: 'LF024', message: say('schema.above', { field, limit }) };
    case 'maximum':
      return { code: 'LF024', message: say('schema.maximum', { field, limit }) };
    case 'minLength':
      return { code: 'LF024', message: say('schema.too-short', { field }) };
    case 'maxLength':
      return { code: 'LF024', message: say('schema.too-long', { field, limit }) };
    case 'minItems':
      return { code: 'LF024', message: say('schema.too-few', { field, limit }) };
    case 'maxItems':
      return { code: 'LF024', message: say('schema.too-many', { field, limit }) };
    case 'uniqueItems':
      return { code: 'LF024', message: say('schema.repeated', { field }) };
    case 'format':
      return wrongFormat(String(error.params.format), text, field);
    case 'pattern':
      return {
        code: 'LF025',
        message: say('schema.pattern', { value: text, field, pattern: String(error.params.pattern) }),
      };
    default:
      return { code: 'LF025', message: say('schema.other', { field, detail: error.message ?? error.keyword }) };
  }
}

function wrongFormat(format: string, text: string, field: string): Explained {
  const known = FORMATS.find((name) => name === format);
  const message = known
    ? say('schema.format', { value: text, wanted: formatName(known) })
    : say('schema.pattern', { value: text, field, pattern: format });
  return { code: format === 'id' ? 'LF008' : 'LF025', message };
}

function wrongChoice(shape: Shape | undefined, value: string, field: string, error: SchemaError): Explained {
  const names = (shape?.choices ?? []).map((choice) => written(choice.value));
  const near =
    nearest(value, names) ?? shape?.choices?.find(({ label }) => label.zh === value || label.en === value)?.value;
  const quoted = (name: string): string => `\`${name}\``;
  const { allowedValue } = error.params;
  // One word beside another form, such as "*" beside a list.
  const others = (shape?.forms ?? []).flatMap((form) => form.types).filter((type) => type !== 'string');
  const allowed =
    names.length || allowedValue === undefined
      ? names.map(quoted)
      : [quoted(written(allowedValue as Json)), ...others.map(typeName)];
  if (near === undefined) return { code: 'LF023', message: say('schema.choice', { value, field, allowed }) };
  const message = say('schema.choice-near', { value, field, near: written(near), allowed });
  return { code: 'LF023', message, fix: { kind: 'replace', with: written(near) } };
}

function wrongType(
  at: Place,
  shape: Shape | undefined,
  value: Json | undefined,
  field: string,
  error: SchemaError,
): Explained {
  const types = typesWanted(shape, error);
  const wanted = types.map(typeName);
  const quoted =
    at.node.kind === 'scalar' && (at.node.style === 'single' || at.node.style === 'double') ? at.node.text : undefined;
  const numeric =
    types.some((type) => type === 'number' || type === 'integer') &&
    quoted !== undefined &&
    /^-?\d+(?:\.\d+)?$/.test(quoted);
  if (numeric)
    return {
      code: 'LF022',
      message: say('schema.number-in-quotes', { field, wanted }),
      fix: { kind: 'replace', with: quoted },
    };
  return { code: 'LF022', message: say('schema.type', { field, wanted, given: typeName(typeOf(value)) }) };
}

const typeName = (type: ShapeType): Message => ({ id: `type.${type}`, args: {} });

function typesWanted(shape: Shape | undefined, error: SchemaError): readonly ShapeType[] {
  const types = shape?.forms.length ? shape.forms.flatMap((form) => form.types) : (shape?.types ?? []);
  const given = error.params.type;
  const said = Array.isArray(given) ? (given as ShapeType[]) : typeof given === 'string' ? [given as ShapeType] : [];
  return [...new Set(types.length ? types : said)];
}

export function typeOf(value: Json | undefined): ShapeType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as ShapeType;
}
