// Who is asked for more than they can give: worked out by hand, over several projects, and against a walk day by day.
import assert from 'node:assert/strict';
import { dayText } from '../../../src/core/base/days';
import { loadOf } from '../../../src/core/schedule/load';
import { random } from '../../fuzz/random';
import { type Files, projectOf, worldAt } from '../support';

const worldOf = (files: Files) =>
  worldAt(projectOf({ 'landfall.yaml': 'landfall: 1\nname: T\n', ...files }), '2026-11-16');
const people = (...lines: readonly string[]) =>
  `kind: people\nitems:\n${lines.map((one) => `  - { ${one} }\n`).join('')}`;
const tasks = (...lines: readonly string[]) =>
  `kind: tasks\nitems:\n${lines.map((one) => `  - { ${one} }\n`).join('')}`;

/** `ann 2026-11-17 120/100 A B`, a line a day. */
const told = (files: readonly Files[]): readonly string[] =>
  loadOf(files.map(worldOf)).flatMap(({ person, overloads }) =>
    overloads.flatMap(({ days }) =>
      days.map(
        ({ day, asked, available, demands }) =>
          `${person.id} ${dayText(day)} ${Math.round(asked * 100)}/${Math.round(available * 100)} ${demands.map(({ planned }) => planned.task.id).join(' ')}`,
      ),
    ),
  );

describe('the load of people', () => {
  it('counts shares, efforts, absences and days outside the project', () => {
    assert.deepEqual(
      told([
        {
          'people.yaml': people(
            'id: ann, title: Ann, absences: [{ from: 2026-11-19, to: 2026-11-19 }]',
            'id: bob, title: Bob, capacity: 50, active_to: 2026-11-18',
          ),
          'tasks.yaml': tasks(
            'id: A, title: A, start: 2026-11-17, finish: 2026-11-18, assigned: [{ person: ann, units: 60 }]',
            'id: B, title: B, start: 2026-11-18, finish: 2026-11-20, assigned: [{ person: ann, units: 60 }, { person: bob, units: 50 }]',
            'id: C, title: C, start: 2026-11-17, finish: 2026-11-18, effort: 1d, assigned: [{ person: bob }]',
          ),
        },
      ]),
      [
        'ann 2026-11-18 120/100 A B',
        // She is away, and nobody else works on the other days of the task.
        'bob 2026-11-18 100/50 C B',
        'bob 2026-11-20 50/0 B',
      ],
    );
  });

  it('adds up what several projects ask of the same person', () => {
    const files = (id: string): Files => ({
      'people.yaml': people('id: ann, title: Ann'),
      'tasks.yaml': tasks(
        `id: ${id}, title: T, start: 2026-11-17, finish: 2026-11-17, assigned: [{ person: ann, units: 70 }]`,
      ),
    });
    assert.deepEqual(told([files('A')]), []);
    assert.deepEqual(told([files('A'), files('B')]), ['ann 2026-11-17 140/100 A B']);
  });

  it('waits with what could be earlier for its planned start, and lets what is over be', () => {
    assert.deepEqual(
      told([
        {
          'people.yaml': people('id: ann, title: Ann'),
          'tasks.yaml': tasks(
            'id: A, title: A, start: 2026-11-17, finish: 2026-11-18, assigned: [{ person: ann }]',
            'id: Z, title: Z, duration: 1d, assigned: [], start: 2026-11-16, actual_start: 2026-11-16, actual_finish: 2026-11-16',
            'id: B, title: B, after: [Z], start: 2026-11-19, finish: 2026-11-20, assigned: [{ person: ann }]',
            'id: C, title: C, start: 2026-11-09, finish: 2026-11-13, actual_start: 2026-11-09, actual_finish: 2026-11-13, assigned: [{ person: ann }]',
            'id: D, title: D, start: 2026-11-09, finish: 2026-11-13, actual_start: 2026-11-09, actual_finish: 2026-11-13, assigned: [{ person: ann }]',
          ),
        },
      ]),
      [],
    );
  });

  it('is what a walk over every day finds, 1,000 times', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const pick = random(seed);
      const lines = Array.from({ length: 1 + pick.below(6) }, (_, at) => {
        const start = 16 + pick.below(10);
        const units = pick.below(3) ? `, units: ${20 * (1 + pick.below(5))}` : '';
        const own = pick.below(5) ? '' : ', calendar: all';
        return `id: T-${at}, title: T, start: 2026-11-${start}, finish: 2026-11-${start + pick.below(4)}, assigned: [{ person: ann${units} }]${own}`;
      });
      const away = pick.below(2) ? ', absences: [{ from: 2026-11-19, to: 2026-11-20 }]' : '';
      const [person] = loadOf([
        worldOf({
          'people.yaml': people(`id: ann, title: Ann, capacity: ${50 + 10 * pick.below(6)}${away}`),
          'calendars.yaml':
            'kind: calendars\nitems:\n  - { id: all, title: All, workdays: [mon, tue, wed, thu, fri, sat, sun] }\n',
          'tasks.yaml': tasks(...lines),
        }),
      ]);
      if (!person) continue;
      const [from, to] = [
        Math.min(...person.demands.map((one) => one.from)),
        Math.max(...person.demands.map((one) => one.to)),
      ];
      const walked = person.between(from, to).filter((one) => one.asked > one.available + 1e-3);
      assert.deepEqual(
        person.overloads.flatMap(({ days }) => days.map(({ day, asked }) => [day, Math.round(asked * 100)])),
        walked.map(({ day, asked }) => [day, Math.round(asked * 100)]),
        `seed ${seed}`,
      );
    }
  });

  it('comes to an end where a plan does not', () => {
    const files = {
      'people.yaml': people('id: ann, title: Ann, capacity: 0'),
      'tasks.yaml': tasks(
        'id: A, title: A, start: 2026-11-17, finish: 2999-12-31, assigned: [{ person: ann, units: 100 }]',
      ),
    };
    assert.ok(told([files]).length > 1000);
  });
});
