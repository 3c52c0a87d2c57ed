// Which change requests an event goes back to: those its commit names, else those that covered the entity then.
import { kept } from '../base/kept';
import { type Commit, momentOf } from '../model/commit';
import { coverage } from '../project/covers';
import type { Entity } from '../project/file-index';
import { everWithId, lookUp, type Project } from '../project/project';
import { written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import type { EntityEvent } from './event';

/** The kind that says what may change. */
const REQUESTS = 'change-requests';

export interface Link {
  readonly request: Entity;
  /** Whether the commit's message names it, or only the request covers the entity. */
  readonly by: 'message' | 'covers';
}

/** To be asked for the events of one project. */
export function requestLinks(project: Project): (event: EntityEvent, commit: Commit | undefined) => readonly Link[] {
  const covering = coveringIn(project.table(REQUESTS), project.kinds);
  return (event, commit) => {
    const named = namedIn(project, commit?.message ?? '');
    if (named.length) return named.map((request) => ({ request, by: 'message' }));
    if (event.kind === REQUESTS) return [];
    // What was removed is known by its id alone.
    const gone = { kind: { name: event.kind }, id: event.id, value: {} };
    const entity = lookUp(project, event.kind, event.id) ?? gone;
    const day = commit ? momentOf(commit.author).slice(0, 10) : undefined;
    return covering([entity])
      .filter((request) => wasInForce(request, day))
      .map((request) => ({ request, by: 'covers' }));
  };
}

const coveringIn = kept((requests: readonly Entity[], kinds: Kinds) =>
  coverage(
    requests.map((of) => ({ of, texts: of.value.covers })),
    kinds,
  ),
);

/** The change requests whose ids stand in a message, in its words or its trailers. */
function namedIn(project: Project, message: string): readonly Entity[] {
  const words = new Set(
    message.match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu)?.map((one) => one.replace(/[._-]+$/, '')) ?? [],
  );
  const found = [...words].flatMap((word) =>
    everWithId(project, word).filter((entity) => entity.kind.name === REQUESTS),
  );
  return [...new Set(found)];
}

/** Whether a request let anything change on a day, as far as the register says now; undefined is today. */
function wasInForce({ value }: Entity, day: string | undefined): boolean {
  if (!['approved', 'implemented'].includes(written(value.status))) return false;
  if (day === undefined) return value.status === 'approved';
  const from = written(value.effective_from) || written(value.requested_on);
  const until = written(value.expires);
  return from !== '' && from <= day && (until === '' || day <= until);
}
