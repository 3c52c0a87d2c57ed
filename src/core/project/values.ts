// Values of entities as questions need them: texts, numbers that are finite, decimals, days, lists.
import { type Day, dayNumber } from '../base/days';
import { type Decimal, decimal } from '../base/decimal';
import type { Entity } from './file-index';
import type { World } from './world';
import { lookUp, type Project } from './project';
import { type Json, member } from '../schema/json';

export const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
export const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export function amount(value: Json | undefined): Decimal | undefined {
  const found = number(value);
  return found === undefined ? undefined : decimal(found);
}

const field = (entity: Entity, name: string): Json | undefined => member(entity.value, name);
export const day = (entity: Entity, name: string): Day | undefined => dayNumber(text(field(entity, name)) ?? '');

/** The day that figures refer to. */
export const asOf = (world: World): Day => dayNumber(world.asOf) ?? 0;

/** Whether something with this date is known by then; what has no date is. */
export function happened(world: World, entity: Entity, name: string): boolean {
  const at = day(entity, name);
  return at === undefined || at <= asOf(world);
}

export const is = (entity: Entity, name: string, ...values: readonly string[]): boolean => {
  const value = field(entity, name);
  return typeof value === 'string' && values.includes(value);
};

/** The entity of a kind; its table is asked first, so that whoever notes what a figure reads learns of the kind. */
export const entityOf = (project: Project, kind: string, id: string): Entity | undefined =>
  project.table(kind).length ? lookUp(project, kind, id) : undefined;
