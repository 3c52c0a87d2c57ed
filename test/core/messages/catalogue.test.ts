// Both languages say the same things: the same gaps, no half-width punctuation between Chinese characters.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../src/core/messages/catalogue';
import { languageOf, say, tell } from '../../../src/core/messages/message';

const gaps = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '').sort();

describe('messages', () => {
  it('have the same gaps in English and in Chinese', () => {
    for (const [id, [en, zh]] of Object.entries(catalogue)) {
      assert.deepEqual([...new Set(gaps(zh))], [...new Set(gaps(en))], id);
      assert.ok(en.length > 0 && zh.length > 0, id);
    }
  });

  it('use full-width punctuation in Chinese sentences', () => {
    const wrong = Object.entries(catalogue).filter(([, [, zh]]) =>
      /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(zh.replace(/`[^`]*`/g, '')),
    );
    assert.deepEqual(
      wrong.map(([id]) => id),
      [],
    );
  });

  it('are all used, and not said twice', () => {
    const source = sourceFiles('src')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const unused = Object.keys(catalogue).filter(
      (id) => !/^(?:LF\d|format\.|type\.)/.test(id) && !source.includes(`'${id}'`) && !usedByPattern(id, source),
    );
    assert.deepEqual(unused, []);
  });

  it('fill gaps with texts, lists and other messages', () => {
    const message = say('schema.type', { field: 'impact', wanted: [say('type.number')], given: say('type.string') });
    assert.equal(tell(message, 'en'), '`impact` must be a number, not text.');
    assert.equal(tell(message, 'zh-cn'), '`impact` 应为数字，而不是文本。');
  });

  it('take a locale for its language', () => {
    assert.deepEqual(['zh-CN', 'zh_CN.UTF-8', 'en', 'C', undefined].map(languageOf), [
      'zh-cn',
      'zh-cn',
      'en',
      'en',
      'en',
    ]);
  });
});

// Ids put together of a prefix and a name, such as `status.${state}`.
const usedByPattern = (id: string, source: string): boolean =>
  source.includes(`\`${id.slice(0, id.indexOf('.') + 1)}\${`);

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes(`messages${path.sep}`) && !name.includes('generated'))
    .map((name) => path.join(folder, name));
