// Who made a field what it is, out of the history: for what is not as a baseline fixed it.
import { type FieldChange, shapeOn } from '../compare/fields';
import { sameValue } from '../compare/value';
import { type Standing, trailOf } from '../history/trail';
import type { Commit } from '../model/commit';
import type { DriftMark } from './drift-marks';

/** The commit that brought the value which stands now, or the entity; undefined where it is not committed, or the
 * history does not say. */
export function broughtBy(
  standing: Standing,
  { entity, field }: Pick<DriftMark, 'entity' | 'field'>,
): Commit | undefined {
  for (const { how, commit, fields } of trailOf(standing, entity.kind.name, entity.id)) {
    if (how === 'discarded' || how === 'removed') continue;
    const change = field && fields.find(({ way }) => sameWay(way, field.way));
    if (change && field) return says(change, field) ? standing.commit(commit) : undefined;
    if (how === 'added') return field ? undefined : standing.commit(commit);
  }
  return undefined;

  function says(change: FieldChange, now: FieldChange): boolean {
    return sameValue(change.after, now.after, shapeOn(entity.kind.shape, now.way));
  }
}

const sameWay = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((step, at) => step === b[at]);
