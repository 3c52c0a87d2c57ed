// What may be written at a place: fields of the entity that are not there yet, allowed values, ids of what may be
// referred to, whole items, kinds in an empty file. Read from shapes; it also works where the text is not YAML yet.
import type { Span } from '../base/span';
import type { Bilingual } from '../messages/message';
import type { Path } from '../model/id';
import type { Entity } from '../project/file-index';
import { nextId } from '../project/next-id';
import { lookUp, type Project } from '../project/project';
import { search } from '../project/search';
import { member, written } from '../schema/json';
import type { Kind, RegisterForm } from '../schema/kinds';
import { elementShape, type Reference, type Shape } from '../schema/shape';
import { escapeSnippet, itemSnippet } from '../schema/snippet';
import { type Context, contextAt } from './context';

/** Entities offered at once; what is typed narrows them down. */
const LIMIT = 200;

export interface Suggestion {
  readonly kind: 'field' | 'value' | 'entity' | 'item';
  readonly label: string;
  /** Behind the label: a title in both languages, or the title of an entity. */
  readonly detail: Bilingual | string;
  readonly description: Bilingual | undefined;
  /** In snippet syntax. */
  readonly insert: string;
  /** A value will be wanted next. */
  readonly again: boolean;
}

export interface Completion {
  readonly replace: Span;
  readonly suggestions: readonly Suggestion[];
  /** What is offered was chosen by what is typed: another letter, another choice. */
  readonly narrowed: boolean;
}

export function completion(project: Project, path: Path, offset: number): Completion | undefined {
  const context = contextAt(project, path, offset);
  if (!context) return undefined;
  const { file, cursor, prose } = context;
  const link = /\[\[([^[\]|\n]*)$/.exec(file.text.slice(Math.max(0, offset - 200), offset));
  if (link && (prose || cursor.at === 'text' || cursor.at === 'value' || cursor.at === 'none')) {
    const typed = link[1] ?? '';
    const close = file.text.startsWith(']]', offset) ? '' : ']]';
    const suggestions = search(project, typed, LIMIT).map((entity) =>
      entitySuggestion(entity, `${nameOf(project, entity)}${close}`),
    );
    return { replace: { start: offset - typed.length, end: offset }, suggestions, narrowed: true };
  }
  if (prose || cursor.at === 'none' || cursor.at === 'text') return undefined;
  const typed = file.text.slice(cursor.typed.start, offset);
  const isName = cursor.at === 'value' && cursor.path.length === 1 && cursor.path[0] === 'kind';
  const suggestions = isName
    ? registers(project).map((form) => kindName(form))
    : cursor.at === 'key'
      ? atKey(project, context, typed)
      : atValue(project, context.shape, typed);
  return { replace: cursor.typed, suggestions, narrowed: suggestions.some(({ kind }) => kind === 'entity') };
}

function atKey(project: Project, context: Context, typed: string): readonly Suggestion[] {
  const { cursor, shape, form, file } = context;
  if (
    cursor.path.length === 0 &&
    !cursor.siblings.includes('kind') &&
    file.form !== 'manifest' &&
    !/\.md$/i.test(file.path)
  ) {
    return registers(project).map((one) => newRegister(project, one));
  }
  if (!shape) return [];
  const holders = [shape, ...shape.forms];
  const hasColon = /^[ \t]*:/.test(file.text.slice(cursor.typed.end, cursor.typed.end + 40));
  const lineStart = file.text.lastIndexOf('\n', cursor.typed.start - 1) + 1;
  const leading = /^ */.exec(file.text.slice(lineStart))?.[0].length ?? 0;
  const extra = ' '.repeat(Math.max(0, cursor.column - leading));
  const fields = holders.flatMap((holder) => fieldsOf(holder, cursor.siblings, hasColon ? undefined : extra));
  if (!cursor.element) return fields;
  const isItem = form?.kind && cursor.path.length === 2 && cursor.path[0] === 'items' && shape === form.item;
  const whole = isItem && !hasColon ? [itemSuggestion(form.kind as Kind, project)] : [];
  return [...whole, ...atValue(project, shape, typed), ...fields];
}

/** The fields of a mapping that are not there yet: those it owes first. `extra` undefined: only the name is wanted. */
function fieldsOf(shape: Shape, there: readonly string[], extra: string | undefined): readonly Suggestion[] {
  const missing = [...shape.fields].filter(([name]) => !there.includes(name));
  const owed = missing.filter(([name]) => shape.required.includes(name));
  const others = missing.filter(([name]) => !shape.required.includes(name));
  return [...owed, ...others].map(([name, field]) => ({
    kind: 'field',
    label: name,
    detail: field.title,
    description: field.description,
    insert: extra === undefined ? name : `${name}:${beginning(field, extra)}`,
    again:
      extra !== undefined &&
      (field.choices !== undefined || field.ref !== undefined || field.types.includes('boolean')),
  }));
}

// A group begins on the next line; a list of plain values on the same.
function beginning(field: Shape, extra: string): string {
  if (field.types.includes('object') && field.fields.size) return `\n${extra}  $0`;
  if (!field.types.includes('array')) return ' $0';
  const element = elementShape(field);
  return element?.fields.size ? `\n${extra}  - $0` : ' [$0]';
}

function atValue(project: Project, shape: Shape | undefined, typed: string): readonly Suggestion[] {
  if (!shape) return [];
  const own = [shape, ...shape.forms].flatMap((one) => plainValues(project, one, typed));
  if (own.length || !shape.types.includes('array')) return own;
  const element = elementShape(shape);
  const elements = element ? [element, ...element.forms].flatMap((one) => plainValues(project, one, typed)) : [];
  return elements.map((one) => ({ ...one, insert: `[${one.insert}$0]` }));
}

function plainValues(project: Project, shape: Shape, typed: string): readonly Suggestion[] {
  const value = (label: string, detail: Bilingual | string = ''): Suggestion => ({
    kind: 'value',
    label,
    detail,
    description: undefined,
    insert: escapeSnippet(label),
    again: false,
  });
  if (shape.choices) return shape.choices.map((choice) => value(written(choice.value), choice.label));
  if (shape.types.includes('boolean')) return [value('true'), value('false')];
  if (!shape.ref || shape.ref.prose) return [];
  return shape.ref.parts ? parts(project, shape.ref, typed, value) : entities(project, shape.ref.to, typed);
}

function entities(project: Project, kinds: readonly string[], typed: string): readonly Suggestion[] {
  const any = kinds.includes('any');
  const fitting = (entity: Entity): boolean => any || kinds.includes(entity.kind.name);
  return search(project, typed, LIMIT, fitting).map((entity) =>
    entitySuggestion(entity, any ? nameOf(project, entity) : entity.id),
  );
}

// `object:action@scope`: the first part is an entity, the others are drawn from its fields of those names.
function parts(
  project: Project,
  { parts: form = '', to }: Reference,
  typed: string,
  value: (label: string) => Suggestion,
): readonly Suggestion[] {
  const names = [...form.matchAll(/\{([^}]+)\}/g)].map((found) => found[1] ?? '');
  const separators = form.split(/\{[^}]+\}/).slice(1, -1);
  const given = typed.split(/[:@]/);
  const name = names[given.length - 1];
  if (given.length < 2 || !name) return [...entities(project, to, typed)];
  const list = member(lookUp(project, names[0] ?? '', given[0] ?? '')?.value, name);
  const head = given
    .slice(0, -1)
    .map((part, at) => `${part}${separators[at] ?? ''}`)
    .join('');
  return Array.isArray(list) ? list.map((one) => value(`${head}${String(one)}`)) : [];
}

