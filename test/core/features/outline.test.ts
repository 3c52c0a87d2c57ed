// Outline, folding and growing selections of registers, also of half-typed ones.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { folding } from '../../../src/core/features/folding';
import { outline, type OutlineItem } from '../../../src/core/features/outline';
import { selections } from '../../../src/core/features/selection';
import { symbols } from '../../../src/core/features/symbols';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';

const RISKS = `kind: risks
items:
  # about one
  # and more
  - id: R-1   # c
    title: 历史患者主数据重复
    description: |
      one: x
      two
    inherent:
      probability: 3
    links:
    - "A b"
    - li

  # about two
  - id: R-2
    owner: li
# the end
`;
const MANIFEST = 'landfall: 1\nname: T\nphases:\n  - id: p\n    title: P\n';

const of = (text: string) => projectOf({ 'risks.yaml': text });
const RISK_FILE = path('risks.yaml');

function drawn(text: string, items: readonly OutlineItem[] | undefined, indent = ''): readonly string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return (items ?? []).flatMap(({ name, detail, span, mark, children }) => [
    `${indent}${name} ${detail} ${lineOf(span.start)}-${lineOf(span.end)} «${text.slice(mark.start, mark.end)}»`,
    ...drawn(text, children, `${indent}  `),
  ]);
}

describe('the outline', () => {
  it('has the entities and below them their fields', () => {
    assert.deepEqual(drawn(RISKS, finish(outline(of(RISKS), RISK_FILE))), [
      'R-1 历史患者主数据重复 5-14 «R-1»',
      '  description | 7-9 «description»',
      '  inherent  10-11 «inherent»',
      '  links  12-14 «links»',
      'R-2  17-18 «R-2»',
      '  owner li 18-18 «owner»',
    ]);
  });

  it('has the entities inside the manifest below their field', () => {
    assert.deepEqual(
      drawn(MANIFEST, finish(outline(projectOf({ 'landfall.yaml': MANIFEST }), path('landfall.yaml')))),
      ['landfall 1 1-1 «landfall»', 'name T 2-2 «name»', 'phases  3-5 «phases»', '  p P 4-4 «p»'],
    );
  });

  it('stays there while an entity is broken, and holds what it selects whatever is typed', () => {
    const broken = RISKS.replace('owner: li', 'owner: [li');
    assert.equal(finish(outline(of(broken), RISK_FILE))?.length, 2);
    for (let end = 0; end <= RISKS.length; end++) {
      const text = RISKS.slice(0, end);
      const inside = (items: readonly OutlineItem[]): boolean =>
        items.every(({ span, mark, children }) => span.start <= mark.start && mark.end <= span.end && inside(children));
      const project = of(text);
      assert.ok(inside(finish(outline(project, RISK_FILE)) ?? []), text);
      finish(folding(project, RISK_FILE));
      selections(project, RISK_FILE, end);
    }
  });
});

describe('folding', () => {
  it('takes entities, groups, lists and comments, and leaves what follows alone', () => {
    assert.deepEqual(
      finish(folding(of(RISKS), RISK_FILE)).map(({ kind, start, end }) => `${kind} ${start + 1}-${end + 1}`),
      ['block 2-18', 'comment 3-4', 'block 5-14', 'block 7-9', 'block 10-11', 'block 12-14', 'block 17-18'],
    );
  });
});

describe('a selection', () => {
  it('grows from the letters to the file', () => {
    const at = RISKS.indexOf('A b') + 1;
    const grown = selections(of(RISKS), RISK_FILE, at).map(({ start, end }) => RISKS.slice(start, end));
    assert.deepEqual(grown.slice(0, 2), ['A b', '"A b"']);
    assert.ok(grown[3]?.startsWith('links:') && grown[3].endsWith('- li'), grown[3]);
    assert.ok(grown[4]?.startsWith('id: R-1') && grown[4].endsWith('- li'), grown[4]);
    assert.equal(grown.at(-1), RISKS);
  });
});

describe('search by symbol', () => {
  it('finds Chinese by pairs, ids by their beginning, and nothing for nothing', () => {
    const project = of(RISKS);
    assert.deepEqual(
      finish(symbols(project, '患者数据')).map(({ id }) => id),
      ['R-1'],
    );
    assert.deepEqual(
      finish(symbols(project, 'r-')).map(({ id }) => id),
      ['R-1', 'R-2'],
    );
    assert.deepEqual(finish(symbols(project, ' ')), []);
  });
});

describe('Markdown', () => {
  const project = projectOf({
    'with.md': '---\ntitle: Guide\n---\n\n# One\n\n[[without]]\n',
    'without.md': '# Two\n\nSee [[with]].\n',
    'half.md': '---\ntitle: Half\n\n# Three\n',
  });
  const all = ['with.md', 'without.md', 'half.md'].map((name) => path(name));

  it('has its headings for an outline, which the editor knows', () => {
    assert.deepEqual(
      all.map((file) => finish(outline(project, file))),
      [undefined, undefined, undefined],
    );
  });

  it('folds its front matter where it has one, and grows no selections of ours without it', () => {
    assert.deepEqual(
      all.map((file) => finish(folding(project, file)).length),
      [1, 0, 0],
    );
    assert.deepEqual(
      all.map((file) => selections(project, file, 3).length > 0),
      [true, false, false],
    );
  });

  it('is found by symbol when a front matter makes it an article', () => {
    assert.deepEqual(
      ['Guide', 'without', 'Half'].map((query) => finish(symbols(project, query)).map(({ id }) => id)),
      [['with'], [], []],
    );
  });
});
