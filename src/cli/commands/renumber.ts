// `landfall renumber`: of entries that two branches gave the same id, one gets a fresh one, and what referred to it follows.
import path from 'node:path';
import { finish } from '../../core/base/work';
import { choicesOf, placeOf, renumber as renumbered, type Sides, twinIn, twinsOf } from '../../core/compare/renumber';
import { say, tell } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import type { Known } from '../../core/project/known';
import { keyOf, type Project } from '../../core/project/project';
import { escaped } from '../../core/render/markdown-text';
import { type Repository, usingRepository } from '../../node/git/repository';
import { type MergeSides, mergeSides, sidesFrom } from '../../node/merge-sides';
import { revisionsOf } from '../../node/past';
import { rewriteFiles } from '../../node/rewrite';
import { type Call, type Command, WrongCall } from '../call';
import { open, theRoot } from '../folders';
import { directory, format, noCache } from '../options';
import { json } from '../output';

export const renumber: Command = {
  name: 'renumber',
  words: ['ID'],
  summary: say('cli.renumber'),
  about: say('cli.renumber-about'),
  options: [
    directory,
    { name: 'path', value: 'FILE[:LINE]', help: say('cli.option-path') },
    { name: 'from', value: 'BRANCH', help: say('cli.option-from') },
    { name: 'to', value: 'ID', help: say('cli.option-to') },
    { name: 'references', value: 'CHOICE', choices: ['move', 'keep'], help: say('cli.option-references') },
    format(['text', 'json', 'markdown']),
    noCache,
  ],
  run: async (call) => {
    const root = await theRoot(call);
    const { project } = await open(call, root);
    const given = call.words[0] ?? '';
    const twins = twinsOf(project, given);
    const [first] = twins;
    if (!first) throw new WrongCall(say('cli.unknown-id', { given }));
    if (twins.length === 1)
      throw new WrongCall(say('renumber.single', { id: first.id, place: placeOf(project, first) }));
    const sides = await sidesOf(call, root, project);
    const entity = chosen(call, root, project, twins, sides);
    const answer = finish(
      renumbered(project, entity, {
        id: call.option('to'),
        sides: sides && towards(entity, twins, sides),
        unclear: call.option('references') as 'move' | 'keep' | undefined,
      }),
    );
    if (!answer.ok) throw new WrongCall(answer.error);
    const { id, edits, moved, kept } = answer.value;
    const written = rewriteFiles(root, edits, project.files);
    if (!written.ok) {
      const { error } = written;
      throw new WrongCall(
        error.code === 'changed'
          ? say('rename.changed', { file: error.file })
          : say('cli.cannot-write', { folder: root, detail: error.detail }),
      );
    }
    const { title, path: file, id: old } = entity;
    const changed = [...edits].flatMap(([one, some]) => (some.length ? [one] : []));
    const done = say('renumber.done', { title: title || keyOf(entity), file, id, count: moved, old, kept });
    if (call.option('format') === 'json')
      call.write(json({ version: 1, kind: entity.kind.name, old, id, moved, kept, changed }));
    else if (call.option('format') === 'markdown') call.write(`${escaped(tell(done, call.language))}\n`);
    else call.write(`${tell(done, call.language)}\n`);
    return 0;
  },
};

/** The project on both sides of the merge, `mine` the one that was named; undefined where git does not tell. */
async function sidesOf(call: Call, root: string, project: Project): Promise<Sides | undefined> {
  const ask = async (repository: Known<Repository>): Promise<Sides | undefined> => {
    if (repository.kind === 'unavailable') return undefined;
    const from = call.option('from');
    const sides: MergeSides | undefined =
      from === undefined ? await mergeSides(repository.value) : await sidesFrom(repository.value, from);
    if (!sides) return undefined;
    const revisions = revisionsOf(repository.value, { kinds: project.kinds, now: call.now, from: project });
    const [mine, other] = [await revisions.atCommit(sides.theirs), await revisions.atCommit(sides.ours)];
    if (mine.kind === 'unavailable' || other.kind === 'unavailable') return undefined;
    return { mine: mine.value.project, other: other.value.project };
  };
  return usingRepository(root, ask, { env: call.env });
}

/** The entry that was meant: at a place, or from a branch. */
function chosen(
  call: Call,
  root: string,
  project: Project,
  twins: readonly Entity[],
  sides: Sides | undefined,
): Entity {
  const id = twins[0]?.id ?? '';
  const places = choicesOf(project, twins);
  const [at, from] = [call.option('path'), call.option('from')];
  if (at !== undefined) {
    const [, file = at, line] = /^(.*?)(?::(\d+))?$/.exec(at) ?? [];
    const wanted = path.relative(root, path.resolve(call.folder, file)).replaceAll(path.sep, '/');
    const found = twins.filter((one) => String(one.path) === wanted);
    const here = line === undefined ? found : found.filter((one) => placeOf(project, one) === `${wanted}:${line}`);
    if (here.length === 1 && here[0]) return here[0];
    throw new WrongCall(
      here.length ? say('renumber.which', { id, places }) : say('renumber.not-at', { id, place: at, places }),
    );
  }
  if (from === undefined) throw new WrongCall(say('renumber.which', { id, places }));
  const found = sides && twinIn(twins, sides.mine);
  if (!found) throw new WrongCall(say('renumber.not-from', { branch: from, id, places }));
  return found;
}

/** The sides as seen from the entry; undefined when it cannot be told from which it came. */
function towards(entity: Entity, twins: readonly Entity[], { mine, other }: Sides): Sides | undefined {
  const [a, b] = [twinIn(twins, mine), twinIn(twins, other)];
  if (a === entity && b !== entity) return { mine, other };
  return b === entity && a !== entity ? { mine: other, other: mine } : undefined;
}
