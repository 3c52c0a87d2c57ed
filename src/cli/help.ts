// Help, of the whole and of a command.
import { type Language, type Message, say, tell } from '../core/messages/message';
import { padded } from '../core/render/width';
import type { Command, Option } from './call';
import { alone, general } from './options';

export function help(commands: readonly Command[], language: Language): string {
  return text([
    tell(say('cli.about'), language),
    '',
    tell(say('cli.usage', { call: 'landfall COMMAND [OPTIONS]' }), language),
    '',
    tell(say('cli.commands'), language),
    ...pairs(commands.map((one) => [usage(one), tell(one.summary, language)])),
    '',
    tell(say('cli.options'), language),
    ...pairs([...general, ...alone].map((one) => row(one, language))),
    '',
    tell(say('cli.more'), language),
    tell(say('cli.exits'), language),
  ]);
}

export function commandHelp(command: Command, language: Language): string {
  return text([
    tell(command.about, language),
    '',
    tell(say('cli.usage', { call: `landfall ${usage(command)} [OPTIONS]` }), language),
    '',
    tell(say('cli.options'), language),
    ...pairs([...command.options, ...general].map((one) => row(one, language))),
    '',
    tell(command.exits ?? say('cli.exits-plain'), language),
  ]);
}

const usage = ({ name, words }: Command): string => [name, ...words].join(' ');

function row(option: Option, language: Language): readonly [string, string] {
  const long = option.name === 'directory' ? '' : `--${option.name}`;
  const names = [option.short ? `-${option.short}` : '', long].filter(Boolean).join(', ');
  let about: Message = option.help;
  if (option.choices && option.name !== 'lang') about = say('cli.choices', { help: about, choices: option.choices });
  if (option.fallback !== undefined) about = say('cli.default', { help: about, value: option.fallback });
  return [option.value ? `${names} ${option.value}` : names, tell(about, language)];
}

function pairs(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${padded(left, width)}  ${right}`);
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
