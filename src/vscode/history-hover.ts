// What a hover says of the past: of an entity its last change and why, of a field what it was until who changed it. Only
// where the history was read already.
import { fieldAt } from '../core/features/field-at';
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { dayText, type ToldCommit } from '../core/views/history';
import type { Asked } from './asked';
import type { Editor } from './editor';
import { commandLink, escaped } from './markdown';

type Speaker = Pick<Editor, 'histories' | 'language' | 'tell'>;

/** The last change of an entity, with the way to all of them. */
export function entityPast(at: Asked, entity: Entity, speaker: Speaker): string | undefined {
  const { histories, language, tell } = speaker;
  const changes = histories.told(at.folder)?.teller.changes(entity.kind.name, entity.id);
  if (!changes) return undefined;
  const { last } = changes;
  const told = { who: escaped(last.who), day: dayText(last.when, language), why: whyOf(last) };
  const text = last.event.how === 'added' ? say('history.hover-added', told) : say('history.hover', told);
  return `${tell(text)} · ${commandLink(tell(say('history.show')), 'landfall.showHistory', keyOf(entity))}`;
}

/** Who last changed the field at a place, and what it was before. */
export function fieldPast(at: Asked, { histories, language, tell }: Speaker): string | undefined {
  const told = histories.told(at.folder);
  const found = told && fieldAt(at.project, at.path, at.offset);
  const field = found && told.teller.blameAt(found.entity, found.way);
  if (!field?.field.event) return undefined;
  if (!field.commit) return tell(say('history.field-pending'));
  const { before, after } = field.compared;
  const said = { who: escaped(field.who), day: dayText(field.when, language), why: whyOf(field) };
  if (before !== undefined) return tell(say('history.field-was', { ...said, before: quoted(before) }));
  return after === undefined ? undefined : tell(say('history.field-set', { ...said, value: quoted(after) }));
}

/** Signs of a value in a hover. */
const LONGEST = 80;

const quoted = (text: string): string =>
  `**${escaped(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)}**`;

function whyOf({ why, requests }: ToldCommit & { readonly requests: readonly { readonly request: Entity }[] }): string {
  const ids = requests.map(({ request }) => request.id as string).filter((id) => !why.includes(id));
  return escaped([why, ...ids.map((id) => `(${id})`)].join(' '));
}
