// Texts made to hurt: each is answered in good time, with a problem where a limit is passed.
import assert from 'node:assert/strict';
import { openRegister, readItem } from '../../../src/core/syntax/register';
import { HEAD, HOSTILE, repeat } from './hostile';
import { problemsOf } from './marked';

describe('hostile texts', () => {
  for (const [name, [text, code]] of Object.entries(HOSTILE)) {
    it(name, function () {
      this.timeout(4_000);
      const register = openRegister(text);
      const problems = problemsOf(register);
      assert.equal(problems.length ? problems.find((one) => one.code === code)?.code : undefined, code);
      assert.ok(problems.length <= 20_001);
      if (register.form === 'sliced' && text.startsWith(HEAD)) assert.ok(readItem(register, 0).root);
    });
  }

  it('reads 200,000 items and says where it stops', function () {
    this.timeout(10_000);
    const register = openRegister(`items:\n${'- a\n'.repeat(200_001)}kind: x\n`);
    assert.equal(register.slices.length, 200_000);
    assert.deepEqual(
      register.problems.map(({ code, span }) => [code, span.start]),
      [['LF012', 7 + 4 * 200_000]],
    );
    assert.equal(readItem(register, 199_999).clean, true);
  });

  it('opens a register of five megabytes', () => {
    const text = `kind: risks\nitems:\n${repeat(20_000, (k) => `  - id: R-${k}\n${'    title: a risk among many, 风险登记\n'.repeat(6)}`)}`;
    assert.equal(openRegister(text).slices.length, 20_000);
  });
});
