// Dates worth offering: today, the next working day, the status date, and the days that others go by (`x-anchor` in the
// schemas: a go-live, a milestone), those of what the entity refers to first.
import { type Bilingual, type Message, say } from '../../messages/message';
import type { Entity } from '../../project/file-index';
import { follow } from '../../project/resolve';
import { isDay } from '../../schema/formats';
import { member } from '../../schema/json';
import { type Place, written } from './place';
import { plainValue, type Suggestion } from './suggestion';
import { nextWorkingDay } from './working-day';

/** Days of others that are offered at once. */
const MOST = 40;

export function dates(place: Place): readonly Suggestion[] {
  const { project, around } = place;
  const today = around.now.slice(0, 10);
  const next = nextWorkingDay(project, today);
  const status = project.settings.statusDate;
  return [
    date(place, today, say('completion.today', { weekday: weekdayOf(today) })),
    ...(next ? [date(place, next, say('completion.next-working-day', { weekday: weekdayOf(next) }))] : []),
    ...(status && isDay(status) && status !== today ? [date(place, status, say('completion.status-date'))] : []),
    ...anchors(place, today).map(({ day, entity, field }) => date(place, day, nameOf(entity, field))),
  ];
}

/** A date with a time: now. */
export const moments = (place: Place): readonly Suggestion[] => [
  plainValue(place.around.now, say('completion.now'), written(place, place.around.now), 'date'),
];

const date = (place: Place, day: string, detail: Suggestion['detail']): Suggestion =>
  plainValue(day, detail, written(place, day), 'date');

interface Anchor {
  readonly day: string;
  readonly entity: Entity;
  readonly field: Bilingual;
}

function anchors({ project, entity: own }: Place, today: string): readonly Anchor[] {
  const found: Anchor[] = [];
  for (const kind of project.kinds.all) {
    for (const [name, { anchor, title }] of kind.shape.fields) {
      if (anchor === undefined) continue;
      for (const entity of project.table(kind.name)) {
        const day = member(entity.value, name);
        const counts = anchor === true || member(entity.value, anchor) === true;
        if (counts && typeof day === 'string' && isDay(day)) found.push({ day, entity, field: title });
      }
    }
  }
  const near = new Set(own?.sites.map((site) => follow(project, site)));
  // What is referred to, what is to come, what is past, the nearest day first.
  const far = ({ day, entity }: Anchor): number => (near.has(entity) ? 0 : day >= today ? 1 : 2);
  const apart = ({ day }: Anchor): number => Math.abs(Date.parse(day) - Date.parse(today));
  return found.sort((a, b) => far(a) - far(b) || apart(a) - apart(b)).slice(0, MOST);
}

const nameOf = ({ id, title }: Entity, field: Bilingual): Bilingual => {
  const name = title && title !== id ? `${id} ${title}` : id;
  return { en: `${name} · ${field.en}`, zh: `${name} · ${field.zh}` };
};

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const weekdayOf = (day: string): Message => say(`weekday.${new Date(`${day}T00:00Z`).getUTCDay() as Weekday}`);
