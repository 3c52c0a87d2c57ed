// `landfall log`: which entries each commit changed.
import type { LogFilter } from '../../core/history/trail';
import { say } from '../../core/messages/message';
import { logMarkdown, logText } from '../../core/render/history';
import { logJson } from '../../core/render/history-json';
import type { Call, Command, Exit } from '../call';
import { kindNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { admitCut, type Told, withHistory } from '../past';

export const log: Command = {
  name: 'log',
  words: [],
  summary: say('cli.log'),
  about: say('cli.log-about'),
  options: [
    directory,
    format(['text', 'json', 'markdown']),
    { name: 'since', value: 'REV|DATE', help: say('cli.option-since') },
    { name: 'kind', value: 'KIND', help: say('cli.option-kind') },
    { name: 'author', value: 'AUTHOR', help: say('cli.option-author') },
    noCache,
  ],
  run: (call) =>
    withHistory(call, async (told): Promise<Exit> => {
      const entries = told.teller.log(await filterOf(call, told));
      const asked = call.option('format');
      if (asked === 'json') call.write(logJson(!told.standing.cut, entries));
      else if (asked === 'markdown') call.write(logMarkdown(entries, call.language));
      else call.write(logText(entries, call.language, inkOf(call)));
      admitCut(call, told);
      return 0;
    }),
};

async function filterOf(call: Call, { project, states }: Told): Promise<LogFilter> {
  const [since, kind, author] = [call.option('since'), call.option('kind'), call.option('author')];
  // A day begins where the caller is.
  const day = since !== undefined && /^\d{4}-\d\d-\d\d$/.test(since) ? Date.parse(`${since}T00:00:00`) : Number.NaN;
  return {
    ...(since === undefined ? {} : Number.isNaN(day) ? { after: await states.commit(since) } : { since: day }),
    ...(kind === undefined ? {} : { kinds: new Set([kindNamed(project.kinds, kind).name]) }),
    ...(author === undefined ? {} : { author }),
  };
}
