// The nouns of a repository's past: commits, tags, and who made them when. Names of objects are full and in hexadecimal.

declare const brand: unique symbol;

/** The name of an object: 40 hexadecimal digits, 64 in a repository that uses SHA-256. */
export type Oid = string & { readonly [brand]: 'oid' };

/** A text as an object's name; undefined when it is not one in full. */
export const oidOf = (text: string): Oid | undefined =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? (text as Oid) : undefined;

/** Somebody at a moment. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Minutes by which the person's clock was ahead of UTC. */
  readonly offset: number;
}

export interface Commit {
  readonly oid: Oid;
  readonly tree: Oid;
  /** None of the first commit, and of one beyond which a shallow clone has nothing. */
  readonly parents: readonly Oid[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** It has parents, but the clone is shallow and ends here. */
  readonly shallow: boolean;
}

export interface Tag {
  /** Without `refs/tags/`. */
  readonly name: string;
  /** The commit behind it; undefined where it leads to something else, or to what is not there. */
  readonly commit: Oid | undefined;
  /** Who set it, when, and the words with it; undefined for a tag that is nothing but a name. */
  readonly annotation: { readonly tagger: Signature | undefined; readonly message: string } | undefined;
}

export interface Branch {
  /** Such as `main` or `origin/main`. */
  readonly name: string;
  readonly commit: Oid;
  readonly remote: boolean;
}

/** The day and minute on the person's own clock with its offset, such as `2026-11-16T09:30+08:00`. */
export function momentOf({ at, offset }: Signature): string {
  const local = new Date(at + offset * 60_000);
  if (Number.isNaN(local.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local.toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A line of a message that is its title. */
export const headlineOf = (message: string): string => message.trimStart().split('\n', 1)[0]?.trim() ?? '';

/** The name of an object as people read it. */
export const shortOid = (oid: Oid): string => oid.slice(0, 10);
