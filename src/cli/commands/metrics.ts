// `landfall metrics [FAMILY]`: the figures of a project, now or at a past revision.
import { say } from '../../core/messages/message';
import { metricJson, metricsCsv, metricsMarkdown, metricsText } from '../../core/render/metrics';
import { metricViews } from '../../core/views/metrics';
import type { Command, Option } from '../call';
import { checkFilter, familyNamed, filterNamed } from '../naming-metrics';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldWithPast } from '../states';

const rev: Option = { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') };
const narrowed: Option = { name: 'filter', value: 'FILTER', help: say('cli.option-filter') };

export const metrics: Command = {
  name: 'metrics',
  words: ['[FAMILY]'],
  summary: say('cli.metrics'),
  about: say('cli.metrics-about'),
  options: [directory, rev, narrowed, format(['text', 'json', 'csv', 'markdown']), noCache],
  run: async (call) => {
    const { language } = call;
    const [given] = call.words;
    const family = given === undefined ? undefined : familyNamed(given);
    const filter = filterNamed(call.option('filter'));
    const world = await worldWithPast(call);
    checkFilter(world.project, filter);
    const views = metricViews(world, family, filter);
    switch (call.option('format')) {
      case 'json':
        call.write(json({ version: 1, on: world.asOf, metrics: views.map((one) => metricJson(one, language)) }));
        break;
      case 'csv':
        call.write(metricsCsv(views, language));
        break;
      case 'markdown':
        call.write(metricsMarkdown(views, language));
        break;
      default:
        call.write(metricsText(views, language, inkOf(call), call.columns));
    }
    return 0;
  },
};
