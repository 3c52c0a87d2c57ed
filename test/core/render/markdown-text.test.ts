// Texts of registers in Markdown: whatever they hold, they are shown as they are and mean nothing.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { escaped, shortened } from '../../../src/core/render/markdown-text';
import { harmless } from '../../../src/core/render/width';

const page = new MarkdownIt({ html: true, linkify: true });

/** What a platform makes of a text that stands in bold in an item of a list, as our comments have it. */
const shown = (text: string): string => page.render(`- changed **${escaped(text)}** and on\n`);

/** The same as a person reads it, without the signs that nobody sees. */
const read = (text: string): string =>
  shown(text)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .trim();

const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</strong></li></ul><script>alert(1)</script>',
  '<!-- hidden',
  '![x](https://evil.example/track.png)',
  '[click](javascript:alert(1))',
  '[ref]: https://evil.example',
  'https://evil.example/?a=b and www.evil.example, WWW.evil.example',
  '<https://evil.example>',
  'someone@evil.example @admin @org/team',
  'fixes #12, org/repo#34',
  'a | b || c \\| d',
  '**bold** __bold__ *i* _i_ ~~gone~~ ***',
  'a\n\n# heading\n- item\n> quote\n/close',
  '``` \n<b>code</b>\n```',
  '$x^2$ costs $100',
  '&lt;b&gt; &amp; &#60;b> &',
  '\\',
  '\\*not escaped twice\\',
  ':smile: 中文，“引号”',
];

describe('a text of a register in Markdown', () => {
  for (const text of HOSTILE) {
    it(`is what it is: ${JSON.stringify(text)}`, () => {
      const html = shown(text);
      assert.match(html, /^<ul>\n<li>changed <strong>/);
      assert.doesNotMatch(html, /<(?!\/?(?:ul|li|strong|code)>)/, html);
      if (!text.includes('`')) assert.equal(read(text), `changed ${harmless(text)} and on`);
    });
  }

  it('names nobody and no issue, for platforms that look for them after Markdown was read', () => {
    const words = shown('@admin, fixes #12').replace(/<[^>]*>/g, '');
    assert.doesNotMatch(words, /@\w|#\d/);
  });

  it('keeps code, in which nothing means anything but the sign of a table', () => {
    assert.equal(escaped('`<b>|@x`'), '`<b>\\|@x`');
    assert.match(shown('`<img src=x>` and `'), /<code>&lt;img src=x&gt;<\/code> and `/);
  });

  it('stays in its cell of a table', () => {
    const html = page.render(`| a | b |\n| --- | --- |\n| ${escaped('x | y ` | `')} | z |\n`);
    assert.equal(html.match(/<td>/g)?.length, 2, html);
  });

  it('is cut in the middle where it is long', () => {
    const long = shortened(`${'a'.repeat(500)} ${'b'.repeat(500)}`, 100);
    assert.equal(long.length, 100);
    assert.match(long, /^a+ … b+$/);
    assert.equal(shortened('short\n and well', 100), 'short and well');
  });
});
