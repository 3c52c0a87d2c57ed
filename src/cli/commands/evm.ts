// `landfall evm`: earned value against the baseline that git has.
import { type EarnedDimension, earnedDimensions, earnedOf } from '../../core/earned/project';
import { earnedCsv, earnedJson, earnedText } from '../../core/render/earned';
import { say, tell } from '../../core/messages/message';
import type { Command } from '../call';
import { dayAsked, directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldWithPast } from '../states';

export const evm: Command = {
  name: 'evm',
  words: [],
  summary: say('cli.evm'),
  about: say('cli.evm-about'),
  options: [
    directory,
    { name: 'by', value: 'WHAT', choices: earnedDimensions, fallback: 'phase', help: say('cli.option-by') },
    { name: 'on', value: 'DATE', help: say('cli.option-money-on') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'csv']),
    noCache,
  ],
  run: async (call) => {
    const { language } = call;
    const on = dayAsked(call);
    const world = await worldWithPast(call);
    const found = earnedOf(on === undefined ? world : { ...world, asOf: on }, call.option('by') as EarnedDimension);
    const asked = call.option('format');
    if ('why' in found) {
      const why = tell(found.why, language);
      if (asked === 'json') call.write(json({ version: 1, on: on ?? world.asOf, why }));
      else call.write(`${why}\n`);
      return 0;
    }
    if (asked === 'json') call.write(json(earnedJson(found)));
    else if (asked === 'csv') call.write(earnedCsv(found));
    else call.write(earnedText(found, language, inkOf(call), call.columns));
    return 0;
  },
};
