// A command line from its words to its exit code.
import path from 'node:path';
import { nearest } from '../core/base/text';
import { type Language, languageOf, type Message, say, tell } from '../core/messages/message';
import { quickReader } from '../core/syntax/quick';
import { quickReaderWanted } from '../node/quick-reader';
import { ChangedMeanwhile } from '../node/read';
import { version } from '../node/version';
import { type Command, type Exit, type OptionName, type Surroundings, WrongCall } from './call';
import { commands } from './commands';
import { needFolder } from './folders';
import { commandHelp, help } from './help';
import { alone, commandWord, directory, type Given, general, read } from './options';

/** Carries out a command line. Every failure ends here, as a message and an exit code. */
export async function run(args: readonly string[], around: Surroundings): Promise<Exit | 3> {
  quickReader.on = quickReaderWanted(around.env);
  const language = languageFor(args, around);
  const complain = (message: Message) => around.complain(`${tell(message, language)}\n`);
  try {
    return await dispatch(args, around, language, complain);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) {
      complain(error.why);
      return 3;
    }
    if (!(error instanceof WrongCall)) {
      complain(say('cli.internal', { detail: error instanceof Error ? error.message : String(error) }));
      if (around.env.LANDFALL_DEBUG === '1' && error instanceof Error) around.complain(`${error.stack}\n`);
      return 3;
    }
    complain(error.why);
    return 2;
  }
}

async function dispatch(
  args: readonly string[],
  around: Surroundings,
  language: Language,
  complain: (message: Message) => void,
): Promise<Exit> {
  const known = [
    ...new Map(
      [...commands.flatMap((one) => one.options), ...general, ...alone].map((one) => [one.name, one]),
    ).values(),
  ];
  const found = commandWord(args, known);
  if (!found) {
    const { options } = read(args, { name: '', words: [], options: [] }, alone);
    if (options.has('version')) around.write(`${version}\n`);
    else if (options.has('help')) around.write(help(commands, language));
    else {
      around.complain(help(commands, language));
      return 2;
    }
    return 0;
  }
  const command = commands.find(({ name }) => name === found.word);
  if (!command) throw unknownCommand(found.word);
  const given = readFor(
    command,
    args.filter((_, at) => at !== found.at),
    complain,
  );
  if (given === undefined) return 2;
  const { options, words } = given;
  if (options.has('help')) {
    around.write(commandHelp(command, language));
    return 0;
  }
  const all = (name: OptionName) => options.get(name) ?? [];
  const option = (name: OptionName) => all(name).at(-1) ?? command.options.find((one) => one.name === name)?.fallback;
  const folder = path.resolve(around.folder, option(directory.name) ?? '.');
  needFolder(folder, option(directory.name) ?? folder);
  return command.run({ ...around, folder, language, words, option, all });
}

/** What was given to the command; undefined, with a word on where help is, when it is not what the command takes. */
function readFor(command: Command, args: readonly string[], complain: (message: Message) => void): Given | undefined {
  try {
    return read(args, command);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    complain(error.why);
    complain(say('cli.see-help', { command: `landfall ${command.name}` }));
    return undefined;
  }
}

function unknownCommand(given: string): WrongCall {
  const near = nearest(
    given,
    commands.map(({ name }) => name),
  );
  return new WrongCall(
    near === undefined ? say('cli.unknown-command', { given }) : say('cli.unknown-command-near', { given, near }),
  );
}

/** The language asked for, else that of the environment. Found before anything can go wrong, so that errors speak it too. */
function languageFor(args: readonly string[], { env, locale }: Surroundings): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  // As POSIX orders them; an empty one counts as not set.
  return languageOf(asked || env.LANDFALL_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || locale);
}
