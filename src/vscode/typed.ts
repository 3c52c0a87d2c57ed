// The text of a document that is typed in. The editor puts a document's text together of its lines whenever it is asked
// for it, which takes a register of 5 MB longer than all that we do with it: so what was typed is done to the text before.
import type { TextDocument, TextDocumentChangeEvent } from 'vscode';
import { Draft } from '../core/base/draft';

const drafts = new WeakMap<TextDocument, { readonly draft: Draft; readonly version: number }>();

/** The text of the document after a change. */
export function draftAfter({ document, contentChanges }: TextDocumentChangeEvent): Draft {
  const before = drafts.get(document);
  // Every change counts the version up by one; what we did not hear of makes the text before worthless.
  let draft =
    before?.version === document.version - 1 ? before.draft.edited(contentChanges.map(replacement)) : undefined;
  if (draft?.length !== lengthOf(document)) draft = Draft.of(document.getText());
  drafts.set(document, { draft, version: document.version });
  return draft;
}

const replacement = ({ rangeOffset, rangeLength, text }: TextDocumentChangeEvent['contentChanges'][number]) => ({
  start: rangeOffset,
  end: rangeOffset + rangeLength,
  text,
});

const lengthOf = (document: TextDocument): number =>
  document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
