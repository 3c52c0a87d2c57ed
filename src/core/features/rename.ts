// Giving an entity another id, asked for at its id or at a reference to it; and a Markdown file another path, which is
// the id of its article. Whatever cannot be told apart is refused with the reason.
import { fail, ok, type Result } from '../base/result';
import type { Span } from '../base/span';
import { nfc } from '../base/text';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import { isEntityId, type Path } from '../model/id';
import { type Entity, entitiesOf } from '../project/file-index';
import { type Mention, mentionsOf, namedAt, ownId } from '../project/named';
import { keyOf, lookUp, type Project, targetOf, withId } from '../project/project';
import { resolve } from '../project/resolve';
import { type FileEdits, isPresent, placeName, retarget } from '../project/retarget';
import type { TextEdit } from '../syntax/edit';

export interface Renaming {
  /** The id at the cursor: what is replaced there. */
  readonly span: Span;
  readonly id: string;
}

/** What a rename at an offset would change; the reason where it could not. */
export function prepareRename(project: Project, path: Path, offset: number): Result<Renaming, Message> {
  const named = namedAt(project, path, offset);
  if (!named) return fail(say('rename.nothing'));
  const { entity, span } = named;
  const file = project.files.get(entity.path);
  if (entity.kind.entity.from === 'document') return fail(say('rename.document'));
  if (!file || entity.derived || !ownId(file, entity)) return fail(say('rename.no-id'));
  const same = withId(project, entity.id).filter((one) => one.kind === entity.kind);
  if (same.length > 1) return fail(say('rename.duplicate', { id: entity.id, count: same.length }));
  return ok({ span, id: entity.id });
}

/** The edits of all files that give the entity at an offset this id. */
export function* rename(project: Project, path: Path, offset: number, name: string): Work<Result<FileEdits, Message>> {
  const prepared = prepareRename(project, path, offset);
  if (!prepared.ok) return prepared;
  const entity = namedAt(project, path, offset)?.entity;
  const id = nfc(name.trim());
  if (!entity || id === entity.id) return ok(new Map());
  if (!isEntityId(id)) return fail(say('rename.malformed', { id, signs: ': @ | [ ] { } * ? # , /' }));
  const taken = lookUp(project, entity.kind.name, id);
  if (taken?.id === id) return fail(say('rename.taken', { kind: entity.kind.one, id, title: taken.title }));
  if (taken && taken !== entity) return fail(say('rename.reserved', { id, kind: taken.kind.one, now: taken.id }));
  return yield* changed(project, entity, id);
}

/** The edits that keep references to Markdown files which get other paths; edits are by the paths from before. */
export function* moveDocuments(project: Project, moves: ReadonlyMap<Path, Path>): Work<Result<FileEdits, Message>> {
  const out = new Map<Path, readonly TextEdit[]>();
  for (const [from, to] of moves) {
    const entity = entitiesOf(project.files.get(from)).find((one) => one.kind.entity.from === 'document');
    if (!entity || !/\.md$/i.test(from) || !/\.md$/i.test(to)) continue;
    const edits = yield* changed(project, entity, nfc(to.replace(/\.md$/i, '')));
    if (!edits.ok) return edits;
    for (const [path, more] of edits.value) out.set(path, [...(out.get(path) ?? []), ...more]);
  }
  return ok(out);
}

function* changed(project: Project, entity: Entity, id: string): Work<Result<FileEdits, Message>> {
  const all = mentionsOf(project, entity);
  yield;
  const unsure = all.find(({ site }) => resolve(project, site).kind === 'ambiguous');
  if (unsure) return fail(say('rename.ambiguous', { place: placeName(project, unsure), id: unsure.site.text }));
  const namesakes = withId(project, id).filter((one) => one !== entity);
  for (const other of namesakes) {
    const clash = mentionsOf(project, other).find((one) => !isQualified(project, one) && mayMean(one, entity));
    if (clash) return fail(say('rename.clash', { place: placeName(project, clash), other: keyOf(other) }));
  }
  const nameAt = (mention: Mention): string => {
    const unclear = targetOf(project.kinds, id).kind || namesakes.some((other) => mayMean(mention, other));
    return unclear || isQualified(project, mention) ? `${entity.kind.name}/${id}` : id;
  };
  return yield* retarget(project, {
    entity,
    mentions: all.filter((one) => isPresent(project, one, entity)),
    id,
    nameAt,
    unique: withId(project, entity.id).length === 1,
  });
}

const isQualified = (project: Project, { site }: Mention): boolean =>
  targetOf(project.kinds, site.text).kind !== undefined;

const mayMean = ({ site }: Mention, { kind }: Entity): boolean =>
  site.ref.to.includes('any') || site.ref.to.includes(kind.name);
