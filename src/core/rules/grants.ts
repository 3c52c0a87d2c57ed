// LF41, the design of roles: names that do not exist, patterns that reach too far or nowhere; and LF43, access tests that the
// design does not pass.
import type { Design } from '../access/design';
import { isGlob } from '../access/objects';
import { accessParts, rulesOf } from '../access/duties';
import { type Grant, testOf } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import {
  accessTables,
  designTables,
  fieldPlaying,
  kindPlaying,
  played,
  part,
  tablePlaying,
  tablesPlaying,
} from '../access/parts';
import { outcomesOf } from '../access/tests';
import { nearest } from '../base/text';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import { type SaidOf, tableRule } from './rule';

const grantsOf = ({ design }: AccessModel): readonly Grant[] =>
  design.roles.flatMap((role) => [...role.grants, ...role.denies]);

/** A place below a grant. */
const below = (project: Project, grant: Grant, field: 'object' | 'operations' | 'scope', more = ''): string => {
  const shape = kindPlaying(project.kinds, 'role')?.shape;
  const list = shape?.fields.get(grant.pointer.split('/')[1] ?? '')?.items;
  return `${grant.pointer}/${(list && fieldPlaying(list, field)) ?? ''}${more}`;
};

const unknownName = tableRule('LF410', tablesPlaying('role', 'object', 'constraint', 'test'), function* ({ project }) {
  const model = accessOf(project);
  const { design } = model;
  for (const grant of grantsOf(model)) {
    const objects = design.matching(grant.object);
    if (!objects.length) continue;
    const actions = [...new Set(objects.flatMap((one) => one.actions))];
    const scopes = [...new Set(objects.flatMap((one) => one.scopes))];
    for (const [at, action] of (grant.actions === '*' ? [] : grant.actions).entries()) {
      if (actions.includes(action)) continue;
      const pointer = below(project, grant, 'operations', `/${at}`);
      yield unknown(project, grant.role.entity, pointer, action, actions, grant.object, 'action');
    }
    if (grant.scope !== undefined && !scopes.includes(grant.scope)) {
      const pointer = below(project, grant, 'scope');
      yield unknown(project, grant.role.entity, pointer, grant.scope, scopes, grant.object, 'scope');
    }
  }
  for (const object of design.objects) {
    const list = part(played(object.entity), 'sensitive').pointer;
    for (const [at, action] of [...object.sensitive].entries())
      if (!object.actions.includes(action))
        yield unknown(project, object.entity, `${list}/${at}`, action, object.actions, object.id, 'action');
  }
  for (const rule of rulesOf(tablePlaying(project, 'constraint'), design))
    for (const { names, pointer } of rule.functions)
      for (const [at, name] of names.entries())
        yield* unknownPart(project, design, rule.entity, names.length > 1 ? `${pointer}/${at}` : pointer, name);
  for (const entity of tablePlaying(project, 'test')) {
    const { can, cannot } = testOf(entity);
    for (const { text, pointer } of [...can, ...cannot]) yield* unknownPart(project, design, entity, pointer, text);
  }
});

function* unknownPart(
  project: Project,
  design: Design,
  entity: Entity,
  pointer: string,
  name: string,
): Generator<SaidOf> {
  const { object: id, action, scope } = accessParts(name);
  const objects = design.matching(id);
  if (action === undefined || !objects.length) return;
  const actions = [...new Set(objects.flatMap((one) => one.actions))];
  const scopes = [...new Set(objects.flatMap((one) => one.scopes))];
  const whole = (given: string, near: string): string => name.replace(given, near);
  if (action !== '*' && !actions.includes(action))
    yield unknown(project, entity, pointer, action, actions, id, 'action', (near) => whole(`:${action}`, `:${near}`));
  else if (scope !== undefined && !scopes.includes(scope))
    yield unknown(project, entity, pointer, scope, scopes, id, 'scope', (near) => whole(`@${scope}`, `@${near}`));
}

function unknown(
  project: Project,
  entity: Entity,
  pointer: string,
  given: string,
  allowed: readonly string[],
  object: string,
  what: 'action' | 'scope',
  written: (near: string) => string = (near) => near,
): SaidOf {
  const near = nearest(given, allowed);
  return {
    entity,
    span: valueSpan(project, entity, pointer),
    message: say(what === 'action' ? 'grant.unknown-action' : 'grant.unknown-scope', {
      given,
      object,
      allowed: allowed.length ? allowed : '–',
    }),
    ...(near === undefined ? {} : { fix: { kind: 'replace', with: written(near) } as const }),
  };
}

const idlePattern = tableRule('LF411', tablesPlaying('role', 'object', 'constraint'), function* ({ project }) {
  const model = accessOf(project);
  for (const grant of grantsOf(model)) {
    if (model.design.matching(grant.object).length || !isGlob(grant.object)) continue;
    const { entity } = grant.role;
    const span = valueSpan(project, entity, below(project, grant, 'object'));
    yield { entity, span, message: say('grant.matches-nothing', { pattern: grant.object }) };
  }
  for (const rule of rulesOf(tablePlaying(project, 'constraint'), model.design))
    for (const { names, pointer } of rule.functions)
      for (const name of names) {
        const { object: pattern } = accessParts(name);
        if (model.design.matching(pattern).length || !isGlob(pattern)) continue;
        const span = valueSpan(project, rule.entity, pointer);
        yield { entity: rule.entity, span, message: say('grant.matches-nothing', { pattern }) };
      }
});

const sensitive = tableRule('LF412', designTables, function* ({ project }) {
  const { design } = accessOf(project);
  for (const grant of design.roles.flatMap((role) => role.grants)) {
    if (grant.actions !== '*') continue;
    const objects = design.matching(grant.object);
    const reached = objects.flatMap((one) =>
      one.actions.filter((a) => one.sensitive.has(a)).map((a) => `${one.id}:${a}`),
    );
    if (!reached.length) continue;
    const { entity } = grant.role;
    const [only] = objects.length === 1 ? objects : [];
    yield {
      entity,
      span: valueSpan(project, entity, below(project, grant, 'operations')),
      message: say('grant.sensitive', { object: grant.object, actions: reached.slice(0, 5) }),
      ...(only ? { fix: { kind: 'replace', with: `[${only.actions.join(', ')}]` } as const } : {}),
    };
  }
});

const everything = tableRule('LF413', designTables, function* ({ project }) {
  const { design } = accessOf(project);
  for (const grant of design.roles.flatMap((role) => role.grants)) {
    if (design.objects.length < 2 || design.matching(grant.object).length < design.objects.length) continue;
    if (!isGlob(grant.object)) continue;
    const { entity } = grant.role;
    const span = valueSpan(project, entity, below(project, grant, 'object'));
    yield { entity, span, message: say('grant.everything', { pattern: grant.object, count: design.objects.length }) };
  }
});

const failing = tableRule('LF430', accessTables, function* ({ project, asOf }) {
  const model = accessOf(project);
  for (const entity of tablePlaying(project, 'test')) {
    const test = testOf(entity);
    const who = test.role ?? model.user(test.person ?? '')?.entity.title ?? test.person ?? '';
    for (const { expected, wanted, answer, result } of outcomesOf(model, test, asOf)) {
      if (result !== 'fail') continue;
      const span = valueSpan(project, entity, expected.pointer);
      const about = { who, permission: expected.text };
      const perhaps = answer === 'unknown' ? 'access-test.may' : 'access-test.can';
      yield { entity, span, message: say(wanted === 'can' ? 'access-test.cannot' : perhaps, about) };
    }
    yield;
  }
});

export const grantRules = [unknownName, idlePattern, sensitive, everything, failing] as const;
