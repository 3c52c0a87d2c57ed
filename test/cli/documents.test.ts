// What the documents tell people to type: every command line is one that Landfall takes, every recipe is YAML, and both
// languages tell the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { landfall } from './landfall';

const PAGES = ['README.md', 'media/docs/pipelines.en.md', 'media/docs/pipelines.zh-cn.md'] as const;
const RECIPES = ['media/docs/pipelines.en.md', 'media/docs/pipelines.zh-cn.md'] as const;

interface Block {
  readonly language: string;
  readonly text: string;
}

const blocksOf = (page: string): readonly Block[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));

/** The words of each call of `landfall` in a text, without what the shell does with its output. */
const callsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^[ -]*(?:run: )?landfall (.*)$/gm)].map(([, rest = '']) =>
    (rest.replace(/\s[>|#].*$/, '').match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
  );

/** The same in the page of the other language: commands and structure, without remarks and `--lang`. */
const bare = ({ text }: Block): string => text.replace(/ *#.*$/gm, '').replaceAll(' --lang zh', '');

describe('the documents', () => {
  it('show command lines that Landfall takes', async () => {
    const calls = PAGES.flatMap((page) => blocksOf(page).flatMap(({ text }) => callsIn(text)));
    const distinct = [...new Map(calls.map((words) => [words.join(' '), words])).values()];
    assert.ok(distinct.length > 20, String(distinct.length));
    for (const words of distinct) {
      const { code, err } = await landfall([...words, '--help']);
      assert.deepEqual({ code, err }, { code: 0, err: '' }, `landfall ${words.join(' ')}`);
    }
  }).timeout(120_000);

  it('have recipes that are whole, with actions that nobody can move', () => {
    for (const page of RECIPES) {
      const recipes = blocksOf(page).filter(({ language }) => language === 'yaml');
      assert.equal(recipes.length, 3, page);
      for (const { text } of recipes) {
        assert.equal(typeof parse(text), 'object');
        assert.match(text, /landfall review .* --format markdown/);
        assert.match(text, /landfall check .*--changed/);
        for (const [, used = ''] of text.matchAll(/uses: (.*)/g)) assert.match(used, /@[0-9a-f]{40} # v\d/);
      }
    }
  });

  it('tell the same in both languages', () => {
    const [en, zh] = RECIPES.map((page) => blocksOf(page).map(bare));
    assert.deepEqual(zh, en);
  });

  it('run here what they recommend', () => {
    const workflow = readFileSync('.github/workflows/sample.yml', 'utf8');
    const [recipe = ''] = blocksOf(RECIPES[0]).map(({ text }) => text);
    const jobs = (text: string) => Object.keys((parse(text) as { readonly jobs: object }).jobs);
    assert.deepEqual(jobs(workflow), jobs(recipe));
    const actions = (text: string) => new Set(text.match(/uses: .*/g));
    assert.deepEqual(actions(workflow), actions(recipe));
  });
});
