// What a person names in a question about access: a permission, a person or a role, a place and a day.
import { nearest } from '../core/base/text';
import type { Permission } from '../core/access/objects';
import { accessParts } from '../core/access/duties';
import type { Ask, Subject } from '../core/access/effective';
import { accessOf } from '../core/access/model';
import { type KindPart, kindPlaying } from '../core/access/parts';
import { say } from '../core/messages/message';
import type { Project } from '../core/project/project';
import type { World } from '../core/project/world';
import { type Call, WrongCall } from './call';
import { entitiesNamed } from './naming';
import { dayGiven } from './options';

/** `object:action@scope`, with the scope's level where one is named. */
export function permissionNamed(
  project: Project,
  given: string,
): { readonly permission: Permission; readonly level: number | undefined } {
  const { design } = accessOf(project);
  const { object: id, action, scope } = accessParts(given);
  if (!action) throw new WrongCall(say('access.not-permission', { given }));
  const object = design.object(id);
  if (!object) {
    const near = nearest(
      id,
      design.objects.map((one) => one.id),
    );
    throw new WrongCall(
      near === undefined ? say('access.no-object', { given: id }) : say('access.no-object-near', { given: id, near }),
    );
  }
  const known = design.permissions().filter((one) => one.object === object);
  const permission = known.find((one) => one.action === action);
  if (!permission)
    throw new WrongCall(
      say('access.no-action', { object: id, given: action, allowed: known.map((one) => one.action) }),
    );
  if (scope === undefined) return { permission, level: undefined };
  const level = object.scopes.indexOf(scope) + 1;
  if (level) return { permission, level };
  throw new WrongCall(
    object.scopes.length
      ? say('access.no-scope', { object: id, given: scope, allowed: object.scopes })
      : say('access.no-scopes', { object: id }),
  );
}

export function subjectNamed(project: Project, given: string): Subject {
  const { model, isUser } = { model: accessOf(project), isUser: kindPlaying(project.kinds, 'user') };
  // A name that only an assignment knows is somebody, too.
  const known = model.user(given) ?? model.design.role(given);
  if (!known && model.assigned.has(given)) return { kind: 'person', id: given };
  const [entity] = entitiesNamed(project, given);
  const role = entity && entity.kind !== isUser ? model.design.role(entity.id) : undefined;
  if (role && role.entity === entity) return { kind: 'role', role };
  if (entity?.kind === isUser && entity) return { kind: 'person', id: entity.id };
  throw new WrongCall(say('access.not-subject', { given }));
}

/** Where and when the question is about. */
export function askOf(call: Call, { project, asOf }: World): Ask & { readonly on: string } {
  const on = dayGiven(call.option('on') ?? asOf);
  const named = (option: 'env' | 'org', part: KindPart): string | undefined => {
    const given = call.option(option);
    return given && entitiesNamed(project, given, kindPlaying(project.kinds, part))[0]?.id;
  };
  return { environment: named('env', 'environment'), org: named('org', 'org'), on };
}
