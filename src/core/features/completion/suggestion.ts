// What completion answers with: suggestions as the editor lists them, and the text that each of them writes.
import type { Span } from '../../base/span';
import type { Bilingual, Message } from '../../messages/message';
import type { Entity } from '../../project/file-index';

export interface Suggestion {
  readonly kind: 'field' | 'value' | 'entity' | 'item' | 'date' | 'file' | 'pattern';
  readonly label: string;
  /** Behind the label: a title in both languages, or the title of an entity. */
  readonly detail: Bilingual | Message | string;
  readonly description: Bilingual | undefined;
  /** In snippet syntax. */
  readonly insert: string;
  /** A value will be wanted next. */
  readonly again: boolean;
  /** Of a field: owed from birth, or owed in the state that the entity is in. */
  readonly due?: 'required' | 'owed';
  /** Of a reference: the entity it would lead to. */
  readonly entity?: Entity;
}

export interface Completion {
  readonly replace: Span;
  readonly suggestions: readonly Suggestion[];
  /** What is offered was chosen by what is typed: another letter, another choice. */
  readonly narrowed: boolean;
}

/** Suggestions at once; what is typed narrows them down. */
export const LIMIT = 200;

/** A value that is not an entity; `insert` is in snippet syntax. */
export const plainValue = (
  label: string,
  detail: Suggestion['detail'],
  insert: string,
  kind: Suggestion['kind'] = 'value',
): Suggestion => ({ kind, label, detail, description: undefined, insert, again: false });
