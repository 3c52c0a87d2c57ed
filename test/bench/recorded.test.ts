// What the bench says of its rows, and how it compares them with recorded ones. Nothing is measured here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { names } from './benches';
import { type Ratios, readRatios, recordedWith, regressions, told } from './recorded';
import { asJson, isMet, limit, type Row, type Target, table } from './row';

const row = (name: string, ours: number, theirs: number, target: Target): Row => ({
  name,
  work: 'something',
  ours,
  theirs,
  unit: 'ms',
  target,
});
const faster = (ours: number): Row => row('cold', ours, 1500, { kind: 'faster', atLeast: 15 });
const share = (ours: number): Row => row('key', ours, 1000, { kind: 'share', atMost: 1 });
const times = (ours: number): Row => row('growth', ours, 100, { kind: 'times', atMost: 11 });
const RECORDED = 'test/bench/recorded.json';

describe('a row of the bench', () => {
  it('meets its target or misses it', () => {
    assert.deepEqual([faster(100), faster(101)].map(isMet), [true, false]);
    assert.deepEqual([share(10), share(11)].map(isMet), [true, false]);
    assert.deepEqual([times(1100), times(1101)].map(isMet), [true, false]);
    assert.deepEqual([limit('m', 'memory', 300, 300, 'MB'), limit('m', 'memory', 301, 300, 'MB')].map(isMet), [
      true,
      false,
    ]);
    assert.equal(isMet(limit('x', 'never measured', Number.NaN, 300)), false);
  });

  it('is a line of the table, with floor and memory where there are any', () => {
    const rows = [{ ...faster(200), floor: 50, memory: 123.4 }, limit('paint', 'a picture', 499.9, 500)];
    assert.equal(
      table(rows),
      [
        'work                ours   theirs   ratio   floor  memory    target',
        'cold: something   200 ms  1500 ms  7.50 ×  4.00 ×  123 MB    ≥ 15 ×  missed',
        'paint: a picture  500 ms        –       –       –       –  ≤ 500 ms',
      ].join('\n'),
    );
  });

  it('is data too', () => {
    const { ratio, met, floor } = asJson({ ...times(123), floor: 7 });
    assert.deepEqual({ ratio, met, floor }, { ratio: 1.23, met: true, floor: 7 });
    assert.equal(asJson(limit('paint', 'a picture', 1, 2)).ratio, undefined);
  });
});

describe('recorded ratios', () => {
  const recorded: Ratios = { cold: 15, key: 1, growth: 10 };

  it('hold while nothing is more than 1.5 times worse', () => {
    assert.deepEqual(regressions([faster(150), share(15), times(1500)], recorded), []);
    assert.deepEqual(regressions([faster(1), share(0.1), times(10)], recorded), []);
  });

  it('are broken by what is worse, whichever way it is told', () => {
    const worse = regressions([faster(151), share(15.1), times(1501)], recorded);
    assert.deepEqual(
      worse.map(({ name }) => name),
      ['cold', 'key', 'growth'],
    );
    assert.equal(
      told(regressions([faster(200)], { cold: 15 })[0] ?? assert.fail()),
      'cold: 7.5, recorded as 15: 2.00 times worse (at most 1.5)',
    );
  });

  it('are broken by what was not measured', () => {
    const [first, ...others] = regressions([share(Number.NaN)], { key: 1, cold: 15 });
    assert.equal(told(first ?? assert.fail()), 'key: recorded as 1, and not measured now');
    assert.equal(others.length, 1);
  });

  it('are written in order, over earlier ones, without limits', () => {
    const text = recordedWith({ zebra: 2, cold: 99 }, [times(1234.56), faster(100), limit('paint', 'a picture', 1, 2)]);
    assert.equal(text, '{\n  "cold": 15,\n  "growth": 12.35,\n  "zebra": 2\n}\n');
    assert.deepEqual(readRatios(text), { cold: 15, growth: 12.35, zebra: 2 });
  });

  it('are nothing else than numbers with names', () => {
    for (const text of ['[]', '3', 'null', '{ "cold": "15" }', '{ "cold": 0 }', '{ "cold": null }', '{'])
      assert.throws(() => readRatios(text), text);
  });

  it('in the repository are of rows that there are', () => {
    const unknown = Object.keys(readRatios(readFileSync(RECORDED, 'utf8'))).filter((name) => !names.includes(name));
    assert.deepEqual(unknown, []);
  });
});

describe('the page of the bench', () => {
  for (const language of ['en', 'zh-cn']) {
    it(`explains every row and no other, ${language}`, () => {
      const lines = readFileSync(`media/docs/bench.${language}.md`, 'utf8').split('\n');
      const explained = lines
        .filter((line) => line.startsWith('| `'))
        .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
      assert.deepEqual([...explained].sort(), [...names].sort());
    });
  }

  it('names the command behind every figure: it states none of its own', () => {
    for (const language of ['en', 'zh-cn']) {
      const text = readFileSync(`media/docs/bench.${language}.md`, 'utf8');
      assert.doesNotMatch(text, /\d\s*(?:s|seconds|秒)\b/);
    }
  });

  it('and the workflow name options that there are', () => {
    const files = ['media/docs/bench.en.md', 'media/docs/bench.zh-cn.md', '.github/workflows/bench.yml'];
    const main = readFileSync('test/bench/main.ts', 'utf8');
    for (const file of files) {
      const used = [...readFileSync(file, 'utf8').matchAll(/npm run bench -- --([a-z]+)/g)].map(([, option]) => option);
      assert.ok(used.length, file);
      for (const option of used) assert.match(main, new RegExp(`\\b${option}: \\{ type:`), `${file}: ${option}`);
    }
  });
});
