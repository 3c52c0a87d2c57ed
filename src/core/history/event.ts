// What happened to an entity, and where: the nouns of a project's history.
import type { FieldChange } from '../compare/fields';
import type { Commit, Oid } from '../model/commit';
import type { Path } from '../model/id';

export interface EntityEvent {
  /** Undefined of what is not committed yet. */
  readonly commit: Oid | undefined;
  /** `discarded`: a merge took the other side's version and left out what this side had changed. */
  readonly how: 'added' | 'changed' | 'removed' | 'discarded';
  /** The name of its kind. */
  readonly kind: string;
  /** Its id afterwards; of what was removed the last one. */
  readonly id: string;
  readonly title: string;
  readonly path: Path;
  /** The id it had before, where it got another one. */
  readonly formerly?: string;
  /** The file it stood in before, where it moved. */
  readonly movedFrom?: Path;
  /** Of what came, every field; of what was discarded, from what the side had to what the merge has. */
  readonly fields: readonly FieldChange[];
  /** Of what was discarded: the parent it was changed on, and the parent whose version stands. */
  readonly sides?: { readonly left: Oid; readonly kept: Oid };
}

/** Files that could not be read at a commit: what they held is carried on from before. */
export interface Unreadable {
  readonly commit: Oid;
  readonly path: Path;
}

export interface History {
  /** Each after its parents. */
  readonly commits: readonly Commit[];
  /** In the order of the commits. */
  readonly events: readonly EntityEvent[];
  readonly unreadable: readonly Unreadable[];
}
