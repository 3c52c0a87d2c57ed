// What is written nowhere and helps to read: the title behind an id, the name of an owner, the day of the week behind a
// date, the score of two numbers, the computed dates of a task, the time that a service level leaves, the value of a
// metric. Only for the part of a file that is in view.
import { dayText } from '../base/days';
import type { Span } from '../base/span';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import { metrics } from '../metrics';
import type { Figures } from '../metrics/figures';
import { metricNamed } from '../metrics/metric';
import { valueText } from '../metrics/shown';
import type { Path } from '../model/id';
import type { FileIndex } from '../project/file-index';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';
import type { World } from '../project/world';
import { isTask } from '../schedule/activities';
import { planning } from '../schedule/plan';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import type { Site } from '../schema/sites';
import { pairOf } from '../syntax/locate';
import { parse } from '../syntax/parse';
import { standingOf } from '../standing';
import { readItem } from '../syntax/register';
import type { Node } from '../syntax/tree';

export interface Hint {
  /** An offset of the file; the hint stands behind it. */
  readonly at: number;
  readonly text: string | Message;
}

/** Longer titles are cut: a hint must not push the rest of the line away. */
const LONGEST = 40;

/** The titles of what the references in a stretch of a register lead to, but for owners. */
export const titleHints = (project: Project, path: Path, view: Span): readonly Hint[] =>
  namesBehind(project, path, view, (site) => !isOwner(site));

/** The names of the owners in a stretch of a register. */
export const ownerHints = (project: Project, path: Path, view: Span): readonly Hint[] =>
  namesBehind(project, path, view, isOwner);

const isOwner = ({ pointer }: Site): boolean => pointer.endsWith('/owner');

function namesBehind(project: Project, path: Path, view: Span, isMeant: (site: Site) => boolean): readonly Hint[] {
  const file = project.files.get(path);
  if (!file || /\.md$/i.test(path)) return [];
  return slicesIn(file, view).flatMap((index) => {
    const start = file.starts[index] ?? 0;
    return (file.slices[index]?.entities ?? []).flatMap(({ sites }) =>
      sites.filter(isMeant).flatMap((site) => {
        const at = start + site.end;
        // Between the parts of `object:action` a hint would tear them apart; prose reads as it is.
        if (at < view.start || at > view.end || site.composed || site.ref.prose) return [];
        const title = follow(project, site)?.title;
        if (!title || title === site.text) return [];
        return [
          { at: behindQuote(file.text, at), text: title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title },
        ];
      }),
    );
  });
}

/** The days of the week of the dates in a stretch of a register or of the manifest. */
export const weekdayHints = (project: Project, path: Path, view: Span): readonly Hint[] =>
  inTrees(project, path, view, days);

/** The scores that two numbers make together, behind the second: `5 × 3 = 15`. */
export const scoreHints = (project: Project, path: Path, view: Span): readonly Hint[] =>
  inTrees(project, path, view, scores);

/** The computed dates of the tasks in a stretch of a register, and their float, behind the first line of each. */
export function* scheduleHints(world: World, path: Path, view: Span): Work<readonly Hint[]> {
  const file = world.project.files.get(path);
  const shown = file
    ? slicesIn(file, view).flatMap((index) => (file.slices[index]?.entities ?? []).map((entity) => ({ entity, index })))
    : [];
  if (!file || !shown.some(({ entity }) => isTask(entity))) return [];
  const plan = yield* planning(world);
  return shown.flatMap(({ entity, index }): readonly Hint[] => {
    const planned = plan.of(entity);
    const at = lineEnd(file.text, (file.starts[index] ?? 0) + entity.mark.end);
    if (!planned || at < view.start || at > view.end) return [];
    const { firstDay, lastDay, totalFloat, critical, milestone } = planned;
    const about = {
      days: milestone ? dayText(firstDay) : `${dayText(firstDay)} → ${dayText(lastDay)}`,
      float: totalFloat === undefined ? '' : String(Math.round(totalFloat * 10) / 10),
    };
    const which =
      totalFloat === undefined ? 'schedule.hint-done' : critical ? 'schedule.hint-critical' : 'schedule.hint';
    return [{ at, text: say(which, about) }];
  });
}

/** What the entries in a stretch of a register stand at, behind the first line of each: what is due next. All of it is told by
 * the hover, for an editor cuts what is longer than some forty signs. */
