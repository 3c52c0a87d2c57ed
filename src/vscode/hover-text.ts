// What a hover says, as Markdown: a field with what it takes, an allowed value, a rule, or the card of an entity with
// who refers to it and what was found about it.
import type { Checked } from '../core/check/check';
import type { Hover } from '../core/features/hover';
import { type Bilingual, type MessageId, pick, say } from '../core/messages/message';
import type { Finding } from '../core/model/finding';
import type { Entity } from '../core/project/file-index';
import { mentionsOf } from '../core/project/named';
import { keyOf, type Project } from '../core/project/project';
import { droppedAs, isDone } from '../core/project/state';
import { written } from '../core/schema/json';
import type { Shape } from '../core/schema/shape';
import { standingOf } from '../core/standing';
import { titleOfKind } from '../core/views/groups';
import { choiceName, labelOf } from '../core/views/label';
import { cardHead, type Speaker } from './cards';
import { code, commandLink, escaped, prose } from './markdown';
import { metricText } from './metric-text';

/** Fields that are shown, and referrers and findings that are named one by one: all of it is to be seen without scrolling. */
const FIELDS = 5;
const NAMED = 4;

/** `checked` is what the last check found: findings, and figures. */
export function hoverText(found: Hover, project: Project, checked: Checked | undefined, speaker: Speaker): string {
  switch (found.kind) {
    case 'entity':
      return entityText(found.entity, project, checked, speaker);
    case 'field':
      return fieldText(found, project, speaker);
    case 'choice': {
      const { shape, choice } = found;
      const about = `${titleIn(shape.title, speaker)}: ${prose(pick(shape.description, speaker.language))}`;
      return `${code(written(choice.value))} · **${escaped(choiceName(choice, speaker.language))}**\n\n${about}`;
    }
    case 'rule': {
      const title = speaker.tell({ id: found.code as MessageId, args: {} });
      return `${commandLink(found.code, 'landfall.explainRule', found.code)} · **${escaped(title)}**`;
    }
    case 'metric':
      return metricText(found.metric, found.filter, checked, speaker);
  }
}

function fieldText(
  { name, shape, required, of }: Hover & { readonly kind: 'field' },
  project: Project,
  speaker: Speaker,
): string {
  const { language, tell } = speaker;
  const head = `**${titleIn(shape.title, speaker) || escaped(name)}** ${code(name)}`;
  const lines = [required ? `${head} · ${tell(say('hover.required'))}` : head];
  const description = pick(shape.description, language);
  if (description) lines.push(prose(description));
  const values = (shape.choices ?? shape.items?.choices ?? []).map((choice) => {
    const label = choiceName(choice, language);
    const value = code(written(choice.value));
    return label === written(choice.value) ? value : `${value} ${escaped(label)}`;
  });
  if (values.length) lines.push(tell(say('hover.allowed', { values })));
  else if (shape.minimum !== undefined || shape.maximum !== undefined) lines.push(tell(rangeOf(shape)));
  const to = [shape, ...shape.forms].flatMap((one) => (one.ref ?? one.items?.ref)?.to ?? []);
  const kinds = to.flatMap((one) => project.kinds.kind(one) ?? []).map((kind) => escaped(titleOfKind(kind, language)));
  if (kinds.length) lines.push(tell(say('hover.refers', { kinds: [...new Set(kinds)] })));
  if (shape.unit) lines.push(tell(say('hover.unit', { unit: escaped(shape.unit) })));
  if (of) lines.push(commandLink(tell(say('reference.open', { kind: of.title })), 'landfall.openFormat', of.name));
  return lines.join('\n\n');
}

function rangeOf({ minimum, maximum }: Shape) {
  if (minimum === undefined) return say('hover.at-most', { most: maximum ?? 0 });
  return maximum === undefined
    ? say('hover.at-least', { least: minimum })
    : say('hover.range', { least: minimum, most: maximum });
}

function entityText(entity: Entity, project: Project, checked: Checked | undefined, speaker: Speaker): string {
  const key = keyOf(entity);
  const own = (checked?.findings.get(entity.path) ?? []).filter((one) => one.entity === key);
  const stands = checked ? standingOf({ ...checked.world, project }, entity) : [];
  const standing = stands.map(({ text }) => `**${escaped(speaker.tell(text))}**`);
  const head = cardHead(project, entity, speaker, FIELDS);
  return [
    head,
    ...(standing.length ? [standing.join(' · ')] : []),
    ...found(own, speaker),
    ...referrers(entity, project, speaker),
  ].join('\n\n');
}

// How many of which kind, and the first of those that are still open: entries of logs have no name to know them by.
function referrers(entity: Entity, project: Project, { language, tell }: Speaker): readonly string[] {
  const froms = [...new Set(mentionsOf(project, entity).map(({ from }) => from))].filter((one) => one !== entity);
  if (!froms.length) return [];
  const counts = new Map<string, number>();
  for (const { kind } of froms) {
    const title = titleOfKind(kind, language);
    counts.set(title, 1 + (counts.get(title) ?? 0));
  }
  const most = [...counts].sort(([, a], [, b]) => b - a);
  const kinds = most.slice(0, NAMED).map(([kind, count]) => say('hover.of-kind', { kind: escaped(kind), count }));
  const last = (one: Entity): number => Number(one.derived) * 2 + Number(isDone(one) || droppedAs(one) !== undefined);
  const named = froms
    .sort((a, b) => last(a) - last(b))
    .slice(0, NAMED)
    .map((one) => `- ${commandLink(labelOf(one, project, language), 'landfall.openEntity', keyOf(one))}`);
  const more = froms.length - named.length;
  return [
    tell(say('hover.referred', { count: froms.length, kinds: most.length > NAMED ? [...kinds, '…'] : kinds })),
    [...named, ...(more > 0 ? [`- ${tell(say('hover.more', { count: more }))}`] : [])].join('\n'),
  ];
}

function found(findings: readonly Finding[], { tell }: Speaker): readonly string[] {
  if (!findings.length) return [];
  const lines = findings.slice(0, NAMED).map((one) => {
    return `- ${commandLink(one.code, 'landfall.explainRule', one.code)} ${escaped(tell(one.message))}`;
  });
  const more = findings.length - lines.length;
  return [
    tell(say('hover.findings', { count: findings.length })),
    [...lines, ...(more > 0 ? [`- ${tell(say('hover.more', { count: more }))}`] : [])].join('\n'),
  ];
}

const titleIn = (text: Bilingual, { language }: Speaker): string => escaped(pick(text, language));
