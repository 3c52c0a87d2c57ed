// The impact of a change as text, as Markdown and as data: a summary, then the tree of what is touched.
import { type Decimal, decimalText, toNumber } from '../base/decimal';
import { type Language, type Message, pick, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf } from '../project/project';
import { isDone } from '../project/state';
import { branches, counts, type Impact } from '../views/impact';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

/** People that are named one by one; the rest is counted. */
const NAMED = 20;

/** What a change comes to, a line each; what is nothing is left out. */
export function impactSummary(impact: Impact): readonly Message[] {
  const { touched, roles, retrain, effort, budget, delay, cost, currency } = impact;
  const money = (value: Decimal): Message => say('unit.money', { value: decimalText(value), currency });
  const kinds = counts(impact).map(({ kind, count }) => say('impact.of-kind', { kind: kind.title, count }));
  return [
    touched.length ? say('impact.touches', { count: touched.length, kinds }) : say('impact.nothing'),
    ...(roles.length ? [say('impact.roles', { count: roles.length, roles: roles.map(nameOf) })] : []),
    ...(retrain.length
      ? [
          say('impact.retrain', {
            count: retrain.length,
            passed: retrain.filter(({ passed }) => passed).length,
            people: [
              ...retrain.slice(0, NAMED).map(({ person }) => nameOf(person)),
              ...(retrain.length > NAMED ? ['…'] : []),
            ],
          }),
        ]
      : []),
    ...(effort.units ? [say('impact.effort', { days: decimalText(effort, 1) })] : []),
    ...(budget.units ? [say('impact.budget', { budget: money(budget) })] : []),
    ...(delay === undefined ? [] : [say('impact.delay', { delay })]),
    ...(cost ? [say('impact.cost', { cost: money(cost) })] : []),
  ];
}

const nameOf = (entity: Entity): string => entity.title || entity.id;

export function impactText(impact: Impact, language: Language, ink: Ink): string {
  const said = (message: Message): string => harmless(tell(message, language));
  const name = (entity: Entity): string => harmless(`${keyOf(entity)} ${entity.title}`.trimEnd());
  const lines = [ink.bold(said(say('impact.title', { what: `${impact.of.id} ${impact.of.title}` })))];
  for (const one of impactSummary(impact)) lines.push(said(one));
  lines.push('');
  for (const { entity, depth, field } of rows(impact)) {
    const done = isDone(entity) ? ` ${ink.dim(said(say('impact.done')))}` : '';
    const by =
      field === undefined
        ? ''
        : ` ${ink.dim(`(${harmless(typeof field === 'string' ? field : pick(field, language))})`)}`;
    lines.push(`${'  '.repeat(depth)}${name(entity)}${by}${done}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

export function impactMarkdown(impact: Impact, language: Language): string {
  const said = (message: Message): string => escaped(tell(message, language));
  const lines = [`### ${said(say('impact.title', { what: `${impact.of.id} ${impact.of.title}` }))}`, ''];
  for (const one of impactSummary(impact)) lines.push(`* ${said(one)}`);
  lines.push('');
  for (const { entity, depth } of rows(impact))
    lines.push(`${'  '.repeat(depth)}* \`${keyOf(entity).replaceAll('`', "'")}\` ${escaped(entity.title)}`.trimEnd());
  return `${lines.join('\n').trimEnd()}\n`;
}

interface Row {
  readonly entity: Entity;
  readonly depth: number;
  readonly field: Impact['touched'][number]['field'] | undefined;
}

function rows(impact: Impact): readonly Row[] {
  const below = branches(impact);
  const found: Row[] = [];
  const stack: Row[] = [...impact.changes].reverse().map((entity) => ({ entity, depth: 0, field: undefined }));
  for (let row = stack.pop(); row; row = stack.pop()) {
    found.push(row);
    const { depth } = row;
    const parts = (below.get(row.entity) ?? []).map(({ entity, field }): Row => ({ entity, depth: depth + 1, field }));
    stack.push(...parts.reverse());
  }
  return found;
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const impactJson = (impact: Impact, language: Language) => ({
  version: 1,
  entry: keyOf(impact.of),
  changes: impact.changes.map(keyOf),
  touched: impact.touched.map(({ entity, by, field, steps, later }) => ({
    entry: keyOf(entity),
    title: entity.title,
    by: keyOf(by),
    field: typeof field === 'string' ? field : pick(field, language),
    steps,
    later,
    done: isDone(entity),
  })),
  summary: {
    kinds: Object.fromEntries(counts(impact).map(({ kind, count }) => [kind.name, count])),
    roles: impact.roles.map(({ id }) => id),
    retrain: impact.retrain.map(({ person, courses, passed }) => ({
      person: person.id,
      courses: courses.map(({ id }) => id),
      passed,
    })),
    effortDays: toNumber(impact.effort),
    budget: toNumber(impact.budget),
    cost: impact.cost ? toNumber(impact.cost) : null,
    delay: impact.delay ?? null,
    currency: impact.currency,
  },
});
