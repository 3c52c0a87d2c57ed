// What in a file is not as a baseline fixed it, field by field and where it stands: drift beside the text. Entities that
// no baseline covers cost nothing, those that are what they were next to nothing.
import type { Span } from '../base/span';
import type { Work } from '../base/work';
import { changeBetween } from '../compare/diff';
import { fixedStates, isFixed, isOfApproved, letting } from '../compare/drift';
import { elementName, type FieldChange } from '../compare/fields';
import type { FixedState } from '../compare/follow';
import type { Path } from '../model/id';
import { type Entity, type FileIndex, startOf } from '../project/file-index';
import { formerIds, lookUp, type Project, withId } from '../project/project';
import { treeOf } from '../project/tree-of';
import type { World } from '../project/world';
import { type Json, member } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import { nodeAt, pairOf } from '../syntax/locate';
import { lastOffset } from '../syntax/rewrite';
import type { Node, Pair } from '../syntax/tree';
import { type Drifted, stateOf } from './baselines';

export interface DriftMark extends Drifted {
  /** Where it stands, in offsets of the file; what is gone is marked where it was missed: at what held it. */
  readonly span: Span;
  readonly entity: Entity;
  /** Undefined where the whole entity came since. */
  readonly field: FieldChange | undefined;
  /** The project as the baseline fixed it. */
  readonly state: Project;
}

/** Slices that are looked at between two pauses. */
const TOGETHER = 64;

/** The baseline that holds for an entity: the chosen one, else the newest of those that are what was approved. */
export function stateFor(world: World, chosen?: string): (entity: Entity) => FixedState | undefined {
  const states = fixedStates(world).filter(({ baseline }) =>
    chosen === undefined ? stateOf(baseline, world) === 'verified' : baseline.id === chosen,
  );
  return (entity) => states.find(({ covers }) => covers(entity));
}

/** The entity as it was in a state, by its id or one that it had. Entries of logs have no name to find them by. */
export function formerOf(entity: Entity, present: Project, state: Project): Entity | undefined {
  if (entity.derived) return undefined;
  const alike = (project: Project): readonly Entity[] =>
    withId(project, entity.id).filter(({ kind }) => kind === entity.kind);
  const twins = alike(present);
  // Of several with one id the first goes with the first.
  if (twins.length > 1) return alike(state)[twins.indexOf(entity)];
  for (const id of [entity.id, ...formerIds(entity).toReversed()]) {
    const found = lookUp(state, entity.kind.name, id);
    if (found) return found;
  }
  return undefined;
}

const ALL: Span = { start: 0, end: Infinity };

/** The marks of a file, or of the entities in a part of it, in its order. `chosen` is the id of a baseline. */
export function* driftMarks(
  world: World,
  path: Path,
  { chosen, view = ALL }: { readonly chosen?: string | undefined; readonly view?: Span } = {},
): Work<readonly DriftMark[]> {
  const { project } = world;
  const file = project.files.get(path);
  const holds = stateFor(world, chosen);
  const marks: DriftMark[] = [];
  for (const [at, { entities }] of (file?.slices ?? []).entries()) {
    if (at % TOGETHER === 0) yield;
    const [start = 0, end = Infinity] = [file?.starts[at], file?.starts[at + 1]];
    if (start > view.end || end < view.start) continue;
    for (const entity of entities) {
      const fixed = entity.derived ? undefined : holds(entity);
      if (file && fixed) marks.push(...marksOf(entity, file, fixed, world));
    }
  }
  return marks;
}

function marksOf(entity: Entity, file: FileIndex, { baseline, state }: FixedState, world: World): readonly DriftMark[] {
  const start = startOf(file, entity.slice);
  const mark = { start: start + entity.mark.start, end: start + entity.mark.end };
  const before = formerOf(entity, world.project, state);
  if (!before) {
    const drift = { baseline, change: { how: 'added', after: entity } } as const;
    return [{ ...drift, requests: letting(drift, world), span: mark, entity, field: undefined, state }];
  }
  const was = state.files.get(before.path);
  const change = was && changeBetween({ entity: before, file: was }, { entity, file });
  if (!change || !isOfApproved(change)) return [];
  const drift = { baseline, change };
  const requests = letting(drift, world);
  const tree = nodeAt(treeOf(file, entity.slice), entity.pointer);
  // What was dropped or taken up again is another scope, though its progress alone is not fixed.
  const fixed = change.fields.filter(({ way }) => isFixed(entity.kind.shape, way));
  return (fixed.length ? fixed : change.fields).map((field) => {
    const span = (tree && spanOf(field.way, tree, entity.value, entity.kind.shape)) ?? mark;
    return { ...drift, requests, span: { start: span.start, end: textEnd(file.text, span) }, entity, field, state };
  });
}

/** Where the value at a way stands with its key; of what is not there, the key of what would hold it. */
function spanOf(way: readonly string[], tree: Node, of: Json, kind: Shape): Span | undefined {
  let [node, value, shape]: [Node | undefined, Json | undefined, Shape | undefined] = [tree, of, kind];
  let span: Span | undefined;
  let head: Span | undefined;
  for (const step of way) {
    if (step.startsWith('[')) {
      const index: number = elementAt(value, step.slice(1, -1), shape);
      const item: Node | undefined = node?.kind === 'sequence' ? node.items[index] : undefined;
      if (!item) return head;
      [node, span] = [item, { start: item.start, end: lastOffset(item) }];
      head = { start: item.start, end: item.kind === 'mapping' ? (item.pairs[0]?.key.end ?? item.end) : item.end };
      value = Array.isArray(value) ? (value[index] as Json | undefined) : undefined;
      shape = shape && elementShape(shape);
    } else {
      const pair: Pair | undefined = node?.kind === 'mapping' ? pairOf(node, step) : undefined;
      if (!pair) return head;
      [node, head] = [pair.value, { start: pair.key.start, end: pair.key.end }];
      span = { start: pair.key.start, end: lastOffset(pair.value, pair.key.end) };
      value = member(value, step);
      shape = shape && fieldShape(shape, step);
    }
  }
  return span;
}

function elementAt(list: Json | undefined, name: string, shape: Shape | undefined): number {
  if (!Array.isArray(list)) return -1;
  if (!shape || shape.key === 'ordered') return Number(name) - 1;
  return (list as readonly Json[]).findIndex((one) => elementName(one, shape) === name);
}

/** The end of a stretch without the line ends that belong to a block of text. */
function textEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
