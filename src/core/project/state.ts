// Whether an entity's own values say that it is finished or dropped, as its kind's `x-entity` tells.
import type { Bilingual } from '../messages/message';
import { type Json, member, written } from '../schema/json';
import type { Entity } from './file-index';

type States = Readonly<Record<string, readonly Json[]>>;

export const isDone = (entity: Entity): boolean => stateIn(entity, entity.kind.entity.done) !== undefined;

/** The name of the state in which the entity is dropped, cancelled or superseded; undefined when it is not. */
export const droppedAs = (entity: Entity): Bilingual | string | undefined =>
  stateIn(entity, entity.kind.entity.dropped);

// `*` stands for any value: an action is done when it has a `done_on`.
function stateIn(entity: Entity, states: States | undefined): Bilingual | string | undefined {
  if (!states) return undefined;
  // Asked for every entity and whatever it leads to, so that no list is made of the states.
  for (const field in states) {
    const value = member(entity.value, field);
    const values = states[field];
    if (!values || value === undefined || value === null || !(values.includes('*') || values.includes(value))) continue;
    const shape = entity.kind.shape.fields.get(field);
    return shape?.choices?.find((choice) => choice.value === value)?.label ?? written(value);
  }
  return undefined;
}
