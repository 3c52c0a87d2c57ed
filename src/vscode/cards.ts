// An entity as a card: in hovers and in the tooltips of trees. Plain Markdown without commands or images.
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import type { Project } from '../core/project/project';
import { card } from '../core/views/card';
import type { Editor } from './editor';

/** Fields on a card, and signs of a long text. */
const FIELDS = 12;
const LONGEST = 240;

export function cardText(
  project: Project,
  entity: Entity,
  { language, tell }: Pick<Editor, 'language' | 'tell'>,
): string {
  const { called, id, title, fields, referredBy } = card(project, entity, language);
  const rows = fields.slice(0, FIELDS).map((one) => `| ${escaped(one.title)} | ${escaped(shorten(one.text))} |`);
  const table = rows.length ? `\n\n| | |\n|---|---|\n${rows.join('\n')}` : '';
  const refers = referredBy.length ? `\n\n${tell(say('card.referred', { count: referredBy.length }))}` : '';
  const name = title && title !== id ? `**${escaped(title)}** \`${id.replaceAll('`', '')}\`` : `**${escaped(id)}**`;
  return `${name} · ${escaped(called)}${table}${refers}`;
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A text that Markdown shows as it is. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-!|<>~$]/g, '\\$&').replace(/\s*\n\s*/g, '; ');
