// A Gantt chart as pictures and pages: whole names, harmless texts, signs beside colours, dates where they belong.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { dayNumber } from '../../../src/core/base/days';
import { tell } from '../../../src/core/messages/message';
import { ganttLegend, ganttRefusal, rowWords } from '../../../src/core/render/gantt';
import { ganttHtml } from '../../../src/core/render/gantt-html';
import { freeStretches, ROW, scaleOf, ticksOf } from '../../../src/core/render/gantt-layout';
import { linkShapes, shapesOf } from '../../../src/core/render/gantt-shapes';
import { ganttSvg, sideOf } from '../../../src/core/render/gantt-svg';
import { ems, shortened } from '../../../src/core/render/measure';
import type { Gantt, GanttRow } from '../../../src/core/views/gantt';
import { zooms } from '../../../src/core/views/gantt-query';
import { hostile } from './matrix-model';

const on = (text: string): number => dayNumber(text) ?? 0;

const row = (id: string, first: string, last: string, more: Partial<GanttRow> = {}): GanttRow => ({
  key: `tasks/${id}`,
  kind: 'task',
  id,
  title: id,
  level: 0,
  first: on(first),
  last: on(last),
  days: 3,
  percent: 0,
  float: 2,
  critical: false,
  done: false,
  base: undefined,
  start: '',
  finish: '',
  owner: '',
  after: '',
  ...more,
});

const LONG = '财务月结与合并报表抵销扩展（含内部往来对账、汇率重估与固定资产折旧）的配置、开发与联调测试';
const chartOf = (rows: readonly GanttRow[], links: Gantt['links'] = []): Gantt => ({
  title: '甘特图：恒岳',
  facts: ['状态日期：2026-03-04'],
  notes: [],
  rows,
  links,
  on: on('2026-03-04'),
  first: Math.min(...rows.map(({ first }) => first)),
  last: Math.max(...rows.map(({ last }) => last)),
  free: [on('2026-02-28'), on('2026-03-01'), on('2026-03-07'), on('2026-03-08')],
});
const plan = chartOf(
  [
    row('S', '2026-03-02', '2026-03-10', { kind: 'summary', title: '配置', percent: 33, critical: true, float: -2 }),
    row('A', '2026-03-02', '2026-03-03', { level: 1, percent: 100, done: true, float: undefined, title: LONG }),
    row('B', '2026-03-05', '2026-03-10', {
      level: 1,
      critical: true,
      float: -2,
      percent: 25,
      base: [on('2026-03-04'), on('2026-03-06')],
    }),
    row('M', '2026-03-11', '2026-03-11', { kind: 'milestone', critical: true, float: 0 }),
  ],
  [
    { from: 1, to: 2, type: 'FS', critical: false },
    { from: 2, to: 3, type: 'FS', critical: true },
  ],
);

describe('a picture of a Gantt chart', () => {
  const nasty = chartOf(hostile.map((text) => row(text, '2026-03-02', '2026-03-03', { owner: text, after: text })));

  for (const [name, chart] of Object.entries({ plan, nasty }))
    it(`is well formed, and has nothing that could run or load: ${name}`, async () => {
      const [page, picture] = [ganttHtml(chart, 'week', 'zh-cn'), ganttSvg(chart, 'week', 'zh-cn')];
      for (const text of [page, picture]) {
        assert.doesNotMatch(
          text,
          /<script|<img|<\w+(?:\s+[\w-]+="[^"]*")*\s+on\w+=|url\(|@import|\u202e|NaN|Infinity/i,
        );
        assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /https?:/);
      }
      const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xs:element name="svg"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;
      const { valid, errors } = await validateXML({ xml: { fileName: 'g.svg', contents: picture }, schema });
      assert.ok(valid, JSON.stringify(errors));
    });

  it('shortens names that have no room, with the whole in a title', () => {
    const picture = ganttSvg(plan, 'week', 'zh-cn');
    assert.ok(picture.includes(`<title>A ${LONG}</title>`));
    const [shown] = /A 财务[^<]*…/.exec(picture) ?? [];
    assert.ok(shown && ems(shown) * 12 <= sideOf(plan.rows));
    assert.ok(picture.includes('>S 配置<'));
  });

  it('says with signs what it says with colours', () => {
    assert.deepEqual(
      plan.rows.map((one) => shapesOf(one, scaleOf(plan, 'week')).find(({ tag }) => tag === 'text')?.text),
      ['⚑-2 · 33 %', '✓', '⚑-2 · 25 %', '⚑'],
    );
    assert.ok(shapesOf(plan.rows[2] as GanttRow, scaleOf(plan, 'week')).some(({ of }) => of === 'hatch'));
    assert.equal(
      rowWords(plan.rows[2] as GanttRow, 'en'),
      'B: 2026-03-05 to 2026-03-10, 25 %, critical, float -2 d; baseline 2026-03-04 to 2026-03-06',
    );
    assert.equal(rowWords(plan.rows[1] as GanttRow, 'zh-cn'), `A ${LONG}：2026-03-02 至 2026-03-03，100 %，已完成`);
    assert.deepEqual(
      ganttLegend(plan, 'en').map(({ words }) => words),
      [
        'task, the part done filled',
        'critical: no float',
        'summary',
        'milestone',
        'baseline',
        'status date',
        'non-working days',
      ],
    );
  });

  it('has every fact in the table of its page', () => {
    const page = ganttHtml(plan, 'month', 'en');
    assert.match(
      page,
      /<tr><th scope="row" style="padding-inline-start:24px">B<\/th><td class="d">2026-03-05<\/td><td class="d">2026-03-10<\/td><td class="n">3<\/td><td class="n">25 %<\/td><td class="n">-2<\/td><td class="d">⚑ yes<\/td><td class="d">2026-03-04<\/td>/,
    );
    assert.match(page, /<svg xmlns/);
  });

  it('is refused where it is empty or too large, with the way out', () => {
    const far = chartOf([row('A', '1900-01-01', '1900-01-02'), row('B', '2999-01-01', '2999-01-02')]);
    const why = ganttRefusal(far, 'day');
    assert.match(why ? tell(why, 'en') : '', /^The chart would be 96\d{5} × .* coarser zoom/);
    assert.equal(ganttRefusal(plan, 'day'), undefined);
    assert.match(tell(ganttRefusal({ ...plan, rows: [] }, 'day') ?? assert.fail(), 'zh-cn'), /^还没有任务/);
  });
});

