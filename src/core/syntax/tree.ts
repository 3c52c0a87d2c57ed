// The tree of a piece of YAML: values with the places they were read from. Offsets are relative to the text that was
// parsed (usually one slice), so an edit elsewhere moves nothing. It holds what the schema needs to decide types
// itself: the source text and the style beside the value that YAML's core schema would give.
import type { Span } from '../base/span';

export type Node = Scalar | Mapping | Sequence;

export interface Scalar extends Span {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** The content after YAML's unquoting and folding: `1.10` is "1.10", an empty value is "". */
  readonly text: string;
  /** What the core schema makes of it: null, boolean, number or the text. Quoted and block scalars are their text. */
  readonly value: null | boolean | number | string;
}

export interface Pair {
  readonly key: Scalar;
  readonly value: Node;
}

export interface Mapping extends Span {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /** In source order; merge keys are already resolved into pairs that stand at the merge key's place. */
  readonly pairs: readonly Pair[];
}

export interface Sequence extends Span {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface Comment extends Span {
  /** Without the `#`. */
  readonly text: string;
}
