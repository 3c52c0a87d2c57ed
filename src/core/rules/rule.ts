// The shape of a rule. A rule is pure: it looks at a world and says what it finds, at places that an edit elsewhere
// does not move.
import { isSameList } from '../base/lists';
import type { Span } from '../base/span';
import type { Message } from '../messages/message';
import type { Fix } from '../model/finding';
import type { RuleCode } from '../model/id';
import type { Entity, FileIndex } from '../project/file-index';
import type { Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { wordsOf } from '../schedule/task-words';
import type { Kind } from '../schema/kinds';

/** What a rule says about an entity; offsets are relative to the entity's slice. */
export interface Said {
  readonly span: Span;
  readonly message: Message;
  readonly fix?: Fix;
  /** Other entities that belong to it, shown with their own places. */
  readonly others?: readonly { readonly entity: Entity; readonly span: Span; readonly message: Message }[];
}

/** Looks at an entity, at what it refers to and at what refers to it: it is asked again when one of these changes. */
export interface EntityRule {
  readonly scope: 'entity';
  readonly code: RuleCode;
  /** The kinds it is about; left out: all. Asked once for each kind. */
  readonly of?: (kind: Kind) => boolean;
  /** Whether there is anything to look at: most rules pass over most entities, which shall cost next to nothing. */
  readonly concerns?: (entity: Entity, world: World) => boolean;
  /** What all its answers rest on farther away than that: when one of these values is another, all are asked again. */
  readonly ground?: (project: Project) => readonly unknown[];
  readonly check: (entity: Entity, world: World) => Iterable<Said>;
}

/** Looks at whole kinds; asked again when one of the `reads` has changed. */
export interface ProjectRule {
  readonly scope: 'project';
  readonly code: RuleCode;
  /** Values whose identity decides whether the answer still holds. */
  readonly reads: (world: World) => readonly unknown[];
  /** Whether the answer holds all the same when these entities gave way to those, on the same ground, and are all that
   * changed; none of them is in the answer, which is what was `said`. */
  readonly holds?: (left: readonly Entity[], come: readonly Entity[], world: World, said: readonly SaidOf[]) => boolean;
  /** Long work says nothing now and then, so that an editor can breathe. */
  readonly check: (world: World) => Iterable<SaidOf | undefined | void>;
}

export interface SaidOf extends Said {
  readonly entity: Entity;
}

/** Something said of a value of an entity. */
export const said = (project: Project, entity: Entity, pointer: string, message: Message, fix?: Fix): SaidOf => ({
  entity,
  span: valueSpan(project, entity, pointer),
  message,
  ...(fix ? { fix } : {}),
});

/** A rule of a project that reads whole tables, and the day. */
export const tableRule = (
  code: RuleCode,
  tables: (project: Project) => readonly object[],
  check: (world: World) => Iterable<SaidOf | undefined | void>,
): ProjectRule => ({
  scope: 'project',
  code,
  reads: ({ project, asOf }) => [project.kinds, asOf, ...tables(project)],
  check,
});

/** The rule, with what it says kept: whoever is asked again at each keystroke nearly always says the same, and what is the
 * very same value nobody has to tell again. */
export function steady(rule: ProjectRule): ProjectRule {
  const known = new WeakMap<Entity, Map<string, SaidOf>>();
  const kept = (one: SaidOf): SaidOf => {
    let own = known.get(one.entity);
    if (!own) known.set(one.entity, (own = new Map()));
    const key = JSON.stringify([one.span, one.message, one.fix]);
    const found = own.get(key) ?? one;
    own.set(key, found);
    return found;
  };
  return {
    ...rule,
    *check(world) {
      for (const one of rule.check(world)) yield one && (one.others ? one : kept(one));
    },
  };
}

/** What is said of each of many, kept as long as what it rests on is the same: `rests` lists all of that, `[]` where there is
 * nothing to say. After an edit only those are asked of which that is another. */
export function keptEach<T>(
  keyOf: (one: T) => object,
  rests: (one: T) => readonly unknown[],
  say: (one: T, project: Project) => Iterable<SaidOf>,
): (one: T, project: Project) => readonly SaidOf[] {
  const known = new WeakMap<object, { readonly rests: readonly unknown[]; readonly said: readonly SaidOf[] }>();
  return (one, project) => {
    const now = rests(one);
    if (!now.length) return NOTHING;
    const found = known.get(keyOf(one));
    if (found && isSameList(found.rests, now)) return found.said;
    const said = [...say(one, project)];
    known.set(keyOf(one), { rests: now, said });
    return said;
  };
}

const NOTHING: readonly SaidOf[] = [];

/** The answer holds where only tasks changed, and each says the same of its dates, people and links as before. */
export function holdsForDates(left: readonly Entity[], come: readonly Entity[]): boolean {
  if (left.length !== come.length || [...left, ...come].some(({ kind }) => kind.name !== 'tasks')) return false;
  const before = new Map(left.map((one) => [one.id, JSON.stringify(wordsOf(one))]));
  return come.every((one) => before.get(one.id) === JSON.stringify(wordsOf(one)));
}

/** Looks at one file as a whole; offsets are of the file's text. */
export interface FileRule {
  readonly scope: 'file';
  readonly code: RuleCode;
  readonly check: (file: FileIndex, world: World) => Iterable<Said>;
}

export type Rule = EntityRule | ProjectRule | FileRule;
