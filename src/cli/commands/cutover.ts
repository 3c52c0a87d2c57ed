// `landfall cutover [WAVE]`: the runbook of a wave minute by minute, and the last moment to turn back.
import { say, tell } from '../../core/messages/message';
import { lookUp } from '../../core/project/project';
import { text } from '../../core/project/values';
import { cutoverJson, cutoverText } from '../../core/render/cutover';
import { clockText, cutoverOf } from '../../core/schedule/cutover';
import { type Command, WrongCall } from '../call';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldAsked } from '../states';

export const cutover: Command = {
  name: 'cutover',
  words: ['[WAVE]'],
  summary: say('cli.cutover'),
  about: say('cli.cutover-about'),
  options: [
    directory,
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json']),
    noCache,
  ],
  run: async (call) => {
    const { language } = call;
    const { project, now } = await worldAsked(call);
    const [given] = call.words;
    const wave = given === undefined ? undefined : lookUp(project, 'waves', given);
    if (given !== undefined && !wave) throw new WrongCall(say('cli.unknown-id', { given }));
    const wanted = new Set(project.table('cutover-steps').map(({ value }) => text(value.wave)));
    const waves = wave ? [wave] : project.table('waves').filter(({ id }) => wanted.has(id));
    const found = waves.map((one) => cutoverOf(project, one, now));
    if (call.option('format') === 'json') call.write(json({ version: 1, waves: found.map(cutoverJson) }));
    else if (!found.length) call.write(`${tell(say('cutover.no-wave'), language)}\n`);
    else {
      const given = { language, ink: inkOf(call), columns: call.columns };
      call.write(found.map((one) => cutoverText(one, project, clockText(project), given)).join('\n'));
    }
    return 0;
  },
};
