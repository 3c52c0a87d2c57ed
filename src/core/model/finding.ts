// What is said about the data: problems found while reading one text, and findings of rules with their place.
import type { Span } from '../base/span';
import type { Message } from '../messages/message';
import type { Path, Pointer, RuleCode } from './id';

export type Severity = 'error' | 'warning' | 'info';
/** Error before warning before info. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A project may also silence a rule. */
export type SeverityChoice = Severity | 'off';

/** Something wrong inside one text or slice; the span is relative to it. */
export interface Problem {
  readonly code: RuleCode;
  readonly span: Span;
  readonly message: Message;
  readonly fix?: Fix;
}

/** What would mend it, as an intent: features turn it into text edits when somebody asks. */
export type Fix =
  | { readonly kind: 'replace'; readonly with: string }
  | { readonly kind: 'remove' }
  /** The element of a list, at a pointer of the finding's entity, is one too many. */
  | { readonly kind: 'drop'; readonly pointer: Pointer }
  /** A list of another entity (`kind/id`) lacks an element with these fields; what only a person knows is empty. */
  | {
      readonly kind: 'append';
      readonly to: string;
      readonly list: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  /** A field of a group in another entity (`kind/id`), at a pointer there, takes this value. */
  | {
      readonly kind: 'set';
      readonly to: string;
      readonly pointer: Pointer;
      readonly field: string;
      readonly with: string;
    }
  /** Fields that the finding's entity has already take these values, all of them together. */
  | { readonly kind: 'values'; readonly of: Readonly<Record<string, string>> }
  /** Each of these would do, the best first. */
  | { readonly kind: 'either'; readonly of: readonly Fix[] }
  | { readonly kind: 'add-fields'; readonly fields: readonly string[] }
  /** An entity is missing: of this kind, with this title, naming these in its lists. */
  | {
      readonly kind: 'create';
      readonly of: string;
      readonly title: string;
      readonly lists: Readonly<Record<string, readonly string[]>>;
    };

/** Another place that belongs to the same finding: the other of two duplicates, the members of a cycle. */
export interface Related {
  readonly path: Path;
  readonly span: Span;
  readonly message: Message;
}

/** A problem at its place in a file; offsets are of the file's normalised text. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly path: Path;
  readonly span: Span;
  readonly message: Message;
  /** The entity it is about, as `kind/id`, where it is about one. */
  readonly entity?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}
