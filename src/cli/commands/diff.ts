// `landfall diff`: what changed between two states of a project, by entity and field.
import { finish } from '../../core/base/work';
import { compareProjects } from '../../core/compare/diff';
import { say } from '../../core/messages/message';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../../core/render/comparison';
import { comparison } from '../../core/views/comparison';
import type { Command } from '../call';
import { theRoot } from '../folders';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { openStates } from '../states';

export const diff: Command = {
  name: 'diff',
  words: ['[BASE]', '[HEAD]'],
  summary: say('cli.diff'),
  about: say('cli.diff-about'),
  options: [directory, format(['text', 'json', 'markdown']), noCache],
  run: async (call) => {
    const [base = 'HEAD', head = '.'] = call.words;
    const states = await openStates(call, await theRoot(call));
    try {
      const [from, to] = [await states.at(base), await states.at(head)];
      const projects = { before: from.world.project, after: to.world.project };
      const changes = finish(compareProjects(projects.before, projects.after));
      const kinds = comparison(projects, changes, call.language);
      const asked = call.option('format');
      if (asked === 'json') call.write(comparisonJson(kinds, from.name, to.name));
      else if (asked === 'markdown') call.write(comparisonMarkdown(kinds, call.language));
      else call.write(comparisonText(kinds, call.language, inkOf(call)));
      return 0;
    } finally {
      await states.close();
    }
  },
};
