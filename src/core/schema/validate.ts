// An item against its kind: what the validator reports becomes problems in a consultant's words, one per cause, each
// at the exact place (the key of an unknown field, the value of a wrong one, the id of an entity that lacks a field).
import { nearest } from '../base/text';
import type { Bilingual, Message } from '../messages/message';
import { say } from '../messages/message';
import type { Fix, Problem } from '../model/finding';
import { pointerParts, type RuleCode } from '../model/id';
import { pairOf } from '../syntax/locate';
import { locate, type Place } from '../syntax/place';
import type { Mapping, Node } from '../syntax/tree';
import { explainValue } from './explain';
import { type Json, member, written } from './json';
import type { SchemaError } from './kinds';
import { fieldShape, type Shape, shapeAt } from './shape';

/** More problems than this in one entity have one cause that is not in the single fields; the rest are only counted. */
const MOST = 100;

/** Turns a validator's errors about `value`, read from `root`, into problems. `one` is what an entity is called. */
export function problemsOf(
  errors: readonly SchemaError[],
  root: Node,
  value: Json,
  shape: Shape,
  one: Bilingual,
): readonly Problem[] {
  const problems: Problem[] = [];
  const missing = new Map<string, Gap>();
  const found = causes(errors, value);
  for (const error of found.slice(0, MOST)) {
    const parts = pointerParts(error.instancePath);
    const at = placeOf(root, parts);
    const here = shapeAt(shape, parts);
    const called = parts.length ? nameOf(parts, here, shape) : one;
    if (error.keyword === 'required') gather(missing, error, parts, called);
    else if (error.keyword === 'additionalProperties') problems.push(unknownField(error, at, here, called));
    else problems.push(explainValue(error, at, here, valueAt(value, parts), fieldName(parts)));
  }
  for (const gap of missing.values()) problems.push(missingFields(gap, root, value, shape));
  if (found.length > MOST)
    problems.push(
      problem(
        'LF012',
        holderSpan({ key: undefined, node: root }),
        say('schema.many', { count: found.length - MOST }),
        undefined,
      ),
    );
  return problems;
}

interface Gap {
  readonly parts: readonly string[];
  readonly called: Bilingual | string;
  readonly fields: Set<string>;
  readonly conditional: boolean;
}

// An error of `anyOf` or `oneOf` comes after those of its branches. Where the value is as complex as one branch wants,
// that branch's errors say it better; otherwise the choice itself is the cause. An `if` only repeats its `then`.
function causes(errors: readonly SchemaError[], value: Json): readonly SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      kept.push(error);
      continue;
    }
    const inner = kept.findLastIndex((one) => !one.instancePath.startsWith(error.instancePath)) + 1;
    const given = valueAt(value, pointerParts(error.instancePath));
    // To a list or a group of fields it says nothing that it is not one of some words.
    const beside = typeof given === 'object' ? ['type', 'const', 'enum'] : ['type'];
    const branch = kept
      .splice(inner)
      .filter((one) => !beside.includes(one.keyword) || one.instancePath !== error.instancePath);
    if (branch.length && given !== null) kept.push(...branch);
    else kept.push(error);
  }
  const seen = new Set<string>();
  return kept.filter((error) => {
    const cause = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    if (seen.has(cause)) return false;
    seen.add(cause);
    return true;
  });
}

function gather(
  missing: Map<string, Gap>,
  error: SchemaError,
  parts: readonly string[],
  called: Bilingual | string,
): void {
  const conditional = error.schemaPath.includes('/then/');
  const key = `${error.instancePath} ${conditional ? error.schemaPath : ''}`;
  const gap = missing.get(key) ?? { parts, called, fields: new Set(), conditional };
  missing.set(key, gap);
  gap.fields.add(String(error.params.missingProperty));
}

function missingFields(gap: Gap, root: Node, value: Json, shape: Shape): Problem {
  const fields = [...gap.fields];
  const here = shapeAt(shape, gap.parts) ?? shape;
  const named = fields.map((field) => say('schema.field', { field, title: here.fields.get(field)?.title ?? field }));
  const own = valueAt(value, gap.parts);
  const owed = gap.conditional
    ? here.owed.find(
        (one) =>
          one.fields.some((field) => gap.fields.has(field)) && one.values.some((v) => v === member(own, one.field)),
      )
    : undefined;
  const message = owed
    ? say('schema.missing-owed', {
        kind: gap.called,
        fields: named,
        by: owed.field,
        value: written(member(own, owed.field)),
      })
    : say('schema.missing', { kind: gap.called, fields: named });
  return { code: 'LF021', span: holderSpan(placeOf(root, gap.parts)), message, fix: { kind: 'add-fields', fields } };
}

function unknownField(error: SchemaError, at: Place, shape: Shape | undefined, kind: Bilingual | string): Problem {
  const field = String(error.params.additionalProperty);
  const key = at.node.kind === 'mapping' ? pairOf(at.node, field)?.key : undefined;
  const near = nearest(field, shape?.fields.keys() ?? []);
  const fix: Fix | undefined =
    near && !(at.node.kind === 'mapping' && pairOf(at.node, near)) ? { kind: 'replace', with: near } : undefined;
  const message: Message = near
    ? say('schema.unknown-field-near', { kind, field, near })
    : say('schema.unknown-field', { kind, field });
  return problem('LF020', key ?? holderSpan(at), message, fix);
}

const problem = (
  code: RuleCode,
  at: { start: number; end: number },
  message: Message,
  fix: Fix | undefined,
): Problem => ({
  code,
  span: { start: at.start, end: at.end },
  message,
  ...(fix ? { fix } : {}),
});

// A pointer that leads nowhere (a value that merging or an alias brought) is shown at its nearest holder.
function placeOf(root: Node, parts: readonly string[]): Place {
  for (let end = parts.length; end > 0; end--) {
    const found = locate(root, parts.slice(0, end));
    if (found) return found;
  }
  return { key: undefined, node: root };
}

// What stands for a whole group of fields: the key above it, or its id, or its first key.
function holderSpan({ key, node }: Place): { readonly start: number; readonly end: number } {
  const mark = key ?? (node.kind === 'mapping' ? firstMark(node) : node);
  return { start: mark.start, end: mark.end };
}

function firstMark(node: Mapping): { readonly start: number; readonly end: number } {
  const id = pairOf(node, 'id');
  return id?.value.kind === 'scalar' && id.value.end > id.value.start ? id.value : (node.pairs[0]?.key ?? node);
}

function valueAt(value: Json, parts: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const part of parts) at = Array.isArray(at) ? at[Number(part)] : member(at, part);
  return at;
}

const fieldName = (parts: readonly string[]): string => parts.findLast((part) => !/^\d+$/.test(part)) ?? '';

function nameOf(parts: readonly string[], here: Shape | undefined, root: Shape): Bilingual | string {
  if (here?.title.en) return here.title;
  const named = parts.findLastIndex((part) => !/^\d+$/.test(part));
  const above = shapeAt(root, parts.slice(0, named));
  return (above && fieldShape(above, parts[named] ?? '')?.title) ?? fieldName(parts);
}
