// What git knows of a project's baselines, as plain data that the outside prepares.
import type { Known } from './known';
import type { Project } from './project';

export interface TagPast {
  /** The full name of the commit that the tag leads to. */
  readonly commit: string;
  /** It is an annotated tag, with a tagger, a date and a message. */
  readonly annotated: boolean;
  /** The commit is the present one or one before it; unknown in a shallow clone. */
  readonly ancestor: Known<boolean>;
  /** The project as it was then. */
  readonly project: Known<Project>;
}

export interface Past {
  /** The tags that the project's baselines name; one that is missing does not exist. */
  readonly tags: ReadonlyMap<string, TagPast>;
}
