// One walk over yaml's concrete tokens before they become a tree: comments, quotes that are never closed, and nesting
// beyond the limit, which is cut off here because yaml composes by recursion and would exhaust the stack.
import type { CST } from 'yaml';
import type { Span } from '../base/span';
import { span } from '../base/span';
import type { Comment } from './tree';

export const DEPTH_LIMIT = 100;

export interface Survey {
  readonly comments: Comment[];
  readonly unclosed: Span[];
  /** Where nesting passed the limit and the rest was dropped. */
  readonly tooDeep: Span[];
}

type Item = { start: CST.SourceToken[]; key?: CST.Token | null; sep?: CST.SourceToken[]; value?: CST.Token };

/** Adds what it finds in a token to the survey. Changes the token where it is nested too deep. */
export function surveyToken(survey: Survey, top: CST.Token): void {
  const tokens: CST.Token[] = [top];
  const depths: number[] = [0];
  const push = (child: CST.Token, depth: number): void => {
    tokens.push(child);
    depths.push(depth);
  };
  for (let token = tokens.pop(); token; token = tokens.pop()) {
    const depth = depths.pop() ?? 0;
    switch (token.type) {
      case 'comment':
        remark(survey, token);
        break;
      case 'document':
        remarks(survey, token.start);
        remarks(survey, token.end);
        if (token.value) push(token.value, 0);
        break;
      case 'doc-end':
      case 'alias':
      case 'scalar':
        remarks(survey, token.end);
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        remarks(survey, token.end);
        if (!closed(token.source)) survey.unclosed.push(span(token.offset, token.offset + token.source.length));
        break;
      case 'block-scalar':
        for (const prop of token.props) if (prop.type === 'comment') remark(survey, prop);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        for (const item of token.items as Item[]) {
          remarks(survey, item.start);
          remarks(survey, item.sep);
          if (depth + 1 >= DEPTH_LIMIT) prune(survey, item);
          if (item.key) push(item.key, depth + 1);
          if (item.value) push(item.value, depth + 1);
        }
        if ('end' in token) remarks(survey, token.end);
        break;
      default:
        // Signs and spaces, which hold nothing.
        break;
    }
  }
}

function prune(survey: Survey, item: Item): void {
  const drop = (token: CST.Token): void => void survey.tooDeep.push(span(token.offset, token.offset + 1));
  if (item.key && 'items' in item.key) {
    drop(item.key);
    item.key = null;
  }
  if (item.value && 'items' in item.value) {
    drop(item.value);
    delete item.value;
  }
}

function remarks(survey: Survey, tokens: readonly CST.SourceToken[] | undefined): void {
  if (tokens) for (const token of tokens) if (token.type === 'comment') remark(survey, token);
}

function remark(survey: Survey, token: { readonly offset: number; readonly source: string }): void {
  const { offset, source } = token;
  survey.comments.push({ start: offset, end: offset + source.length, text: source.slice(1) });
}

const closed = (source: string): boolean => source.length > 1 && source.endsWith(source[0] ?? '');
