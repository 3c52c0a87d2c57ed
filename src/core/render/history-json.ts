// The history of entities for other programs. Promises like that of the findings: nothing but additions without another
// version.
import type { FieldChange } from '../compare/fields';
import type { Link } from '../history/requests';
import { momentOf } from '../model/commit';
import type { Json } from '../schema/json';
import type { ToldCommit, ToldEntry, ToldEvent, ToldField } from '../views/history';

interface CommitJson {
  /** All null of what is not committed yet. */
  readonly commit: string | null;
  readonly author: { readonly name: string; readonly email: string } | null;
  /** With the author's offset: `2026-11-16T09:30+08:00`. */
  readonly date: string | null;
  /** The whole message. */
  readonly message: string | null;
}

interface EventJson {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'changed' | 'removed' | 'discarded';
  readonly formerId: string | null;
  readonly path: string;
  readonly formerPath: string | null;
  /** Steps of `path` in brackets name the element of a list: `[li.wei]`, or `[3]` counted from one. */
  readonly fields: readonly { readonly path: readonly string[]; readonly before: Json; readonly after: Json }[];
  readonly changeRequests: readonly RequestJson[];
}

interface RequestJson {
  readonly id: string;
  readonly by: 'message' | 'covers';
}

export interface TrailJson {
  readonly version: 1;
  readonly kind: string;
  readonly id: string;
  /** Whether the clone goes back to the beginning. */
  readonly complete: boolean;
  readonly events: readonly (CommitJson & EventJson)[];
}

export interface LogJson {
  readonly version: 1;
  readonly complete: boolean;
  readonly commits: readonly (CommitJson & {
    readonly changes: readonly EventJson[];
    /** What could not be read at the commit. */
    readonly unreadable: readonly string[];
  })[];
}

export interface BlameJson {
  readonly version: 1;
  readonly kind: string;
  readonly id: string;
  readonly complete: boolean;
  readonly fields: readonly (CommitJson & {
    readonly path: readonly string[];
    readonly value: Json;
    /** What it was before; null where it was nothing. */
    readonly before: Json;
    /** Whether the history here goes back to when it was set. */
    readonly known: boolean;
    readonly changeRequests: readonly RequestJson[];
  })[];
}

const written = (json: TrailJson | LogJson | BlameJson): string => `${JSON.stringify(json, null, 2)}\n`;

export const trailJson = (kind: string, id: string, complete: boolean, events: readonly ToldEvent[]): string =>
  written({ version: 1, kind, id, complete, events: events.map((one) => ({ ...commitOf(one), ...eventOf(one) })) });

export const logJson = (complete: boolean, entries: readonly ToldEntry[]): string =>
  written({
    version: 1,
    complete,
    commits: entries.map((one) => ({
      ...commitOf(one),
      changes: one.events.map(eventOf),
      unreadable: one.unreadable,
    })),
  });

export const blameJson = (kind: string, id: string, complete: boolean, fields: readonly ToldField[]): string =>
  written({
    version: 1,
    kind,
    id,
    complete,
    fields: fields.map((one) => ({
      ...commitOf(one),
      path: one.field.way,
      value: one.field.value,
      before: one.field.change?.before ?? null,
      known: one.field.event !== undefined,
      changeRequests: one.requests.map(requestOf),
    })),
  });

const commitOf = ({ commit }: ToldCommit): CommitJson =>
  commit
    ? {
        commit: commit.oid,
        author: { name: commit.author.name, email: commit.author.email },
        date: momentOf(commit.author),
        message: commit.message,
      }
    : { commit: null, author: null, date: null, message: null };

const eventOf = ({ event, requests }: ToldEvent): EventJson => ({
  kind: event.kind,
  id: event.id,
  title: event.title,
  change: event.how,
  formerId: event.formerly ?? null,
  path: event.path,
  formerPath: event.movedFrom ?? null,
  fields: event.fields.map(fieldOf),
  changeRequests: requests.map(requestOf),
});

const fieldOf = ({ way, before, after }: FieldChange) => ({ path: way, before: before ?? null, after: after ?? null });
const requestOf = ({ request, by }: Link): RequestJson => ({ id: request.id, by });
