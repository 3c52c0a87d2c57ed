// How the rows and columns of a matrix are called. Apart from its words, so that a panel's page can be without these.
import type { Conflict, MatrixColumn, MatrixRow } from '../views/matrix';

/** Behind the name of an action that should be given with care. */
export const SENSITIVE = '*';
/** Of cells and rows that take part in a conflict. */
export const CONFLICTS: Readonly<Record<Conflict, string>> = { none: '', open: '!', waived: '~' };

const sign = ({ sensitive }: MatrixColumn): string => (sensitive ? SENSITIVE : '');

/** How a column is called in a line of text. */
export const columnName = (column: MatrixColumn): string => column.key + sign(column);
/** And under the headings of its bands. */
export const columnLabel = (column: MatrixColumn): string => column.label + sign(column);
export const rowName = ({ id, title, conflict }: MatrixRow): string =>
  [id, title === id ? '' : title, CONFLICTS[conflict]].filter(Boolean).join(' ');
