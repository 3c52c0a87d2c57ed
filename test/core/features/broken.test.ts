// A cursor anywhere in a broken or hostile text: every question answers, and in good time.
import assert from 'node:assert/strict';
import { path } from '../../../src/core/model/id';
import { updated } from '../../../src/core/project/update';
import { generators } from '../../fuzz/damage';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';
import { HEAD, HOSTILE } from '../syntax/hostile';
import { askAbout, askAt, offered } from './questions';

const people = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: R-1\n    title: Robot\n';
const empty = projectOf({ 'people.yaml': people });
const file = path('r.yaml');
const opened = (text: string) => updated(empty, new Map([[file, { text }]]));

describe('a cursor in a broken text', function () {
  this.timeout(120_000);

  it('gets an answer to every question, a thousand times', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const dice = random(seed);
      const text = `kind: risks\n${(seed % 2 ? generators.mutated : generators.soup)(dice)}`.replaceAll('\r', '\n');
      const project = opened(text);
      const at = dice.below(text.length + 1);
      try {
        askAt(project, file, at);
        askAbout(project, file);
      } catch (error) {
        throw new Error(`Seed ${seed}, at ${at}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  for (const [name, [text]] of Object.entries(HOSTILE)) {
    it(`gets one in ${name}`, () => {
      const project = opened(text);
      for (const part of [0, 0.001, 0.5, 0.999, 1]) askAt(project, file, Math.floor(text.length * part));
      askAbout(project, file);
    });
  }

  it('is offered people although the text around it is broken', () => {
    const breaks = [
      '    title: "open\n',
      '    tags: [a, b\n',
      '    cause: : x\n',
      '  stray\n',
      '\tx: 1\n',
      '<<<<<<< HEAD\n',
      '   ? [\n',
    ];
    for (const one of breaks) {
      const before = `${HEAD}${one}  - id: R-2\n    owner: `;
      const labels = offered(opened(`${before}\n`), file, before.length)?.suggestions.map(({ label }) => label);
      assert.deepEqual(labels, ['li.wei', 'R-1'], one);
    }
  });

  it('is offered ids that are prefixes of each other, with dots, slashes, Chinese and emoji', () => {
    const ids = ['a', 'a.b', 'a.b.c', 'a.b/c', '患者', '患者.数据', '🙂', '🙂.ok', 'A-1', 'A-10', 'A-100'];
    const many = `kind: people\nitems:\n${ids.map((id) => `  - id: ${id}\n    title: Nobody\n`).join('')}`;
    const project = projectOf({ 'people.yaml': many });
    for (const id of ids) {
      for (let length = 1; length <= id.length; length++) {
        const text = `${HEAD}    owner: ${id.slice(0, length)}`;
        const found = offered(updated(project, new Map([[file, { text }]])), file, text.length)?.suggestions ?? [];
        assert.ok(
          found.some(({ label }) => label === id),
          `${id} at ${id.slice(0, length)}`,
        );
        if (length === id.length) assert.equal(found[0]?.label, id);
      }
    }
  });
});
