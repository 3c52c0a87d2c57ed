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

const rank = { yes: 2, unknown: 1, no: 0 };
const best = (all: readonly Truth[]): Truth => all.reduce((a, b) => (rank[b] > rank[a] ? b : a), 'no' as Truth);

const ringsOf = (small: Small, object: string): readonly number[] =>
  Array.from({ length: Math.max(1, scopesOf(small, object).length) }, (_, ring) => ring);

/** Whether a duty of a rule is held by whoever has these roles. */
function holdsDuty(small: Small, held: readonly { role: string; doubtful: boolean }[], duty: string): Truth {
  const [name = '', scope] = duty.split('@');
  const [object, action] = name.split(':');
  if (action === undefined)
    return best(held.map((one) => (one.role !== name ? 'no' : one.doubtful ? 'unknown' : 'yes')));
  const claims = claimsOf(small, held);
  return best(
    small.objects
      .filter(({ id }) => matches(object ?? '', id))
      .flatMap(({ id, actions }) =>
        (action === '*' ? actions : [action]).flatMap((one) => {
          const scopes = scopesOf(small, id);
          // A scope the object does not have asks for any.
          const from = scope === undefined ? 0 : Math.max(0, scopes.indexOf(scope));
          return ringsOf(small, id)
            .filter((ring) => ring >= from)
            .map((ring) => ringAnswer(small, claims, id, one, ring));
        }),
      ),
  );
}

function broken(
  small: Small,
  rule: Small['rules'][number],
  held: readonly { role: string; doubtful: boolean }[],
): Truth {
  const seen = new Map(
    rule.conflict.map((one) => [JSON.stringify([...new Set([one].flat())].sort()), [one].flat() as readonly string[]]),
  );
  const answers = [...seen.values()].map((duties) => best(duties.map((duty) => holdsDuty(small, held, duty))));
  const limit = rule.at_most ?? 1;
  if (answers.filter((one) => one === 'yes').length > limit) return 'yes';
  return answers.filter((one) => one !== 'no').length > limit ? 'unknown' : 'no';
}

/** Whether somebody breaks a rule at a place and time. */
export const personBreaks = (small: Small, rule: Small['rules'][number], where: Where): Truth =>
  broken(small, rule, heldRoles(small, where));

/** Whether holding a role breaks a rule by itself. */
export const roleBreaks = (small: Small, rule: Small['rules'][number], role: string): Truth =>
  broken(
    small,
    rule,
    [...authorised(small, [role])].map((one) => ({ role: one, doubtful: false })),
  );
