// Relative links of Markdown lead where they led, whatever moves.
import assert from 'node:assert/strict';
import nodePath from 'node:path';
import { finish } from '../../../src/core/base/work';
import { moveFiles } from '../../../src/core/features/move-files';
import { linkEdits } from '../../../src/core/features/moving/links';
import { path } from '../../../src/core/model/id';
import { applyEdits } from '../../../src/core/syntax/edit';
import { random } from '../../fuzz/random';
import { type Files, projectOf } from '../support';
import { applied } from './applied';

const GUIDE = `---
title: Guide
---

[Plan](../plan.md), ![picture](img/a%20b.png "A"), [part](./steps.md#two), [web](https://example.com/a.md), [top](#one)
[folder](../docs/), <../plan.md>, [angle](<../my plan.md>), [[plan]], [far](../../outside.md), [root](/plan.md), [odd](%zz.md)

[ref]: ../plan.md "Plan"

\`[code](../plan.md)\`

\`\`\`
[block](../plan.md)
\`\`\`
`;
const FILES: Files = {
  'docs/guide.md': GUIDE,
  'docs/steps.md': '---\ntitle: Steps\n---\n[back](guide.md) [图](img/图.png)\n',
  'plan.md': '---\ntitle: Plan\n---\n[guide](docs/guide.md#top)\n',
};

function moved(...moves: readonly (readonly [string, string])[]): Files {
  const edits = finish(moveFiles(projectOf(FILES), new Map(moves.map(([from, to]) => [path(from), path(to)]))));
  assert.ok(edits.ok);
  return applied(FILES, edits.value);
}

/** Signs that end a target in Markdown, or begin its question or part. */
const asWritten = (way: string): string => way.replace(/[#?() ]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

describe('relative links of Markdown', () => {
  it('follow the file that they name, with what stands behind it, and not in code', () => {
    const files = moved(['plan.md', 'plans/总 计划.md']);
    assert.equal(
      files['docs/guide.md'],
      GUIDE.replace('[Plan](../plan.md)', '[Plan](../plans/总%20计划.md)').replace(
        '[ref]: ../plan.md',
        '[ref]: ../plans/总%20计划.md',
      ),
    );
    assert.equal(files['docs/steps.md'], FILES['docs/steps.md']);
    assert.match(moved(['my plan.md', 'their plan.md'])['docs/guide.md'] ?? '', /\[angle\]\(<\.\.\/their plan\.md>\)/);
  });

  it('are written anew in a file that moves', () => {
    const files = moved(['docs/guide.md', 'handbook/en/guide.md']);
    const guide = files['docs/guide.md'] ?? '';
    assert.match(guide, /\[Plan\]\(\.\.\/\.\.\/plan\.md\), !\[picture\]\(\.\.\/\.\.\/docs\/img\/a%20b\.png "A"\)/);
    assert.match(
      guide,
      /\[part\]\(\.\.\/\.\.\/docs\/steps\.md#two\), \[web\]\(https:\/\/example\.com\/a\.md\), \[top\]\(#one\)/,
    );
    assert.match(guide, /\[folder\]\(\.\.\/\.\.\/docs\/\)/);
    assert.equal(files['plan.md'], FILES['plan.md']?.replace('docs/guide.md', 'handbook/en/guide.md'));
    assert.match(files['docs/steps.md'] ?? '', /\[back\]\(\.\.\/handbook\/en\/guide\.md\)/);
  });

  it('stay as they are among files that move together', () => {
    const files = moved(['docs', 'handbook']);
    assert.equal(files['docs/guide.md'], GUIDE.replace('[folder](../docs/)', '[folder](../handbook/)'));
    assert.equal(files['docs/steps.md'], FILES['docs/steps.md']);
  });

  it('lead where they led after any move', () => {
    const names = ['a.md', 'b.md', 'x/a.md', 'x/b.md', 'x/y/c.md', 'z/d e.md', 'z/图.png', 'z/50% (b) #1?.md'];
    const folders = ['', 'x/', 'x/y/', 'n/', 'n/m/'];
    for (let seed = 0; seed < 2000; seed++) {
      const pick = random(seed);
      const [file, target] = [pick.pick(names), pick.pick(names)];
      const moves = new Map<string, string>();
      for (const one of [file, target])
        if (pick.chance(0.6))
          moves.set(one, `${pick.pick(folders)}${pick.pick(['new name', 'new', '新 (1) #2 3%25?'])}${moves.size}.md`);
      const way = nodePath.posix.relative(nodePath.posix.dirname(file), target);
      const raw = way.replace(/[%#?]/g, encodeURIComponent);
      const written = pick.chance(0.3) ? `<${raw}#p>` : `${asWritten(pick.chance(0.5) ? encodeURI(way) : raw)}#p`;
      const text = `a [link](${written}) b`;
      const after = applyEdits(
        text,
        linkEdits(text, path(file), (one) => moves.get(one)),
      );
      const found = /\]\((?:<([^>]*)#p>|([^()]*)#p)\) b$/.exec(after) ?? assert.fail(after);
      const home = moves.get(file) ?? file;
      const leads = nodePath.posix.join(nodePath.posix.dirname(home), decodeURIComponent(found[1] ?? found[2] ?? ''));
      assert.equal(leads, moves.get(target) ?? target, `seed ${seed}: ${text} → ${after}`);
      if (!moves.size) assert.equal(after, text);
    }
  });
});
