// Words and options of a call, read strictly: what a command does not know is refused with what was probably meant.
import { parseArgs } from 'node:util';
import { nearest } from '../core/base/text';
import { say } from '../core/messages/message';
import { isDay } from '../core/schema/formats';
import { type Call, type Command, type Option, type OptionName, WrongCall } from './call';

const lang: Option = { name: 'lang', value: 'LANG', choices: ['en', 'zh-cn', 'zh'], help: say('cli.option-lang') };
const help: Option = { name: 'help', short: 'h', help: say('cli.option-help') };
const version: Option = { name: 'version', short: 'V', help: say('cli.option-version') };
export const directory: Option = { name: 'directory', short: 'C', value: 'DIR', help: say('cli.option-directory') };
export const format = (choices: readonly string[]): Option => ({
  name: 'format',
  value: 'FORMAT',
  choices,
  fallback: choices[0] ?? '',
  help: say('cli.option-format'),
});

export const noCache: Option = { name: 'no-cache', help: say('cli.option-no-cache') };

/** A day as a person gives it; a WrongCall for what is none. */
export function dayGiven(given: string): string {
  if (!isDay(given)) throw new WrongCall(say('access.not-day', { given }));
  return given;
}

/** The day of `--on`, where it is given. */
export function dayAsked(call: Pick<Call, 'option'>): string | undefined {
  const given = call.option('on');
  return given === undefined ? undefined : dayGiven(given);
}

/** Options of every command, and those of none. */
export const general: readonly Option[] = [lang, help];
export const alone: readonly Option[] = [version];

export interface Given {
  /** Each with its values, the last one last. */
  readonly options: ReadonlyMap<OptionName, readonly string[]>;
  readonly words: readonly string[];
}

/** How an option is written: `-C` where it has a letter only a short form makes sense for, else `--name`. */
const written = ({ name, short }: Option): string => (name === 'directory' ? `-${short}` : `--${name}`);

/** Splits a command line by what all commands know, without judging yet. */
function tokensOf(args: readonly string[], known: readonly Option[]) {
  const options = Object.fromEntries(
    known.map(({ name, short, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** The first word of a command line: the command; with the place where it stands. */
export function commandWord(
  args: readonly string[],
  known: readonly Option[],
): { readonly word: string; readonly at: number } | undefined {
  const token = tokensOf(args, known).find((one) => one.kind === 'positional');
  return token && { word: token.value, at: token.index };
}

/** What was given to a command. Throws a WrongCall for what it does not take. */
export function read(
  args: readonly string[],
  command: Pick<Command, 'name' | 'words' | 'options'>,
  more: readonly Option[] = [],
): Given {
  const known = [...command.options, ...general, ...more];
  const options = new Map<OptionName, readonly string[]>();
  const words: string[] = [];
  for (const token of tokensOf(args, known)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, command.name, known);
    options.set(option.name, [...(options.get(option.name) ?? []), valueOf(option, token.value)]);
  }
  const tooMany = words[command.words.length];
  if (tooMany !== undefined) throw new WrongCall(say('cli.too-many', { given: tooMany }));
  if (options.has('help') || options.has('version')) return { options, words };
  const missing = command.words.find((word, at) => !word.startsWith('[') && words[at] === undefined);
  if (missing !== undefined) throw new WrongCall(say('cli.missing-word', { word: missing }));
  return { options, words };
}

function valueOf(option: Option, value: string | undefined): string {
  const { choices } = option;
  if (!option.value) {
    if (value !== undefined) throw new WrongCall(say('cli.takes-no-value', { option: written(option) }));
    return '';
  }
  if (value === undefined || value === '') {
    throw new WrongCall(say('cli.needs-value', { option: written(option), value: choices ?? option.value }));
  }
  if (choices && !choices.includes(value)) {
    throw new WrongCall(say('cli.bad-value', { value, option: written(option), allowed: choices }));
  }
  return value;
}

function unknownOption(given: string, name: string, known: readonly Option[]): WrongCall {
  const command = `landfall ${name}`.trimEnd();
  const near = nearest(
    given.replace(/^-+/, ''),
    known.map((one) => one.name),
  );
  return new WrongCall(
    near === undefined
      ? say('cli.unknown-option', { command, given })
      : say('cli.unknown-option-near', { command, given, near: `--${near}` }),
  );
}
