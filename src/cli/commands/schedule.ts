// `landfall schedule`: the dates that links, calendars, constraints and progress give the plan.
import { say } from '../../core/messages/message';
import { scheduleCsv, scheduleJson, scheduleMermaid, scheduleText } from '../../core/render/schedule';
import { lookUp } from '../../core/project/project';
import { scheduleView } from '../../core/views/schedule';
import { loadCsv, loadJson, loadText } from '../../core/render/load';
import type { World } from '../../core/project/world';
import { loadView } from '../../core/views/load';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { folderOf, open, projectsFor, theRoot } from '../folders';
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
    { name: 'load', help: say('cli.option-load') },
    { name: 'with', value: 'DIR', help: say('cli.option-with') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'csv', 'mermaid']),
    noCache,
  ],
  run: async (call) => {
    const { language } = call;
    const world = await worldAsked(call);
    if (call.option('load') !== undefined) return load(call, world);
    if (call.option('with') !== undefined)
      throw new WrongCall(say('cli.needs-option', { option: '--with', other: '--load' }));
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

/** Signs of a strip at the most, and columns that stand before it. */
const STRIP = { most: 60, least: 12, before: 52 } as const;

/** The people of the project and of those that `--with` names, instead of the tasks. */
async function load(call: Call, world: World): Promise<Exit> {
  const { language } = call;
  for (const name of ['critical', 'wave'] as const) {
    if (call.option(name) !== undefined)
      throw new WrongCall(say('cli.excludes-option', { option: `--${name}`, other: '--load' }));
  }
  const roots = new Set<string>();
  for (const given of call.all('with')) for (const root of await projectsFor(folderOf(call, given))) roots.add(root);
  roots.delete(await theRoot(call));
  const worlds = [world, ...(await Promise.all([...roots].map((root) => open(call, root))))];
  const room = Math.max(STRIP.least, Math.min(STRIP.most, (call.columns ?? 160) - STRIP.before));
  const view = loadView(worlds, room);
  const asked = call.option('format');
  if (asked === 'json') call.write(json(loadJson(view, language)));
  else if (asked === 'csv') call.write(loadCsv(view));
  else if (asked === 'mermaid')
    throw new WrongCall(say('cli.excludes-option', { option: '--format mermaid', other: '--load' }));
  else call.write(loadText(view, language, inkOf(call), call.columns));
  return 0;
}
