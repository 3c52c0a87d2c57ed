// Answers about access as plain data, each with what it rests on: who can, what somebody may do, and why.
import type { Permission } from '../access/objects';
import { type Derivation, derive } from '../access/derive';
import { type Ask, effective, type Held, type Subject, whoCan } from '../access/effective';
import type { Assignment, Grant, Role } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import { type Answer, answerAt, answerFrom, extentOf, NOTHING, type Reach } from '../access/reach';
import type { Project } from '../project/project';
import { type Place, placer } from './listing';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A place as people and programs count: the first line is 1. */
export interface Line {
  readonly path: string;
  readonly line: number;
}

export interface AssignmentView extends Line {
  readonly id: string;
  readonly orgs: readonly Named[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface GrantView extends Line {
  readonly effect: Grant['effect'];
  readonly object: string;
  readonly actions: readonly string[] | '*';
  readonly scope: string | null;
  readonly when: string | null;
}

/** One step of a derivation after the other: the assignment, the roles from the one assigned down, the grant. */
export interface WayView {
  readonly assignment: AssignmentView | null;
  readonly roles: readonly Named[];
  readonly grant: GrantView | null;
}

/** How far a permission reaches. */
export interface ExtentView {
  /** The widest scope for certain, and the widest that conditions may open; null for none, `*` where the object has no scopes. */
  readonly scope: string | null;
  readonly perhaps: string | null;
  /** A denial takes away the scopes up to this one. */
  readonly except: string | null;
}

export interface QuestionView {
  readonly environment: string;
  readonly org: string | null;
  readonly on: string | null;
}

export interface PermissionView extends ExtentView {
  readonly object: Named;
  readonly action: string;
  readonly answer: Answer;
  /** Null is everywhere. */
  readonly orgs: readonly Named[] | null;
  readonly ways: readonly WayView[];
  readonly denials: readonly WayView[];
}

export interface HolderView extends ExtentView {
  readonly person: Named;
  readonly answer: Answer;
  readonly orgs: readonly Named[] | null;
  readonly ways: readonly WayView[];
}

export interface WhoCanView {
  readonly version: 1;
  readonly permission: string;
  readonly question: QuestionView;
  readonly holders: readonly HolderView[];
}

export interface AccessView {
  readonly version: 1;
  readonly subject: Named & { readonly kind: Subject['kind'] };
  readonly question: QuestionView;
  readonly permissions: readonly PermissionView[];
}

/** Puts names and places to what the engine answers. */
export interface Describer {
  readonly model: AccessModel;
  readonly person: (id: string) => Named;
  readonly role: (role: Role) => Named;
  readonly orgs: (ids: readonly string[] | undefined) => readonly Named[] | null;
  readonly org: (id: string) => Named;
  readonly way: (
    derivation: Pick<Derivation, 'assignment' | 'roles'> & { readonly grant: Grant | undefined },
  ) => WayView;
  readonly assignment: (assignment: Assignment) => AssignmentView;
}

export function describer(project: Project, model = accessOf(project)): Describer {
  const place = placer(project);
  const line = ({ path, line }: Place): Line => ({ path, line: line + 1 });
  const person = (id: string): Named => ({ id, name: model.user(id)?.entity.title || id });
  const role = ({ id, entity }: Role): Named => ({ id, name: entity.title || id });
  const org = (id: string): Named => ({ id, name: model.orgs.titleOf(id) });
  const assignment = ({ entity, orgs, from, to, person }: Assignment): AssignmentView => ({
    id: entity?.id ?? person,
    orgs: orgs.map(org),
    from: from ?? null,
    to: to ?? null,
    ...(entity ? line(place(entity)) : { path: '', line: 0 }),
  });
  return {
    model,
    person,
    role,
    org,
    orgs: (ids) => ids?.map(org) ?? null,
    assignment,
    way: (one) => ({
      assignment: one.assignment ? assignment(one.assignment) : null,
      roles: one.roles.map(role),
      grant: one.grant
        ? {
            effect: one.grant.effect,
            object: one.grant.object,
            actions: one.grant.actions,
            scope: one.grant.scope ?? null,
            when: one.grant.when ?? null,
            ...line(place(one.grant.role.entity, one.grant.pointer)),
          }
        : null,
    }),
  };
}

export function extentView({ object }: Permission, reach: Reach): ExtentView {
  const { sure, perhaps, denied } = extentOf(reach);
  const scope = (level: number): string | null => (level ? (object.scopes[level - 1] ?? '*') : null);
  return { scope: scope(sure), perhaps: perhaps > sure ? scope(perhaps) : null, except: scope(denied) };
}

const questionOf = (model: AccessModel, { environment, org, on }: Ask): QuestionView => ({
  environment: environment ?? model.usual,
  org: org ?? null,
  on: on ?? null,
});

/** Who may use a permission; with `level` in that ring of the object's scopes (1 is the narrowest). */
export function whoCanView(project: Project, permission: Permission, ask: Ask, level?: number): WhoCanView {
  const tell = describer(project);
  const { model } = tell;
  return {
    version: 1,
    permission: `${permission.name}${level === undefined ? '' : `@${permission.object.scopes[level - 1] ?? ''}`}`,
    question: questionOf(model, ask),
    holders: whoCan(model, permission, ask, level).map(({ person, answer, reach, orgs }) => ({
      person: tell.person(person),
      answer,
      ...extentView(permission, reach),
      orgs: tell.orgs(orgs),
      ways: derive(model, { kind: 'person', id: person }, permission, ask).grants.map(tell.way),
    })),
  };
}

/** Everything that a person or a role was granted, in the order of objects and actions. */
export function accessView(project: Project, subject: Subject, ask: Ask): AccessView {
  const tell = describer(project);
  const { model } = tell;
  const order = new Map(model.design.permissions().map((one, at) => [one, at]));
  const permissions = [...effective(model, subject, ask)]
    .sort((a, b) => (order.get(a.permission) ?? 0) - (order.get(b.permission) ?? 0))
    .map((held) => permissionView(tell, subject, held, ask));
  return { version: 1, subject: subjectView(tell, subject), question: questionOf(model, ask), permissions };
}

/** What the answer for one permission rests on, also where it is no. */
export function whyView(
  project: Project,
  subject: Subject,
  permission: Permission,
  ask: Ask,
  level?: number,
): AccessView {
  const tell = describer(project);
  const { model } = tell;
  const found = effective(model, subject, ask).find((one) => one.permission === permission);
  const held: Held = found ?? { permission, reach: NOTHING, answer: 'no', orgs: undefined };
  const answer = level === undefined ? answerFrom(held.reach) : answerAt(held.reach, level);
  return {
    version: 1,
    subject: subjectView(tell, subject),
    question: questionOf(model, ask),
    permissions: [permissionView(tell, subject, { ...held, answer }, ask)],
  };
}

const subjectView = (tell: Describer, subject: Subject): AccessView['subject'] =>
  subject.kind === 'role'
    ? { kind: 'role', ...tell.role(subject.role) }
    : { kind: 'person', ...tell.person(subject.id) };

function permissionView(tell: Describer, subject: Subject, held: Held, ask: Ask): PermissionView {
  const { permission, reach, answer, orgs } = held;
  const { grants, denies } = derive(tell.model, subject, permission, ask);
  return {
    object: { id: permission.object.id, name: permission.object.entity.title },
    action: permission.action,
    answer,
    ...extentView(permission, reach),
    orgs: tell.orgs(orgs),
    ways: grants.map(tell.way),
    denials: denies.map(tell.way),
  };
}
