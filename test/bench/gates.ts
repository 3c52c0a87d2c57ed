// Everything that is asked of a project of 40,000 entities: rules, every metric and every gate, beside the check alone; and
// the same after one edit, where only what the edit touches is asked again.
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { type Path, path as pathOf } from '../../src/core/model/id';
import { known } from '../../src/core/project/known';
import type { Project } from '../../src/core/project/project';
import { emptyProject, updated } from '../../src/core/project/update';
import { worldOf } from '../../src/core/project/world';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { gateReports } from '../../src/core/views/gates';
import { metricReports } from '../../src/core/views/metrics';
import { random } from '../fuzz/random';
import { ENTITIES } from './check';
import { generate } from './corpus/generate';
import { median } from './processes';
import { type Bench, limit, type Row } from './row';

const EDITS = 60;

const GATES = `kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    criteria:
      - { metric: issues.open-critical, equals: 0, must: true }
      - { metric: tests.pass-rate, at_least: 95, must: true }
      - { metric: training.coverage, at_least: 95, must: true }
      - { metric: scope.confirmed, at_least: 80, must: true }
      - { metric: access.unwaived, equals: 0, must: true }
      - { rule: LF401, must: true }
      - { text: Rehearsed, met: true, by: a, must: true }
    approvals: [{ person: a, verdict: go }]
`;

type Sources = ReadonlyMap<Path, { readonly text: string }>;

const sourcesOf = (): Sources =>
  new Map([
    ...[...generate(ENTITIES).files].map(([file, text]) => [pathOf(file), { text }] as const),
    [pathOf('gates.yaml'), { text: GATES }] as const,
  ]);

/** What is asked of each project in turn; answers with the milliseconds that the check alone and all of it took. */
function asker(files: Sources) {
  const { check } = checker();
  const all = known(new Set(files.keys()));
  return (project: Project): { readonly check: number; readonly all: number } => {
    const since = performance.now();
    const checked = finish(check(worldOf(project, 0, '2026-11-16', all)));
    const between = performance.now();
    finish(metricReports(checked.world, checked.figures));
    finish(gateReports(checked));
    return { check: between - since, all: performance.now() - since };
  };
}

/** Another character in a title, an owner or an id, anywhere in the project. */
function edited(sources: Sources, number: number): readonly [Path, string] {
  const names = [...sources.keys()].filter((file) => file.endsWith('.yaml') && file !== 'landfall.yaml');
  const dice = random(number);
  for (;;) {
    const file = names[dice.below(names.length)] ?? names[0];
    const text = (file && sources.get(file)?.text) ?? '';
    const field = ['title: ', 'status: ', 'id: '][number % 3] ?? '';
    const at = text.indexOf(field, dice.below(text.length));
    if (!file || at < 0) continue;
    const end = text.indexOf('\n', at) - 1;
    return [file, text.slice(0, end) + (text[end] === '7' ? '8' : '7') + text.slice(end + 1)];
  }
}

export const gates: Bench = {
  names: ['all-answers', 'answers-edit', 'answers-worst'],
  async run({ rounds, asked }) {
    const sources = sourcesOf();
    const kinds = loadKinds(builtIn);
    const plain: number[] = [];
    const whole: number[] = [];
    const edits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const since = performance.now();
      let project = updated(emptyProject(kinds), sources);
      const opened = performance.now() - since;
      const ask = asker(sources);
      const first = ask(project);
      plain.push(opened + first.check);
      whole.push(opened + first.all);
      // What rounds before left behind is no part of an edit.
      globalThis.gc?.();
      const texts = new Map(sources);
      for (let at = 0; at < EDITS; at++) {
        const [file, text] = edited(texts, round * EDITS + at);
        texts.set(file, { text });
        const begun = performance.now();
        project = updated(project, new Map([[file, { text }]]));
        ask(project);
        edits.push(performance.now() - begun);
      }
    }
    const rows: readonly Row[] = [
      {
        name: 'all-answers',
        work: `rules, metrics and gates over ${ENTITIES} entities, beside reading and checking alone`,
        ours: median(whole),
        theirs: median(plain),
        unit: 'ms',
        target: { kind: 'times', atMost: 1.5 },
      },
      limit('answers-edit', 'rules, metrics and gates after one edit', median(edits), 30),
      limit('answers-worst', 'rules, metrics and gates after one edit, the worst', Math.max(...edits), 100),
    ];
    return rows.filter(({ name }) => asked(name));
  },
};
