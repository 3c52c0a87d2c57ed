// The scores that pairs of numbers make (probability × impact), and which of them a change moved.
import { member, type Json } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import type { EntityChange } from './diff';
import { elementName } from './fields';

export interface ScoreChange {
  /** The group that holds the two numbers, as in a `FieldChange`; empty for the entity itself. */
  readonly way: readonly string[];
  readonly before: number;
  readonly after: number;
}

/** The scores that stand on both sides of a change and differ. */
export function scoreChanges(change: EntityChange): readonly ScoreChange[] {
  if (change.how !== 'changed') return [];
  const was = new Map([...scores(change.before.value, change.before.kind.shape)].map((one) => [nameOf(one), one]));
  return [...scores(change.after.value, change.after.kind.shape)].flatMap((one) => {
    const before = was.get(nameOf(one))?.score;
    return before === undefined || before === one.score ? [] : [{ way: one.way, before, after: one.score }];
  });
}

interface Score {
  readonly way: readonly string[];
  /** The field that says with which other one it is multiplied. */
  readonly field: string;
  readonly score: number;
}

const nameOf = ({ way, field }: Score): string => JSON.stringify([way, field]);

function* scores(value: Json | undefined, shape: Shape | undefined, way: readonly string[] = []): Generator<Score> {
  if (!shape || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, one] of (value as readonly Json[]).entries())
      yield* scores(one, elementShape(shape), [
        ...way,
        `[${shape.key === 'ordered' ? at + 1 : elementName(one, shape)}]`,
      ]);
    return;
  }
  for (const [field, one] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const of = fieldShape(shape, field);
    const other = of?.times === undefined ? undefined : member(value, of.times);
    if (typeof one === 'number' && typeof other === 'number') yield { way, field, score: one * other };
    yield* scores(one, of, [...way, field]);
  }
}
