// Access control by brute force, from its definition alone: for every person, place, day, permission and ring, whether it
// is granted and not denied. Whatever is in doubt is supposed once in the worst and once in the best way.
import { type Small, type SmallGrant } from './small';

export type Truth = 'yes' | 'unknown' | 'no';

interface Where {
  readonly person: string;
  readonly environment: string;
  readonly org: string;
  readonly on: string;
}

const matches = (pattern: string, id: string): boolean =>
  pattern === id || (pattern.endsWith('*') && id.startsWith(pattern.slice(0, -1)));

/** All roles that one has by holding these. */
function authorised(small: Small, roles: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const junior of small.roles.find((role) => role.id === id)?.inherits ?? []) add(junior);
  };
  roles.forEach(add);
  return found;
}

interface Claim {
  readonly grant: SmallGrant;
  readonly doubtful: boolean;
}

const scopesOf = (small: Small, object: string): readonly string[] =>
  small.objects.find((one) => one.id === object)?.scopes ?? [];

/** Whether a grant or a denial opens or closes a ring: certainly, perhaps or not. */
function covers(small: Small, { grant, doubtful }: Claim, object: string, action: string, ring: number): Truth {
  const declared = small.objects.find((one) => one.id === object)?.actions ?? [];
  if (!matches(grant.object, object)) return 'no';
  if (grant.actions === '*' ? !declared.includes(action) : !grant.actions.includes(action)) return 'no';
  const scopes = scopesOf(small, object);
  const isKnown = grant.scope === undefined || scopes.includes(grant.scope);
  const upTo = grant.scope === undefined || !isKnown ? Math.max(0, scopes.length - 1) : scopes.indexOf(grant.scope);
  if (ring > upTo) return 'no';
  return doubtful || grant.when !== undefined || !isKnown ? 'unknown' : 'yes';
}

/** The answer for one ring, 0 being the narrowest. */
function ringAnswer(small: Small, claims: Claims, object: string, action: string, ring: number): Truth {
  const said = (all: readonly Claim[]) => all.map((one) => covers(small, one, object, action, ring));
  const [grants, denies] = [said(claims.grants), said(claims.denies)];
  if (denies.includes('yes') || !grants.some((one) => one !== 'no')) return 'no';
  return grants.includes('yes') && !denies.includes('unknown') ? 'yes' : 'unknown';
}

interface Claims {
  readonly grants: readonly Claim[];
  readonly denies: readonly Claim[];
}

function claimsOf(small: Small, held: readonly { role: string; doubtful: boolean }[]): Claims {
  const all = (field: 'grants' | 'denies'): readonly Claim[] =>
    held.flatMap(({ role, doubtful }) =>
      (small.roles.find((one) => one.id === role)?.[field] ?? []).map((grant) => ({ grant, doubtful })),
    );
  return { grants: all('grants'), denies: all('denies') };
}

const below = (small: Small, org: string, other: string): boolean => {
  for (let at: string | undefined = org; at !== undefined; at = small.orgs.find((one) => one.id === at)?.parent)
    if (at === other) return true;
  return false;
};

/** The roles somebody has at a place and time, and whether that is certain. */
function heldRoles(
  small: Small,
  { person, environment, org, on }: Where,
): readonly { role: string; doubtful: boolean }[] {
  return small.assignments
    .filter((one) => one.person === person && (one.environment ?? 'prod') === environment)
    .filter((one) => !one.orgs || one.orgs.some((unit) => below(small, org, unit)))
    .flatMap(({ roles, from, to }) => {
      const doubtful = from !== undefined && to !== undefined && to < from;
      if (!doubtful && ((from !== undefined && on < from) || (to !== undefined && on > to))) return [];
      return [...authorised(small, roles)].map((role) => ({ role, doubtful }));
    });
}

export const personAnswer = (small: Small, where: Where, object: string, action: string, ring: number): Truth =>
  ringAnswer(small, claimsOf(small, heldRoles(small, where)), object, action, ring);

export const roleAnswer = (small: Small, role: string, object: string, action: string, ring: number): Truth =>
  ringAnswer(
    small,
    claimsOf(
      small,
      [...authorised(small, [role])].map((one) => ({ role: one, doubtful: false })),
    ),
    object,
    action,
    ring,
  );
