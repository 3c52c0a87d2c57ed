// Who may do what, as a matrix: roles or people against the permissions of the project's objects, under headings of module
// and object.
import type { Permission } from '../access/objects';
import { effective } from '../access/effective';
import type { Role } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import { answerFrom, extentOf, join, NOTHING, type Reach } from '../access/reach';
import type { Work } from '../base/work';
import { type Language, type Message, say, tell } from '../messages/message';
import { lookUp, type Project } from '../project/project';
import type { World } from '../project/world';
import { bandOf, type Face, facePalette, type Matrix } from './matrix';
import { askOf, type Column, columnsOf, type Holder, holdersOf, MODULES } from './matrix-axes';
import { choicesOf, factsOf } from './matrix-choices';
import { type MatrixConflicts, matrixConflicts, worst } from './matrix-conflicts';
import type { MatrixChoices, MatrixQuery } from './matrix-query';

/** Cells that are worked out at all; beyond, a filter is asked for. */
export const MOST_SHOWN = 5_000_000;

export interface AccessMatrix {
  readonly matrix: Matrix;
  readonly choices: MatrixChoices;
  /** Rows with an open conflict. */
  readonly conflicts: number;
  /** Why the matrix is empty although it need not be. */
  readonly refused: Message | undefined;
}

export function* accessMatrix(world: World, query: MatrixQuery, language: Language): Work<AccessMatrix> {
  const { project } = world;
  const model = accessOf(project);
  yield;
  const conflicts = yield* matrixConflicts(world, query);
  const columns = columnsOf(project, model, query);
  const all = yield* holdersOf(project, model, query);
  const isOpen = ({ id }: Holder): boolean => worst(conflicts.ofRow(id)) === 'open';
  const holders = query.conflicts ? all.filter(isOpen) : all;
  const cells = holders.length * columns.length;
  const refused =
    cells > MOST_SHOWN
      ? say('matrix.too-large', { cells, rows: holders.length, columns: columns.length, most: MOST_SHOWN })
      : undefined;
  const rows = refused ? [] : holders;
  const shown = yield* cellsOf(model, query, rows, columns, conflicts);
  const matrix: Matrix = {
    ...shown,
    title: tell(say(query.by === 'role' ? 'matrix.roles' : 'matrix.people'), language),
    heading: tell(say(query.by === 'role' ? 'matrix.role' : 'matrix.person'), language),
    facts: factsOf(world, model, query, language),
    rows: rows.map(({ key, id, title }) => ({ key, id, title, conflict: worst(conflicts.ofRow(id)) })),
    columns: columns.map(({ permission: { name, action, object } }) => ({
      key: name,
      label: action,
      sensitive: object.sensitive.has(action),
    })),
    bands: [
      bandOf(
        columns,
        ({ module }) => module,
        ({ module }) => (module === '' ? tell(say('matrix.no-module'), language) : titleOf(project, MODULES, module)),
      ),
      bandOf(
        columns,
        ({ permission }) => permission.object.id,
        ({ permission }) => permission.object.entity.title || permission.object.id,
      ),
    ],
  };
  return {
    matrix,
    choices: choicesOf(project, model, query),
    conflicts: all.filter(isOpen).length,
    refused,
  };
}

function* cellsOf(
  model: AccessModel,
  query: MatrixQuery,
  rows: readonly Holder[],
  columns: readonly Column[],
  conflicts: MatrixConflicts,
): Work<Pick<Matrix, 'faces' | 'cells'>> {
  const palette = facePalette();
  const cells = new Uint16Array(rows.length * columns.length);
  const at = new Map(columns.map(({ permission }, column) => [permission, column]));
  for (const [row, holder] of rows.entries()) {
    const own = ownRow(model, holder.roles);
    for (const [permission, reach] of query.direct ? own : fullRow(model, query, holder)) {
      const column = at.get(permission);
      if (column === undefined) continue;
      const face = faceOf(permission, reach, own.has(permission));
      cells[row * columns.length + column] = palette.numberOf({
        ...face,
        conflict: worst(conflicts.of(holder.id, permission)),
      });
    }
    yield;
  }
  return { faces: palette.faces, cells };
}

/** What a row comes to, inheritance and denials included. */
function fullRow(model: AccessModel, query: MatrixQuery, { id, roles }: Holder): ReadonlyMap<Permission, Reach> {
  const everyone = new Set(roles.flatMap((role) => [...model.design.ancestry(role).keys()]));
  const row = new Map(ownRow(model, [...everyone]));
  if (query.by === 'role') return row;
  // Where organisations differ, the answer of a person is more than what the roles come to together.
  for (const { permission, reach } of effective(model, { kind: 'person', id }, askOf(query)))
    row.set(permission, reach);
  return row;
}

/** What roles grant and deny themselves. */
function ownRow({ design }: AccessModel, roles: readonly Role[]): ReadonlyMap<Permission, Reach> {
  const row = new Map<Permission, Reach>();
  for (const role of roles)
    for (const [permission, reach] of design.own(role))
      row.set(permission, join(row.get(permission) ?? NOTHING, reach));
  return row;
}

function faceOf({ object }: Permission, reach: Reach, direct: boolean): Omit<Face, 'conflict'> {
  const { sure, perhaps, denied } = extentOf(reach);
  const scope = (level: number): string => object.scopes[level - 1] ?? '';
  switch (answerFrom(reach)) {
    case 'yes':
      return { effect: 'allow', direct, scope: scope(sure) };
    case 'unknown':
      return { effect: 'unknown', direct, scope: scope(perhaps) };
    case 'no':
      return denied ? { effect: 'deny', direct, scope: scope(denied) } : { effect: 'none', direct: false, scope: '' };
  }
}

const titleOf = (project: Project, kind: string, id: string): string => lookUp(project, kind, id)?.title || id;
