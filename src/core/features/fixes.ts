// What can be done about a finding: the fix it carries, the entity it misses, a free id, a suppression with its reason.
// Each was tried on the text before it is offered: the finding is gone and nothing else has changed.
import { type Language, say, tell } from '../messages/message';
import type { Finding } from '../model/finding';
import type { Project } from '../project/project';
import { missingFields } from './fixes/add-fields';
import { creations, renumbering, requested } from './fixes/create';
import { appending, dropping, setting, valuing } from './fixes/elements';
import { removal, replacement } from './fixes/intent';
import type { Offer } from './fixes/offer';
import { suppression } from './fixes/suppress';

export { allOf as fixAll } from './fixes/intent';
export type { Offer } from './fixes/offer';

/** The best first. `language` is that of the person, for the word that stands where a reason is to be written. */
export function fixes(project: Project, finding: Finding, language: Language): readonly Offer[] {
  const { fix } = finding;
  const each = fix?.kind === 'either' ? fix.of.map((one) => ({ ...finding, fix: one })) : [finding];
  const mends = each.flatMap((one) =>
    [replacement, removal, dropping, setting, valuing, missingFields, renumbering, requested, appending].flatMap(
      (mend) => mend(project, one) ?? [],
    ),
  );
  const silence = suppression(project, finding, tell(say('action.reason'), language));
  return [...mends, ...creations(project, finding), ...(silence ? [silence] : [])];
}
