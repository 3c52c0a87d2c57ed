// LF42, who was given which roles: too many or none, without what must come first, unapproved, out of date, to somebody
// who left or moved, was not trained, or belongs nowhere.
import { type Appointment, appointmentsOf, changedAppointments } from '../access/appointments';
import { type Assignment, inForce, type Role, type User } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import { authorised, membersOf, missingPrerequisites, mostAtOnce } from '../access/membership';
import { type FieldPart, holderTables, part, played, tablesPlaying } from '../access/parts';
import { coursesFor, hasPassed, trainingTables } from '../access/training';
import { dayNumber } from '../base/days';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { changingRule } from './changing-rule';
import { type ProjectRule, type SaidOf, tableRule } from './rule';

const noMembers = tableRule('LF420', tablesPlaying('role', 'assignment'), function* ({ project }) {
  const model = accessOf(project);
  const held = authorised(model, model.assignments);
  // A project that assigns nobody yet has no members to miss.
  if (!model.assignments.length) return;
  for (const role of model.design.roles)
    if (!held.has(role)) yield at(project, role.entity, '', say('role.nobody', { role: role.id }));
});

const tooMany = tableRule('LF421', holderTables, function* ({ project, asOf }) {
  const model = accessOf(project);
  for (const role of model.design.roles) {
    if (role.cardinality === undefined) continue;
    const { people, environment, from } = mostAtOnce(model, membersOf(model, role, asOf), asOf);
    if (people.length <= role.cardinality) continue;
    const about = { role: role.id, count: people.length, limit: role.cardinality, environment, from };
    yield at(project, role.entity, pointerOf(role.entity, 'cardinality'), say('role.too-many', about));
    yield;
  }
});

/** An assignment that stands in a register. */
type Written = Assignment & { readonly entity: Entity };
const isWritten = (one: Assignment): one is Written => one.entity !== undefined;

interface Given {
  readonly model: AccessModel;
  readonly one: Written;
  /** The person's present id, and how they are called. */
  readonly person: string;
  readonly name: string;
  readonly world: World;
}

interface Options {
  readonly over: boolean;
  readonly all: boolean;
  /** What it looks at beside the person, the roles, the organisations and the day. */
  readonly ground: (project: Project) => readonly object[];
  /** Whether there is anything to look at, told at once: there are thousands of assignments. */
  readonly when: (one: Assignment, user: User | undefined, model: AccessModel) => boolean;
}
const ALWAYS: Options['when'] = () => true;

/** A rule over assignments; those that are over ask for nothing more, unless the rule is about that. */
const given = (
  code: ProjectRule['code'],
  check: (given: Given) => Iterable<SaidOf>,
  { over = false, all = false, ground = () => [], when = ALWAYS }: Partial<Options> = {},
): ProjectRule =>
  changingRule<Appointments, Appointment>({
    code,
    reads: (project) => [...holderTables(project), ...ground(project)],
    ground,
    *look({ project }) {
      const model = accessOf(project);
      yield;
      return { model, list: appointmentsOf(model) };
    },
    changes: (now, before) => (before ? changedAppointments(now.list, before.list) : { come: now.list, gone: [] }),
    keyOf: ({ one }) => one,
    check({ one, user }, { model }, world) {
      if (!isWritten(one) || (!all && isOver(one, world) !== over) || !when(one, user, model)) return [];
      return check({ model, one, person: user?.id ?? one.person, name: user?.entity.title ?? one.person, world });
    },
  });

interface Appointments {
  readonly model: AccessModel;
  readonly list: readonly Appointment[];
}

const isOver = ({ to }: Assignment, { asOf }: World): boolean => to !== undefined && to < asOf;
const rolesIn = ({ model, one }: Given): readonly Role[] => one.roles.flatMap((id) => model.design.role(id) ?? []);

const prerequisite = given(
  'LF422',
  function* (it) {
    const { model, one, name, world } = it;
    for (const [place, id] of one.roles.entries()) {
      const role = model.design.role(id);
      for (const missing of role ? missingPrerequisites(model, one, role, world.asOf) : [])
        yield at(
          world.project,
          one.entity,
          `${pointerOf(one.entity, 'roles')}/${place}`,
          say('assignment.prerequisite', { name, role: id, missing }),
        );
    }
  },
  {
    // A role that must come first is none of those that were given.
    ground: tablesPlaying('role'),
    when: (one, _, { design }) => one.roles.some((id) => (design.role(id)?.prerequisites.length ?? 0) > 0),
  },
);

const unapproved = given(
  'LF423',
  function* ({ model, one, person, name, world }) {
    const approver = one.approver === undefined ? undefined : (model.user(one.approver)?.id ?? one.approver);
    if (approver === undefined) yield at(world.project, one.entity, '', say('assignment.unapproved', { name }));
    else if (approver === person)
      yield at(world.project, one.entity, pointerOf(one.entity, 'approver'), say('assignment.self-approved', { name }));
  },
  {
    when: ({ approver, person }, user, model) =>
      approver === undefined || (model.user(approver)?.id ?? approver) === (user?.id ?? person),
  },
);

