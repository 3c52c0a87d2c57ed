// Every command of the command line, in the order of the help.
import type { Command } from '../call';
import { check } from './check';
import { explain } from './explain';
import { init } from './init';
import { kinds } from './kinds';
import { list } from './list';
import { show } from './show';

export const commands: readonly Command[] = [check, list, show, kinds, explain, init];
