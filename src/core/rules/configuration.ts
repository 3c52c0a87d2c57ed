// LF50, configuration: secrets in clear, values that nobody gave a reason for, changes of the product without consent.
import { gist, kept } from '../base/kept';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { covering } from '../project/covers';
import { is, text } from '../project/values';
import { type Json, member, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import { droppedAs } from '../project/state';
import { type EntityRule, said } from './rule';

const isParameter: EntityRule['of'] = ({ name }) => name === 'configuration';

/** What leads to a secret and is none: a vault, a variable of the environment, a file of secrets. */
const ELSEWHERE = /^(?:vault|env|file|secret|kms|ref|arn|https?):|^\$\{.+\}$|^(?:\*+|x+|<.*>)$/i;
/** Keys of secrets, as words of an id. */
const KEYS = /(?:^|[._-])(?:password|passwd|pwd|secret|token|api[._-]?key|private[._-]?key|credentials?|passphrase)$/i;
const LONG = 20;
/** Bits for each letter from which a long text without spaces is no word of any language. */
const RANDOM = 4;

const secret: EntityRule = {
  scope: 'entity',
  code: 'LF501',
  of: isParameter,
  *check(entity, { project }) {
    const places = [
      ['/value', entity.value.value],
      ['/default', entity.value.default],
      ...Object.entries(group(entity.value.environments)).map(
        ([name, one]) =>
          [`/environments/${name.replaceAll('~', '~0').replaceAll('/', '~1')}/value`, member(one, 'value')] as const,
      ),
    ] as const;
    const isDeclared = entity.value.sensitive === true || is(entity, 'type', 'secret');
    for (const [pointer, value] of places) {
      const why =
        typeof value === 'string' && value !== '' && !ELSEWHERE.test(value)
          ? clear(entity, value, isDeclared)
          : undefined;
      if (why) yield said(project, entity, pointer, say(why));
    }
  },
};

function clear(entity: Entity, value: string, isDeclared: boolean) {
  if (isDeclared) return 'secret.declared' as const;
  if (KEYS.test(entity.id)) return 'secret.key' as const;
  return isRandom(value) ? ('secret.random' as const) : undefined;
}

// Letters of both cases and digits, long, without spaces, and as mixed as chance would mix them: a key, not a name.
function isRandom(value: string): boolean {
  if (
    value.length < LONG ||
    /[\s/\\.:]/.test(value) ||
    !/[a-z]/.test(value) ||
    !/[A-Z]/.test(value) ||
    !/\d/.test(value)
  )
    return false;
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const bits = [...counts.values()].reduce((sum, n) => sum - (n / value.length) * Math.log2(n / value.length), 0);
  return bits >= RANDOM;
}

const group = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};

/** A value that the product was not delivered with. */
const isSet = ({ value }: Entity): boolean =>
  value.value !== undefined && value.default !== undefined && written(value.value) !== written(value.default);

const unexplained = (code: EntityRule['code'], field: 'rationale' | 'requirement'): EntityRule => ({
  scope: 'entity',
  code,
  of: isParameter,
  *check(entity, { project }) {
    if (!isSet(entity) || entity.value[field] !== undefined) return;
    const about = { value: written(entity.value.value), usual: written(entity.value.default) };
    const message =
      field === 'rationale' ? say('parameter.no-rationale', about) : say('parameter.no-requirement', about);
    yield said(project, entity, '/value', message, { kind: 'add-fields', fields: [field] });
  },
});

/** What the approved change requests let change. */
const lettingOf = kept((requests: readonly Entity[], kinds: Kinds) =>
  requests
    .filter((one) => is(one, 'status', 'approved', 'implemented'))
    .map((one) => covering(one.value.covers, kinds)),
);

const lettings = gist((one: Entity) => [is(one, 'status', 'approved', 'implemented'), one.value.covers]);

const unapproved: EntityRule = {
  scope: 'entity',
  code: 'LF505',
  of: ({ name }) => name === 'requirements',
  ground: (project) => [lettings(project.table('change-requests'))],
  concerns: (one) =>
    is(one, 'fit', 'customization') &&
    is(one, 'status', 'confirmed', 'built', 'verified') &&
    droppedAs(one) === undefined,
  *check(one, { project }) {
    if (lettingOf(project.table('change-requests'), project.kinds).some((covers) => covers(one))) return;
    const title = text(one.value.title) ?? one.id;
    yield said(project, one, '/fit', say('requirement.unapproved'), {
      kind: 'create',
      of: 'change-requests',
      title,
      lists: { covers: [one.id] },
    });
  },
};

export const configurationRules = [
  secret,
  unexplained('LF502', 'rationale'),
  unexplained('LF503', 'requirement'),
  unapproved,
] as const;
