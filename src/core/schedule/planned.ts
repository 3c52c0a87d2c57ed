// A task of a plan with its computed dates, as everybody looks at it: by its number in the network it finds what it waits for, its
// summary and its parts, so that of the next plan only this much is made anew.
import type { Day } from '../base/days';
import type { Entity } from '../project/file-index';
import type { Tasks } from './activities';
import type { Driver } from './early';
import { type Link, NO_FOLLOWERS } from './network';
import type { Dates, Scheduled } from './passes';
import type { Span } from './spans';
import type { Timeline } from './timeline';

/** A task with its computed dates. Days are inclusive, as planners write them. */
export interface Planned extends Dates {
  readonly task: Entity;
  readonly parent: Planned | undefined;
  readonly parts: readonly Planned[];
  /** Steps below the top of the work breakdown structure. */
  readonly level: number;
  readonly milestone: boolean;
  /** In days of its calendar; of a summary the project's working days from start to finish. */
  readonly duration: number;
  readonly line: Timeline;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** 0 to 100; of a summary that of its parts, weighted by their durations. */
  readonly percent: number;
  readonly isDone: boolean;
  readonly links: readonly { readonly from: Planned; readonly link: Link }[];
  readonly driver: Driver;
  /** The gate that wants it done. */
  readonly gate: Entity | undefined;
  /** Its own phase, else that of the nearest summary that has one. */
  readonly phase: string | undefined;
}

/** A network with its dates: by numbers, so that it holds whatever else is written of the tasks. */
export interface Dated {
  readonly found: Tasks;
  readonly scheduled: Scheduled;
  readonly spans: readonly Span[];
}

export class PlannedTask implements Planned {
  readonly task: Entity;
  private readonly at: number;
  private readonly made: Made;

  constructor(task: Entity, at: number, made: Made) {
    this.task = task;
    this.at = at;
    this.made = made;
  }

  private get dates(): Dates {
    return this.made.dates[this.at] as Dates;
  }
  private get span(): Span {
    return this.made.spans[this.at] as Span;
  }

  get start() {
    return this.dates.start;
  }
  get finish() {
    return this.dates.finish;
  }
  get lateStart() {
    return this.dates.lateStart;
  }
  get lateFinish() {
    return this.dates.lateFinish;
  }
  get totalFloat() {
    return this.dates.totalFloat;
  }
  get freeFloat() {
    return this.dates.freeFloat;
  }
  get critical() {
    return this.dates.critical;
  }
  get driver(): Driver {
    return this.dates.driver;
  }
  get milestone() {
    return this.span.milestone;
  }
  get duration() {
    return this.span.duration;
  }
  get line(): Timeline {
    return this.span.line;
  }
  get firstDay() {
    return this.span.firstDay;
  }
  get lastDay() {
    return this.span.lastDay;
  }
  get percent() {
    return this.span.percent;
  }
  get isDone() {
    return this.span.isDone;
  }

  get parent(): Planned | undefined {
    return this.made.tasks[this.made.dated.found.parents[this.at] ?? -1];
  }
  get parts(): readonly Planned[] {
    const { made, at } = this;
    const numbers = made.dated.found.activities[at]?.parts ?? [];
    if (!numbers.length) return NO_PARTS;
    return (made.parts[at] ??= numbers.map((part) => made.tasks[part] as Planned));
  }
  get links(): Planned['links'] {
    const { made, at } = this;
    const own = made.dated.scheduled.network.links[at];
    if (!own?.length) return NO_LINKS;
    return (made.links[at] ??= own.map((link) => ({ from: made.tasks[link.from] as Planned, link })));
  }
  get level(): number {
    const parent = this.made.dated.found.parents[this.at];
    return parent === undefined ? 0 : (this.made.tasks[parent]?.level ?? 0) + 1;
  }
  get gate(): Entity | undefined {
    return this.made.gates[this.made.dated.found.gates[this.at] ?? -1];
  }
  get phase(): string | undefined {
    return this.made.dated.found.frame.phases[this.at];
  }
}

const NO_PARTS: readonly Planned[] = [];
const NO_LINKS: Planned['links'] = [];

/** Everything that tasks of a plan find each other by. Lists are made when somebody asks for them. */
export interface Made {
  readonly dated: Dated;
  readonly dates: readonly Dates[];
  readonly spans: readonly Span[];
  /** By their numbers. */
  readonly tasks: PlannedTask[];
  readonly gates: readonly Entity[];
  readonly parts: (readonly Planned[])[];
  readonly links: Planned['links'][];
}

export function madeOf(dated: Dated, tasks: readonly Entity[], gates: readonly Entity[]): Made {
  const { scheduled, spans } = dated;
  const all = new Array<PlannedTask>(tasks.length);
  const made: Made = { dated, dates: scheduled.dates, spans, tasks: all, gates, parts: [], links: [] };
  for (let at = 0; at < tasks.length; at++) all[at] = new PlannedTask(tasks[at] as Entity, at, made);
  return made;
}

/** What a plan says otherwise than one before it. */
export interface ChangedTasks {
  /** The tasks of which it says something else, or around them. */
  readonly come: readonly Planned[];
  /** Those of before that are others now, or none. */
  readonly gone: readonly Planned[];
}

/** The same where both plans have the same numbers. */
export function changedAround(now: Made, before: Made): ChangedTasks {
  const { followers, above, links } = now.dated.scheduled.network;
  const was = before.dated.scheduled.network;
  const [{ frame }, { frame: old }] = [now.dated.found, before.dated.found];
  const changed = new Uint8Array(now.tasks.length);
  // Nearly all are the same: nothing is looked up of those that can be told by their numbers alone.
  const [{ gates }, { gates: oldGates }] = [now.dated.found, before.dated.found];
  const isOfSameGate = (at: number): boolean =>
    (now.gates === before.gates && gates[at] === oldGates[at]) || gateAt(now, at) === gateAt(before, at);
  for (let at = 0; at < now.tasks.length; at++) {
    if (
      now.tasks[at]?.task === before.tasks[at]?.task &&
      isSameAt(now, before, at) &&
      links[at] === was.links[at] &&
      frame.parents[at] === old.parents[at] &&
      frame.phases[at] === old.phases[at] &&
      isOfSameGate(at)
    )
      continue;
    changed[at] = 1;
    for (const { to } of followers[at] ?? NO_FOLLOWERS) changed[to] = 1;
    // Whether it sums up as many, and who names it as its summary.
    for (const up of [above[at], was.above[at]]) if (up !== undefined && up >= 0) changed[up] = 1;
    for (const part of frame.parts[at] ?? []) changed[part] = 1;
  }
  return {
    come: now.tasks.filter((_, at) => changed[at]),
    gone: before.tasks.filter(({ task }, at) => changed[at] && task !== now.tasks[at]?.task),
  };
}

const gateAt = ({ gates, dated }: Made, at: number): Entity | undefined => gates[dated.found.gates[at] ?? -1];

const isSameAt = (now: Made, before: Made, at: number): boolean => {
  if (now.spans[at] !== before.spans[at]) return false;
  const [dates, old] = [now.dates[at], before.dates[at]];
  return dates === old || (dates?.start === old?.start && dates?.finish === old?.finish);
};
