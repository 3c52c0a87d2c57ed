// One entity as text: its name and place, its fields, and what refers to it.
import { type Language, say, tell } from '../messages/message';
import type { Card } from '../views/card';
import { placeText } from './findings-text';
import type { Ink } from './ink';
import { harmless, padded, widthOf } from './width';

/** `stands` is what is computed of the entity. */
export function cardText(card: Card, stands: readonly string[], language: Language, ink: Ink): string {
  const lines = [
    `${ink.bold(harmless(`${card.called} ${card.id}`))} ${harmless(card.title)}`.trimEnd(),
    ink.dim(placeText(card.place.path, card.place)),
  ];
  const width = Math.max(0, ...card.fields.map(({ title }) => widthOf(harmless(title))));
  if (card.fields.length) lines.push('');
  for (const { title, text } of card.fields) {
    const [first = '', ...more] = text.split('\n');
    lines.push(`${ink.dim(padded(harmless(title), width))}  ${harmless(first)}`.trimEnd());
    for (const one of more) lines.push(`${' '.repeat(width)}  ${harmless(one)}`.trimEnd());
  }
  if (stands.length) lines.push('', ...stands.map(harmless));
  if (card.referredBy.length) {
    lines.push('', ink.dim(tell(say('show.referred-by'), language)));
    for (const { key, title, field, place } of card.referredBy) {
      lines.push(
        `  ${harmless(`${key} ${title}`.trimEnd())} (${harmless(field)})  ${ink.dim(placeText(place.path, place))}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
