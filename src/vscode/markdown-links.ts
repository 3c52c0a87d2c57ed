// `[[links]]` in the editor's Markdown preview, as a plug-in of its markdown-it. What it writes is text and a link of the
// document's own neighbourhood; everything is escaped, and a link that leads nowhere stays text.
import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import type { LinkTarget } from './host-types';

export type Markdown = MarkdownIt;
type TargetOf = (document: vscode.Uri, id: string) => LinkTarget | undefined;

const LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{0,200}))?\]\]/y;

export function withLinks(md: Markdown, targetOf: TargetOf): Markdown {
  md.inline.ruler.before('link', 'landfall-link', (state, silent) => {
    if (!state.src.startsWith('[[', state.pos)) return false;
    LINK.lastIndex = state.pos;
    const found = LINK.exec(state.src);
    const id = found?.[1]?.trim();
    const document = (state.env as { readonly currentDocument?: vscode.Uri } | undefined)?.currentDocument;
    if (!found || !id || !document) return false;
    const target = targetOf(document, id);
    const shown = found[2]?.trim();
    if (!target && !shown) return false;
    if (!silent) {
      if (target) {
        const open = state.push('link_open', 'a', 1);
        open.attrs = [
          ['href', target.href],
          // The preview follows this one.
          ['data-href', target.href],
          ['title', `${id} ${target.title}`],
        ];
      }
      state.push('text', '', 0).content = shown || `${target?.title ?? id}`;
      if (target) state.push('link_close', 'a', -1);
    }
    state.pos += found[0].length;
    return true;
  });
  return md;
}