const reversed = given(
  'LF424',
  function* ({ one, name, world }) {
    const { value } = one.entity;
    if (!one.doubtful || one.from !== undefined) return;
    const [from, to] = [part(played(one.entity), 'from'), part(played(one.entity), 'to')];
    if (typeof from.value !== 'string' || typeof to.value !== 'string' || to.value >= from.value || !value) return;
    yield at(
      world.project,
      one.entity,
      to.pointer,
      say('assignment.reversed', { name, from: from.value, to: to.value }),
    );
  },
  { all: true },
);

const over = given(
  'LF425',
  function* ({ one, name, world }) {
    const about = { name, roles: [...one.roles], to: one.to ?? '' };
    yield at(world.project, one.entity, pointerOf(one.entity, 'to'), say('assignment.over', about));
  },
  { over: true },
);

const inactive = given(
  'LF426',
  function* ({ model, one, person, name, world }) {
    const user = model.user(person);
    if (user?.to !== undefined && (one.to === undefined || one.to > user.to)) {
      const said = user.to < world.asOf ? 'assignment.left' : 'assignment.leaves';
      yield at(world.project, one.entity, pointerOf(one.entity, 'user'), say(said, { name, day: user.to }));
    }
    if (user?.from !== undefined && one.from !== undefined && one.from < user.from)
      yield at(
        world.project,
        one.entity,
        pointerOf(one.entity, 'from'),
        say('assignment.early', { name, day: user.from }),
      );
  },
  { when: (_, user) => user?.from !== undefined || user?.to !== undefined },
);

const PEOPLE = new Set<unknown>([undefined, 'person']);

const untrained = given(
  'LF427',
  function* ({ model, one, person, name, world }) {
    const { project, asOf } = world;
    const user = model.user(person)?.entity;
    // Accounts that are no person need no training.
    if (one.environment !== model.usual || !inForce(one, asOf) || !user || !PEOPLE.has(user.value.type)) return;
    for (const [place, id] of one.roles.entries()) {
      const role = model.design.role(id);
      const owed = role ? coursesFor(project, model.design, role) : [];
      const courses = owed.filter((course) => hasPassed(project, course, user, dayNumber(asOf) ?? 0) === 'no');
      if (!courses.length) continue;
      const pointer = `${pointerOf(one.entity, 'roles')}/${place}`;
      const about = { name, role: id, courses: courses.map((course) => course.id) };
      yield at(project, one.entity, pointer, say('assignment.untrained', about));
    }
  },
  { ground: trainingTables },
);

const nowhere = given(
  'LF428',
  function* (it) {
    const { model, one, person, name, world } = it;
    const user = model.user(person);
    if (!user || user.org !== undefined || one.orgs.length) return;
    const narrow = rolesIn(it).some((role) =>
      [...model.design.ancestry(role).keys()].some(({ grants }) =>
        grants.some((grant) =>
          model.design
            .matching(grant.object)
            .some(
              ({ scopes }) =>
                grant.scope !== undefined && scopes.includes(grant.scope) && scopes.at(-1) !== grant.scope,
            ),
        ),
      ),
    );
    if (narrow) yield at(world.project, one.entity, pointerOf(one.entity, 'user'), say('assignment.nowhere', { name }));
  },
  {
    ground: tablesPlaying('object'),
    when: ({ orgs }, user) => user !== undefined && user.org === undefined && !orgs.length,
  },
);

const elsewhere = given(
  'LF429',
  function* ({ model, one, person, name, world }) {
    const { orgs, usual } = model;
    const user = model.user(person);
    // A stand-in, who is somewhere else for a time, has an end; and what is no person works nowhere.
    if (!user || one.to !== undefined || one.environment !== usual || !PEOPLE.has(user.entity.value.type)) return;
    const { org } = user;
    if (org === undefined || !one.orgs.length || ![org, ...one.orgs].every(orgs.has)) return;
    if (one.orgs.some((other) => orgs.within(org, other) || orgs.within(other, org))) return;
    const about = { name, org: orgs.titleOf(org), orgs: one.orgs.map(orgs.titleOf) };
    yield at(world.project, one.entity, pointerOf(one.entity, 'orgs'), say('assignment.elsewhere', about));
  },
  { when: ({ orgs }) => orgs.length > 0 },
);

const at = (project: Project, entity: Entity, pointer: string, message: SaidOf['message']): SaidOf => ({
  entity,
  span: valueSpan(project, entity, pointer),
  message,
});

const pointerOf = (entity: Entity, name: FieldPart): string => part(played(entity), name).pointer;

export const assignmentRules = [
  noMembers,
  tooMany,
  prerequisite,
  unapproved,
  reversed,
  over,
  inactive,
  untrained,
  nowhere,
  elsewhere,
] as const;
