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

/** A field as it was last changed by a commit. */
export interface LastChange {
  /** From the entity down, as in a comparison. */
  readonly way: readonly string[];
  /** The day on its author's clock, such as `2026-11-03`. */
  readonly day: string;
  readonly author: string;
  /** The name of the commit as people read it. */
  readonly commit: string;
}

export interface Past {
  /** The tags that the project's baselines name; one that is missing does not exist. */
  readonly tags: ReadonlyMap<string, TagPast>;
  /** Of what evidence proves, by `kind/id`: the fields that were changed since they came. */
  readonly changes: Known<ReadonlyMap<string, readonly LastChange[]>>;
}
