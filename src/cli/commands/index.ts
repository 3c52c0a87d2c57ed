// Every command of the command line, in the order of the help.
import type { Command } from '../call';
import { baseline } from './baseline';
import { check } from './check';
import { diff } from './diff';
import { explain } from './explain';
import { init } from './init';
import { kinds } from './kinds';
import { list } from './list';
import { merge } from './merge';
import { renumber } from './renumber';
import { review } from './review';
import { show } from './show';

export const commands: readonly Command[] = [
  check,
  list,
  show,
  diff,
  review,
  baseline,
  merge,
  renumber,
  kinds,
  explain,
  init,
];
