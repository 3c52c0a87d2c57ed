// How a cell of a permission matrix came about, in lines that lead to where each thing is written.
import { derive, type Derivation } from '../access/derive';
import { type Permission, permission } from '../access/objects';
import type { Subject } from '../access/effective';
import type { Assignment, Grant, Role } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import type { Work } from '../base/work';
import { type Language, type Message, say, tell } from '../messages/message';
import { type Place, placeOf } from '../project/named';
import { type Project, withId } from '../project/project';
import type { World } from '../project/world';
import { askOf } from './matrix-axes';
import { matrixConflicts } from './matrix-conflicts';
import type { MatrixQuery } from './matrix-query';

/** Ways that are told; there is one for each path through the roles. */
const MOST_WAYS = 40;

export interface DerivationLine {
  readonly text: string;
  /** How deep it stands below the line that it follows from. */
  readonly depth: number;
  readonly place: Place | undefined;
}

/** The lines for a row and a column by their keys; undefined where there is no such row or column any more. */
export function* derivation(
  world: World,
  query: MatrixQuery,
  rowKey: string,
  columnKey: string,
  language: Language,
): Work<readonly DerivationLine[] | undefined> {
  const { project } = world;
  const model = accessOf(project);
  const asked = permissionNamed(model, columnKey);
  const subject = subjectOf(model, query, idOf(rowKey));
  if (!asked || !subject) return undefined;
  const { denies, grants } = derive(model, subject, asked, askOf(query));
  const kept = [...denies, ...grants].filter(({ roles }) => !query.direct || roles.length < 2);
  const lines = kept.slice(0, MOST_WAYS).flatMap((way) => linesOf(project, way));
  if (kept.length > MOST_WAYS)
    lines.push({ message: say('matrix.more-ways', { count: kept.length - MOST_WAYS }), depth: 0, place: undefined });
  if (!kept.length) lines.push({ message: say('matrix.no-way'), depth: 0, place: undefined });
  const conflicts = (yield* matrixConflicts(world, query)).of(idOf(rowKey), asked);
  for (const { rule, state } of conflicts)
    lines.push({
      message: say(`matrix.conflict-${state}`, { rule: rule.id, title: rule.entity.title }),
      depth: 0,
      place: placeOf(project, rule.entity),
    });
  return lines.map(({ message, depth, place }) => ({ text: tell(message, language), depth, place }));
}

const idOf = (key: string): string => key.slice(key.indexOf('/') + 1);

function permissionNamed({ design }: AccessModel, key: string): Permission | undefined {
  const colon = key.indexOf(':');
  const object = colon < 0 ? undefined : design.object(key.slice(0, colon));
  return object && permission(object, key.slice(colon + 1));
}

function subjectOf(model: AccessModel, { by }: MatrixQuery, id: string): Subject | undefined {
  if (by === 'person') return model.assigned.has(id) ? { kind: 'person', id } : undefined;
  const role = model.design.role(id);
  return role && { kind: 'role', role };
}

interface Line {
  readonly message: Message;
  readonly depth: number;
  readonly place: Place | undefined;
}

function linesOf(project: Project, { assignment, roles, grant }: Derivation): Line[] {
  const lines: Line[] = [];
  if (assignment) lines.push(assignmentLine(project, assignment));
  for (const [at, role] of roles.entries())
    lines.push({
      message: say(at ? 'matrix.through' : 'matrix.by-role', { role: nameOf(role) }),
      depth: lines.length,
      place: placeOf(project, role.entity),
    });
  const what = whatOf(grant);
  const message = grant.effect === 'grant' ? say('matrix.by-grant', { what }) : say('matrix.by-denial', { what });
  lines.push({ message, depth: lines.length, place: placeOf(project, grant.role.entity, grant.pointer) });
  return lines;
}

function assignmentLine(project: Project, { entity, orgs, environment, from, to }: Assignment): Line {
  const where = orgs.length
    ? say('matrix.in-orgs', { orgs: orgs.map((id) => withId(project, id)[0]?.title || id) })
    : say('matrix.in-all-orgs');
  const details = [environment, where, `${from ?? '…'} – ${to ?? '…'}`];
  return { message: say('matrix.assigned', { details }), depth: 0, place: entity && placeOf(project, entity) };
}

const nameOf = ({ id, entity }: Role): string => (entity.title && entity.title !== id ? `${id} ${entity.title}` : id);

const whatOf = ({ object, actions, scope, when }: Grant): string =>
  `${object}:${actions === '*' ? '*' : actions.join(',')}${scope === undefined ? '' : `@${scope}`}${when === undefined ? '' : ` (${when})`}`;
