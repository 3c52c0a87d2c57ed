// A register as an outline: its entities, below each its fields. It reads lines, not trees, so it also answers while an
// entity is half typed, and for 15,000 entities at once.
import type { Span } from '../base/span';
import { each, type Work } from '../base/work';
import type { Path } from '../model/id';
import { type Entity, entitiesOf, type FileIndex } from '../project/file-index';
import { MANIFEST } from '../project/matcher';
import { markOf, ownId } from '../project/named';
import type { Project } from '../project/project';

/** In a register with more entities than this, they are shown without their fields. */
const MOST_WITH_FIELDS = 2000;

export interface OutlineItem {
  readonly kind: 'entity' | 'field';
  readonly name: string;
  /** The title of an entity, the beginning of a field's value. */
  readonly detail: string;
  /** Whole lines, without the blanks and comments at the end. */
  readonly span: Span;
  /** The id or the field's name: what is selected when one goes there. */
  readonly mark: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a register or of the manifest; undefined for other files. Markdown has headings, which is better. */
export function* outline(project: Project, path: Path): Work<readonly OutlineItem[] | undefined> {
  const file = project.files.get(path);
  if (!file || file.form === '' || /\.md$/i.test(path)) return undefined;
  if (path === MANIFEST) return manifest(file);
  const { slices } = file.open();
  const deep = file.slices.length <= MOST_WITH_FIELDS;
  const items = yield* each(file.slices.entries(), ([i, { entities }]) => {
    const at = slices[i];
    const entity = entities.find((one) => one.pointer === '');
    return at && entity && register(file, entity, contentIn(file.text, at), deep);
  });
  return items.filter((item) => item !== undefined);
}

function register(file: FileIndex, entity: Entity, span: Span, deep: boolean): OutlineItem {
  const fields = deep ? fieldsIn(file.text, span, columnOfKeys(file.text, span)) : [];
  return entityItem(
    file,
    entity,
    span,
    fields.filter(({ name }) => name !== 'id' && name !== 'title'),
  );
}

function manifest(file: FileIndex): readonly OutlineItem[] {
  const inner = entitiesOf(file).flatMap((entity) => {
    const mark = ownId(file, entity);
    return mark ? [entityItem(file, entity, mark, [])] : [];
  });
  return fieldsIn(file.text, contentIn(file.text, { start: 0, end: file.text.length }), 0).map((field) => ({
    ...field,
    children: inner.filter(({ mark }) => field.span.start <= mark.start && mark.end <= field.span.end),
  }));
}

function entityItem(file: FileIndex, entity: Entity, span: Span, children: readonly OutlineItem[]): OutlineItem {
  // The entry of a log is known by its title.
  const [name, detail] = entity.derived ? [entity.title || entity.id, ''] : [entity.id, entity.title];
  return { kind: 'entity', name, detail, span, mark: ownId(file, entity) ?? markOf(file, entity), children };
}

const SILENT = /^[ \t]*(?:#.*)?$/;

/** Whole lines, from the first to the last that say something. */
function contentIn(text: string, { start, end }: Span): Span {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  for (let stop = lineEnd(text, from); stop < end && SILENT.test(text.slice(from, stop)); stop = lineEnd(text, from))
    from = stop + 1;
  let to = end > from && text[end - 1] === '\n' ? end - 1 : end;
  for (let at = lineStart(text, to); at > from && SILENT.test(text.slice(at, to)); at = lineStart(text, to))
    to = at - 1;
  return { start: from, end: to };
}

/** Where the keys of an item begin, which may be behind its dash or below it. */
function columnOfKeys(text: string, { start, end }: Span): number {
  const first = /^[ ]*(?:- *)?(?:\n(?:[ \t]*(?:#.*)?\n)*[ ]*)?/.exec(text.slice(start, end))?.[0] ?? '';
  return first.length - (first.lastIndexOf('\n') + 1);
}

const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#'"{[&*!|>-][^#:]*?))[ \t]*:(?:[ \t]+(.*))?$/;

/** The fields whose keys stand at a column; what is deeper belongs to the field above. */
function fieldsIn(text: string, { start, end }: Span, column: number): readonly OutlineItem[] {
  const fields: { name: string; detail: string; start: number; end: number; from: number }[] = [];
  for (let at = start; at <= end; at = lineEnd(text, at) + 1) {
    const stop = Math.min(lineEnd(text, at), end);
    const line = text.slice(at, stop);
    const lead = /^[ -]*/.exec(line)?.[0].length ?? 0;
    // The first key may stand behind the dash.
    const key =
      lead === column && (at === start || !line.slice(0, lead).includes('-')) ? KEY.exec(line.slice(column)) : null;
    const last = fields.at(-1);
    if (key) {
      const name = key[1] ?? key[2] ?? key[3] ?? '';
      const length = (key[3] ?? '').length || name.length + 2;
      const detail = (key[4] ?? '').replace(/[ \t]+#.*$/, '').slice(0, 80);
      fields.push({ name, detail, start: at + column, end: stop, from: at + column + length });
    } else if (last && !SILENT.test(line)) last.end = stop;
  }
  return fields.map(({ name, detail, start: begin, end: stop, from }) => ({
    kind: 'field',
    name,
    detail,
    span: { start: begin, end: stop },
    mark: { start: begin, end: from },
    children: [],
  }));
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
