// The law of kept figures: after any edits each is what it is from scratch.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { metrics } from '../../../src/core/metrics';
import { keptFigures } from '../../../src/core/metrics/figures';
import { type Filter, noFilter, parseFilter } from '../../../src/core/metrics/filter';
import { plain, takes } from '../../../src/core/metrics/metric';
import { path } from '../../../src/core/model/id';
import { keyOf } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { readSample } from '../../../src/node/sample-files';
import { projectOf, worldAt } from '../support';

const files = Object.fromEntries(
  [...readSample('media/samples', 'his').files].map(([name, text]) => [name as string, text]),
);
const names = Object.keys(files).filter((name) => /\.ya?ml$/.test(name));
const filters: readonly Filter[] = [
  noFilter,
  parseFilter('wave=W1') ?? noFilter,
  parseFilter('module=pharmacy') ?? noFilter,
];
const asked = filters.flatMap((filter) =>
  metrics.filter((metric) => takes(metric, filter)).map((metric) => ({ metric, filter })),
);

/** Swaps an entity's line for another, doubles it, drops it, or changes a number, a day or an id in it. */
function edited(text: string, how: number, at: number): string {
  const lines = text.split('\n');
  const line = 2 + (at % Math.max(1, lines.length - 2));
  const changes: readonly ((given: string) => readonly string[])[] = [
    (given) => [given.replace(/\d+/, (found) => String(Number(found) + 1))],
    (given) => [given.replace(/status: \w+/, 'status: closed')],
    (given) => [given.replace(/W1|W2|REQ-\d+|pharmacy|outpatient/, (id) => (id === 'W1' ? 'W2' : 'W1'))],
    (given) => (given.startsWith('  - {') ? [given, given] : [given]),
    (given) => (given.startsWith('  - {') ? [] : [given]),
    (given) => [given.replace(/id: ([\w.-]+)/, 'id: $1x')],
  ];
  lines.splice(line, 1, ...(changes[how % changes.length]?.(lines[line] ?? '') ?? []));
  return lines.join('\n');
}

describe('kept figures', () => {
  it('are what they are from scratch, whatever was edited', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(5), fc.nat(60)), { minLength: 4, maxLength: 4 }),
        (edits) => {
          const kept = keptFigures();
          const texts = { ...files };
          let project = START;
          for (const [file, how, at] of edits) {
            const name = names[file] ?? '';
            texts[name] = edited(texts[name] ?? '', how, at);
            project = updated(project, new Map([[path(name), { text: texts[name] }]]));
            const world = worldAt(project);
            for (const { metric, filter } of asked) {
              const [mine, fresh] = [kept.of(world, metric, filter), metric.compute(world, filter)];
              assert.deepEqual(summary(mine), summary(fresh), `${metric.id} after ${name}`);
            }
          }
        },
      ),
      { numRuns: 250, seed: 20261116 },
    );
  }).timeout(120_000);

  it('are not computed again when something else changes', () => {
    const kept = keptFigures();
    const metric = metrics.find(({ id }) => id === 'risks.open-high') ?? assert.fail();
    const before = kept.of(worldAt(START), metric, noFilter);
    const text = edited(files['control/issues.yaml'] ?? '', 1, 4);
    const project = updated(START, new Map([[path('control/issues.yaml'), { text }]]));
    assert.equal(kept.of(worldAt(project), metric, noFilter), before);
  });
});

const START = projectOf(files);

const summary = (figure: ReturnType<(typeof metrics)[number]['compute']>): unknown =>
  figure.kind === 'n/a'
    ? [figure.why.id, figure.inputs.map(keyOf)]
    : [plain(figure.value), figure.inputs.map(keyOf), figure.lacking?.map(keyOf), figure.steps];
