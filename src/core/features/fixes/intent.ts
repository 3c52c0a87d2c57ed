// Fixes that a finding carries as an intent: another text in its place, or the place taken away.
import { say, type Message } from '../../messages/message';
import type { Finding } from '../../model/finding';
import { sliceAt } from '../../project/at';
import type { FileIndex, SliceIndex } from '../../project/file-index';
import type { Project } from '../../project/project';
import { resolve } from '../../project/resolve';
import type { TextEdit } from '../../syntax/edit';
import { problemsIn, tryEdits, type Difference } from '../../project/try-edits';
import type { Offer } from './offer';

/** The replacement that the finding names, where it mends it. */
export function replacement(project: Project, finding: Finding): Offer | undefined {
  const file = project.files.get(finding.path);
  if (!file || finding.fix?.kind !== 'replace') return undefined;
  const edits = [{ ...finding.span, text: inQuotes(file.text, finding, finding.fix.with) }];
  const next = tryEdits(project, file, edits, slicesOf(file, [finding]), isOneValue);
  if (!next || (isOfReading(finding) && amount(next, finding) >= amount(project, finding))) return undefined;
  return {
    title: titleOf(finding.code, finding.fix.with),
    path: file.path,
    edits,
    preferred: true,
  };
}

/** Whether reading the file finds it, or whether its references lead; what other rules say is asked later. */
const isOfReading = ({ code }: Finding): boolean => /^LF[01]/.test(code) && code !== 'LF109';

// A name stays in the quotes that it had, a list needs none; what reading finds may be the quotes themselves.
function inQuotes(text: string, finding: Finding, by: string): string {
  const sign = text[finding.span.start];
  if (isOfReading(finding) || (sign !== '"' && sign !== "'") || /^["'[{]/.test(by)) return by;
  return sign === '"' ? JSON.stringify(by) : `'${by.replaceAll("'", "''")}'`;
}

/** Takes a suppression away that silences nothing; of several codes only the one. */
export function removal(project: Project, finding: Finding): Offer | undefined {
  const file = project.files.get(finding.path);
  if (!file || finding.fix?.kind !== 'remove') return undefined;
  const edits = [takeOut(file.text, finding)];
  if (!tryEdits(project, file, edits, slicesOf(file, [finding]), isNothing)) return undefined;
  return {
    title: say('action.unsilence', { code: finding.message.args.code ?? '' }),
    path: file.path,
    edits,
    preferred: true,
  };
}

/** Findings whose fixes never guess what was meant. */
const CERTAIN: ReadonlySet<string> = new Set(['LF009', 'LF011', 'LF022', 'LF031']);

/** Every certain fix of one rule in one file, as one change; undefined when there are fewer than two. */
export function allOf(project: Project, code: string, findings: readonly Finding[]): Offer | undefined {
  const due = findings.filter(
    (one) => one.code === code && (one.fix?.kind === 'replace' || one.fix?.kind === 'remove'),
  );
  const file = due[0] && project.files.get(due[0].path);
  if (!file || due.length < 2 || !CERTAIN.has(code)) return undefined;
  const edits = apart(
    due.map((one) => (one.fix?.kind === 'replace' ? { ...one.span, text: one.fix.with } : takeOut(file.text, one))),
  );
  const next = edits && tryEdits(project, file, edits, slicesOf(file, due), () => true);
  if (!next || (code !== 'LF031' && problemsIn(next.files.get(file.path), code) > problemsIn(file, code) - due.length))
    return undefined;
  return { title: say('action.all', { code, count: due.length }), path: file.path, edits, preferred: false };
}

/** The slices in which the findings stand. */
const slicesOf = (file: FileIndex, findings: readonly Finding[]): ReadonlySet<SliceIndex> =>
  new Set(findings.flatMap(({ span }) => sliceAt(file, span.start)?.slice ?? []));

/** One value became another, or one field got another name. */
const isOneValue = ({ added, removed, changed }: Difference): boolean => changed + Math.max(added, removed) <= 1;
const isNothing = ({ added, removed, changed }: Difference): boolean => added + removed + changed === 0;

// What is counted before and after: of references that lead nowhere those of the item, of others the problems of the code.
function amount(project: Project, { code, path, span }: Finding): number {
  const file = project.files.get(path);
  if (!file || (code !== 'LF101' && code !== 'LF107')) return problemsIn(file, code);
  const sites = (sliceAt(file, span.start)?.slice.entities ?? []).flatMap((entity) => entity.sites);
  return sites.filter((site) => resolve(project, site).kind === 'missing').length;
}

function titleOf(code: string, text: string): Message {
  if (text === '') return say('action.take-out');
  if (text.trim() === '' || text === ': ') return say('action.width');
  // A text that broke the YAML stays what it is, in quotes or behind a space.
  return code === 'LF001' ? say('action.rewrite', { text: text.trim() }) : say('action.replace', { text });
}

function takeOut(text: string, { span, message }: Finding): TextEdit {
  const comment = text.slice(span.start, span.end);
  const { code } = message.args;
  if (typeof code !== 'string') return { ...span, text: '' };
  const codes = comment.match(/LF\d{3}(?=[^::]*(?:[::]|$))/g) ?? [];
  if (codes.length > 1) {
    const at = comment.indexOf(code);
    const gap = /^[\s,]+(?=LF)/.exec(comment.slice(at + code.length));
    // The last of the list takes the comma before it along.
    const from = gap ? at : comment.slice(0, at).replace(/[\s,]+$/, '').length;
    const to = at + code.length + (gap?.[0].length ?? 0);
    return { start: span.start + from, end: span.start + to, text: '' };
  }
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(line, span.start);
  if (before.trim() !== '') return { start: line + before.trimEnd().length, end: span.end, text: '' };
  return { start: line, end: text[span.end] === '\n' ? span.end + 1 : span.end, text: '' };
}

/** The edits without those that say the same twice; undefined when two of them overlap. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = [...new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit])).values()].sort(
    (a, b) => a.start - b.start,
  );
  return sorted.every((edit, at) => at === 0 || edit.start >= (sorted[at - 1]?.end ?? 0)) ? sorted : undefined;
}
