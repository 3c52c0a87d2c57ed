// The colours of a Gantt chart on a page of its own. Texts have a contrast of at least 4.5 to what they stand on, shapes that
// mean something of 3; critical tasks are hatched and flagged, so that no meaning is in a colour alone.
import { paperOf, schemeOf } from './scheme';

const light = {
  page: '#ffffff',
  ink: '#1f2328',
  faint: '#59636e',
  line: '#d1d9e0',
  head: '#f2f4f7',
  free: '#eceff3',
  bar: '#9cc5ea',
  ready: '#1b6ca8',
  frame: '#1b6ca8',
  critical: '#f6b3ae',
  hot: '#b42318',
  summary: '#3b434b',
  ghost: '#8a949e',
  link: '#6e7781',
  today: '#8250df',
};

const dark: Record<keyof typeof light, string> = {
  page: '#16191d',
  ink: '#e6edf3',
  faint: '#a3adb8',
  line: '#3d444d',
  head: '#22272e',
  free: '#1f242a',
  bar: '#1f4a70',
  ready: '#58a6ff',
  frame: '#58a6ff',
  critical: '#6e2b27',
  hot: '#ff8a80',
  summary: '#c3ccd5',
  ghost: '#8b949e',
  link: '#8b949e',
  today: '#bc8cff',
};

export const colours = schemeOf(light, dark);
/** Of pixels, which cannot follow their reader. */
export const paper = paperOf(light);

/** The rules of the chart itself, by its variables; a page gives these the colours of the editor's theme. */
export const chartStyle = `.free{fill:var(--free)}.grid{stroke:var(--line);fill:none}
.bar{fill:var(--bar);stroke:var(--frame)}.ready{fill:var(--ready)}.bar.critical{fill:var(--critical);stroke:var(--hot);stroke-width:1.5}
.ready.critical{fill:var(--hot)}.hatch{stroke:var(--hot);fill:none}.summary,.share{fill:var(--summary)}.summary.critical{fill:var(--hot)}
.milestone{fill:var(--page);stroke:var(--frame);stroke-width:2}.milestone.done{fill:var(--ready)}.milestone.critical{stroke:var(--hot)}
.milestone.critical.done{fill:var(--hot)}.ghost{fill:var(--ghost)}.behind{fill:var(--ink);font-size:11px;paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}
.link{stroke:var(--link);fill:none}.tip{fill:var(--link)}.link.critical{stroke:var(--hot);stroke-width:1.5}.tip.critical{fill:var(--hot)}
.today{stroke:var(--today);stroke-width:2;stroke-dasharray:5 3}`;
