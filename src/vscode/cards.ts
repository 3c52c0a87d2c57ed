// An entity as a card: in hovers, beside suggestions and in the tooltips of trees.
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import type { Project } from '../core/project/project';
import { fieldsOf } from '../core/schema/template';
import { card } from '../core/views/card';
import type { Editor } from './editor';
import { code, escaped } from './markdown';

/** Fields on a card, and signs of a long text. */
const FIELDS = 12;
const LONGEST = 240;

export type Speaker = Pick<Editor, 'language' | 'tell'>;

/** The card with the number of those who refer to it; it has no links. */
export function cardText(project: Project, entity: Entity, speaker: Speaker): string {
  const { referredBy } = card(project, entity, speaker.language);
  const refers = referredBy.length ? `\n\n${speaker.tell(say('card.referred', { count: referredBy.length }))}` : '';
  return `${cardHead(project, entity, speaker)}${refers}`;
}

/** What the entity is, and its fields: those that its kind shows beside it in lists come first. */
export function cardHead(project: Project, entity: Entity, { language }: Speaker, most = FIELDS): string {
  const { called, id, title, fields } = card(project, entity, language);
  const shown = fieldsOf(entity.kind.entity.detail ?? '').map((field) => field.split('.')[0]);
  const sorted = [...fields].sort((a, b) => Number(shown.includes(b.field)) - Number(shown.includes(a.field)));
  const rows = sorted.slice(0, most).map((one) => `| ${escaped(one.title)} | ${escaped(shorten(one.text))} |`);
  const table = rows.length ? `\n\n| | |\n|---|---|\n${rows.join('\n')}` : '';
  const name = title && title !== id ? `**${escaped(title)}** ${code(id)}` : `**${escaped(id)}**`;
  return `${name} · ${escaped(called)}${table}`;
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
