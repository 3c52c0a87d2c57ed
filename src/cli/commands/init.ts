// `landfall init`: a new project in a folder, with what to write next in comments.
import path from 'node:path';
import { starterFiles } from '../../core/features/starter';
import { say, tell } from '../../core/messages/message';
import { findProject } from '../../node/discover';
import { writeNew } from '../../node/write';
import { type Command, WrongCall } from '../call';
import { shown } from '../folders';
import { directory } from '../options';

export const init: Command = {
  name: 'init',
  words: ['[DIR]'],
  summary: say('cli.init'),
  about: say('cli.init-about'),
  options: [directory, { name: 'name', value: 'NAME', help: say('cli.option-name') }],
  run: async (call) => {
    const folder = path.resolve(call.folder, call.words[0] ?? '.');
    const here = shown(call, folder);
    const around = findProject(path.dirname(folder));
    if (around !== undefined)
      throw new WrongCall(say('cli.inside-project', { folder: here, project: shown(call, around) }));
    const name = call.option('name') ?? (path.basename(folder) || 'Landfall');
    const files = starterFiles(call.language, name);
    const written = writeNew(folder, files);
    if (!written.ok) {
      const { error } = written;
      throw new WrongCall(
        error.code === 'in-the-way'
          ? say('cli.in-the-way', { files: error.files, folder: here })
          : say('cli.cannot-write', { folder: here, detail: error.detail }),
      );
    }
    call.write(`${tell(say('cli.created', { name, folder: here }), call.language)}\n`);
    for (const file of files.keys()) call.write(`  ${file}\n`);
    call.write(`${tell(say('cli.next', { folder: here }), call.language)}\n`);
    return 0;
  },
};
