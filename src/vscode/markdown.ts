// Texts of a project as safe Markdown: what comes from files is shown as it is and means nothing, and the only links
// that do something are those that are made here.
import type { CommandId } from './contributions';

/** The commands that a hover may run. */
export const linkedCommands: readonly CommandId[] = [
  'landfall.openEntity',
  'landfall.explainRule',
  'landfall.explainMetric',
  'landfall.openFormat',
  'landfall.showHistory',
  'landfall.showImpact',
  'landfall.whyDate',
  'landfall.restoreFromBaseline',
];

/** A text that Markdown shows as it is, in one line. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-!|<>~$&:@.=]/g, '\\$&').replace(/\s*\n\s*/g, '; ');

/** The same, but `code` stays code. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 ? part : escaped(part)))
    .join('');

/** A text as code, whatever it holds. */
export const code = (text: string): string => `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\``;

/** A text that runs one of our commands when it is clicked. */
export const commandLink = (text: string, command: CommandId, argument: string): string =>
  `[${escaped(text)}](command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()']/g, percent)})`;

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;
