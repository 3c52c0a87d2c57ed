// The laws of merging, on random histories: nothing that a side wrote is dropped silently, what does not collide is taken,
// and both directions say the same.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Merged, mergeTexts } from '../../../src/core/compare/merge';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { random } from '../../fuzz/random';
import { shippedKinds } from '../support';
import { edited, type Item, markers, type Model, slipped, someModel, written } from './register-model';

const merge = (base: string, ours: string, theirs: string): Merged =>
  mergeTexts({ base, ours, theirs }, { path: path('risks.yaml'), kinds: shippedKinds() });

const marksIn = (text: string): ReadonlySet<string> => new Set(text.match(/\b[bot]\d+x\b/g));

const decided = (text: string, side: 'ours' | 'theirs'): string =>
  text.replace(/^<{7} ours\r?\n([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7} theirs\r?\n/gm, side === 'ours' ? '$1' : '$2');

/** What a register says, read by nothing of ours; lists and items in the order of what they hold. */
function said(text: string): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort()
        .map(([key, one]) => [key, sorted(one)]),
    );
  };
  return sorted(parse(text));
}

describe('merging, 1,200 random histories', () => {
  it('drops nothing, and takes what does not collide', function () {
    this.timeout(120_000);
    const r = random(7);
    const count = { clean: 0, conflicts: 0, refused: 0 };
    for (let run = 0; run < 1200; run++) {
      const model = someModel(r);
      const side = (letter: string): string => {
        const mark = markers(letter);
        let now = model;
        for (let left = 1 + r.below(4); left > 0; left--) now = edited(r, now, mark);
        return written(now);
      };
      const [base, ours, theirs] = [written(model), side('o'), side('t')];
      const shown = () => `${run}\n${base}\n--- ours\n${ours}\n--- theirs\n${theirs}`;
      const merged = merge(base, ours, theirs);
      const back = merge(base, theirs, ours);
      assert.equal(back.kind, merged.kind, shown());
      if (merged.kind === 'refused' || back.kind === 'refused') {
        count.refused++;
        continue;
      }
      count[merged.conflicts.length ? 'conflicts' : 'clean']++;
      assert.equal(back.conflicts.length, merged.conflicts.length, shown());
      const message = () => `${shown()}\n--- merged\n${merged.text}`;
      dropsNothing(marksIn(base), marksIn(ours), marksIn(theirs), merged, message);
      assert.deepEqual(said(decided(merged.text, 'ours')), said(decided(back.text, 'theirs')), message());
      assert.deepEqual(said(decided(merged.text, 'theirs')), said(decided(back.text, 'ours')), message());
      const ends = merged.text.split('\n').slice(0, -1);
      assert.ok(
        ends.every((line) => line.endsWith('\r') === model.crlf),
        message(),
      );
    }
    assert.ok(count.refused < 15 && count.clean > 600 && count.conflicts > 150, JSON.stringify(count));
  });

  it('takes edits of different items, and of different fields, without asking', function () {
    this.timeout(120_000);
    const r = random(11);
    for (let run = 0; run < 500; run++) {
      const model = someModel(r);
      const mine = (item: Item): boolean => model.items.indexOf(item) % 2 === 0;
      const other = (item: Item): boolean => model.items.indexOf(item) % 2 === 1;
      const [base, ours, theirs] = [
        written(model),
        written(edited(r, model, markers('o'), mine)),
        written(edited(r, model, markers('t'), other)),
      ];
      const merged = merge(base, ours, theirs);
      const message = `${run}\n${base}\n--- ours\n${ours}\n--- theirs\n${theirs}`;
      assert.ok(merged.kind === 'merged', merged.kind === 'refused' ? tell(merged.why, 'en') + message : '');
      assert.deepEqual(merged.conflicts, [], `${message}\n--- merged\n${merged.text}`);
      dropsNothing(marksIn(base), marksIn(ours), marksIn(theirs), merged, () => message);
    }
  });

  it('drops nothing of texts with slips in them either', function () {
    this.timeout(120_000);
    const r = random(17);
    let merged = 0;
    for (let run = 0; run < 1000; run++) {
      const model = someModel(r);
      const start = written(model);
      const base = r.chance(0.4) ? slipped(r, start, markers('b9')) : start;
      const side = (letter: string): string => {
        const mark = markers(letter);
        let text = base === start ? written(edited(r, model, mark)) : base;
        for (let left = r.below(3); left > 0; left--) text = slipped(r, text, mark);
        return text;
      };
      const [ours, theirs] = [side('o'), side('t')];
      const answer = merge(base, ours, theirs);
      if (answer.kind === 'refused') continue;
      merged++;
      const now = marksIn(answer.text);
      const before = marksIn(base);
      const [mine, other] = [marksIn(ours), marksIn(theirs)];
      for (const mark of new Set([...mine, ...other])) {
        const due = !before.has(mark) || (mine.has(mark) && other.has(mark));
        if (due) assert.ok(now.has(mark), `${run} ${mark}\n${base}\n---\n${ours}\n---\n${theirs}\n---\n${answer.text}`);
      }
    }
    assert.ok(merged > 300, `${merged} were merged`);
  });

  it('takes apart every register of the samples', function () {
    this.timeout(60_000);
    const r = random(19);
    const files = readdirSync('media/samples', { recursive: true, encoding: 'utf8' });
    const registers = files.filter((file) => /[\\/].*\.yaml$/.test(file));
    assert.ok(registers.length > 30);
    for (const file of registers) {
      const lines = readFileSync(`media/samples/${file}`, 'utf8').split('\n');
      const words = lines.flatMap((line, at) => (/^ +[^#]*\p{L}$/u.test(line) ? [at] : []));
      if (!words.length) continue;
      for (let run = 0; run < 4; run++) {
        const changed = (mark: string): string => {
          const at = r.pick(words);
          return lines.map((line, one) => (one === at ? line + mark : line)).join('\n');
        };
        const answer = mergeTexts(
          { base: lines.join('\n'), ours: changed('O'), theirs: changed('T') },
          { path: path(file.split(/[\\/]/).at(-1) ?? ''), kinds: shippedKinds() },
        );
        assert.equal(answer.kind, 'merged', file);
      }
    }
  });

  it('gives a side back byte for byte where the other did nothing, or the same', () => {
    const r = random(13);
    for (let run = 0; run < 1000; run++) {
      const model = someModel(r);
      const base = written(model);
      const side: Model = edited(r, edited(r, model, markers('o')), markers('t'));
      const text = r.chance(0.1) ? written(side).replace(':', '') : written(side);
      for (const [ours, theirs] of [
        [text, base],
        [base, text],
        [text, text],
      ] as const) {
        const merged = merge(base, ours, theirs);
        assert.ok(merged.kind === 'merged' && merged.text === text && merged.conflicts.length === 0);
      }
    }
  });
});

type Marks = ReadonlySet<string>;

// A mark is there when both sides have it, or one made it; it is gone when one side took it away, unless that is left open.
function dropsNothing(
  base: Marks,
  ours: Marks,
  theirs: Marks,
  merged: Extract<Merged, { kind: 'merged' }>,
  message: () => string,
): void {
  const now = marksIn(merged.text);
  for (const mark of new Set([...base, ...ours, ...theirs])) {
    const due = (ours.has(mark) && theirs.has(mark)) || (!base.has(mark) && (ours.has(mark) || theirs.has(mark)));
    if (due) assert.ok(now.has(mark), `${mark} is gone\n${message()}`);
    else if (!merged.conflicts.length) assert.ok(!now.has(mark), `${mark} is back\n${message()}`);
  }
}
