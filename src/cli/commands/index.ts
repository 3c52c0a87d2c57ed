// Every command of the command line, in the order of the help.
import type { Command } from '../call';
import { access } from './access';
import { baseline } from './baseline';
import { blame } from './blame';
import { check } from './check';
import { cutover } from './cutover';
import { diff } from './diff';
import { evm } from './evm';
import { explain } from './explain';
import { gate } from './gate';
import { history } from './history';
import { impact } from './impact';
import { init } from './init';
import { kinds } from './kinds';
import { list } from './list';
import { log } from './log';
import { merge } from './merge';
import { metrics } from './metrics';
import { money } from './money';
import { renumber } from './renumber';
import { report } from './report';
import { review } from './review';
import { schedule } from './schedule';
import { show } from './show';

export const commands: readonly Command[] = [
  check,
  list,
  show,
  schedule,
  evm,
  cutover,
  report,
  metrics,
  money,
  impact,
  gate,
  diff,
  review,
  history,
  blame,
  log,
  baseline,
  access,
  merge,
  renumber,
  kinds,
  explain,
  init,
];
