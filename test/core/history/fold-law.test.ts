// The laws of history, on random histories with branches and merges: the events tell all of it, a merge tells only what it
// did itself, and blame names a commit from which the value really came.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { blame } from '../../../src/core/history/blame';
import type { EntityEvent } from '../../../src/core/history/event';
import { type Standing, standingAt, trailOf } from '../../../src/core/history/trail';
import { entitiesOf } from '../../../src/core/project/file-index';
import { random } from '../../fuzz/random';
import { type Entry, filesOf, randomHistory, type Step } from './random-history';
import { held, replayed } from './replay';
import { historyOf, oidAt } from './told';

const shownStep = ({ parents, state }: Step, at: number): string =>
  `--- ${at} < ${parents.join(' ')}\n${[...filesOf(state)].map(([file, text]) => `${file}\n${text}`).join('')}`;
const shownEvent = ({ commit, how, id, formerly, movedFrom, fields, sides }: EntityEvent): string =>
  `${Number(`0x${commit ?? ''}`)} ${how} ${formerly ?? ''}→${id} ${movedFrom ?? ''} ${sides ? `${sides.left}/${sides.kept} `.replace(/0{30,}/g, '') : ''}${fields
    .map(({ way, before, after }) => `${way.join('/')}: ${JSON.stringify(before)}→${JSON.stringify(after)}`)
    .join(', ')}`;

