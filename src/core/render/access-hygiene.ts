// The state of the role model as text, Markdown and JSON: topic by topic, each finding with its place.
import { type Language, say, tell } from '../messages/message';
import type { HygieneView } from '../views/access-hygiene';
import type { ReportedFinding } from '../views/report';
import { findingJson } from './findings-json';
import { placeText } from './findings-text';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

const titleOf = ({ topic, findings }: HygieneView['topics'][number], language: Language): string =>
  tell(say(`access.hygiene-${topic}`, { count: findings.length }), language);

export function hygieneText({ topics }: HygieneView, language: Language, ink: Ink): string {
  if (!topics.length) return `${tell(say('access.clean'), language)}\n`;
  const line = ({ path, start, code, message }: ReportedFinding): string =>
    `  ${harmless(placeText(path, start))} ${ink.dim(code)} ${harmless(tell(message, language))}`;
  const blocks = topics.map((one) => [ink.bold(titleOf(one, language)), ...one.findings.map(line)].join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

export function hygieneMarkdown({ topics }: HygieneView, language: Language): string {
  if (!topics.length) return `${escaped(tell(say('access.clean'), language))}\n`;
  const line = ({ path, start, code, message }: ReportedFinding): string =>
    `- ${code} ${escaped(tell(message, language))} (${escaped(placeText(path, start))})`;
  const blocks = topics.map((one) =>
    [`**${escaped(titleOf(one, language))}**`, '', ...one.findings.map(line)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

/** For programs; each finding in the shape that `check` gives it. */
export const hygieneJson = ({ on, topics }: HygieneView, language: Language): object => ({
  version: 1,
  on,
  topics: topics.map(({ topic, findings }) => ({
    topic,
    findings: findings.map((one) => findingJson(one, language)),
  })),
});
