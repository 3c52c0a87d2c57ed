// How figures have moved: what each metric was at past states of the project, as a line of small bars.
import { toNumber } from '../base/decimal';
import type { Work } from '../base/work';
import type { Message } from '../messages/message';
import { metrics } from '../metrics';
import { noFilter } from '../metrics/filter';
import type { World } from '../project/world';
import { metricView, valueOrWhy } from './metrics';

/** A figure at one state: as a number to draw, and as people read it. */
export interface Point {
  readonly value: number | undefined;
  readonly shown: Message;
}

/** Every metric at one state of the project, by its id; nothing else of the state is kept. */
export function* pointsOf(world: World): Work<ReadonlyMap<string, Point>> {
  const points = new Map<string, Point>();
  for (const metric of metrics) {
    const view = metricView(world, metric, noFilter);
    const value = view.figure.kind === 'known' ? toNumber(view.figure.value) : undefined;
    points.set(metric.id, { value, shown: valueOrWhy(view) });
    yield;
  }
  return points;
}

const BARS = '▁▂▃▄▅▆▇█';

/** Bars from the smallest to the greatest of the values; a gap where there is none, nothing where fewer than two are known. */
export function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((one) => one !== undefined);
  if (known.length < 2) return '';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const at = (value: number): number => (most === least ? 0 : Math.round(((value - least) / (most - least)) * 7));
  return values.map((one) => (one === undefined ? ' ' : (BARS[at(one)] ?? ''))).join('');
}

/** Of a long list some, the first and the last among them, as evenly as can be. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  const step = (list.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, at) => list[Math.round(at * step)] as T);
}
