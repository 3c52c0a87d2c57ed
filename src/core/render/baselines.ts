// The baselines of a project as a table, for a page, and for other programs.
import { type Language, say, tell } from '../messages/message';
import { written } from '../schema/json';
import type { BaselineReport } from '../views/baselines';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { tableText } from './table';

const heads = (language: Language): readonly string[] =>
  (['id', 'title', 'tag', 'date', 'state', 'drift', 'uncovered'] as const).map((name) =>
    tell(say(`baseline.head-${name}`), language),
  );

const cells = ({ entity, state, drift, uncovered }: BaselineReport, language: Language): readonly string[] => [
  entity.id,
  entity.title,
  written(entity.value.tag),
  written(entity.value.date),
  tell(say(`baseline.state-${state}`), language),
  state === 'missing' || state === 'unknown' ? '–' : String(drift.length),
  state === 'missing' || state === 'unknown' ? '–' : String(uncovered),
];

export const baselinesText = (
  all: readonly BaselineReport[],
  language: Language,
  ink: Ink,
  columns: number | undefined,
): string =>
  tableText(
    heads(language),
    all.map((one) => cells(one, language)),
    ink,
    columns,
  );

export function baselinesMarkdown(all: readonly BaselineReport[], language: Language): string {
  const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`;
  const names = heads(language);
  return [row(names), row(names.map(() => '---')), ...all.map((one) => row(cells(one, language).map(escaped)))].join(
    '',
  );
}

/** A promise like that of the findings: nothing but additions without another version. */
export function baselinesJson(all: readonly BaselineReport[]): string {
  const baselines = all.map(({ entity, state, drift, uncovered }) => ({
    id: entity.id,
    title: entity.title,
    tag: entity.value.tag ?? null,
    commit: entity.value.commit ?? null,
    date: entity.value.date ?? null,
    state,
    drift: drift.map(({ change }) => {
      const subject = change.how === 'removed' ? change.before : change.after;
      return { kind: subject.kind.name, id: subject.id, change: change.how };
    }),
    uncovered,
  }));
  return `${JSON.stringify({ version: 1, baselines }, null, 2)}\n`;
}
