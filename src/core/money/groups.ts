// What money and work are broken down by, as rows: entries by their titles, months, values by the names that a kind
// gives them.
import { type Day, dayText } from '../base/days';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { text } from '../project/values';
import { type Group, nowhere } from './posting';

/** The row of an entry; of one that does not exist what was written. */
export function groupOf(project: Project, kind: string, id: string | undefined): Group {
  if (id === undefined) return nowhere;
  const found = lookUp(project, kind, id);
  return found ? entityGroup(found) : { key: id, title: id };
}

export const entityGroup = (entity: Entity | undefined): Group =>
  entity ? { key: entity.id, title: entity.title || entity.id } : nowhere;

export const monthGroup = (day: Day | undefined): Group => {
  if (day === undefined) return nowhere;
  const month = dayText(day).slice(0, 7);
  return { key: month, title: month };
};

export const textGroup = (written: string | undefined): Group =>
  written === undefined ? nowhere : { key: written, title: written };

/** A value that the kind lists, by its name in both languages. */
export function choiceGroup(entity: Entity | undefined, field: string): Group {
  const value = text(entity?.value[field]);
  const choice = entity?.kind.shape.fields.get(field)?.choices?.find((one) => one.value === value);
  return value === undefined ? nowhere : { key: value, title: choice?.label ?? value };
}
