// `landfall baseline`: the approved states of a project: which there are, whether they still are what was approved, what
// has changed since, and setting the next one.
import { finish } from '../../core/base/work';
import { BASELINES, changesCovered } from '../../core/compare/drift';
import { say, tell } from '../../core/messages/message';
import { lookUp } from '../../core/project/project';
import { baselinesJson, baselinesMarkdown, baselinesText } from '../../core/render/baselines';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../../core/render/comparison';
import { baselineStates } from '../../core/views/baselines';
import { comparison } from '../../core/views/comparison';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { theRoot } from '../folders';
import { createBaseline } from '../new-baseline';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { openStates, type States } from '../states';

const actions: Readonly<Record<string, (call: Call, states: States, root: string) => Promise<Exit>>> = {
  list: async (call, states) => (await told(call, states), 0),
  verify: async (call, states) => ((await told(call, states)) ? 0 : 1),
  diff: compare,
  create: createBaseline,
};

export const baseline: Command = {
  name: 'baseline',
  words: ['[ACTION]', '[ID]', '[ID]'],
  summary: say('cli.baseline'),
  about: say('cli.baseline-about'),
  exits: say('cli.exits-verify'),
  options: [
    directory,
    format(['text', 'json', 'markdown']),
    { name: 'title', value: 'TITLE', help: say('cli.option-title') },
    { name: 'scope', value: 'LIST', help: say('cli.option-scope') },
    { name: 'type', value: 'TYPE', help: say('cli.option-type') },
    { name: 'tag', value: 'TAG', help: say('cli.option-tag') },
    { name: 'yes', help: say('cli.option-yes') },
    noCache,
  ],
  run: async (call) => {
    const action = actions[call.words[0] ?? 'list'];
    if (!action)
      throw new WrongCall(say('cli.no-action', { given: call.words[0] ?? '', allowed: Object.keys(actions) }));
    const root = await theRoot(call);
    const states = await openStates(call, root);
    try {
      return await action(call, states, root);
    } finally {
      await states.close();
    }
  },
};

/** Writes the baselines with their states; says whether every one is what was approved. */
async function told(call: Call, states: States): Promise<boolean> {
  const { world } = await states.here();
  const only = call.words[1];
  const all = finish(baselineStates(world)).filter(({ entity }) => only === undefined || entity.id === only);
  if (only !== undefined && !all.length) throw new WrongCall(say('cli.unknown-id', { given: only }));
  const asked = call.option('format');
  if (asked === 'json') call.write(baselinesJson(all));
  else if (asked === 'markdown') call.write(baselinesMarkdown(all, call.language));
  else if (all.length) call.write(baselinesText(all, call.language, inkOf(call), call.columns));
  else call.complain(`${tell(say('baseline.none'), call.language)}\n`);
  return all.every(({ state }) => state === 'verified');
}

/** What a baseline covers, compared with now or with another baseline. */
async function compare(call: Call, states: States): Promise<Exit> {
  const [, from, to = '.'] = call.words;
  const { world: here } = await states.here();
  const entity = from === undefined ? undefined : lookUp(here.project, BASELINES, from);
  if (!from || !entity) throw new WrongCall(say('cli.unknown-id', { given: from ?? '' }));
  const [before, after] = [await states.at(from), await states.at(to)];
  const projects = { before: before.world.project, after: after.world.project };
  const changes = finish(changesCovered(entity, projects.before, projects.after));
  const kinds = comparison(projects, changes, call.language);
  const asked = call.option('format');
  if (asked === 'json') call.write(comparisonJson(kinds, from, to));
  else if (asked === 'markdown') call.write(comparisonMarkdown(kinds, call.language));
  else call.write(comparisonText(kinds, call.language, inkOf(call)));
  return 0;
}
