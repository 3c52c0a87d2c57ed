// The doorway to `yaml`: text in, its tree and errors out. The only file that runs its parser, so that its options are
// the same everywhere: YAML 1.2's core schema, duplicate keys and merge keys left to us, no known extra tags.
import { Composer, type Document, Parser, type ParsedNode, Schema, type YAMLError } from 'yaml';
import type { Survey } from './survey';
import { surveyToken } from './survey';

export interface Composed extends Survey {
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
  /** Where a second document begins; nothing from there on is in `contents`. */
  readonly second: number | undefined;
  /** Whether a `...` line ended the document. */
  readonly ended: boolean;
  readonly directive: boolean;
}

// Shared by all documents, which spares building it for each; nothing writes to it, because without
// `resolveKnownTags` yaml adds no tags on the way.
const OPTIONS = {
  schema: new Schema({ schema: 'core', resolveKnownTags: false }),
  uniqueKeys: false,
  keepSourceTokens: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** The first document of a text. Never throws; what yaml itself throws becomes an error of the whole text. */
export function compose(text: string): Composed {
  const survey: Survey = { comments: [], unclosed: [], tooDeep: [] };
  const composer = new Composer(OPTIONS);
  let found = false;
  let second: number | undefined;
  let ended = false;
  let directive = false;
  let document: Document.Parsed | undefined;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document') {
      if (found) {
        second = token.offset;
        break;
      }
      found = true;
    }
    if (token.type === 'doc-end') ended = true;
    if (token.type === 'directive') directive = true;
    surveyToken(survey, token);
    for (const done of composer.next(token)) document = done;
  }
  for (const done of composer.end(true, text.length)) document ??= done;
  return {
    ...survey,
    contents: document?.contents ?? null,
    errors: document?.errors ?? [],
    warnings: document?.warnings ?? [],
    second,
    ended,
    directive,
  };
}
