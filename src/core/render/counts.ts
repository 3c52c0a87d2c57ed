// Numbers of things in a sentence: "1 error, 2 warnings".
import { type Message, type MessageId, say } from '../messages/message';
import type { Severity } from '../model/finding';
import type { Tally } from '../views/report';

type Counted = 'error' | 'warning' | 'info' | 'file' | 'entry';
type CountId = Extract<MessageId, `count.${string}`>;

const ids: Readonly<Record<Counted, readonly [one: CountId, many: CountId]>> = {
  error: ['count.error', 'count.errors'],
  warning: ['count.warning', 'count.warnings'],
  info: ['count.info', 'count.infos'],
  file: ['count.file', 'count.files'],
  entry: ['count.entry', 'count.entries'],
};

const counted = (count: number, what: Counted): Message => ({
  id: ids[what][count === 1 ? 0 : 1],
  args: { count },
});

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a check came to, in one sentence. */
export function summary(tally: Tally): Message {
  const checked = { entries: counted(tally.entities, 'entry'), files: counted(tally.files, 'file') };
  const found = SEVERITIES.filter((severity) => tally[severity] > 0).map((severity) =>
    counted(tally[severity], severity),
  );
  if (!found.length) return say('check.clean', checked);
  return say('check.found', { ...checked, found, in: counted(tally.filesWithFindings, 'file') });
}
