// `landfall show ID`: one entry with what it refers to and what refers to it.
import { say, tell } from '../../core/messages/message';
import { cardText } from '../../core/render/card';
import { standingOf } from '../../core/standing';
import { card } from '../../core/views/card';
import type { Command } from '../call';
import { theProject } from '../folders';
import { entitiesNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';

export const show: Command = {
  name: 'show',
  words: ['ID'],
  summary: say('cli.show'),
  about: say('cli.show-about'),
  options: [directory, format(['text', 'json']), noCache],
  run: async (call) => {
    const world = await theProject(call);
    const { project } = world;
    const shown = entitiesNamed(project, call.words[0] ?? '').map((entity) => ({
      one: card(project, entity, call.language),
      stands: standingOf(world, entity).map(({ text }) => tell(text, call.language)),
    }));
    if (call.option('format') === 'json')
      call.write(json({ version: 1, entries: shown.map(({ one, stands }) => cardJson(one, stands)) }));
    else call.write(shown.map(({ one, stands }) => cardText(one, stands, call.language, inkOf(call))).join('\n'));
    return 0;
  },
};

/** A promise like that of `check --format json`: nothing but additions without another version. */
const cardJson = (
  { kind, id, title, place, fields, referredBy }: ReturnType<typeof card>,
  standing: readonly string[],
) => ({
  kind,
  id,
  title,
  path: place.path,
  line: place.line + 1,
  ...(standing.length ? { standing } : {}),
  value: Object.fromEntries(fields.map(({ field, value }) => [field, value])),
  referredBy: referredBy.map((one) => ({
    entry: one.key,
    title: one.title,
    path: one.place.path,
    line: one.place.line + 1,
  })),
});
