// `landfall schedule`: the dates that links, calendars, constraints and progress give the plan.
import { say } from '../../core/messages/message';
import { scheduleCsv, scheduleJson, scheduleMermaid, scheduleText } from '../../core/render/schedule';
import { lookUp } from '../../core/project/project';
import { scheduleView } from '../../core/views/schedule';
import { type Command, WrongCall } from '../call';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldAsked } from '../states';

export const schedule: Command = {
  name: 'schedule',
  words: [],
  summary: say('cli.schedule'),
  about: say('cli.schedule-about'),
  options: [
    directory,
    { name: 'critical', help: say('cli.option-critical') },
    { name: 'wave', value: 'WAVE', help: say('cli.option-wave') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'csv', 'mermaid']),
    noCache,
  ],
  run: async (call) => {
    const { language } = call;
    const world = await worldAsked(call);
    const wave = call.option('wave');
    if (wave !== undefined && !lookUp(world.project, 'waves', wave))
      throw new WrongCall(say('cli.unknown-id', { given: wave }));
    const view = scheduleView(world, { critical: call.option('critical') !== undefined, wave });
    switch (call.option('format')) {
      case 'json':
        call.write(json(scheduleJson(view, language)));
        break;
      case 'csv':
        call.write(scheduleCsv(view, language));
        break;
      case 'mermaid':
        call.write(scheduleMermaid(view));
        break;
      default:
        call.write(scheduleText(view, language, inkOf(call), call.columns));
    }
    return 0;
  },
};
