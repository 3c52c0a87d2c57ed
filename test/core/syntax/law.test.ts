// The law of the slice over tens of thousands of documents, and that nothing whatever makes reading throw.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../src/core/syntax/parse';
import { openRegister, readItem } from '../../../src/core/syntax/register';
import { normalise } from '../../../src/core/syntax/text';
import { type GeneratorName, generators } from '../../fuzz/damage';
import { judge } from '../../fuzz/law';
import { random } from '../../fuzz/random';

const DOCUMENTS: Readonly<Record<GeneratorName, number>> = { grammar: 8_000, mutated: 8_000, soup: 5_000 };

describe('clean slices mean that the whole is clean and equal', () => {
  for (const name of Object.keys(generators) as GeneratorName[]) {
    it(`over ${DOCUMENTS[name]} documents of the generator ${name}`, function () {
      this.timeout(120_000);
      let equal = 0;
      for (let seed = 1; seed <= DOCUMENTS[name]; seed++) {
        const text = generators[name](random(seed));
        const verdict = judge(text);
        if ('why' in verdict) assert.fail(`seed ${seed}: ${verdict.why}\n${JSON.stringify(text)}`);
        if (verdict.kind === 'equal, sliced') equal++;
      }
      // A generator that makes nothing clean would prove nothing.
      assert.ok(equal > DOCUMENTS[name] / 100, `only ${equal} clean documents`);
    });
  }
});

describe('reading', () => {
  it('never throws, whatever the text', () => {
    const bits = [
      '\n',
      '  ',
      '- ',
      'items:\n',
      ': ',
      '"',
      "'",
      '[',
      '}',
      '#',
      '&a',
      '*a',
      '!',
      '|',
      '\t',
      '\r',
      '---\n',
      '：',
      '\ud800',
      '\0',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...bits)).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (raw) => {
        const { text } = normalise(raw);
        for (const file of [raw, text, `items:\n- ${text}`]) {
          parse(file);
          const register = openRegister(file);
          for (const [index, { start, end }] of register.slices.entries()) {
            const { problems } = readItem(register, index);
            assert.ok(start <= end && end <= file.length);
            for (const { span } of problems) assert.ok(span.start <= span.end && start + span.end <= file.length);
          }
          for (const { span } of register.problems) assert.ok(0 <= span.start && span.start <= span.end);
        }
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });
});
