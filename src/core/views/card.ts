// One entity as a person looks at it: its fields by their names, what it refers to by title, and what refers to it.
import { type Language, pick } from '../messages/message';
import type { Entity } from '../project/file-index';
import { backrefsOf, keyOf, type Project } from '../project/project';
import type { Json } from '../schema/json';
import { pointerParts } from '../model/id';
import { fieldShape, shapeAt } from '../schema/shape';
import { shownValue } from './label';
import { type Place, placer } from './listing';

export interface Card {
  /** As `kind/id`. */
  readonly key: string;
  readonly kind: string;
  /** What one entity of the kind is called. */
  readonly called: string;
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly fields: readonly {
    readonly field: string;
    readonly title: string;
    readonly text: string;
    readonly value: Json;
  }[];
  readonly referredBy: readonly {
    readonly key: string;
    readonly title: string;
    readonly field: string;
    readonly place: Place;
  }[];
}

export function card(project: Project, entity: Entity, language: Language): Card {
  const { shape } = entity.kind;
  const titleOf = (field: string): string => {
    const title = fieldShape(shape, field)?.title;
    return (title && pick(title, language)) || field;
  };
  const shownFields = Object.entries(entity.value).filter(
    ([field, value]) => field !== 'id' && field !== 'title' && value !== null,
  );
  return {
    key: keyOf(entity),
    kind: entity.kind.name,
    called: pick(entity.kind.one, language) || entity.kind.name,
    id: entity.id,
    title: entity.title,
    place: placer(project)(entity),
    fields: shownFields.map(([field, value]) => ({
      field,
      title: titleOf(field),
      text: described(value, project, language, (parts) => shapeAt(shape, [field, ...parts])),
      value,
    })),
    referredBy: referrers(project, entity, language),
  };
}

// Groups inside a list are written field by field: their first text alone would hide the rest.
function described(
  value: Json,
  project: Project,
  language: Language,
  shapeOf: (parts: readonly string[]) => ReturnType<typeof shapeAt>,
): string {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object' || one === null))
      return shownValue(value, shapeOf([]), project, language);
    return value
      .map((one, i) => described(one as Json, project, language, (parts) => shapeOf([String(i), ...parts])))
      .join('\n');
  }
  if (typeof value !== 'object' || value === null) return shownValue(value, shapeOf([]), project, language);
  return Object.entries(value)
    .map(([key, one]) => {
      const title = shapeOf([key])?.title;
      const text = described(one as Json, project, language, (parts) => shapeOf([key, ...parts])).replaceAll(
        '\n',
        '; ',
      );
      return `${(title && pick(title, language)) || key}: ${text}`;
    })
    .join(' · ');
}

function referrers(project: Project, entity: Entity, language: Language): Card['referredBy'] {
  const placeOf = placer(project);
  return backrefsOf(project, entity).map(({ from, site }) => {
    const [first = ''] = pointerParts(site.pointer);
    const title = fieldShape(from.kind.shape, first)?.title;
    return {
      key: keyOf(from),
      title: from.title,
      field: (title && pick(title, language)) || first,
      place: placeOf(from),
    };
  });
}
