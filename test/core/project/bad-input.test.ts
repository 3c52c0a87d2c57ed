// What people and programs put into registers: each gives a clear finding at its place, loses nothing else, and never
// hangs. Each also says how the healthy entity beside the trouble fares.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { lookUp } from '../../../src/core/project/project';
import { type Files, findingsOf, lines, projectOf } from '../support';

const good = (id: string): string =>
  `  - id: ${id}\n    title: Fine\n    probability: 3\n    impact: 3\n    status: open\n`;
const risks = (items: string): string => `kind: risks\nitems:\n${items}`;

/** The codes and places found in `r.yaml`, and whether the healthy entity R-1 is known. */
function said(text: string, more: Files = {}): { readonly found: readonly string[]; readonly healthy: boolean } {
  const project = projectOf({ 'r.yaml': text, ...more });
  const found = lines(project).map((line) => line.split(' ').slice(0, 2).join(' ').replace('r.yaml:', ''));
  for (const one of findingsOf(project))
    for (const language of ['en', 'zh-cn'] as const)
      assert.doesNotMatch(tell(one.message, language), /\{\w+\}|undefined|\[object/);
  return { found, healthy: lookUp(project, 'risks', 'R-1') !== undefined };
}

describe('bad input', () => {
  it('an empty file, a text and a list are not ours', () => {
    for (const text of ['', '\n\n', '# only a comment\n', 'text\n', '- a\n- b\n', '42\n'])
      assert.deepEqual(said(text).found, []);
  });

  it('but an include that names the file makes them so', () => {
    const manifest = { 'landfall.yaml': 'landfall: 1\nname: T\ninclude: [r.yaml]\n' };
    for (const text of ['', '- a\n', 'text\n', 'a: 1\n'])
      assert.deepEqual(said(text, manifest).found, ['1:1 LF010'], JSON.stringify(text));
  });

  it('two documents in one file', () => {
    const { found, healthy } = said(`${risks(good('R-1'))}---\nkind: risks\nitems: []\n`);
    assert.deepEqual([found, healthy], [['8:1 LF010'], true]);
  });

  it('an unknown kind, only beside items', () => {
    assert.deepEqual(said('kind: risk\nitems: []\n').found, ['1:7 LF002']);
    assert.deepEqual(said('kind: Deployment\nspec: {}\n').found, []);
    assert.deepEqual(said('kind: List\napiVersion: v1\nitems: []\n').found, []);
  });

  it('items that are a scalar, nothing or a mapping', () => {
    assert.deepEqual(said('kind: risks\nitems: none\n').found, ['2:8 LF010']);
    assert.deepEqual(said('kind: risks\nitems:\n').found, []);
    assert.deepEqual(
      said('kind: risks\nitems:\n  R-1:\n    title: x\n').found.map((one) => one.slice(-5)),
      ['LF010'],
    );
  });

  it('a bare dash and a text among the items', () => {
    const { found, healthy } = said(risks(`  -\n${good('R-1')}  - just text\n`));
    assert.deepEqual([found.map((one) => one.slice(-5)), healthy], [['LF010', 'LF010'], true]);
  });

  it('a key twice, an id twice in one file and in two', () => {
    assert.deepEqual(said(risks(`${good('R-1')}    impact: 4\n`)).found, ['8:5 LF004']);
    assert.deepEqual(said(risks(good('R-1') + good('R-1'))).found, ['3:9 LF007', '8:9 LF007']);
    assert.deepEqual(said(risks(good('R-1')), { 's.yaml': risks(good('R-1')) }).found, [
      '3:9 LF007',
      's.yaml:3:9 LF007',
    ]);
  });

  it('merge-conflict markers', () => {
    const { found, healthy } = said(
      risks(`${good('R-1')}<<<<<<< HEAD\n${good('R-2')}=======\n${good('R-3')}>>>>>>> theirs\n`),
    );
    assert.equal(healthy, true);
    assert.ok(
      found.some((one) => one.endsWith('LF003')),
      found.join(),
    );
    assert.ok(!found.some((one) => one.endsWith('LF001')), found.join());
  });

  it('tabs', () => {
    const { found, healthy } = said(risks(`${good('R-1')}  - id: R-2\n\ttitle: Tab\n`));
    assert.equal(healthy, true);
    assert.ok(found.includes('9:1 LF001'), found.join());
  });

  it('Windows and old Mac line ends, a byte order mark', () => {
    assert.deepEqual(said(risks(good('R-1')).replaceAll('\n', '\r\n')), { found: [], healthy: true });
    assert.deepEqual(said(`\uFEFF${risks(good('R-1'))}`), { found: [], healthy: true });
    assert.deepEqual(
      said(risks(good('R-1')).replaceAll('\n', '\r')).found.map((one) => one.slice(-5)),
      ['LF011'],
    );
  });

  it('a full-width colon and an ideographic space after a key', () => {
    const { found, healthy } = said(
      risks(`${good('R-1')}  - id: R-2\n    title：全角\n    probability: 3\n    impact: 3\n    status: open\n`),
    );
    assert.equal(healthy, true);
    assert.ok(
      found.some((one) => one.startsWith('9:') && one.endsWith('LF009')),
      found.join(),
    );
    const space = said(risks(good('R-1').replace('title: Fine', 'title:\u3000全角')));
    assert.ok(
      space.found.some((one) => one.startsWith('4:') && one.endsWith('LF009')),
      space.found.join(),
    );
  });

  it('__proto__ as a key and as an id', () => {
    assert.deepEqual(said(risks(`${good('R-1')}    __proto__: { x: 1 }\n`)).found, ['8:5 LF020']);
    assert.deepEqual(said(risks(good('__proto__') + good('R-1') + good('constructor'))), { found: [], healthy: true });
  });

  it('an alias bomb', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ];
    const { found, healthy } = said(
      risks(`${good('R-1')}  - id: R-2\n${bomb.map((line) => `    ${line}\n`).join('')}`),
    );
    assert.equal(healthy, true);
    assert.ok(
      found.some((one) => /LF0(?:06|12)$/.test(one)),
      found.slice(0, 5).join(),
    );
  });

  it('ten thousand levels', () => {
    const deep = said(risks(`${good('R-1')}  - id: R-2\n    x: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`));
    assert.equal(deep.healthy, true);
    assert.ok(
      deep.found.some((one) => one.endsWith('LF012')),
      deep.found.slice(0, 5).join(),
    );
  });

  it('a mapping of twenty thousand keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `    k${i}: ${i}\n`).join('');
    const { found, healthy } = said(risks(`${good('R-1')}  - id: R-2\n${keys}`));
    assert.equal(healthy, true);
    assert.ok(found.length > 0);
  });

  it('two hundred thousand lines', () => {
    const { found, healthy } = said(risks(Array.from({ length: 40_000 }, (_, i) => good(`R-${i}`)).join('')));
    assert.deepEqual([found, healthy], [[], true]);
  }).timeout(30_000);
});
