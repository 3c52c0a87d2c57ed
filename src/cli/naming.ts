// What a person names on the command line: kinds and entries, with what was probably meant where there is none.
import { nearest } from '../core/base/text';
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { formerIds, keyOf, lookUp, type Project, targetOf, withId } from '../core/project/project';
import type { Standing } from '../core/history/trail';
import type { Kind, Kinds } from '../core/schema/kinds';
import { WrongCall } from './call';

/**
 * The entries of an id: one, or several where the id stands twice in a kind. A former id leads to what has another now.
 * Where only one kind can be meant, the id needs no kind before it.
 */
export function entitiesNamed(project: Project, given: string, only?: Kind): readonly Entity[] {
  const { kind = only, id } = targetOf(project.kinds, given);
  const found = withId(project, id).filter((entity) => !kind || entity.kind === kind);
  const kinds = new Set(found.map((entity) => entity.kind));
  if (kinds.size > 1) throw new WrongCall(say('cli.ambiguous-id', { given, choices: [...new Set(found.map(keyOf))] }));
  if (found.length) return found;
  const former = project.kinds.all.flatMap((one) =>
    kind && one !== kind ? [] : (lookUp(project, one.name, id) ?? []),
  );
  if (former.length) return former;
  const known = project.kinds.all.flatMap((one) => (kind && one !== kind ? [] : project.table(one.name)));
  const near =
    known.find((entity) => entity.title === given)?.id ??
    nearest(
      id,
      known.filter((one) => !one.derived).map((one) => one.id),
    );
  throw new WrongCall(
    near === undefined ? say('cli.unknown-id', { given }) : say('cli.unknown-id-near', { given, near }),
  );
}

/** An entry that is or was there: its kind and the latest of its ids. */
export function namedInHistory(project: Project, { events }: Standing, given: string): { kind: string; id: string } {
  const { kind, id } = targetOf(project.kinds, given);
  const isThere = withId(project, id).some((entity) => !kind || entity.kind === kind);
  if (!isThere) {
    const past = events.find((one) => (!kind || one.kind === kind.name) && (one.id === id || one.formerly === id));
    if (past?.id === id) return past;
  }
  const [entity] = entitiesNamed(project, given);
  return { kind: entity?.kind.name ?? '', id: entity?.id ?? id };
}

/** Whose trail alone answers for what was named; undefined where it takes the history of all to say what that is. */
export function trailNamed(project: Project, given: string): { kind: string; ids: ReadonlySet<string> } | undefined {
  const { kind, id } = targetOf(project.kinds, given);
  const [entity, ...others] = withId(project, id).filter((one) => !kind || one.kind === kind);
  return entity && !others.length
    ? { kind: entity.kind.name, ids: new Set([entity.id, ...formerIds(entity)]) }
    : undefined;
}

/** A kind by its name or by its title in either language. */
export function kindNamed(kinds: Kinds, given: string): Kind {
  const found =
    kinds.kind(given) ??
    kinds.all.find((kind) => kind.title.zh === given || kind.title.en.toLowerCase() === given.toLowerCase());
  if (found) return found;
  const near = nearest(
    given,
    kinds.all.map((kind) => kind.name),
  );
  throw new WrongCall(
    near === undefined ? say('cli.unknown-kind', { given }) : say('cli.unknown-kind-near', { given, near }),
  );
}
