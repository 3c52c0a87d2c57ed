// How clean the role model is: what the check found that builds up over the years, by what is to be done about it.
import type { Checked } from '../check/check';
import type { RuleCode } from '../model/id';
import { kindPlaying } from '../access/parts';
import { type ReportedFinding, reportOf } from './report';

const TOPICS = {
  /** Nobody has anything by it. */
  unused: ['LF411', 'LF416', 'LF420'],
  /** It is there twice, or nearly. */
  alike: ['LF414', 'LF415'],
  /** It reaches farther than anybody reads. */
  wide: ['LF412', 'LF413'],
  /** Who or what it names is gone, or its time is over. */
  orphaned: ['LF101', 'LF104', 'LF425'],
  /** People who come, move and leave. */
  movers: ['LF424', 'LF426', 'LF428', 'LF429'],
  untrained: ['LF427'],
  /** Given otherwise than roles say, or without a yes. */
  given: ['LF421', 'LF422', 'LF423'],
} as const satisfies Record<string, readonly RuleCode[]>;

export type HygieneTopic = keyof typeof TOPICS;

export interface HygieneView {
  readonly on: string;
  /** Topics about which there is nothing to say are left out. */
  readonly topics: readonly { readonly topic: HygieneTopic; readonly findings: readonly ReportedFinding[] }[];
}

export function hygieneView(checked: Checked): HygieneView {
  const { project, asOf } = checked.world;
  const kinds = new Set<string | undefined>(
    (['role', 'assignment', 'object'] as const).map((part) => kindPlaying(project.kinds, part)?.name),
  );
  const isOfAccess = ({ entity }: ReportedFinding): boolean => kinds.has(entity?.slice(0, entity.indexOf('/')));
  const { findings } = reportOf(checked);
  const mine = findings.filter(isOfAccess);
  const topics = (Object.keys(TOPICS) as readonly HygieneTopic[]).map((topic) => {
    const codes: readonly RuleCode[] = TOPICS[topic];
    return { topic, findings: mine.filter(({ code }) => codes.includes(code)) };
  });
  return { on: asOf, topics: topics.filter((one) => one.findings.length) };
}
