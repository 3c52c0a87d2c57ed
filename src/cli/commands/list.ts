// `landfall list KIND`: the entries of a kind.
import { pick, say, tell } from '../../core/messages/message';
import { csv } from '../../core/render/csv';
import { tableText } from '../../core/render/table';
import { exportListing, listing } from '../../core/views/listing';
import type { Command } from '../call';
import { theProject } from '../folders';
import { kindNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';

export const list: Command = {
  name: 'list',
  words: ['KIND'],
  summary: say('cli.list'),
  about: say('cli.list-about'),
  options: [directory, format(['text', 'json', 'csv']), noCache],
  run: async (call) => {
    const { project } = await theProject(call);
    const kind = kindNamed(project.kinds, call.words[0] ?? '');
    switch (call.option('format')) {
      case 'json':
        call.write(
          json({ version: 1, kind: kind.name, entries: listing(project, kind, call.language).rows.map(entryJson) }),
        );
        break;
      case 'csv': {
        const { columns, rows } = exportListing(project, kind, call.language);
        call.write(csv([columns.map((one) => one.field), ...rows.map((one) => one.cells)]));
        break;
      }
      default: {
        const { columns, rows } = listing(project, kind, call.language);
        const heads = columns.map((one) => one.title);
        if (rows.length)
          call.write(
            tableText(
              heads,
              rows.map((one) => one.cells),
              inkOf(call),
              call.columns,
            ),
          );
        else call.complain(`${tell(say('list.empty', { kind: pick(kind.title, call.language) }), call.language)}\n`);
      }
    }
    return 0;
  },
};

/** A promise like that of `check --format json`: nothing but additions without another version. */
const entryJson = ({ entity, place }: ReturnType<typeof listing>['rows'][number]) => ({
  id: entity.id,
  title: entity.title,
  path: place.path,
  line: place.line + 1,
  /** The fields as they stand in the register. */
  value: entity.value,
});
