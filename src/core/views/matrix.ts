// A grid of who may do what, as plain data: rows, columns under bands of headings, and for each cell a face out of a
// few. A million cells are a million small numbers, and what a cell means is said once for all that look the same.

export type Effect = 'none' | 'allow' | 'deny' | 'unknown';
export type Conflict = 'none' | 'open' | 'waived';

/** All that can be told of a cell without asking how it came about. */
export interface Face {
  readonly effect: Effect;
  /** It was given right here and not taken over from elsewhere. */
  readonly direct: boolean;
  /** How far it reaches; '' where nothing limits it or nothing is given. */
  readonly scope: string;
  /** It takes part in a conflict of duties. */
  readonly conflict: Conflict;
}

const NOTHING: Face = { effect: 'none', direct: false, scope: '', conflict: 'none' };

export interface MatrixRow {
  /** The row's entity, as `kind/id`. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** It has a conflict of duties, whether or not any of its cells shows it. */
  readonly conflict: Conflict;
}

export interface MatrixColumn {
  readonly key: string;
  readonly label: string;
  /** It should be given with care. */
  readonly sensitive: boolean;
}

/** A heading over the columns from `from` up to but not including `to`. */
export interface MatrixGroup {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface Matrix {
  readonly title: string;
  /** What was asked: project, day, environment, filters. */
  readonly facts: readonly string[];
  /** What the rows are. */
  readonly heading: string;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** Headings over the columns, the outermost first; each band covers all columns. */
  readonly bands: readonly (readonly MatrixGroup[])[];
  /** The first is that of cells in which nothing is given. */
  readonly faces: readonly Face[];
  /** The number of each cell's face, row after row. */
  readonly cells: Uint16Array;
}

export const faceAt = (matrix: Matrix, row: number, column: number): Face =>
  matrix.faces[matrix.cells[row * matrix.columns.length + column] ?? 0] ?? NOTHING;

/** Gives out the numbers of faces, the same to those that are alike. */
export function facePalette(): { readonly faces: Face[]; readonly numberOf: (face: Face) => number } {
  const faces: Face[] = [NOTHING];
  const known = new Map([[keyOf(NOTHING), 0]]);
  return {
    faces,
    numberOf: (face) => {
      const key = keyOf(face);
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = faces.push(face) - 1));
      return number;
    },
  };
}

const keyOf = ({ effect, direct, scope, conflict }: Face): string => `${effect} ${direct} ${conflict} ${scope}`;

/** Neighbouring columns of one group under one heading. */
export function bandOf<T>(
  columns: readonly T[],
  groupOf: (column: T) => string,
  labelOf: (column: T) => string,
): MatrixGroup[] {
  const groups: (MatrixGroup & { group: string })[] = [];
  for (const [at, column] of columns.entries()) {
    const last = groups.at(-1);
    const group = groupOf(column);
    if (last?.group === group) groups[groups.length - 1] = { ...last, to: at + 1 };
    else groups.push({ group, label: labelOf(column), from: at, to: at + 1 });
  }
  return groups.map(({ label, from, to }) => ({ label, from, to }));
}
