// What the tests of gates share: a project with a gate, checked, and its gate as a person sees it.
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import type { Checked } from '../../../src/core/check/check';
import { type Language, tellArgument } from '../../../src/core/messages/message';
import { keyOf } from '../../../src/core/project/project';
import { askingOf, gateView } from '../../../src/core/views/gates';
import { filesIn, projectOf, worldAt } from '../support';

export const checkedFrom = (fixture: string, day?: string): Checked =>
  finish(checker().check(worldAt(projectOf(filesIn(fixture)), day)));

/** `verdict what: found → blocker (owner), …`, one for each criterion of the first gate. */
export function gateLines(checked: Checked, language: Language = 'en'): readonly string[] {
  const [gate] = checked.world.project.table('gates');
  if (!gate) return [];
  return gateView(askingOf(checked), gate).criteria.map((one) => {
    const blockers = one.blockers().map(({ entity, owner }) => `${keyOf(entity)}${owner ? ` (${owner.name})` : ''}`);
    const found = tellArgument(one.found, language);
    return `${one.verdict} ${tellArgument(one.name, language)}: ${found}${blockers.length ? ` → ${blockers.join(', ')}` : ''}`;
  });
}
