// What a hover says, in both languages, and that nothing out of a file becomes more than text.
import assert from 'node:assert/strict';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { hover } from '../../src/core/features/hover';
import { type Language, tell } from '../../src/core/messages/message';
import { path } from '../../src/core/model/id';
import { hoverText } from '../../src/vscode/hover-text';
import { escaped, prose } from '../../src/vscode/markdown';
import { projectOf, worldAt } from '../core/support';

const evil = '[x](command:evil) <b>**bold**</b> ![i](http://x/y.png) `c` &lt; | $(bug)';
const files = {
  'people.yaml': `kind: people\nitems:\n  - id: li.wei\n    title: "${evil}"\n`,
  't.yaml':
    'kind: actions\nitems:\n  - id: A-1\n    title: Do it\n    owner: li.wei\n    due: 2026-12-01\n    from: R-1\n',
};
const risk = (rest: string): string =>
  `kind: risks\nitems:\n  - id: R-1\n    title: One\n    probability: 3\n    impact: 9\n    status: open\n    owner: li.wei\n${rest}`;

function said(marked: string, language: Language = 'en'): string {
  const offset = marked.indexOf('¦');
  const project = projectOf({ ...files, 'risks.yaml': marked.replace('¦', '') });
  const found = hover(project, path('risks.yaml'), offset);
  if (!found) return '';
  const speaker = { language, tell: (message: Parameters<typeof tell>[0]) => tell(message, language) };
  return hoverText(found, project, finish(checker().check(worldAt(project))), speaker);
}

describe('the text of a hover', () => {
  it('explains a field: what it takes, its unit, its limits', () => {
    assert.match(
      said(risk('    stat¦us: open\n').replace('    status: open\n', '')),
      /\*\*Status\*\* `status` · required/,
    );
    assert.match(said(risk('    cost_im¦pact: 3\n')), /Unit: money/);
    assert.match(said(risk('    target: { imp¦act: 3 }\n')), /From 1 to 5/);
    assert.match(said(risk('    thre¦atens: []\n'), 'zh-cn'), /`threatens`/);
    assert.match(said(risk('').replace('owner', 'ow¦ner'), 'zh-cn'), /引用：人员/);
  });

  it('tells a metric with its value, its formula and its filters', () => {
    const text = said(
      risk('    trigger: risks.open-high > 3\n').replace(
        'kind: risks\nitems:',
        'kind: gates\nitems:\n  - id: G-1\n    criteria: [{ metric: risks.open-¦high }]',
      ),
    );
    assert.match(
      text,
      /^\*\*High risks open\*\* `risks\.open-high`: \*\*n\/a\\: The register has no entries\\\.\*\*\n\nFormula: Open or monitored/,
    );
  });

  it('shows an entity with who refers to it and what was found about it', () => {
    const text = said(risk('').replace('R-1', 'R¦-1'));
    assert.match(text, /\*\*One\*\* `R-1` · Risk/);
    assert.match(
      text,
      /Referred to by 1: Actions \(1\)\n\n- \[A\\-1 Do it\]\(command:landfall\.openEntity\?%5B%22actions%2FA-1%22%5D\)/,
    );
    assert.match(text, /Findings: 1\n\n- \[LF\d+\]\(command:landfall\.explainRule\?%5B%22LF\d+%22%5D\) /);
    assert.match(said(risk('').replace('R-1', 'R¦-1'), 'zh-cn'), /检查结果：1 条[\s\S]*被 1 个条目引用：行动项（1）/);
  });

  it('lets nothing out of a file be more than text', () => {
    const text = said(risk('').replace('li.wei', 'li¦.wei'));
    const plain = text
      .replace(/\\./g, '')
      .replaceAll(/\]\(command:landfall\.(?:openEntity|explainRule)\?[\w%.~-]*\)/g, '');
    assert.doesNotMatch(plain, /command:|<b>|!\[|\*\*bold|\$\(|http:|&lt/);
    assert.equal(escaped('a\nb'), 'a; b');
    assert.equal(prose('See `5d` *now*'), 'See `5d` \\*now\\*');
  });
});
