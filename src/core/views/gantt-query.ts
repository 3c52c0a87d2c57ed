// What is asked of a Gantt chart: how fine its time is, and by what its tasks stand together.

export const zooms = ['day', 'week', 'month', 'quarter'] as const;
export type Zoom = (typeof zooms)[number];

/** `wbs` is the order of the work breakdown structure, under its summaries. */
export const ganttGroupings = ['wbs', 'wave', 'owner'] as const;
export type GanttGrouping = (typeof ganttGroupings)[number];

export interface GanttQuery {
  readonly zoom: Zoom;
  readonly by: GanttGrouping;
}

export const wholeGantt: GanttQuery = { zoom: 'week', by: 'wbs' };
