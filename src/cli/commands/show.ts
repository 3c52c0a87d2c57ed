// `landfall show ID`: one entry with what it refers to and what refers to it.
import { nearest } from '../../core/base/text';
import { say } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import { keyOf, lookUp, type Project, targetOf, withId } from '../../core/project/project';
import { cardText } from '../../core/render/card';
import { card } from '../../core/views/card';
import { type Command, WrongCall } from '../call';
import { theProject } from '../folders';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';

export const show: Command = {
  name: 'show',
  words: ['ID'],
  summary: say('cli.show'),
  about: say('cli.show-about'),
  options: [directory, format(['text', 'json']), noCache],
  run: async (call) => {
    const { project } = await theProject(call);
    const cards = entitiesNamed(project, call.words[0] ?? '').map((entity) => card(project, entity, call.language));
    if (call.option('format') === 'json') call.write(json({ version: 1, entries: cards.map(cardJson) }));
    else call.write(cards.map((one) => cardText(one, call.language, inkOf(call))).join('\n'));
    return 0;
  },
};

/** A promise like that of `check --format json`: nothing but additions without another version. */
const cardJson = ({ kind, id, title, place, fields, referredBy }: ReturnType<typeof card>) => ({
  kind,
  id,
  title,
  path: place.path,
  line: place.line + 1,
  value: Object.fromEntries(fields.map(({ field, value }) => [field, value])),
  referredBy: referredBy.map((one) => ({
    entry: one.key,
    title: one.title,
    path: one.place.path,
    line: one.place.line + 1,
  })),
});

/** The entries of an id: one, or several where the id stands twice in a kind. A former id leads to what has another now. */
function entitiesNamed(project: Project, given: string): readonly Entity[] {
  const { kind, id } = targetOf(project.kinds, given);
  const found = withId(project, id).filter((entity) => !kind || entity.kind === kind);
  const kinds = new Set(found.map((entity) => entity.kind));
  if (kinds.size > 1) throw new WrongCall(say('cli.ambiguous-id', { given, choices: [...new Set(found.map(keyOf))] }));
  if (found.length) return found;
  const former = project.kinds.all.flatMap((one) =>
    kind && one !== kind ? [] : (lookUp(project, one.name, id) ?? []),
  );
  if (former.length) return former;
  const known = project.kinds.all.flatMap((one) => (kind && one !== kind ? [] : project.table(one.name)));
  const near =
    known.find((entity) => entity.title === given)?.id ??
    nearest(
      id,
      known.filter((one) => !one.derived).map((one) => one.id),
    );
  throw new WrongCall(
    near === undefined ? say('cli.unknown-id', { given }) : say('cli.unknown-id-near', { given, near }),
  );
}
