// `landfall history ID`: what happened to an entry.
import { say } from '../../core/messages/message';
import { trailMarkdown, trailText } from '../../core/render/history';
import { trailJson } from '../../core/render/history-json';
import type { Command } from '../call';
import { namedInHistory } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { admitCut, withHistory } from '../past';

export const history: Command = {
  name: 'history',
  words: ['ID'],
  summary: say('cli.history'),
  about: say('cli.history-about'),
  options: [directory, format(['text', 'json', 'markdown']), noCache],
  run: (call) =>
    withHistory(
      call,
      (told) => {
        const { project, standing, teller } = told;
        const { kind, id } = namedInHistory(project, standing, call.words[0] ?? '');
        const events = teller.trail(kind, id);
        const asked = call.option('format');
        if (asked === 'json') call.write(trailJson(kind, id, !standing.cut, events));
        else if (asked === 'markdown') call.write(trailMarkdown(events, call.language));
        else call.write(trailText(events, call.language, inkOf(call)));
        admitCut(call, told);
        return 0;
      },
      call.words[0],
    ),
};
