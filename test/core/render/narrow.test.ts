// The schedule and the runbook on terminals of any width: no line is longer, and every task keeps its bar.
import assert from 'node:assert/strict';
import { cutoverText } from '../../../src/core/render/cutover';
import { plain } from '../../../src/core/render/ink';
import { scheduleText } from '../../../src/core/render/schedule';
import { widthOf } from '../../../src/core/render/width';
import { clockText, cutoverOf } from '../../../src/core/schedule/cutover';
import { scheduleView } from '../../../src/core/views/schedule';
import { readSample } from '../../../src/node/sample-files';
import { projectOf, worldAt } from '../support';

describe('charts in a terminal', () => {
  const project = projectOf(Object.fromEntries(readSample('media/samples', 'erp').files));
  const world = worldAt(project);
  const cutover = (columns: number): string => {
    const wave = project.table('waves').find(({ id }) => id === 'W1');
    assert.ok(wave);
    return cutoverText(cutoverOf(project, wave, 0), project, clockText(project), {
      language: 'zh-cn',
      ink: plain,
      columns,
    });
  };
  const table = (text: string): readonly string[] => text.split('\n\n')[0]?.split('\n') ?? [];

  for (const columns of [80, 100, 132, 200]) {
    it(`fit ${columns} columns`, () => {
      for (const [text, from] of [
        [scheduleText(scheduleView(world), 'zh-cn', plain, columns), 1],
        [cutover(columns), 2],
      ] as const) {
        const rows = table(text)
          .slice(from)
          .filter((row) => row !== '');
        assert.ok(rows.length > 5);
        for (const row of rows) {
          assert.ok(widthOf(row) <= columns, row);
          assert.match(row, /[-=#~*]$|\|$/, row);
          assert.doesNotMatch(row.slice(-3), /…/);
        }
      }
    });
  }
});
