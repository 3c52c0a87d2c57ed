// A call of the command line: what was asked for, where, and the way to answer. And what every command is.
import type { Language, Message } from '../core/messages/message';

/** 0 nothing to report, 1 findings, 2 a wrong call. 3, an error of the product, is given by `run` alone. */
export type Exit = 0 | 1 | 2;

/** The surroundings of a process, as far as commands may know them. */
export interface Surroundings {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The locale of the system, where the environment names none. */
  readonly locale: string;
  /** Columns of the terminal that standard output is; undefined where it is none. */
  readonly columns: number | undefined;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: number;
  /** Work that can wait until the answer is out. */
  readonly later: (work: () => void) => void;
}

export interface Call extends Surroundings {
  readonly language: Language;
  /** The value of an option, if it was given. */
  readonly option: (name: OptionName) => string | undefined;
  /** Its values, of an option that may be given several times. */
  readonly all: (name: OptionName) => readonly string[];
  /** The words that are no options. */
  readonly words: readonly string[];
}

export type OptionName =
  | 'directory'
  | 'lang'
  | 'format'
  | 'fail-on'
  | 'name'
  | 'no-cache'
  | 'rev'
  | 'changed'
  | 'since'
  | 'kind'
  | 'author'
  | 'marker-size'
  | 'ours'
  | 'theirs'
  | 'merge-driver'
  | 'path'
  | 'from'
  | 'to'
  | 'references'
  | 'help'
  | 'version'
  | 'title'
  | 'scope'
  | 'type'
  | 'tag'
  | 'yes'
  | 'by'
  | 'critical'
  | 'load'
  | 'history'
  | 'with'
  | 'wave'
  | 'direct'
  | 'conflicts'
  | 'module'
  | 'object'
  | 'filter'
  | 'org'
  | 'env'
  | 'on'
  | 'role'
  | 'person'
  | 'assign'
  | 'grant'
  | 'revoke'
  | 'at'
  | 'replay'
  | 'zoom'
  | 'group';

export interface Option {
  readonly name: OptionName;
  readonly short?: string;
  /** What stands for the value in help; options without one are switches. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly help: Message;
}

export interface Command {
  readonly name: string;
  /** The words it takes, as help writes them: `[DIR]` may be left out. */
  readonly words: readonly string[];
  readonly summary: Message;
  readonly about: Message;
  readonly options: readonly Option[];
  /** What its exit codes mean, where 1 is one of them. */
  readonly exits?: Message;
  readonly run: (call: Call) => Promise<Exit>;
}

/** Why a call is wrong; it ends with exit code 2 and this message. */
export class WrongCall extends Error {
  readonly why: Message;
  constructor(why: Message) {
    super(why.id);
    this.why = why;
  }
}
