// The legal Chinese calendars, day by day against an independent package.
import assert from 'node:assert/strict';
import { isWorkday } from 'chinese-days';
import { dayNumber, dayText, weekdayNumber, yearStart } from '../../../src/core/base/days';
import { calendarOf, isPublished } from '../../../src/core/schedule/calendar';
import { legalChina } from '../../../src/core/schedule/legal-cn';

const china = calendarOf([{ legal: 'cn' }]);

describe('the legal calendars of China', () => {
  for (const { year, source } of legalChina) {
    it(`${year} agrees with the package chinese-days on every day`, () => {
      const wrong: string[] = [];
      for (let day = yearStart(year); day < yearStart(year + 1); day++)
        if (china.isWorked(day) !== isWorkday(dayText(day))) wrong.push(dayText(day));
      assert.deepEqual(wrong, []);
      assert.match(source, /^国务院办公厅关于\d{4}年部分节假日安排的通知（国办发明电〔\d{4}〕\d+号）$/);
    });
  }

  it('work on weekends only, in the year that they are of', () => {
    for (const { year, workdays, holidays } of legalChina) {
      for (const text of workdays) {
        const day = dayNumber(text) ?? 0;
        assert.ok([0, 6].includes(weekdayNumber(day)), text);
        assert.ok(text.startsWith(String(year)));
      }
      for (const [from, to] of holidays) assert.ok(from <= to && from.startsWith(String(year)));
    }
  });

  it('say of 2027 that nothing is announced, and guess nothing', () => {
    assert.equal(china.isUnpublished(2027), true);
    assert.equal(china.isUnpublished(2026), false);
    assert.equal(isPublished(china, dayNumber('2026-12-28') ?? 0, dayNumber('2026-12-31') ?? 0), true);
    assert.equal(isPublished(china, dayNumber('2026-12-28') ?? 0, dayNumber('2027-01-04') ?? 0), false);
    // 1 January 2027 is a Friday: an ordinary week until it is announced.
    assert.equal(china.isWorked(dayNumber('2027-01-01') ?? 0), true);
    assert.equal(calendarOf([{}]).isUnpublished(2027), false);
  });

  it('give way to what the calendar says itself', () => {
    const own = calendarOf([{ legal: 'cn', holidays: [{ date: '2026-02-28' }], extra_workdays: ['2026-10-05'] }]);
    assert.equal(own.isWorked(dayNumber('2026-02-28') ?? 0), false);
    assert.equal(own.isWorked(dayNumber('2026-10-05') ?? 0), true);
    assert.equal(own.isWorked(dayNumber('2026-10-06') ?? 0), false);
  });
});
