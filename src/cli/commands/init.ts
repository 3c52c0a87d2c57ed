// `landfall init`: a new project in a folder, with what to write next in comments.
import path from 'node:path';
import { starterFiles } from '../../core/features/starter';
import { say, tell } from '../../core/messages/message';
import { declareDriver, DRIVER_SETTINGS } from '../../node/attributes';
import { findProject } from '../../node/discover';
import { writeNew } from '../../node/write';
import { type Call, type Command, WrongCall } from '../call';
import { shown } from '../folders';
import { directory } from '../options';

export const init: Command = {
  name: 'init',
  words: ['[DIR]'],
  summary: say('cli.init'),
  about: say('cli.init-about'),
  options: [
    directory,
    { name: 'name', value: 'NAME', help: say('cli.option-name') },
    { name: 'merge-driver', help: say('cli.option-merge-driver') },
  ],
  run: async (call) => {
    const folder = path.resolve(call.folder, call.words[0] ?? '.');
    if (call.option('merge-driver') !== undefined) return mergeDriver(call, folder);
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

// Of an existing project: what is there stays.
function mergeDriver(call: Call, folder: string): 0 {
  const root = findProject(folder);
  if (root === undefined) throw new WrongCall(say('cli.no-project-above', { folder: shown(call, folder) }));
  const declared = declareDriver(root);
  if (!declared.ok) throw new WrongCall(say('cli.cannot-write', { folder: shown(call, root), detail: declared.error }));
  const { file, added } = declared.value;
  const where = shown(call, path.join(root, file));
  call.write(`${tell(say(added ? 'cli.driver-written' : 'cli.driver-there', { file: where }), call.language)}\n`);
  for (const line of DRIVER_SETTINGS) call.write(`  ${line}\n`);
  return 0;
}
