// What a person supposes in a question about access: `PERSON=ROLE`, `ROLE=OBJECT:ACTION@SCOPE`, several behind commas.
import type { Assignment, Role } from '../core/access/facts';
import { accessOf } from '../core/access/model';
import { cutsOf, type GrantCut, type GrantGift, type Supposition } from '../core/access/suppose';
import { accessParts } from '../core/access/duties';
import { say } from '../core/messages/message';
import type { Project } from '../core/project/project';
import { type askOf, permissionNamed, subjectNamed } from './access';
import { type Call, type Option, WrongCall } from './call';

export const suppositionOptions: readonly Option[] = [
  { name: 'assign', value: 'PERSON=ROLE', help: say('cli.option-assign') },
  { name: 'grant', value: 'ROLE=OBJECT:ACTION[@SCOPE]', help: say('cli.option-grant') },
  { name: 'revoke', value: 'ROLE=OBJECT:ACTION[@SCOPE]', help: say('cli.option-revoke') },
];

/** What `--assign`, `--grant` and `--revoke` suppose together; undefined where none is given. */
export function suppositionIn(call: Call, project: Project, ask: ReturnType<typeof askOf>): Supposition | undefined {
  const [assign, grant, revoke] = [call.all('assign'), call.all('grant'), call.all('revoke')];
  if (!assign.length && !grant.length && !revoke.length) return undefined;
  return {
    assignments: assign.map((given) => assigned(project, given, ask)),
    gifts: grant.flatMap((given) => granted(project, given)),
    cuts: revoke.flatMap((given) => revoked(project, given)),
  };
}

/** The text before the first `=`, and the parts behind it. */
function sides(given: string): { readonly who: string; readonly what: readonly string[] } {
  const at = given.indexOf('=');
  return at < 0
    ? { who: given, what: [] }
    : {
        who: given.slice(0, at),
        what: given
          .slice(at + 1)
          .split(',')
          .filter(Boolean),
      };
}

function assigned(project: Project, given: string, { environment, org, on }: ReturnType<typeof askOf>): Assignment {
  const { who, what } = sides(given);
  if (!who || !what.length) throw new WrongCall(say('access.not-assign', { given }));
  const subject = subjectNamed(project, who);
  if (subject.kind === 'role') throw new WrongCall(say('access.not-assign', { given }));
  return {
    entity: undefined,
    person: subject.id,
    roles: what.map((name) => roleNamed(project, name).id),
    orgs: org === undefined ? [] : [org],
    environment: environment ?? accessOf(project).usual,
    from: on,
    to: undefined,
    approver: undefined,
    doubtful: false,
  };
}

function roleNamed(project: Project, given: string): Role {
  const found = subjectNamed(project, given);
  if (found.kind !== 'role') throw new WrongCall(say('access.not-role', { given }));
  return found.role;
}

/** A role and the permissions that it would gain or lose, each with the scope as it is written. */
function permissionsOf(project: Project, given: string) {
  const { who, what } = sides(given);
  if (!who || !what.length) throw new WrongCall(say('access.not-grant', { given }));
  const role = roleNamed(project, who);
  return what.map((name) => ({ role, name, ...permissionNamed(project, name), scope: accessParts(name).scope }));
}

const granted = (project: Project, given: string): readonly GrantGift[] =>
  permissionsOf(project, given).map(({ role, permission, scope }) => ({ role: role.id, permission, scope }));

const revoked = (project: Project, given: string): readonly GrantCut[] =>
  permissionsOf(project, given).flatMap(({ role, name, permission, scope }) => {
    const cuts = cutsOf(accessOf(project).design, role, permission, scope);
    if (!cuts.length) throw new WrongCall(say('access.not-granted', { role: role.id, permission: name }));
    return cuts;
  });
