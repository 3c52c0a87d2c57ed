// What stands as evidence (a test that passed, a training that was held), of which day it is, and what it proves.
import { keptAlone } from '../base/kept';
import type { Work } from '../base/work';
import { pointerParts } from '../model/id';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { follow } from '../project/resolve';
import { droppedAs } from '../project/state';
import { type Json, member, type Proves, written } from '../schema/json';
import type { Kind, Kinds } from '../schema/kinds';
import { refers, type Shape } from '../schema/shape';

export interface Evidence {
  readonly entity: Entity;
  /** The field with its day. */
  readonly on: string;
  readonly day: string;
  /** What says what is proven: the test of a run. Only its fields in `said` do. */
  readonly of: Entity;
  readonly said: ReadonlySet<string>;
  /** What those fields name. */
  readonly proven: readonly Entity[];
}

/**
 * The evidence in force on a day: of each test or course the latest, if it came out well. What is planned or was called
 * off is none.
 */
export function* evidenceIn(project: Project, asOf = '9999'): Work<readonly Evidence[]> {
  const latest = new Map<string, { readonly day: string; readonly counts: boolean; readonly evidence: Evidence }>();
  for (const { kind, field, proves } of evidenceFields(project.kinds)) {
    for (const entity of project.table(kind.name)) {
      yield;
      const day = written(member(entity.value, proves.on)).slice(0, 10);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > asOf || droppedAs(entity) !== undefined) continue;
      const of = targets(project, entity, new Set([field]))[0];
      const name = of && `${kind.name} ${keyOf(of)}`;
      if (!of || name === undefined || (latest.get(name)?.day ?? '') > day) continue;
      const said = new Set([...of.kind.shape.fields].flatMap(([one, shape]) => (shape.proves === true ? [one] : [])));
      const evidence = { entity, on: proves.on, day, of, said, proven: targets(project, of, said) };
      latest.set(name, { day, counts: hasValues(entity, proves), evidence });
    }
  }
  return [...latest.values()].flatMap(({ counts, evidence }) => (counts ? [evidence] : []));
}

/** Every entity of which evidence asks when it was changed. */
export function* provenIn(project: Project): Work<ReadonlySet<Entity>> {
  return new Set((yield* evidenceIn(project)).flatMap(({ of, proven }) => [of, ...proven]));
}

/** Whether anything may stand as evidence. */
export const hasEvidence = (project: Project): boolean =>
  evidenceFields(project.kinds).some(({ kind }) => project.table(kind.name).length > 0);

interface EvidenceField {
  readonly kind: Kind;
  readonly field: string;
  readonly proves: Proves;
}

const evidenceFields = keptAlone((kinds: Kinds): readonly EvidenceField[] =>
  kinds.all.flatMap((kind) =>
    [...kind.shape.fields].flatMap(([field, { proves }]) =>
      typeof proves === 'object' ? [{ kind, field, proves }] : [],
    ),
  ),
);

/** Every table that these answers rest on: the evidence, what says what it proves, and what is proven. */
export const evidenceTables = ({ kinds, table }: Project): readonly (readonly Entity[])[] =>
  kindsOfEvidence(kinds).map(table);

const kindsOfEvidence = keptAlone((kinds: Kinds): readonly string[] => {
  const fields = evidenceFields(kinds);
  const say = kindsNamed(
    kinds,
    fields.flatMap(({ kind, field }) => kind.shape.fields.get(field) ?? []),
  );
  const proven = kindsNamed(
    kinds,
    say.flatMap(({ shape }) => [...shape.fields.values()].filter(({ proves }) => proves === true)),
  );
  return [...new Set([...fields.map(({ kind }) => kind), ...say, ...proven])].map(({ name }) => name);
});

/** The kinds that references in these fields may lead to. */
const kindsNamed = (kinds: Kinds, fields: readonly Shape[]): readonly Kind[] =>
  kinds.all.filter(({ name }) =>
    fields.some((field) => refers(field, ({ to }) => to.includes(name) || to.includes('any'))),
  );

const targets = (project: Project, { sites }: Entity, fields: ReadonlySet<string>): readonly Entity[] =>
  sites.flatMap((site) => (fields.has(pointerParts(site.pointer)[0] ?? '') ? (follow(project, site) ?? []) : []));

const hasValues = ({ value }: Entity, { when = {} }: Proves): boolean =>
  Object.entries(when).every(([field, values]) => values.includes(member(value, field) as Json));
