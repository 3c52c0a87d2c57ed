// `# landfall-disable LF504: reason` beside or above an entity silences a rule for it.
import type { Span } from '../base/span';
import type { RuleCode } from '../model/id';
import type { Comment } from '../syntax/tree';
import type { FileIndex, Suppression } from './file-index';

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

/** Where the reasons of a file's suppressions name an id; offsets are of the file's text. A word that any sentence may
 *  have is nobody's id. */
export function reasonsNaming(file: FileIndex, id: string): readonly Span[] {
  if (!/[\d._-]/.test(id)) return [];
  const found: Span[] = [];
  const look = (suppressions: readonly Suppression[], by: number): void => {
    for (const { reason, span } of suppressions) {
      if (!reason.includes(id)) continue;
      const text = file.text.slice(by + span.start, by + span.end);
      for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
        const alone =
          !/[\w-]$|[\w-][./]$/.test(text.slice(0, at)) && !/^(?:[\w-]|[./][\w-])/.test(text.slice(at + id.length));
        const start = by + span.start + at;
        if (alone) found.push({ start, end: start + id.length });
      }
    }
  };
  look(file.suppressions, 0);
  file.slices.forEach((slice, i) => slice.suppressions.length && look(slice.suppressions, file.starts[i] ?? 0));
  return found;
}