describe('history, 1,200 random ones', function () {
  this.timeout(240_000);

  it('is told whole: its events, played back, give what every commit holds', () => {
    const r = random(23);
    const count = { merges: 0, discarded: 0, moved: 0, renamed: 0 };
    for (let run = 0; run < 1200; run++) {
      const steps = randomHistory(r, false);
      const { events } = historyOf(steps);
      const shown = (): string => `${run}\n${steps.map(shownStep).join('')}\n${events.map(shownEvent).join('\n')}`;
      const played = replayed(steps, events);
      for (const [at, step] of steps.entries())
        if (!isDeepStrictEqual(played[at], held(step))) assert.deepEqual(played[at], held(step), `${at} of ${shown()}`);
      count.merges += steps.filter(({ parents }) => parents.length > 1).length;
      count.discarded += events.filter(({ how }) => how === 'discarded').length;
      count.moved += events.filter(({ movedFrom }) => movedFrom !== undefined).length;
      count.renamed += events.filter(({ formerly }) => formerly !== undefined).length;
    }
    assert.ok(
      count.merges > 600 && count.discarded > 500 && count.moved > 300 && count.renamed > 300,
      JSON.stringify(count),
    );
  });

  it('tells of a merge only what neither parent says', () => {
    const r = random(29);
    let own = 0;
    for (let run = 0; run < 1000; run++) {
      const steps = randomHistory(r, true);
      for (const event of historyOf(steps).events) {
        const at = Number(`0x${event.commit ?? ''}`);
        const { parents, state } = steps[at] as Step;
        if (parents.length < 2) continue;
        const states = parents.map((one) => (steps[one] as Step).state);
        const uid = uidOf([state, ...states], event);
        const is = entryIn(state, uid);
        const parentsOf = states.map((one) => entryIn(one, uid));
        const shown = (): string => `${run} ${shownEvent(event)}\n${steps.map(shownStep).join('')}`;
        if (event.how === 'removed') hold(!is && parentsOf.every(Boolean), shown);
        else if (event.how === 'added') hold(is !== undefined && !parentsOf.some(Boolean), shown);
        else if (event.how === 'changed') {
          own++;
          for (const { way } of event.fields)
            for (const was of parentsOf.filter((one) => one !== undefined))
              hold(fieldsAt(was, way) !== fieldsAt(is, way), shown);
        } else {
          const [left, kept] = [event.sides?.left, event.sides?.kept].map((oid) =>
            entryIn((steps[parents.find((one) => oidAt(one) === oid) ?? -1] as Step).state, uid),
          );
          for (const { way } of event.fields.filter((one) => one.way[0] !== 'id' && one.way[0] !== 'formerly')) {
            hold(fieldsAt(kept, way) === fieldsAt(is, way) && fieldsAt(left, way) !== fieldsAt(is, way), shown);
          }
        }
      }
    }
    assert.ok(own > 50, `${own} own changes of merges`);
  });

  it('blames a commit from which the value came on a way that keeps it', () => {
    const r = random(31);
    let fields = 0;
    for (let run = 0; run < 1000; run++) {
      const steps = randomHistory(r, true);
      const history = historyOf(steps);
      const tip = steps.length - 1;
      const standing = standingAt(history, oidAt(tip));
      const entities = [...(history.files[tip]?.values() ?? [])].flatMap(entitiesOf);
      for (const entity of entities) {
        const trail = trailOf(standing, entity.kind.name, entity.id);
        const entry = [...(steps[tip] as Step).state.values()].find(({ id }) => id === entity.id) as Entry;
        for (const { way, event } of blame(standing, trail, entity.value, entity.kind.shape)) {
          if (way[0] === 'id' || way[0] === 'formerly' || way[0] === 'approvals') continue;
          fields++;
          const sources = sourcesOf(steps, tip, entry.uid, way.join('/'));
          const place = `${entity.id} ${way.join('/')}`;
          hold(
            event?.commit !== undefined && sources.has(Number(`0x${event.commit}`)),
            () =>
              `${run} ${place}: ${event ? shownEvent(event) : 'nobody'}, not of ${[...sources].join(' ')}\n${steps.map(shownStep).join('')}\n${trail.map(shownEvent).join('\n')}`,
          );
        }
      }
    }
    assert.ok(fields > 3000, `${fields} fields`);
  });

  it('blames the same commit where it passes over what says nothing and where it looks at each', () => {
    const r = random(53);
    let fields = 0;
    for (let run = 0; run < 1000; run++) {
      const steps = randomHistory(r, true);
      const history = historyOf(steps);
      const tip = steps.length - 1;
      // Beside each commit another one builds on it, so that no two of them follow each other alone.
      const beside = history.commits.map((one, at) => ({ ...one, oid: oidAt(1000 + at), parents: [one.oid] }));
      const [standing, slow] = [history, { ...history, commits: [...history.commits, ...beside] }].map((one) =>
        standingAt(one, oidAt(tip)),
      ) as [Standing, Standing];
      for (const entity of [...(history.files[tip]?.values() ?? [])].flatMap(entitiesOf)) {
        const told = [standing, slow].map((one) =>
          blame(one, trailOf(one, entity.kind.name, entity.id), entity.value, entity.kind.shape),
        );
        fields += told[0]?.length ?? 0;
        assert.deepEqual(told[0], told[1], `${run} ${entity.id}\n${steps.map(shownStep).join('')}`);
      }
    }
    assert.ok(fields > 3000, `${fields} fields`);
  });
});

function hold(ok: boolean, shown: () => string): void {
  if (!ok) assert.fail(shown());
}

const entryIn = (state: Step['state'], uid: number | undefined): Entry | undefined =>
  uid === undefined ? undefined : state.get(uid);

const uidOf = (states: readonly Step['state'][], { id }: EntityEvent): number | undefined =>
  states.flatMap((state) => [...state.values()]).find((one) => one.id === id)?.uid;

const fieldsAt = (entry: Entry | undefined, way: readonly string[]): string =>
  Object.entries(entry?.fields ?? {})
    .filter(([key]) => key === way.join('/') || key.startsWith(`${way.join('/')}/`))
    .sort()
    .join(' ');

/** Where a value that a commit holds may have come from: on any way down on which it never was another one. */
function sourcesOf(steps: readonly Step[], tip: number, uid: number, key: string): ReadonlySet<number> {
  const value = (at: number): string | undefined => steps[at]?.state.get(uid)?.fields[key];
  const found = new Set<number>();
  for (const next = [tip]; next.length; ) {
    const at = next.pop() as number;
    const same = (steps[at]?.parents ?? []).filter((one) => value(one) === value(at));
    if (same.length) next.push(...same);
    else found.add(at);
  }
  return found;
}
