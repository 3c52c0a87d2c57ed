// What happened to entities, as people read it: who, when, why, and values by their names.
import { type BlamedField, blame } from '../history/blame';
import type { EntityEvent } from '../history/event';
import { type Link, requestLinks } from '../history/requests';
import { type Entry, logOf, type LogFilter, type Standing, trailOf } from '../history/trail';
import { type Language, pick, say, tell } from '../messages/message';
import { type Commit, headlineOf, momentOf, shortOid } from '../model/commit';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import type { Kind } from '../schema/kinds';
import { type ComparedField, comparedField } from './comparison';

/** A commit in the words of a line; of what is not committed all but `why` is empty. */
export interface ToldCommit {
  readonly commit: Commit | undefined;
  readonly name: string;
  /** The author's day and minute, such as `2026-11-16 09:30`. */
  readonly when: string;
  readonly who: string;
  readonly why: string;
}

export interface ToldEvent extends ToldCommit {
  readonly event: EntityEvent;
  /** The kind and the id with the title as they were then. */
  readonly label: string;
  /** What happened besides fields: another id, another file. */
  readonly remarks: readonly string[];
  readonly fields: readonly ComparedField[];
  readonly requests: readonly Link[];
}

export interface ToldEntry extends ToldCommit {
  readonly events: readonly ToldEvent[];
  readonly unreadable: readonly string[];
}

/** How often an entity was changed since it came, and by which event the last time. */
export interface Changes {
  readonly count: number;
  readonly last: ToldEvent;
}

export interface ToldField extends ToldCommit {
  readonly field: BlamedField;
  readonly compared: ComparedField;
  readonly requests: readonly Link[];
}

/** Tells histories of one project in one language. */
export function historyTeller(standing: Standing, project: Project, language: Language) {
  const links = requestLinks(project);
  const tellCommit = (commit: Commit | undefined): ToldCommit => toldCommit(commit, language);

  function tellEvent(event: EntityEvent): ToldEvent {
    const commit = standing.commit(event.commit);
    const kind = project.kinds.kind(event.kind);
    return {
      ...tellCommit(commit),
      event,
      label: labelOfEvent(event, kind, language),
      remarks: [
        ...(event.formerly === undefined ? [] : [tell(say('history.renamed', { id: event.formerly }), language)]),
        ...(event.movedFrom === undefined ? [] : [tell(say('history.moved', { path: event.movedFrom }), language)]),
      ],
      fields:
        kind && event.how !== 'added'
          ? event.fields.map((field) => comparedField(field, kind, project, project, language))
          : [],
      // A change request is not the reason of itself.
      requests: links(event, commit).filter(({ request }) => keyOf(request) !== `${event.kind}/${event.id}`),
    };
  }

  const rank = new Map<string, number>(project.kinds.all.map(({ name }, at) => [name, at]));
  const rankOf = ({ kind }: EntityEvent): number => rank.get(kind) ?? rank.size;

  // Within a commit as a comparison tells it: by kinds, and from the first entry of a file to its last.
  const tellEntry = ({ commit, events, unreadable }: Entry): ToldEntry => ({
    ...tellCommit(commit),
    events: (commit ? events.toReversed() : [...events]).sort((a, b) => rankOf(a) - rankOf(b)).map(tellEvent),
    unreadable: unreadable.map(({ path }) =>
      tell(path === '' ? say('history.unreadable-commit') : say('history.unreadable', { path }), language),
    ),
  });

  function tellField(field: BlamedField, entity: Entity): ToldField {
    const { way, value, event, change } = field;
    const commit = standing.commit(event?.commit);
    // A change of more or less than the field does not say what the field alone was.
    const before = change?.way.length === way.length ? change.before : undefined;
    return {
      ...(event ? tellCommit(commit) : { ...NOBODY, why: tell(say('history.before-history'), language) }),
      field,
      compared: comparedField({ way, before, after: value }, entity.kind, project, project, language),
      requests: event ? links(event, commit) : [],
    };
  }

  const blamed = (entity: Entity, at: readonly string[] = []): readonly BlamedField[] =>
    blame(standing, trailOf(standing, entity.kind.name, entity.id), entity.value, entity.kind.shape, at);

  return {
    commit: tellCommit,
    event: tellEvent,
    entry: tellEntry,
    /** What happened to an entity, the newest first. */
    trail: (kind: string, id: string): readonly ToldEvent[] => trailOf(standing, kind, id).map(tellEvent),
    log: (filter: LogFilter): readonly ToldEntry[] => logOf(standing, filter).map(tellEntry),
    blame: (entity: Entity): readonly ToldField[] => blamed(entity).map((field) => tellField(field, entity)),
    /** The same for the field at a way, or the first in it. */
    blameAt: (entity: Entity, way: readonly string[]): ToldField | undefined => {
      const [field] = blamed(entity, way);
      return field && tellField(field, entity);
    },
    /** Undefined of what git knows nothing of. */
    changes: (kind: string, id: string): Changes | undefined => {
      const trail = trailOf(standing, kind, id).filter(({ commit }) => commit !== undefined);
      const [last] = trail;
      return last && { count: trail.filter(({ how }) => how !== 'added').length, last: tellEvent(last) };
    },
  };
}

// The id of an entry of a log is made of what its title says.
function labelOfEvent({ kind: name, id, title }: EntityEvent, kind: Kind | undefined, language: Language): string {
  const isDerived = kind?.entity.idTemplate !== undefined && title !== '';
  return [kind ? pick(kind.one, language) : name, isDerived || id === title ? '' : id, title].filter(Boolean).join(' ');
}

/** A day such as `2026-03-03 09:30` in a sentence. */
export function dayText(when: string, language: Language): string {
  const day = new Date(`${when.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return when;
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

const NOBODY: ToldCommit = { commit: undefined, name: '', when: '', who: '', why: '' };

const toldCommit = (commit: Commit | undefined, language: Language): ToldCommit =>
  commit
    ? {
        commit,
        name: shortOid(commit.oid),
        when: momentOf(commit.author).slice(0, 16).replace('T', ' '),
        who: commit.author.name || commit.author.email,
        why: headlineOf(commit.message),
      }
    : { ...NOBODY, why: tell(say('history.pending'), language) };