export function* standingHints(world: World, path: Path, view: Span): Work<readonly Hint[]> {
  const file = world.project.files.get(path);
  const hints: Hint[] = [];
  for (const index of file ? slicesIn(file, view) : []) {
    for (const entity of file?.slices[index]?.entities ?? []) {
      if (!file || entity.kind.entity.standing === undefined) continue;
      const at = lineEnd(file.text, (file.starts[index] ?? 0) + entity.mark.end);
      if (at < view.start || at > view.end) continue;
      const next = standingOf(world, entity).find(({ settled }) => !settled);
      if (next) hints.push({ at, text: next.text });
      yield;
    }
  }
  return hints;
}

/** The values of the metrics that a stretch of a register names. */
export function* figureHints(world: World, figures: Figures, path: Path, view: Span): Work<readonly Hint[]> {
  const file = world.project.files.get(path);
  const hints: Hint[] = [];
  for (const index of file ? slicesIn(file, view) : []) {
    for (const site of file?.slices[index]?.entities.flatMap(({ sites }) => sites) ?? []) {
      const named = site.ref.to.includes('@metric') ? metricNamed(site.text, metrics) : undefined;
      const end = behindQuote(file?.text ?? '', (file?.starts[index] ?? 0) + site.end);
      if (!file || !named || end < view.start || end > view.end) continue;
      const figure = figures.of(world, named.metric, named.filter);
      const value =
        figure.kind === 'known' ? valueText(figure.value, named.metric.unit, world.project) : say('metric.na');
      // Between a key and its colon a hint would tear them apart.
      hints.push({
        at: file.text[end] === ':' ? lineEnd(file.text, end) : end,
        text: say('standing.figure', { value }),
      });
      yield;
    }
  }
  return hints;
}

type Walk = (node: Node, shape: Shape | undefined, by: number) => Iterable<Hint>;

function inTrees(project: Project, path: Path, view: Span, walk: Walk): readonly Hint[] {
  const file = project.files.get(path);
  const form = file && project.kinds.form(file.form);
  if (!file || !form || /\.md$/i.test(path)) return [];
  return slicesIn(file, view).flatMap((index) => {
    const start = file.starts[index] ?? 0;
    const root = file.form === 'manifest' ? parse(file.text).root : readItem(file.open(), index).root;
    return root ? [...walk(root, form.item, start)].filter(({ at }) => view.start <= at && at <= view.end) : [];
  });
}

/** The indexes of the slices that reach into a stretch. */
function slicesIn({ starts, slices, text }: FileIndex, view: Span): readonly number[] {
  return slices.flatMap((_, at) => {
    const [start = 0, end = text.length] = [starts[at], starts[at + 1]];
    return start <= view.end && end >= view.start ? [at] : [];
  });
}

const DATES: ReadonlySet<string> = new Set(['day', 'moment', 'datetime']);

function* days(node: Node, shape: Shape | undefined, by: number): Generator<Hint> {
  if (!shape) return;
  if (node.kind === 'mapping') {
    for (const { key, value } of node.pairs) yield* days(value, fieldShape(shape, key.text), by);
  } else if (node.kind === 'sequence') {
    for (const item of node.items) yield* days(item, elementShape(shape), by);
  } else if (isDate(shape)) {
    const day = weekday(node.text);
    if (day !== undefined) yield { at: node.end + by, text: say(`weekday.${day}`) };
  }
}

function* scores(node: Node, shape: Shape | undefined, by: number): Generator<Hint> {
  if (!shape || node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* scores(item, elementShape(shape), by);
    return;
  }
  for (const { key, value } of node.pairs) {
    const field = fieldShape(shape, key.text);
    const other = field?.times === undefined ? undefined : pairOf(node, field.times)?.value;
    const [a, b] = [numberOf(value), numberOf(other)];
    if (a !== undefined && b !== undefined) yield { at: value.end + by, text: `× ${b} = ${a * b}` };
    yield* scores(value, field, by);
  }
}

const numberOf = (node: Node | undefined): number | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;

const isDate = (shape: Shape): boolean =>
  (shape.format !== undefined && DATES.has(shape.format)) || shape.forms.some(isDate);

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Sunday is 0. A date with a time has the weekday of the place that its offset is of. */
function weekday(text: string): Weekday | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return undefined;
  return date.getUTCDay() as Weekday;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

const behindQuote = (text: string, at: number): number => (/["']/.test(text[at] ?? '') ? at + 1 : at);
