// The entities of a kind as a table: what its rows are called in lists, and the fields that their detail names. An
// export has every field that some entity fills.
import { lineStarts, positionAt } from '../base/span';
import { type Bilingual, type Language, pick } from '../messages/message';
import { type Entity, startOf } from '../project/file-index';
import type { Pointer } from '../model/id';
import type { Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import { type Json, member } from '../schema/json';
import type { Kind } from '../schema/kinds';
import { shapeAt } from '../schema/shape';
import { fieldsOf } from '../schema/template';
import { shown } from './label';

export interface Place {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly column: number;
}

export interface Listing {
  readonly columns: readonly { readonly field: string; readonly title: string }[];
  readonly rows: readonly { readonly entity: Entity; readonly place: Place; readonly cells: readonly string[] }[];
}

/** The table of a kind for people: values by their names, references by their titles. */
export function listing(project: Project, kind: Kind, language: Language): Listing {
  const named = [...fieldsOf(kind.entity.label ?? ''), ...fieldsOf(kind.entity.detail ?? '')];
  return table(project, kind, ['id', 'title', ...named], language, (entity, field) =>
    shown(entity, field, project, language),
  );
}

/** The table of a kind for other programs: values as they are written, in every column that is not empty. */
export function exportListing(project: Project, kind: Kind, language: Language): Listing {
  const used = new Set(project.table(kind.name).flatMap((entity) => Object.keys(entity.value)));
  const fields = [...kind.shape.fields.keys()].filter((field) => used.has(field));
  return table(project, kind, ['id', 'title', ...fields], language, (entity, field) => {
    if (field === 'id') return entity.id;
    return field === 'title' ? entity.title : written(member(entity.value, field));
  });
}

function table(
  project: Project,
  kind: Kind,
  wanted: readonly string[],
  language: Language,
  cell: (entity: Entity, field: string) => string,
): Listing {
  const fields = [...new Set(wanted)];
  const title = (field: string): string => {
    const found: Bilingual | undefined = shapeAt(kind.shape, field.split('.'))?.title;
    return (found && pick(found, language)) || field;
  };
  const placeOf = placer(project);
  const rows = project.table(kind.name).map((entity) => ({
    entity,
    place: placeOf(entity),
    cells: fields.map((field) => cell(entity, field)),
  }));
  // A column that is empty throughout says nothing.
  const kept = fields.flatMap((field, at) => (field === 'id' || rows.some(({ cells }) => cells[at]) ? [at] : []));
  return {
    columns: kept.map((at) => ({ field: fields[at] ?? '', title: title(fields[at] ?? '') })),
    rows: rows.map((row) => ({ ...row, cells: kept.map((at) => row.cells[at] ?? '') })),
  };
}

/** A value as text: lists of plain values joined, anything deeper as JSON. */
function written(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.map(String).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Says where entities stand, or a value of theirs; the lines of a file are counted once. */
export function placer(project: Project): (entity: Entity, pointer?: Pointer) => Place {
  const known = new Map<string, readonly number[]>();
  return (entity, pointer = '') => {
    const file = project.files.get(entity.path);
    if (!file) return { path: entity.path, line: 0, column: 0 };
    let lines = known.get(entity.path);
    if (!lines) known.set(entity.path, (lines = lineStarts(file.text)));
    return {
      path: entity.path,
      ...positionAt(lines, startOf(file, entity.slice) + valueSpan(project, entity, pointer).start),
    };
  };
}
