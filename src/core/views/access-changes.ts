// What a change means for access, in names: who gains and loses what, which conflicts come and go.
import { type AccessChanges, accessChanges, type State } from '../access/changes';
import { type AnyConflict, isOfRole } from '../access/evidence';
import type { Work } from '../base/work';
import { type Describer, describer, type ExtentView, extentView, type Named } from './access';

export interface PermissionChangeView extends ExtentView {
  readonly person: Named;
  readonly environment: string;
  readonly how: 'gained' | 'lost' | 'changed';
  readonly permission: string;
  /** Null is everywhere. */
  readonly orgs: readonly Named[] | null;
}

export interface ConflictChangeView {
  readonly rule: Named;
  readonly subject: Named & { readonly kind: 'person' | 'role' };
  readonly environment: string | null;
  readonly org: Named | null;
  readonly from: string | null;
}

export interface AccessChangesView {
  readonly permissions: readonly PermissionChangeView[];
  readonly brought: readonly ConflictChangeView[];
  readonly ended: readonly ConflictChangeView[];
}

export function* accessChangesView(before: State, after: State, on: string): Work<AccessChangesView> {
  const found = yield* accessChanges(before, after, on);
  const [was, is] = [describer(before.project, before.model), describer(after.project, after.model)];
  return {
    permissions: permissionViews(found, was, is),
    brought: views(is, found.brought),
    ended: views(was, found.ended),
  };
}

const permissionViews = (
  { permissions }: AccessChanges,
  was: Describer,
  is: Describer,
): readonly PermissionChangeView[] =>
  permissions.map(({ person, environment, how, held }) => {
    const tell = how === 'lost' ? was : is;
    return {
      person: tell.person(person),
      environment,
      how,
      permission: held.permission.name,
      ...extentView(held.permission, held.reach),
      orgs: tell.orgs(held.orgs),
    };
  });

const views = (tell: Describer, conflicts: readonly AnyConflict[]): readonly ConflictChangeView[] =>
  conflicts.map((one) => ({
    rule: { id: one.rule.id, name: one.rule.entity.title },
    subject: isOfRole(one) ? { kind: 'role', ...tell.role(one.role) } : { kind: 'person', ...tell.person(one.person) },
    environment: isOfRole(one) ? null : one.environment,
    org: isOfRole(one) || one.org === undefined ? null : tell.org(one.org),
    from: isOfRole(one) ? null : (one.from ?? null),
  }));
