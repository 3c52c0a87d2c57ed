// What `npm run bench` measures, in the order of its table.
import { access } from './access';
import { check } from './check';
import { editor } from './editor';
import { evm } from './evm';
import { gates } from './gates';
import { growth } from './growth';
import { keystroke } from './keystroke';
import { past } from './past';
import { questions } from './questions';
import { reader } from './reader';
import type { Bench } from './row';
import { schedule } from './schedule';
import { typing } from './typing';

export const benches: readonly Bench[] = [
  check,
  reader,
  keystroke,
  typing,
  questions,
  access,
  schedule,
  evm,
  gates,
  past,
  growth,
  editor,
];
/** Of the rows. */
export const names = benches.flatMap((bench) => bench.names);
