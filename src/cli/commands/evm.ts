// `landfall evm`: earned value against the baseline that git has.
import { type EarnedDimension, earnedDimensions, earnedOf } from '../../core/earned/project';
import { reason } from '../../core/render/git';
import { earnedCsv, earnedJson, earnedText } from '../../core/render/earned';
import { earnedAt, type EarnedPoint, withPresent } from '../../core/earned/history';
import { say, tell } from '../../core/messages/message';
import { earnedHistoryCsv, earnedHistoryJson, earnedHistoryText } from '../../core/render/earned-history';
import { atStatusDates } from '../../node/status-dates';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { theRoot } from '../folders';
import { dayAsked, directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { openStates, worldWithPast } from '../states';

export const evm: Command = {
  name: 'evm',
  words: [],
  summary: say('cli.evm'),
  about: say('cli.evm-about'),
  options: [
    directory,
    { name: 'by', value: 'WHAT', choices: earnedDimensions, fallback: 'phase', help: say('cli.option-by') },
    { name: 'on', value: 'DATE', help: say('cli.option-money-on') },
    { name: 'history', help: say('cli.option-evm-history') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'csv']),
    noCache,
  ],
  run: async (call) => {
    const { language } = call;
    const on = dayAsked(call);
    if (call.option('history') !== undefined) return history(call, by(call));
    const world = await worldWithPast(call);
    const found = earnedOf(on === undefined ? world : { ...world, asOf: on }, by(call));
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

const by = (call: Call): EarnedDimension => call.option('by') as EarnedDimension;

/** The figures at each status date up to the present, or to the revision that is asked for. */
async function history(call: Call, dimension: EarnedDimension): Promise<Exit> {
  const { language } = call;
  if (call.option('on') !== undefined)
    throw new WrongCall(say('cli.excludes-option', { option: '--on', other: '--history' }));
  const states = await openStates(call, await theRoot(call));
  try {
    const given = call.option('rev');
    const { world, commit } = given === undefined ? await states.here() : await states.at(given);
    const { project } = world;
    const ask = earnedAt(world, dimension);
    const options = { kinds: project.kinds, now: call.now, from: project };
    const found = commit && (await atStatusDates(states.repository, commit, options, ask));
    if (found?.kind === 'unavailable') throw new WrongCall(say('cli.no-git', { why: reason(found) }));
    const past: readonly EarnedPoint[] = found?.value ?? [];
    const points =
      given === undefined ? withPresent(past, { on: world.asOf, commit: undefined, found: ask(world) }) : past;
    const asked = call.option('format');
    if (asked === 'json') call.write(json(earnedHistoryJson(points, language)));
    else if (asked === 'csv') call.write(earnedHistoryCsv(points));
    else call.write(earnedHistoryText(points, language, inkOf(call), call.columns));
    return 0;
  } finally {
    await states.close();
  }
}
