// `# landfall-disable LF504: reason` beside or above an entity silences a rule for it.
import type { RuleCode } from '../model/id';
import type { Comment } from '../syntax/tree';
import type { Suppression } from './file-index';

const FORM = /^\s*landfall-disable(?:\s+((?:LF\d{3}[\s,]*)*))?(?:[::](.*))?$/;

/** The suppressions among these comments. One that names no code is kept, so that a rule can say what is wrong with it. */
export function suppressionsIn(comments: readonly Comment[]): readonly Suppression[] {
  return comments.flatMap((comment) => {
    const found = FORM.exec(comment.text) ?? (/^\s*landfall-disable\b/.test(comment.text) ? ['', '', ''] : null);
    if (!found) return [];
    const codes = (found[1] ?? '').split(/[\s,]+/).filter(Boolean) as RuleCode[];
    return [{ codes, reason: (found[2] ?? '').trim(), span: { start: comment.start, end: comment.end } }];
  });
}
