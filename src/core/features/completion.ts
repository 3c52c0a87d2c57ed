// What may be written at a place: keys that are not there yet, allowed values, dates, ids of what may be referred to,
// paths, whole items, kinds in an empty file, links in prose. Read from shapes; it also works where the text is not
// YAML yet. Nothing is offered in a comment or in a block of text, but for links where it is Markdown.
import { finish, type Work } from '../base/work';
import type { Path } from '../model/id';
import type { Project } from '../project/project';
import { elementShape } from '../schema/shape';
import { escapeSnippet } from '../schema/snippet';
import { matching, nameOf, suggest } from './completion/entities';
import { fields } from './completion/fields';
import { type Around, gapAt, type Place, placeOf } from './completion/place';
import { frontMatter, kindNames, newItems, newRegisters } from './completion/registers';
import type { Completion, Suggestion } from './completion/suggestion';
import { values } from './completion/values';
import { type Context, contextAt } from './context';

export type { Around } from './completion/place';
export type { Completion, Suggestion } from './completion/suggestion';

/** What is offered at an offset; undefined where nothing is. */
export const completion = (...given: Parameters<typeof completing>): Completion | undefined =>
  finish(completing(...given));

/** The same as work that can be paused. */
export function* completing(
  project: Project,
  path: Path,
  offset: number,
  around: Around,
): Work<Completion | undefined> {
  const context = contextAt(project, path, offset);
  if (!context) return undefined;
  const link = linkAt(context, offset);
  if (link !== undefined) return yield* links(project, context, offset, link);
  const { cursor } = context;
  const place = placeOf(project, context, offset, around);
  const begun = frontMatterAt(place);
  if (begun) return begun;
  if (context.prose || cursor.at === 'none' || cursor.at === 'text') return undefined;
  const gap = gapAt(place);
  const found = cursor.at === 'key' ? yield* atKey(place) : yield* atValue(place);
  const suggestions = gap ? found.map((one) => ({ ...one, insert: `${gap}${one.insert}` })) : found;
  const narrowed = suggestions.some(({ kind }) => kind === 'entity' || kind === 'file' || kind === 'pattern');
  return { replace: cursor.typed, suggestions, narrowed };
}

function* atKey(place: Place): Work<readonly Suggestion[]> {
  const { cursor, shape } = place.context;
  if (mayBegin(place)) return newRegisters(place);
  if (!shape) return [];
  const keys = yield* fields(place, shape);
  // Behind a dash stands an element; without one the next may begin with its dash.
  if (!cursor.element) return shape.types.includes('array') ? newItems(place, elementShape(shape), true) : keys;
  return [...newItems(place, shape, false), ...(yield* values(place, shape)), ...keys];
}

function* atValue(place: Place): Work<readonly Suggestion[]> {
  const { cursor, shape } = place.context;
  const isKind = cursor.path.length === 1 && cursor.path[0] === 'kind';
  if (isKind) return cursor.siblings.includes('apiVersion') ? [] : kindNames(place.project);
  return shape ? yield* values(place, shape) : [];
}

// A file that says nothing yet, or only has its items, may become a register; other people's YAML may not.
function mayBegin({ context }: Place): boolean {
  const { cursor, file } = context;
  const isFresh = cursor.path.length === 0 && cursor.siblings.every((key) => key === 'items');
  return isFresh && cursor.column === 0 && file.form !== 'manifest' && !/\.md$/i.test(file.path);
}

function frontMatterAt({ project, context, offset }: Place): Completion | undefined {
  const { path, text } = context.file;
  if (!/\.md$/i.test(path) || !/^-{0,3}\s*$/.test(text) || text.slice(0, offset).includes('\n')) return undefined;
  const replace = { start: 0, end: /^-*/.exec(text)?.[0].length ?? 0 };
  return { replace, suggestions: frontMatter(project), narrowed: false };
}

/** What is typed of a `[[link]]`; undefined outside of one, or where links mean nothing. */
function linkAt({ file, cursor, shape, prose }: Context, offset: number): string | undefined {
  const typed = /\[\[([^[\]|\n]*)$/.exec(file.text.slice(Math.max(0, offset - 200), offset))?.[1];
  const isProse = prose || (shape?.markdown && (cursor.at === 'text' || cursor.at === 'value'));
  return isProse ? typed : undefined;
}

function* links(project: Project, { file }: Context, offset: number, typed: string): Work<Completion> {
  const close = file.text.startsWith(']]', offset) ? '' : ']]';
  const found = yield* matching(project, typed, ['any']);
  const suggestions = found.map((one) => suggest(one, escapeSnippet(`${nameOf(project, one)}${close}`)));
  return { replace: { start: offset - typed.length, end: offset }, suggestions, narrowed: true };
}
