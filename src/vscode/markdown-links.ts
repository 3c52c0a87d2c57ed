// `[[links]]` in the editor's Markdown preview, as a plug-in of its markdown-it. What it writes is text, or a link into
// the document's own neighbourhood; all of it is escaped, and a link that leads nowhere stays text.
import type { MarkdownIt, Token } from 'markdown-it';
import type * as vscode from 'vscode';
import type { LinkTarget } from './host-types';

export type Markdown = MarkdownIt;
type TargetOf = (document: vscode.Uri, id: string) => LinkTarget | undefined;

interface Link {
  readonly id: string;
  /** Behind the bar. */
  readonly shown: string | undefined;
  readonly source: string;
}

const LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{0,200}))?\]\]/y;
const NAME = 'landfall_link';

export function withLinks(md: Markdown, targetOf: TargetOf): Markdown {
  md.inline.ruler.before('link', NAME, (state, silent) => {
    if (!state.src.startsWith('[[', state.pos)) return false;
    LINK.lastIndex = state.pos;
    const found = LINK.exec(state.src);
    const id = found?.[1]?.trim();
    if (!found || !id) return false;
    if (!silent) state.push(NAME, '', 0).meta = { id, shown: found[2]?.trim(), source: found[0] } satisfies Link;
    state.pos += found[0].length;
    return true;
  });
  // Where it leads is known only when it is drawn: the preview keeps what it has read.
  md.renderer.rules[NAME] = (tokens, at, _options, env) => {
    const { id, shown, source } = (tokens[at] as Token).meta as unknown as Link;
    const document = (env as { readonly currentDocument?: vscode.Uri } | undefined)?.currentDocument;
    const target = document && targetOf(document, id);
    const { escapeHtml } = md.utils;
    if (!target) return escapeHtml(source);
    const href = escapeHtml(target.href);
    // The preview follows `data-href`.
    const place = `href="${href}" data-href="${href}" title="${escapeHtml(`${id} ${target.title}`)}"`;
    return `<a ${place}>${escapeHtml(shown || target.title)}</a>`;
  };
  return md;
}