describe('where things are in a Gantt chart', () => {
  const days = fc.integer({ min: -200_000, max: 300_000 });

  it('puts dates above their days, without a gap', () => {
    fc.assert(
      fc.property(days, fc.nat(3000), fc.constantFrom(...zooms), (first, length, zoom) => {
        const scale = scaleOf({ first, last: first + length, on: first }, zoom);
        const { major, minor } = ticksOf(scale, 0, scale.width);
        for (const ticks of [major, minor]) {
          assert.equal(ticks[0]?.x, 0);
          ticks.forEach(({ x, width }, at) => {
            const before = ticks[at - 1];
            assert.ok(width > 0 && (!before || Math.abs(before.x + before.width - x) < 1e-6));
          });
          const last = ticks.at(-1);
          assert.ok(last && last.x + last.width >= scale.width);
        }
        assert.ok(scale.x(first) >= 0 && scale.x(first + length + 1) <= scale.width);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('names days, weeks, months and quarters as registers do', () => {
    const labels = (zoom: (typeof zooms)[number]) => {
      const { major, minor } = ticksOf(scaleOf(plan, zoom), 0, 220);
      return `${major.map(({ label }) => label).join(' ')} | ${minor
        .slice(0, 3)
        .map(({ label }) => label)
        .join(' ')}`;
    };
    assert.equal(labels('day'), '2026-03 | 01 02 03');
    assert.equal(labels('week'), '2026-02 2026-03 | 02-23 03-02 03-09');
    assert.equal(labels('month'), '2026 | 02 03 04');
    assert.equal(labels('quarter'), '2026 | Q1 Q2 Q3');
  });

  it('shades what lies in sight and is free', () => {
    const scale = scaleOf(plan, 'day');
    assert.deepEqual(
      freeStretches(plan, scale, 0, scale.width).map(({ x, width }) => [x / 24, width / 24]),
      [
        [0, 1],
        [6, 2],
      ],
    );
    assert.deepEqual(freeStretches(plan, scale, 5000, 6000), []);
    assert.deepEqual(freeStretches(plan, scaleOf(plan, 'quarter'), 0, 6000), []);
  });

  it('leads every link from the one bar to the other', () => {
    const end = fc.record({ row: fc.nat(50), from: fc.integer({ min: 0, max: 900 }), length: fc.nat(300) });
    fc.assert(
      fc.property(end, end, fc.constantFrom('FS', 'SS', 'FF', 'SF'), (a, b, type) => {
        const [before, after] = [a, b].map(({ row: at, from, length }) => ({ row: at, from, to: from + length }));
        const [line] = linkShapes(before ?? assert.fail(), after ?? assert.fail(), type, false);
        const numbers =
          String(line?.at.d)
            .match(/-?[\d.]+/g)
            ?.map(Number) ?? [];
        const begin = type === 'FS' || type === 'FF' ? before?.to : before?.from;
        const goal = type === 'FS' || type === 'SS' ? after?.from : after?.to;
        assert.deepEqual([numbers[0], numbers[1], numbers.at(-1)], [begin, (before?.row ?? 0) * ROW + 11, goal]);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('shortens a text to its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const short = shortened(text, most);
        assert.ok(ems(short) <= most || short === '…');
        assert.ok(short === text || text.startsWith(short.slice(0, -1)));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
