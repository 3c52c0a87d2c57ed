// LF109, names of the product's own that registers use: metrics, wherever a kind says that one is meant, and rules.
import { nearest } from '../base/text';
import { say } from '../messages/message';
import { metrics } from '../metrics';
import { filterText, parseMetric } from '../metrics/filter';
import { refers, type Shape } from '../schema/shape';
import type { Site } from '../schema/sites';
import { catalog } from './catalog';
import type { EntityRule, Said } from './rule';

const unknownName: EntityRule = {
  scope: 'entity',
  code: 'LF109',
  of: ({ shape }) => names(shape),
  *check(entity) {
    for (const site of entity.sites) {
      const [to = ''] = site.ref.to;
      const said = to === '@metric' ? ofMetric(site) : to === '@rule' ? ofRule(site) : undefined;
      if (said) yield { ...said, span: { start: site.start, end: site.end } };
    }
  },
};

const NAMES: ReadonlySet<string> = new Set(['@metric', '@rule']);
const names = (shape: Shape): boolean => refers(shape, ({ to }) => NAMES.has(to[0] ?? ''));

type Saying = Omit<Said, 'span'>;

function ofMetric({ text: given }: Site): Saying | undefined {
  const parsed = parseMetric(given);
  if (parsed && metrics.some(({ id }) => id === parsed.id)) return undefined;
  const ids = metrics.map(({ id }) => id);
  const near = nearest(parsed?.id ?? given.replace(/\{.*$/s, '').trim(), ids);
  if (!parsed && (near === undefined || ids.includes(near)) && given.includes('{'))
    return { message: say('name.bad-filter', { given, form: 'training.coverage{wave=W1}' }) };
  if (near === undefined) return { message: say('name.no-metric', { given }) };
  const written = `${near}${parsed ? filterText(parsed.filter) : ''}`;
  return { message: say('name.no-metric-near', { given, near: written }), fix: { kind: 'replace', with: written } };
}

function ofRule({ text: given }: Site): Saying | undefined {
  const codes = catalog.map(({ code }) => code as string);
  if (codes.includes(given)) return undefined;
  const near = nearest(given, codes);
  if (near === undefined) return { message: say('name.no-rule', { given }) };
  return { message: say('name.no-rule-near', { given, near }), fix: { kind: 'replace', with: near } };
}

export const nameRules = [unknownName] as const;
