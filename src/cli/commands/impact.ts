// `landfall impact ID`: what a change request or an entry touches downstream.
import { finish } from '../../core/base/work';
import { say } from '../../core/messages/message';
import { impactJson, impactMarkdown, impactText } from '../../core/render/impact';
import { impactOf } from '../../core/views/impact';
import type { Command } from '../call';
import { entitiesNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldAsked } from '../states';

export const impact: Command = {
  name: 'impact',
  words: ['ID'],
  summary: say('cli.impact'),
  about: say('cli.impact-about'),
  options: [
    directory,
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'markdown']),
    noCache,
  ],
  run: async (call) => {
    const world = await worldAsked(call);
    const [entity] = entitiesNamed(world.project, call.words[0] ?? '');
    if (!entity) return 0;
    const found = finish(impactOf(world, entity));
    const asked = call.option('format');
    if (asked === 'json') call.write(json(impactJson(found, call.language)));
    else if (asked === 'markdown') call.write(impactMarkdown(found, call.language));
    else call.write(impactText(found, call.language, inkOf(call)));
    return 0;
  },
};
