// A fresh id for one of several entities that were given the same one, as two branches do. What referred to it follows:
// a reference that only its branch had means it, one that only the other had does not, of the rest somebody has to say.
import { fail, ok, type Result } from '../base/result';
import { lineStarts, positionAt } from '../base/span';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import { isEntityId } from '../model/id';
import type { Entity } from '../project/file-index';
import { type Mention, markOf, mentionsOf, ownId } from '../project/named';
import { nextIds } from '../project/next-id';
import { keyOf, lookUp, type Project, targetOf, withId } from '../project/project';
import { type FileEdits, isPresent, placeName, retarget } from '../project/retarget';
import { sameValue } from './value';

/** The sides that a merge brought together: the one the entity came from, and the other. */
export interface Sides {
  readonly mine: Project;
  readonly other: Project;
}

export interface Renumbering {
  /** Undefined: the next free one. */
  readonly id?: string | undefined;
  readonly sides?: Sides | undefined;
  /** What to do with references of which nothing tells whom they mean. */
  readonly unclear?: 'move' | 'keep' | undefined;
}

export interface Renumbered {
  readonly id: string;
  readonly edits: FileEdits;
  readonly moved: number;
  readonly kept: number;
}

/** Those that share the id, by kind and place; `given` may be written `kind/id`. */
export function twinsOf(project: Project, given: string): readonly Entity[] {
  const { kind, id } = targetOf(project.kinds, given);
  const all = withId(project, id).filter((one) => !kind || one.kind === kind);
  const twins = all.filter((one) => all.some((other) => other !== one && other.kind === one.kind));
  return twins.length ? twins : all;
}

/** The one of the twins that a state of the project has, and the others have not. */
export function twinIn(twins: readonly Entity[], state: Project): Entity | undefined {
  const [first] = twins;
  const theirs = first && withId(state, first.id).filter((one) => one.kind.name === first.kind.name);
  if (!first || !theirs?.length) return undefined;
  const isThere = (one: Entity): boolean => theirs.some((was) => sameValue(was.value, one.value, one.kind.shape));
  const isLike = (one: Entity): boolean => theirs.some((was) => was.title === one.title);
  for (const fits of [isThere, isLike]) {
    const found = twins.filter(fits);
    if (found.length === 1) return found[0];
  }
  return undefined;
}

/** Where an entity stands, as `file:line`. */
export function placeOf(project: Project, entity: Entity): string {
  const file = project.files.get(entity.path);
  if (!file) return entity.path;
  const { line } = positionAt(lineStarts(file.text), markOf(file, entity).start);
  return `${entity.path}:${line + 1}`;
}

/** The edits that give the entity another id, and what refers to it with it. */
export function* renumber(
  project: Project,
  entity: Entity,
  { id: given, sides, unclear }: Renumbering,
): Work<Result<Renumbered, Message>> {
  const file = project.files.get(entity.path);
  if (!file || entity.derived || !ownId(file, entity))
    return fail(say('renumber.derived', { kind: entity.kind.title }));
  const id = freeId(project, entity, given, sides);
  if (!id.ok) return id;
  const twins = withId(project, entity.id).filter((one) => one.kind === entity.kind);
  const moved: Mention[] = [];
  const kept: Mention[] = [];
  const open: Mention[] = [];
  for (const mention of mentionsOfAll(project, twins)) {
    yield;
    const means = meaning(mention, entity, twins, sides) ?? unclear;
    (means === 'move' ? moved : means === 'keep' ? kept : open).push(mention);
  }
  if (open.length) return fail(say('renumber.unclear', { places: open.map((one) => placeName(project, one)) }));
  const isQualified = ({ site }: Mention): boolean => targetOf(project.kinds, site.text).kind !== undefined;
  const edits = yield* retarget(project, {
    entity,
    mentions: moved,
    id: id.value,
    nameAt: (mention) => (isQualified(mention) ? `${entity.kind.name}/${id.value}` : id.value),
    unique: false,
    forget: true,
  });
  return edits.ok ? ok({ id: id.value, edits: edits.value, moved: moved.length, kept: kept.length }) : edits;
}

function freeId(
  project: Project,
  entity: Entity,
  given: string | undefined,
  sides: Sides | undefined,
): Result<string, Message> {
  const { kind } = entity;
  const users = (id: string): readonly Entity[] => {
    const here = withId(project, id);
    const former = lookUp(project, kind.name, id);
    return here.length || !former ? here : [former];
  };
  if (given !== undefined) {
    if (!isEntityId(given)) return fail(say('rename.malformed', { id: given, signs: ': @ | [ ] { } * ? # , /' }));
    const [taken] = users(given);
    return taken ? fail(say('renumber.taken', { id: given, place: placeOf(project, taken) })) : ok(given);
  }
  // Ids that a branch has are not free, even where they did not come along.
  const taken = [sides?.mine, sides?.other].flatMap(
    (side) => side?.table(kind.name).map((one) => one.id as string) ?? [],
  );
  for (;;) {
    const [next] = nextIds(project, kind, 1, taken);
    if (next === undefined) return fail(say('renumber.no-prefix', { kind: kind.title }));
    if (!users(next).length) return ok(next);
    taken.push(next);
  }
}

/** What refers to any of them by the id they share; a reference leads to the first, whomever it means. */
function mentionsOfAll(project: Project, twins: readonly Entity[]): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const twin of twins)
    for (const mention of mentionsOf(project, twin))
      if (isPresent(project, mention, twin)) found.set(`${mention.path}:${mention.span.start}`, mention);
  return [...found.values()];
}

/** Whether a reference means the entity that gets the new id; undefined where nothing tells. */
function meaning(
  mention: Mention,
  entity: Entity,
  twins: readonly Entity[],
  sides: Sides | undefined,
): 'move' | 'keep' | undefined {
  if (mention.from.slice === entity.slice) return 'move';
  if (twins.some((twin) => twin.slice === mention.from.slice)) return 'keep';
  if (!sides) return undefined;
  const [mine, other] = [refers(sides.mine, mention), refers(sides.other, mention)];
  return mine === other ? undefined : mine ? 'move' : 'keep';
}

/** Whether the same entity refers to the same id from the same field there. */
function refers(state: Project, { from, site }: Mention): boolean {
  const was = lookUp(state, from.kind.name, from.id);
  const field = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '');
  return (
    was !== undefined && was.sites.some((one) => one.text === site.text && field(one.pointer) === field(site.pointer))
  );
}

/** `kind/id`s and places of twins, for whoever has to choose. */
export const choicesOf = (project: Project, twins: readonly Entity[]): readonly Message[] =>
  twins.map((one) => say('renumber.place', { place: placeOf(project, one), title: one.title || keyOf(one) }));
