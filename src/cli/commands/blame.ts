// `landfall blame ID`: who last changed each field of an entry, when and why.
import { say } from '../../core/messages/message';
import { blameMarkdown, blameText } from '../../core/render/history';
import { blameJson } from '../../core/render/history-json';
import type { Command } from '../call';
import { entitiesNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { admitCut, withHistory } from '../past';

export const blame: Command = {
  name: 'blame',
  words: ['ID'],
  summary: say('cli.blame'),
  about: say('cli.blame-about'),
  options: [directory, format(['text', 'json', 'markdown']), noCache],
  run: (call) =>
    withHistory(
      call,
      (told) => {
        const { project, standing, teller } = told;
        const [entity] = entitiesNamed(project, call.words[0] ?? '');
        if (!entity) return 0;
        const fields = teller.blame(entity);
        const asked = call.option('format');
        if (asked === 'json') call.write(blameJson(entity.kind.name, entity.id, !standing.cut, fields));
        else if (asked === 'markdown') call.write(blameMarkdown(fields, call.language));
        else call.write(blameText(fields, call.language, inkOf(call), call.columns));
        admitCut(call, told);
        return 0;
      },
      call.words[0],
    ),
};
