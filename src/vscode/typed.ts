// The text of a document that is typed in. The editor puts a document's text together of its lines whenever it is asked
// for it, which takes a register of 5 MB longer than all that we do with it: so what was typed is done to the text before.
import type { TextDocument, TextDocumentChangeEvent } from 'vscode';

const texts = new WeakMap<TextDocument, { readonly text: string; readonly version: number }>();

/** The text of the document after a change. */
export function textAfter({ document, contentChanges }: TextDocumentChangeEvent): string {
  const before = texts.get(document);
  // Every change counts the version up by one; what we did not hear of makes the text before worthless.
  let text = before && before.version === document.version - 1 ? before.text : undefined;
  if (text !== undefined) for (const change of contentChanges) text = changed(text, change);
  if (text === undefined || text.length !== lengthOf(document)) text = document.getText();
  texts.set(document, { text, version: document.version });
  return text;
}

const changed = (
  text: string,
  { rangeOffset, rangeLength, text: by }: TextDocumentChangeEvent['contentChanges'][number],
): string => text.slice(0, rangeOffset) + by + text.slice(rangeOffset + rangeLength);

const lengthOf = (document: TextDocument): number =>
  document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
