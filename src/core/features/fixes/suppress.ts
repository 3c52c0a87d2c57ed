// A comment above an item that silences a rule for it, with the reason to be written.
import { say } from '../../messages/message';
import type { Finding } from '../../model/finding';
import { sliceAt } from '../../project/at';
import { ordinalOf } from '../../project/file-index';
import type { Project } from '../../project/project';
import { readItem } from '../../syntax/register';
import { dashBefore } from '../../syntax/rewrite';
import { tryEdits } from '../../project/try-edits';
import type { Offer } from './offer';

/** What must be mended and cannot be excused: a text that does not say what it seems to, and suppressions themselves. */
const INEXCUSABLE: ReadonlySet<string> = new Set([
  'LF001',
  'LF004',
  'LF009',
  'LF010',
  'LF011',
  'LF012',
  'LF030',
  'LF031',
]);

/** `reason` is the word that stands where the reason is to be. */
export function suppression(project: Project, finding: Finding, reason: string): Offer | undefined {
  const file = project.files.get(finding.path);
  const at = file && sliceAt(file, finding.span.start);
  if (!file || !at || !finding.entity || INEXCUSABLE.has(finding.code)) return undefined;
  const index = ordinalOf(file, at.slice);
  const register = file.open();
  if (!register.slices[index]) return undefined;
  const { root } = readItem(register, index);
  const dash = root ? dashBefore(file.text, at.start + root.start) : -1;
  const line = file.text.lastIndexOf('\n', dash - 1) + 1;
  const indent = file.text.slice(line, dash);
  if (dash < 0 || indent.trim() !== '') return undefined;
  const comment = (text: string) => `${indent}# landfall-disable ${finding.code}: ${text}\n`;
  const edits = [{ start: line, end: line, text: comment(reason) }];
  const next = tryEdits(
    project,
    file,
    edits,
    new Set([at.slice]),
    ({ added, removed, changed }) => added + removed + changed === 0,
  );
  const silent = next?.files
    .get(file.path)
    ?.slices[index]?.suppressions.some(({ codes }) => codes.includes(finding.code));
  if (!silent) return undefined;
  return {
    title: say('action.silence', { code: finding.code }),
    path: file.path,
    edits,
    snippet: comment(`\${1:${reason}}`),
    preferred: false,
  };
}
