// What is asked of a permission matrix: by whom its rows are, and what of it is shown.

export const perspectives = ['role', 'person'] as const;
export type Perspective = (typeof perspectives)[number];

export interface MatrixQuery {
  readonly by: Perspective;
  /** Only what is granted at the row itself: by the role, or by the roles that the person was given. */
  readonly direct: boolean;
  /** Only rows with an open conflict of duties. */
  readonly conflicts: boolean;
  /** Ids; '' is all. An organisation means those below it too. */
  readonly module: string;
  readonly object: string;
  readonly org: string;
  readonly environment: string;
  /** A day; '' is at any time. */
  readonly on: string;
  /** Parts of ids and titles, as in other searches. */
  readonly role: string;
  readonly person: string;
}

export const wholeMatrix: MatrixQuery = {
  by: 'role',
  direct: false,
  conflicts: false,
  module: '',
  object: '',
  org: '',
  environment: '',
  on: '',
  role: '',
  person: '',
};

/** One thing that a filter can be set to. */
export interface MatrixChoice {
  readonly id: string;
  readonly label: string;
}

export interface MatrixChoices {
  readonly module: readonly MatrixChoice[];
  readonly object: readonly MatrixChoice[];
  readonly org: readonly MatrixChoice[];
  readonly environment: readonly MatrixChoice[];
}
