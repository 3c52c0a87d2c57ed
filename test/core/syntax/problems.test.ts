// What a consultant reads where YAML is broken: the cause, at the place where it is to be mended.
import assert from 'node:assert/strict';
import { check, mended } from './marked';

describe('problems in an item', () => {
  it('says that a field lacks its colon', () => {
    check(`
kind: risks
items:
  - id: R-1
    title
    ^^^^^ LF001 "title" is not a field: a colon and a space are missing. Write \`field: value\`, or indent it deeper if it continues the text above.
    owner: li
`);
  });

  it('offers the space after a colon', () => {
    const register = check(`
items:
  - id: R-1
    title:x
         ^ LF001 A space is missing after the colon of "title".
    owner: li
`);
    assert.match(mended(register), /^ {4}title: x$/m);
  });

  it('sees the full-width colon behind every other message, wherever it stands', () => {
    const register = check(`
items:
  - id：R-1
      ^ LF009 The colon after "id" is a full-width one, so YAML reads no field. Use \`: \`.
    title: x
  - title：x
         ^ LF009 The colon after "title" is a full-width one, so YAML reads no field. Use \`: \`.
  - id: R-3
    inherent:
      probability： 4
                 ^^ LF009 The colon after "probability" is a full-width one, so YAML reads no field. Use \`: \`.
    owner：li
         ^ LF009 The colon after "owner" is a full-width one, so YAML reads no field. Use \`: \`.
`);
    assert.deepEqual(check(mended(register)).problems, []);
  });

  it('leaves a full-width colon in a text alone', () => {
    check(`
items:
  - id: R-1
    title: 负责人：李伟
    acceptance:
      - UAT：通过
      - invoice:approve
    url: http://a.b:80/c
`);
  });

  it('finds spaces that are none to YAML', () => {
    const register = check(`
items:
  - id: R-1
    title:\u3000x
         ^^ LF009 An invisible or full-width space follows the colon of "title", so YAML reads no field. Use an ordinary space.
    owner: li\u00a0
             ^ LF009 There is a full-width or invisible space here, which YAML takes as part of the text. Remove it.
    status: \u200bopen
            ^ LF009 There is a full-width or invisible space here, which YAML takes as part of the text. Remove it.
    \u3000tags: [a]
    ^ LF009 There is a full-width or invisible space here, which YAML takes as part of the text. Remove it.
    note: "\u3000a quoted one is meant"
`);
    assert.match(mended(register), /^ {4}title: x\n {4}owner: li\n {4}status: open\n/m);
  });

  it('offers ordinary spaces for full-width ones in front of a line', () => {
    const register = check(`
items:
  - id: R-1
\u3000\u3000title: x
^^ LF009 There is a full-width or invisible space here, which YAML takes as part of the text. Remove it.
    owner: li
`);
    assert.match(mended(register), /^ {4}title: x$/m);
  });

  it('takes a colon inside a value for what it is', () => {
    const register = check(`
items:
  - id: R-1
    title: Phase 2: it's late # soon
           ^^^^^^^^^^^^^^^^^^ LF001 The value has a colon followed by a space, which begins a field. Put the value in quotes.
    owner: li
`);
    assert.match(mended(register), /title: 'Phase 2: it''s late' # soon/);
  });

  it('points at the quotation mark and the bracket that are never closed', () => {
    const register = check(`
items:
  - id: R-1
    title: "abc
           ^^^^ LF001 This quotation mark is never closed. Add " where the text ends.
    owner: li
  - id: R-2
    links: [a, b
           ^ LF001 This bracket is never closed. Add ] where the list ends.
  - id: R-3
`);
    assert.equal(register.slices.length, 3);
  });

  it('knows an apostrophe from a quotation mark', () => {
    check(`
items:
  - id: R-1
    title: 'it's late'
               ^^^^^^^ LF001 The value already ended before "s late'". Put the whole value in quotes, or correct the indentation.
`);
  });

  it('names wrong indentation, deeper and less deep', () => {
    check(`
items:
  - id: R-1
   title: x
   ^^^^^^^^ LF001 This line is not indented like the ones it belongs to. Give all of them the same number of spaces.
  - id: R-2
    tags:
      - a
     - b
     ^^^ LF001 A list entry stands where a field is expected. Give the list a field of its own, or correct the indentation.
`);
  });

  it('names a line that is deeper than the field above allows, once', () => {
    check(`
items:
  - id: R-1
    title: x
      owner: li
      ^^^^^^^^^ LF001 This line is indented deeper, but the field above already has a value. Align it with the field above.
    status: open
  - id: R-2
     title: x
     ^^^^^^^^ LF001 This line is indented deeper, but the field above already has a value. Align it with the field above.
    owner: li
`);
  });

  it('offers spaces for tabs', () => {
    const register = check(`
items:
  - id: R-1
\ttitle: x
^ LF001 Tabs cannot indent in YAML. Use spaces.
`);
    assert.match(mended(register), /^ {2}title: x$/m);
  });

  it('quotes what cannot begin a value', () => {
    const register = check(`
items:
  - id: R-1
    owner: @li
           ^^^ LF001 A value cannot begin with @ in YAML. Put it in quotes.
    title: \`x
           ^^ LF001 A value cannot begin with \` in YAML. Put it in quotes.
    share: %5
           ^^ LF001 A value cannot begin with % in YAML. Put it in quotes.
`);
    assert.match(mended(register), /owner: '@li'\n {4}title: '`x'\n {4}share: '%5'/);
  });

  it('says the rest of the common ones', () => {
    check(`
items:
  - path: "C:\\Users"
             ^ LF001 \\U means nothing inside double quotes. Use single quotes, or write a backslash twice.
  - tags: - a
          ^ LF001 A list cannot begin on the line of its field. Put it on the next line, or write [a, b].
  - note: |text
           ^^^^ LF001 Nothing may stand behind | or > on its line. The text begins on the next line.
  - note: "a"#b
             ^^ LF001 A comment needs a space before its #.
  - links: ["a" "b"]
                ^ LF001 A comma is missing between two values of this list.
  - <<: 3
    ^^ LF001 \`<<\` takes over fields: it needs a mapping or a list of mappings.
`);
  });

  it('marks both the tag that nobody knows and the key that is no text', () => {
    check(`
items:
  - id: !secret R-1
        ^^^^^^^ LF005 The tag !secret is not understood and is ignored. Remove it.
    ? [a]
      ^ LF010 The name of a field must be a text.
    : b
  - id: !!str 1
`);
  });

  it('counts the lines to the first of two equal keys', () => {
    check(`
items:
  - id: R-1
    owner: li
    title: x
    owner: wang
    ^^^^^ LF004 The field "owner" stands here twice; the first is 2 lines above. Keep one.
    map: {a: 1, a: 2}
                ^ LF004 The field "a" stands twice on this line. Keep one.
    __proto__: a
    __proto__: b
    ^^^^^^^^^ LF004 The field "__proto__" stands here twice; the first is 1 lines above. Keep one.
`);
  });

  it('follows aliases inside an item and into the head, and no further', () => {
    check(`
base: &base {owner: li}
kind: risks
items:
  - id: &id R-1
    again: *id
    <<: *base
  - id: *id
        ^^^ LF006 There is no &id before this in the same item. Write the value out.
  - id: R-3
    loop: &loop [*loop]
                 ^^^^^ LF006 *loop would contain itself. Write the value out.
    own: &base 3
  - id: R-4
    <<: *base
        ^^^^^ LF006 &base is given again in an item above, so it is not clear which one is meant. Write the value out.
`);
  });
});
