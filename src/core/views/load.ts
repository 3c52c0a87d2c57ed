// Who the plan asks for more than they can give, as plain data: a row a person with the weeks ahead, and the days that are
// too much with the tasks that ask for them.
import type { Day } from '../base/days';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { asOf, text } from '../project/values';
import type { World } from '../project/world';
import { loadOf, type Overload } from '../schedule/load';

export interface LoadRow {
  readonly person: Entity;
  /** Days of full time from the status date on. */
  readonly asked: number;
  readonly available: number;
  readonly overloads: readonly Overload[];
  /** What is asked for over what there is, a piece of time each; undefined where there is neither. */
  readonly pieces: readonly (number | undefined)[];
}

export interface LoadView {
  readonly rows: readonly LoadRow[];
  /** The first and the last day of the pieces, and the days of each. */
  readonly from: Day;
  readonly to: Day;
  readonly each: number;
  readonly projects: number;
  /** What a project is called, where there are several. */
  readonly nameOf: (project: Project) => string;
  readonly notes: readonly Message[];
}

const WEEK = 7;

/** The load of the first world's project, and of the others. `most` is how many pieces there is room for. */
export function loadView(worlds: readonly World[], most: number): LoadView {
  const people = loadOf(worlds);
  const from = worlds.reduce((first, world) => Math.min(first, asOf(world) + 1), Number.POSITIVE_INFINITY);
  const to = people.reduce((last, { demands }) => demands.reduce((day, one) => Math.max(day, one.to), last), from);
  const each = WEEK * Math.max(1, Math.ceil((to - from + 1) / WEEK / Math.max(1, most)));
  const rows = people.map(({ person, overloads, between }): LoadRow => {
    const days = between(from, to);
    const sums = Array.from({ length: Math.ceil((to - from + 1) / each) }, () => ({
      asked: 0,
      available: 0,
      over: false,
    }));
    for (const one of days) {
      const sum = sums[Math.floor((one.day - from) / each)];
      if (!sum) continue;
      sum.asked += one.asked;
      sum.available += one.available;
    }
    for (const { days: over } of overloads) {
      for (const { day } of over) {
        const sum = sums[Math.floor((day - from) / each)];
        if (sum) sum.over = true;
      }
    }
    return {
      person,
      asked: days.reduce((sum, one) => sum + one.asked, 0),
      available: days.reduce((sum, one) => sum + one.available, 0),
      overloads,
      pieces: sums.map(({ asked, available, over }) => {
        if (over) return Math.max(1.001, available ? asked / available : 2);
        return available ? asked / available : undefined;
      }),
    };
  });
  return {
    rows,
    from,
    to,
    each,
    projects: worlds.length,
    nameOf: (project) => text(manifestOf(project)?.slices[0]?.entities[0]?.value.name) ?? '',
    notes: worlds.length > 1 ? [] : [say('load.alone')],
  };
}