const entitySuggestion = (entity: Entity, insert: string): Suggestion => ({
  kind: 'entity',
  label: entity.id,
  detail: entity.title,
  description: entity.kind.one,
  insert: escapeSnippet(insert),
  again: false,
});

/** The id alone where it says enough, `kind/id` where several kinds have it. */
function nameOf(project: Project, entity: Entity): string {
  const same = (project.byId.get(entity.id) ?? []).some((one) => one.kind !== entity.kind && one.id === entity.id);
  return same ? `${entity.kind.name}/${entity.id}` : entity.id;
}

const registers = (project: Project): readonly (RegisterForm & { readonly kind: Kind })[] =>
  project.kinds.all.flatMap((kind) => {
    const form = project.kinds.form(kind.name);
    return form?.kind && form.kind.entity.from !== 'document' ? [{ ...form, kind: form.kind }] : [];
  });

const kindName = ({ kind }: { readonly kind: Kind }): Suggestion => ({
  kind: 'value',
  label: kind.name,
  detail: kind.title,
  description: kind.description,
  insert: kind.name,
  again: false,
});

const itemSuggestion = (kind: Kind, project: Project): Suggestion => ({
  kind: 'item',
  label: kind.name,
  detail: kind.one,
  description: kind.description,
  // The dash is there already.
  insert: itemSnippet(kind, nextId(project, kind)).join('\n').slice('- '.length),
  again: false,
});

const newRegister = (project: Project, { kind }: { readonly kind: Kind }): Suggestion => ({
  kind: 'item',
  label: `kind: ${kind.name}`,
  detail: kind.title,
  description: kind.description,
  insert: [
    `kind: ${kind.name}`,
    'items:',
    ...itemSnippet(kind, nextId(project, kind)).map((line) => `  ${line}`),
    '$0',
  ].join('\n'),
  again: false,
});
