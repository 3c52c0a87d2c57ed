// `landfall review`: a change as its reviewer should see it; with --format markdown the comment on a merge request.
import { finish } from '../../core/base/work';
import { say } from '../../core/messages/message';
import { reviewJson, reviewMarkdown, reviewText } from '../../core/render/review';
import { review as reviewOf } from '../../core/views/review';
import type { Command } from '../call';
import { theRoot } from '../folders';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { openStates } from '../states';

export const review: Command = {
  name: 'review',
  words: ['[BASE]', '[HEAD]'],
  summary: say('cli.review'),
  about: say('cli.review-about'),
  options: [directory, format(['text', 'json', 'markdown']), noCache],
  run: async (call) => {
    const [base, head = '.'] = call.words;
    const states = await openStates(call, await theRoot(call));
    try {
      const to = await states.at(head);
      const from = await states.forkOf(base, to);
      const [before, after] = [await states.check(from), await states.check(to)];
      const found = finish(reviewOf(before, after, call.language));
      const asked = call.option('format');
      if (asked === 'json') call.write(reviewJson(found, from.name, to.name, call.language));
      else if (asked === 'markdown') call.write(reviewMarkdown(found, from.name, to.name, call.language));
      else call.write(reviewText(found, call.language, inkOf(call)));
      return 0;
    } finally {
      await states.close();
    }
  },
};
