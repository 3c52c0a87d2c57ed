// What a hover says of something that is not as a baseline fixed it: what it was, until which change request, who and when.
import { decisionOf } from '../core/compare/drift';
import { shapeOn } from '../core/compare/fields';
import { say } from '../core/messages/message';
import { type Commit, momentOf } from '../core/model/commit';
import type { Entity } from '../core/project/file-index';
import { keyOf, type Project } from '../core/project/project';
import { comparedField } from '../core/views/comparison';
import type { DriftMark } from '../core/views/drift-marks';
import { dayText, shownValue } from '../core/views/label';
import type { Speaker } from './cards';
import { code, commandLink, escaped } from './markdown';

/** The field of a change request that names who approved it. */
const APPROVER = ['approvals', '[]', 'person'];
/** Signs of a former value that are shown. */
const LONGEST = 200;

/** `commit` is what brought it, where that is known. */
export function driftText(
  { entity, field, state, requests, baseline }: DriftMark,
  project: Project,
  speaker: Speaker,
  commit?: Commit,
): string {
  const { tell, language } = speaker;
  const fixed = commandLink(`${baseline.id} ${baseline.title}`, 'landfall.openEntity', keyOf(baseline));
  const by = named(requests, project, speaker, commit);
  const open = commit && !requests.length ? [tell(say('drift.by', whoAndWhen(commit, speaker)))] : [];
  if (!field) {
    const came = requests.length
      ? say('drift.came', { baseline: fixed, requests: by })
      : say('drift.came-open', { baseline: fixed });
    return [tell(came), ...open].join(' ');
  }
  const { name, before } = comparedField(field, entity.kind, state, project, language);
  const about = {
    field: `**${escaped(name)}**`,
    before: before === undefined ? tell(say('compare.nothing')) : code(shortened(before)),
    baseline: fixed,
  };
  const was = requests.length ? say('drift.was', { ...about, requests: by }) : say('drift.was-open', about);
  const back = commandLink(tell(say('drift.restore')), 'landfall.restoreFromBaseline', keyOf(entity));
  return [tell(was), ...open, back].join(' ');
}

// Who changed it and when is what one wants to know; where the history does not say, who let it and when.
function named(requests: readonly Entity[], project: Project, speaker: Speaker, commit: Commit | undefined) {
  const { tell, language } = speaker;
  const link = (one: Entity): string => commandLink(`${one.id} ${one.title}`, 'landfall.openEntity', keyOf(one));
  if (commit) return tell(say('drift.request', { request: requests.map(link), ...whoAndWhen(commit, speaker) }));
  return requests.map((one) => {
    const decision = decisionOf(one);
    if (!decision?.day) return link(one);
    const approver = shapeOn(one.kind.shape, APPROVER);
    const who = decision.people.map((id) => escaped(shownValue(id, approver, project, language)));
    return tell(say('drift.request', { request: link(one), who, when: dayText(decision.day, language) }));
  });
}

const whoAndWhen = ({ author }: Commit, { language }: Speaker) => ({
  who: escaped(author.name || author.email),
  when: dayText(momentOf(author).slice(0, 10), language),
});

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
