// The sample projects as they ship: clean but for the mistakes that their README lists, and clean all through their story.
import assert from 'node:assert/strict';
import { commitsOf } from '../../src/node/sample-commits';
import { type Files, readSample } from '../../src/node/sample-files';
import { findingsOf, lines, projectOf, shippedKinds } from '../core/support';

const projectWith = (files: Files) => projectOf(Object.fromEntries(files));

/** The rows of the README's tables of mistakes but for what the history shows: code and file, twice where a mistake
 * shows in two files. */
function listedMistakes(readme: string): readonly string[] {
  const rows = readme.matchAll(/^\| (LF\d{3}) \| ([^|]+) \|/gm);
  return [...rows]
    .flatMap(([, code = '', files = '']) => files.split('、').map((file) => `${code} ${file}`))
    .filter((one) => !one.startsWith('LF5'))
    .sort();
}

/** The story is told in steps, so that in between tasks are late, dates and people not yet agreed, and tests still to be
 * written, as they are. */
const MEANWHILE: ReadonlySet<string> = new Set(['LF203', 'LF209', 'LF211', 'LF212', 'LF304', 'LF701', 'LF811']);

for (const name of ['erp', 'his']) {
  describe(`the sample ${name}`, () => {
    const sample = readSample('media/samples', name);

    it('has the mistakes that its README lists and no others', () => {
      const project = projectWith(sample.files);
      const found = findingsOf(project).map(({ code, path }) => `${code} ${path}`);
      const readme = sample.files.get('README.md') ?? '';
      assert.deepEqual([...new Set(found)].sort(), listedMistakes(readme), lines(project).join('\n'));
    });

    it('is clean at every commit before the last', function () {
      this.timeout(60_000);
      const commits = commitsOf(sample.files, sample.history ?? '');
      for (const { message, files, date } of commits.slice(0, -1)) {
        const project = projectWith(files);
        const found = findingsOf(project, date.slice(0, 10)).filter(({ code }) => !MEANWHILE.has(code));
        assert.deepEqual(lines(project, found), [], message);
      }
    });
  });
}

describe('the samples', () => {
  for (const [name, least] of [
    ['erp', 300],
    ['his', 100],
  ] as const)
    it(`have entities of every kind: ${name}, ${least} or more`, () => {
      const project = projectWith(readSample('media/samples', name).files);
      const counts = new Map(shippedKinds().all.map((kind) => [kind.name, project.table(kind.name).length]));
      const empty = [...counts].filter(([, count]) => count === 0).map(([kind]) => kind);
      assert.deepEqual(empty, []);
      assert.ok([...counts.values()].reduce((sum, count) => sum + count, 0) >= least);
    });
});
