// What all pictures of a matrix share: the signs in its cells, what they mean in words, the legend, and how much can be drawn.
// Signs and words carry the meaning; colour only repeats it.
import { type Language, type Message, say, tell } from '../messages/message';
import type { Effect, Face, Matrix, MatrixRow } from '../views/matrix';
import { CONFLICTS, SENSITIVE } from './matrix-names';

/** Cells that a picture or a table may have. */
export const MOST_CELLS = 50_000;

/** A face as it is drawn. */
export interface Mark {
  readonly effect: Effect;
  /** A sign, the scope's short form and the sign of a conflict; '' for nothing. */
  readonly text: string;
  readonly words: string;
  readonly conflict: Face['conflict'];
  readonly direct: boolean;
}

export interface LegendEntry {
  readonly sign: string;
  readonly words: string;
}

const signs = {
  direct: '●',
  inherited: '○',
  deny: '✕',
  unknown: '?',
  sensitive: SENSITIVE,
} as const;

/** Why a matrix cannot be drawn; undefined when it can. */
export function refusal({ rows, columns }: Matrix): Message | undefined {
  const cells = rows.length * columns.length;
  if (!cells) return say('matrix.empty');
  return cells > MOST_CELLS
    ? say('matrix.too-large', { cells, rows: rows.length, columns: columns.length, most: MOST_CELLS })
    : undefined;
}

/** The faces of a matrix as they are drawn, in its order. */
export function marksOf(matrix: Matrix, language: Language): readonly Mark[] {
  const short = shortScopes(matrix);
  return matrix.faces.map((face) => ({
    effect: face.effect,
    text: signOf(face) + (short.get(face.scope) ?? '') + CONFLICTS[face.conflict],
    words: wordsOf(face, language),
    conflict: face.conflict,
    direct: face.direct,
  }));
}

/** What a row's own sign means; '' for none. */
export const rowWords = ({ conflict }: MatrixRow, language: Language): string =>
  conflict === 'none' ? '' : tell(conflictWords[conflict], language);

const conflictWords = { open: say('matrix.conflict'), waived: say('matrix.waived') } as const;

function signOf({ effect, direct }: Face): string {
  switch (effect) {
    case 'allow':
      return direct ? signs.direct : signs.inherited;
    case 'deny':
      return signs.deny;
    case 'unknown':
      return signs.unknown;
    case 'none':
      return '';
  }
}

function wordsOf({ effect, direct, scope, conflict }: Face, language: Language): string {
  const effects = {
    allow: direct ? say('matrix.allow-direct') : say('matrix.allow-inherited'),
    deny: say('matrix.deny'),
    unknown: say('matrix.unknown'),
    none: say('matrix.none'),
  } as const;
  const words: Message[] = [effects[effect]];
  if (scope) words.push(say('matrix.scope', { scope }));
  if (conflict !== 'none') words.push(conflictWords[conflict]);
  return words.map((one) => tell(one, language)).join(' · ');
}

/** What the signs that occur mean. */
export function legendOf(matrix: Matrix, language: Language): readonly LegendEntry[] {
  const some = (is: (face: Face) => boolean): boolean => matrix.faces.some(is);
  const conflicts = [...matrix.faces, ...matrix.rows].map(({ conflict }) => conflict);
  const entries: (readonly [sign: string, message: Message, occurs: boolean])[] = [
    [signs.direct, say('matrix.allow-direct'), some(({ effect, direct }) => effect === 'allow' && direct)],
    [signs.inherited, say('matrix.allow-inherited'), some(({ effect, direct }) => effect === 'allow' && !direct)],
    [signs.deny, say('matrix.deny'), some(({ effect }) => effect === 'deny')],
    [signs.unknown, say('matrix.unknown'), some(({ effect }) => effect === 'unknown')],
    [CONFLICTS.open, say('matrix.conflict'), conflicts.includes('open')],
    [CONFLICTS.waived, say('matrix.waived'), conflicts.includes('waived')],
    [signs.sensitive, say('matrix.sensitive'), matrix.columns.some(({ sensitive }) => sensitive)],
  ];
  return [
    ...entries.filter(([, , occurs]) => occurs).map(([sign, message]) => ({ sign, words: tell(message, language) })),
    ...[...shortScopes(matrix)].map(([scope, sign]) => ({
      sign,
      words: tell(say('matrix.scope', { scope }), language),
    })),
  ];
}

/** The shortest beginnings by which the scopes can be told apart; the whole where one begins another. */
function shortScopes({ faces }: Matrix): ReadonlyMap<string, string> {
  const scopes = [...new Set(faces.map(({ scope }) => scope).filter(Boolean))].sort();
  const short = (scope: string): string => {
    const characters = [...scope];
    for (let length = 1; length < characters.length; length++) {
      const beginning = characters.slice(0, length).join('');
      if (scopes.every((other) => other === scope || !other.startsWith(beginning))) return beginning;
    }
    return scope;
  };
  return new Map(scopes.map((scope) => [scope, short(scope)]));
}
