// `landfall kinds [KIND]`: the kinds of register there are, those of the project included, or the format of one.
import { pick, say, tell } from '../../core/messages/message';
import { csv } from '../../core/render/csv';
import { allMarkdown, kindMarkdown, kindText } from '../../core/render/reference';
import { tableText } from '../../core/render/table';
import type { Kind, Kinds } from '../../core/schema/kinds';
import { kindReference } from '../../core/views/reference';
import { findProject } from '../../node/discover';
import { quickDisk } from '../../node/disk';
import { projectKinds, builtInKinds } from '../../node/kinds';
import type { Call, Command } from '../call';
import { kindNamed } from '../naming';
import { directory, format } from '../options';
import { inkOf, json } from '../output';

export const kinds: Command = {
  name: 'kinds',
  words: ['[KIND]'],
  summary: say('cli.kinds'),
  about: say('cli.kinds-about'),
  options: [directory, format(['text', 'json', 'csv', 'markdown'])],
  run: async (call) => {
    const root = findProject(call.folder);
    const all = root === undefined ? await builtInKinds() : (await projectKinds(quickDisk, root, true)).kinds;
    const [given] = call.words;
    call.write(given === undefined ? listed(call, all) : described(call, all, kindNamed(all, given)));
    return 0;
  },
};

function listed(call: Call, all: Kinds): string {
  const { language } = call;
  const rows = [...all.all].sort((a, b) => (a.name < b.name ? -1 : 1));
  const cells = rows.map((kind) => [kind.name, pick(kind.title, language), pick(kind.description, language)]);
  const head = (['table.kind', 'table.title', 'table.about'] as const).map((id) => tell(say(id), language));
  switch (call.option('format')) {
    case 'json':
      return json({ version: 1, kinds: rows.map((kind) => kindJson(call, kind)) });
    case 'csv':
      return csv([head, ...cells]);
    case 'markdown':
      return allMarkdown(all, language);
    default:
      return tableText(head, cells, inkOf(call), call.columns);
  }
}

function described(call: Call, all: Kinds, kind: Kind): string {
  const { language } = call;
  const found = kindReference(all, kind);
  const rows = [...found.fields, ...found.common].map((row) => ({
    field: row.path,
    title: pick(row.title, language),
    required: row.required,
    takes: tell(row.takes, language),
    description: pick(row.description, language),
  }));
  switch (call.option('format')) {
    case 'json':
      return json({ version: 1, ...kindJson(call, kind), fields: rows });
    case 'csv':
      return csv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(String))]);
    case 'markdown':
      return kindMarkdown(all, kind, language);
    default:
      return kindText(found, language, inkOf(call), call.columns);
  }
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
const kindJson = ({ language }: Call, kind: Kind) => ({
  name: kind.name,
  title: pick(kind.title, language),
  one: pick(kind.one, language),
  description: pick(kind.description, language),
  group: kind.entity.group ?? null,
  register: kind.home,
  builtIn: kind.builtIn,
});
