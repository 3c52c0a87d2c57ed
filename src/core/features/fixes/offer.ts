// What an offered change is.
import type { Message } from '../../messages/message';
import type { Path } from '../../model/id';
import type { TextEdit } from '../../syntax/edit';

export interface Offer {
  readonly title: Message;
  /** The file that changes; offsets are of its normalised text. */
  readonly path: Path;
  readonly edits: readonly TextEdit[];
  /** The one edit's text in the editor's snippet syntax, where something is left to fill in. */
  readonly snippet?: string;
  /** What a person would nearly always choose. */
  readonly preferred: boolean;
  /** Where to look afterwards, in the changed text: for changes of another file. */
  readonly show?: number;
}
