// LF105: references that must not lead back to where they began, such as those to a parent or to predecessors.
import { components, cycles } from '../base/graph';
import { keptAlone } from '../base/kept';
import { finish } from '../base/work';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { formerIds, keyOf, type Project, targetOf } from '../project/project';
import { follow } from '../project/resolve';
import type { Kinds } from '../schema/kinds';
import { refers } from '../schema/shape';
import type { Site } from '../schema/sites';
import type { ProjectRule, SaidOf } from './rule';

const cycle: ProjectRule = {
  scope: 'project',
  code: 'LF105',
  reads: ({ project }) => [project.kinds, ...kindsWithOrder(project.kinds).map((kind) => project.table(kind))],
  holds: (left, come, { project }, said) => sameEdges(left, come) || closesNone(left, come, project, said),
  *check({ project }) {
    for (const kind of kindsWithOrder(project.kinds)) {
      const table = project.table(kind);
      const found = knownCircles.get(table) ?? (yield* circlesIn(project, table));
      if (isClosed(project.kinds, kind)) knownCircles.set(table, found);
      yield* found;
    }
  },
};

/** By tables that decide their circles alone. */
const knownCircles = new WeakMap<readonly Entity[], readonly SaidOf[]>();

/** All that lead round with those that a finding names, and by which relation. */
interface Circle {
  readonly name: string;
  readonly members: ReadonlySet<Entity>;
}
const circleOf = new WeakMap<SaidOf, Circle>();

/** Whether a kind's references that must not lead back are to itself alone, so that no other kind can make one ambiguous. */
function isClosed(kinds: Kinds, name: string): boolean {
  const kind = kinds.kind(name);
  return kind !== undefined && !refers(kind.shape, ({ acyclic, to }) => acyclic && !to.every((one) => one === name));
}

function* circlesIn(project: Project, table: readonly Entity[]): Generator<undefined, readonly SaidOf[]> {
  const said: SaidOf[] = [];
  for (const [name, edges] of yield* relations(project, table)) {
    for (const { way, members } of yield* cycles(edges)) {
      const message = say('ref.cycle', { way: [...way, way[0]].map((one) => one?.id).join(' → ') });
      const places = way.flatMap((entity, i) => {
        const next = way[(i + 1) % way.length];
        const site = entity.sites.find((one) => relationOf(entity, one) === name && follow(project, one) === next);
        return site ? [{ entity, span: site }] : [];
      });
      const [first, ...others] = places;
      if (!first) continue;
      const on = say('ref.cycle-here');
      const one = { ...first, message, others: others.map((other) => ({ ...other, message: on })) };
      circleOf.set(one, { name, members: new Set(members) });
      said.push(one);
    }
  }
  return said;
}

type Graph = Map<Entity, Entity[]>;

// One graph for every field that must not lead back to itself: parents apart from predecessors. By other kinds none does.
function* relations(project: Project, table: readonly Entity[]): Generator<undefined, ReadonlyMap<string, Graph>> {
  const graphs = new Map<string, Graph>();
  let count = 0;
  for (const entity of table) {
    if (++count % 1024 === 0) yield;
    for (const [name, target] of ahead(project, entity)) lead(graphs, name, entity, target);
  }
  return graphs;
}

/** Where the references of an entity that must not lead back lead, each by its relation. */
function ahead(project: Project, entity: Entity): readonly (readonly [name: string, target: Entity])[] {
  const found: [string, Entity][] = [];
  for (const site of entity.sites) {
    const target = site.ref.acyclic ? follow(project, site) : undefined;
    if (target?.kind === entity.kind) found.push([relationOf(entity, site) ?? '', target]);
  }
  return found;
}

function lead(graphs: Map<string, Graph>, name: string, from: Entity, to: Entity): void {
  let graph = graphs.get(name);
  if (!graph) graphs.set(name, (graph = new Map()));
  const targets = graph.get(from);
  if (targets) targets.push(to);
  else graph.set(from, [to]);
}

// A keystroke seldom changes what leads where: the ids that can be referred to, and the references that make circles.
function sameEdges(left: readonly Entity[], come: readonly Entity[]): boolean {
  const edges = (entity: Entity): string => {
    const named = entity.sites.flatMap((site) => (site.ref.acyclic ? [relationOf(entity, site), site.text] : []));
    return JSON.stringify([keyOf(entity), entity.derived, formerIds(entity), ...named]);
  };
  const before = left.map(edges).sort();
  const now = come.map(edges).sort();
  return before.length === now.length && before.every((one, i) => one === now[i]);
}

/** Whether the circles are those that were there: none of theirs leads elsewhere, and no edge that may be new is part of one.
 * Such edges go out from what came and from whoever names an id that came or went. */
function closesNone(
  left: readonly Entity[],
  come: readonly Entity[],
  project: Project,
  said: readonly SaidOf[],
): boolean {
  // Neither means that they changed places.
  if (!left.length && !come.length) return false;
  const from = new Set(come);
  for (const entity of [...left, ...come])
    for (const id of [entity.id as string, ...formerIds(entity)])
      for (const other of project.backrefs.get(id) ?? [])
        if (other.sites.some(({ ref, text }) => ref.acyclic && targetOf(project.kinds, text).id === id))
          from.add(other);
  const circles = said.map((one) => circleOf.get(one));
  const untouched = [...left, ...from];
  if (!circles.every((one) => one && !untouched.some((entity) => one.members.has(entity)))) return false;
  for (const [name, edges] of reachable(project, from))
    for (const members of finish(components(edges))) {
      if (members.length === 1 && !edges.get(members[0] as Entity)?.includes(members[0] as Entity)) continue;
      const known = circles.some((one) => one?.name === name && members.every((entity) => one.members.has(entity)));
      if (!known) return false;
    }
  return true;
}

/** What can be reached from these by each relation. */
function reachable(project: Project, from: ReadonlySet<Entity>): ReadonlyMap<string, Graph> {
  const graphs = new Map<string, Graph>();
  // The set grows while it is walked.
  const seen = new Set(from);
  for (const entity of seen)
    for (const [name, target] of ahead(project, entity)) {
      lead(graphs, name, entity, target);
      seen.add(target);
    }
  return graphs;
}

const relationOf = ({ kind }: Entity, { ref, pointer }: Site): string | undefined =>
  ref.acyclic ? `${kind.name} ${pointer.split('/', 2)[1]}` : undefined;

const kindsWithOrder = keptAlone((kinds: Kinds): readonly string[] =>
  kinds.all.filter(({ shape }) => refers(shape, ({ acyclic }) => acyclic)).map(({ name }) => name),
);

export const circleRules = [cycle] as const;
