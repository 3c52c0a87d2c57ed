// Days as numbers, held against the calendar of JavaScript, and what is no day.
import assert from 'node:assert/strict';
import { dayNumber, dayText } from '../../../src/core/base/days';

describe('a day as a number', () => {
  it('is that of the calendar from 0000 to 9999, leap days among them', () => {
    for (let day = -719_528; day <= 2_932_896; day += 1 + (Math.abs(day) % 7)) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      assert.equal(dayNumber(text), day, text);
      assert.equal(dayText(day), text);
    }
    assert.equal(dayNumber('2024-02-29'), 19_782);
    assert.equal(dayNumber('2000-02-29'), 11_016);
    assert.equal(dayNumber('1900-01-01'), -25_567);
    assert.equal(dayNumber('2999-12-31'), 376_199);
  });

  it('passes over a time behind it, and is none of what is no day', () => {
    assert.equal(dayNumber('2026-11-16T08:00:00+08:00'), dayNumber('2026-11-16'));
    const none = ['', '2026-11-1', '2026-11-310', '2026-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-13-01'];
    for (const text of [...none, '2026-00-10', '2026-10-00', '2026/11/16', '16.11.2026', '-026-11-16', '２026-11-16'])
      assert.equal(dayNumber(text), undefined, text);
  });
});
