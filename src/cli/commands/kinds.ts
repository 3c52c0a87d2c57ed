// `landfall kinds`: the kinds of register there are, those of the project included.
import { pick, say, tell } from '../../core/messages/message';
import { csv } from '../../core/render/csv';
import { tableText } from '../../core/render/table';
import { findProject } from '../../node/discover';
import { quickDisk } from '../../node/disk';
import { projectKinds, builtInKinds } from '../../node/kinds';
import type { Command } from '../call';
import { directory, format } from '../options';
import { inkOf, json } from '../output';

export const kinds: Command = {
  name: 'kinds',
  words: [],
  summary: say('cli.kinds'),
  about: say('cli.kinds-about'),
  options: [directory, format(['text', 'json', 'csv'])],
  run: async (call) => {
    const { language } = call;
    const root = findProject(call.folder);
    const all = root === undefined ? await builtInKinds() : (await projectKinds(quickDisk, root, true)).kinds;
    const rows = [...all.all].sort((a, b) => (a.name < b.name ? -1 : 1));
    const cells = rows.map((kind) => [kind.name, pick(kind.title, language), pick(kind.description, language)]);
    const head = (['table.kind', 'table.title', 'table.about'] as const).map((id) => tell(say(id), language));
    switch (call.option('format')) {
      case 'json':
        call.write(json({ version: 1, kinds: rows.map((kind) => kindJson(kind)) }));
        break;
      case 'csv':
        call.write(csv([head, ...cells]));
        break;
      default:
        call.write(tableText(head, cells, inkOf(call), call.columns));
    }
    return 0;

    /** A promise like that of `check --format json`: nothing but additions without another version. */
    function kindJson(kind: (typeof rows)[number]) {
      return {
        name: kind.name,
        title: pick(kind.title, language),
        one: pick(kind.one, language),
        description: pick(kind.description, language),
        group: kind.entity.group ?? null,
        register: kind.home,
        builtIn: kind.builtIn,
      };
    }
  },
};
