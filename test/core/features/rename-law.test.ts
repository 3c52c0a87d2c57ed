// The law of renaming: the values that name the id change, known from how the texts were made; nothing else does.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { parse } from 'yaml';
import { references } from '../../../src/core/features/references';
import { rename } from '../../../src/core/features/rename';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { random, type Random } from '../../fuzz/random';
import { type Files, findingsOf, projectOf } from '../support';
import { applied } from './applied';

const IDS = ['li', 'li.wei', 'R-1', '李伟', '1.10', 'true', 'a-b', 'x'] as const;
const NEW = [
  'n',
  'new.one',
  '2.50',
  'null',
  '新',
  "o'brien",
  'a"b',
  '&x',
  '%p',
  '-',
  '<<',
  'a\\b',
  '!t',
  '~',
  '`q',
] as const;

/** An id in one of the styles it may be written in. */
function styled(r: Random, text: string): string {
  const safe = /^[\w.\p{L}-]+$/u.test(text) && !/^[-~]|null|true/.test(text);
  return r.pick([`"${text}"`, `'${text}'`, ...(safe ? [text, text, text] : [])]);
}

function someProject(r: Random, old: string): Files {
  const ref = (): string => styled(r, r.chance(0.6) ? old : 'other');
  const gap = (): string => r.pick(['', '', ' # was R-1', '   ']);
  const person = (id: string): string => {
    const former = r.pick([
      '',
      '',
      '    formerly:\n      - gone\n',
      '    formerly: [gone]\n',
      '    formerly: []\n',
      '    formerly:\n',
    ]);
    return r.chance(0.25)
      ? `  - {id: ${styled(r, id)}, title: T}${gap()}\n`
      : `  - id: ${styled(r, id)}${gap()}\n    title: T\n${former}${r.pick(['', '\n', '    # end\n'])}`;
  };
  const risk = (i: number): string =>
    `  - id: K-${i}\n    owner: ${ref()}${gap()}\n    description: ${r.pick([
      `see [[${old}]] and ${old}`,
      `"[[people/${old}|${old}]]"`,
      `|-\n      [[${old}]]\n      \`[[${old}]]\``,
      `>\n      a\n      [[ ${old} ]]`,
    ])}\n    links: ${r.pick([`[${ref()}, people/other]`, `\n      - ${ref()}${gap()}\n      - people/other`])}\n    title: T${gap()}\n`;
  const end = r.pick(['', '\n', '# end\n']);
  return {
    'people.yaml': `kind: people\nitems:\n${r.chance(0.5) ? person(old) + person('other') : person('other') + person(old)}${end}`,
    'risks.yaml': `kind: risks\nitems:\n${[1, 2, 3].map(risk).join('')}${end}`,
    'a.md': `---\ntitle: A\nowner: ${ref()}\n---\n[[${old}]] ${old} \`[[${old}]]\`\n`,
  };
}

const yamlOf = (text: string): unknown => parse(text, { schema: 'failsafe' });

/** What the values are to be: known from how the texts were made, not from the code under test. */
function meant(value: unknown, old: string, id: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => meant(one, old, id, key));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, one]) => [name, meant(one, old, id, name)] as const);
    const fields = Object.fromEntries(entries);
    if (!('id' in value) || (value as { id: unknown }).id !== old) return fields;
    const former = (value as { formerly?: unknown }).formerly;
    return { ...fields, formerly: [...(Array.isArray(former) ? (former as unknown[]) : []), old] };
  }
  if (typeof value !== 'string') return value;
  if (key === 'description') {
    return value.replace(
      /`[^`]*`|\[\[(\s*)(people\/)?([^|\]]*?)(\s*)(\||\]\])/g,
      (all, a: string, kind: string | undefined, name: string, b: string, rest: string) =>
        name === old ? `[[${a}${kind ?? ''}${id}${b}${rest}` : all,
    );
  }
  return ['id', 'owner', 'links'].includes(key) && value === old ? id : value;
}

describe('renaming, 1,500 times', () => {
  it('changes the values that name the id, and no byte of another line', function () {
    this.timeout(60_000);
    const r = random(3);
    let done = 0;
    for (let run = 0; run < 1500; run++) {
      const old = r.pick(IDS);
      const id = r.pick(NEW);
      const before = someProject(r, old);
      const start = projectOf(before);
      const at = asked(start, old);
      const result = finish(rename(start, path('people.yaml'), at, id));
      if (!result.ok) {
        assert.ok(['rename.place'].includes(result.error.id), `${run}: ${tell(result.error, 'en')}`);
        continue;
      }
      done++;
      const after = applied(before, result.value);
      for (const name of ['people.yaml', 'risks.yaml']) {
        assert.deepEqual(
          yamlOf(after[name] ?? ''),
          meant(yamlOf(before[name] ?? ''), old, id),
          `${run} ${id}\n${before[name]}\n${after[name]}`,
        );
        untouched(before[name] ?? '', after[name] ?? '', old);
      }
      // Checking takes the most time by far.
      if (run % 10 !== 0) continue;
      const next = projectOf(after);
      assert.deepEqual(codes(next), codes(start), `${run}`);
      const places = (of: Project, offset: number) => references(of, path('people.yaml'), offset)?.places.length;
      assert.equal(places(next, asked(next, id)), places(start, at));
    }
    assert.ok(done > 1000, `${done} were done`);
  });
});

const asked = (of: Project, id: string): number => {
  const entity = of.table('people').find((one) => one.id === id);
  const file = of.files.get(path('people.yaml'));
  assert.ok(entity && file, `${id} is there`);
  return (file.starts[file.slices.indexOf(entity.slice)] ?? 0) + entity.mark.start + 1;
};

// An empty `formerly:` is a mistake (LF022) that the old id mends.
const codes = (of: Project): readonly string[] =>
  findingsOf(of)
    .filter(({ code }) => code !== 'LF022')
    .map(({ code, path: file }) => `${file} ${code}`)
    .sort();

/** Lines without the id stay, in their order; only the list of former ids may grow among them. */
function untouched(before: string, after: string, old: string): void {
  const kept = (text: string): readonly string[] => text.split('\n');
  const now = kept(after);
  let at = 0;
  for (const line of kept(before)) {
    if (line.includes(old) || line.includes('formerly')) continue;
    const found = now.indexOf(line, at);
    assert.ok(found >= 0, `"${line}" is gone from\n${after}`);
    at = found;
  }
}
