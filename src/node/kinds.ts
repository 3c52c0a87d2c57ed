// The kinds of a project: those that ship, and those that it brings in .landfall/kinds. Both are bundles of their own
// that load here, when a project is opened.
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { Problem } from '../core/model/finding';
import { type Path, path as pathOf } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { KINDS_FOLDER } from '../core/project/matcher';
import { type KindSources, type Kinds, type KindTrouble, loadKinds } from '../core/schema/kinds';
import type { KindText } from '../core/schema/user-kinds';
import { openRegister } from '../core/syntax/register';
import { decode } from './decode';
import { sha256 } from './digest';
import type { Disk } from './disk';
import { refusal } from './read';

/** Bytes of a kind's schema beyond which it is not read. */
const SCHEMA_LIMIT = 1024 * 1024;
const SCHEMA = /^(.+)\.schema\.json$/;

export interface ProjectKinds {
  readonly kinds: Kinds;
  /** The schema files with which something is wrong, to be placed in the project so that they have their findings. */
  readonly troubled: readonly FileIndex[];
  /** Kinds that were left alone because the folder is not trusted. */
  readonly untrusted: readonly string[];
}

async function builtInSources(): Promise<KindSources> {
  const { builtIn } = await import('../core/schema/built-in');
  // The bundle is large: an editor gets a word in before the kinds are made of it.
  await pause();
  return builtIn;
}

let shipped: Promise<Kinds> | undefined;

/** The kinds that ship with the product, made once. */
export const builtInKinds = (): Promise<Kinds> => (shipped ??= builtInSources().then((given) => loadKinds(given)));

/** The kinds of the project in a folder. Its own are compiled only if the folder is trusted. */
export async function projectKinds(disk: Disk, root: string, trusted: boolean): Promise<ProjectKinds> {
  const names = await kindNames(disk, root);
  if (!names.length || !trusted) return { kinds: await builtInKinds(), troubled: [], untrusted: names };
  const given = await builtInSources();
  const troubled: FileIndex[] = [];
  const texts: KindText[] = [];
  const read = async (name: string): Promise<string | undefined> => {
    const file = pathOf(`${KINDS_FOLDER}/${name}`);
    const answer = await disk.read(path.join(root, file), SCHEMA_LIMIT);
    const source = answer.ok ? decode(answer.value) : refusal(answer.error, SCHEMA_LIMIT);
    if (source?.problems) troubled.push(indexOf(file, source.text, source.problems));
    return source?.problems?.some((one) => one.code !== 'LF011') ? undefined : source?.text;
  };
  for (const name of names) {
    const text = await read(`${name}.schema.json`);
    if (text !== undefined) texts.push({ name, text, zh: await read(`zh-cn/${name}.json`) });
  }
  const version = sha256(JSON.stringify(texts)).slice(0, 16);
  const { compileKinds } = await import('../core/schema/user-kinds');
  const { own, troubles } = compileKinds(texts, given, version);
  for (const trouble of troubles) {
    const text = texts.find(({ name }) => trouble.file === `${name}.schema.json`)?.text ?? '';
    troubled.push(indexOf(pathOf(`${KINDS_FOLDER}/${trouble.file}`), text, [problemOf(trouble, text)]));
  }
  return { kinds: loadKinds(given, own), troubled, untrusted: [] };
}

async function kindNames(disk: Disk, root: string): Promise<readonly string[]> {
  const list = await disk.list(path.join(root, KINDS_FOLDER));
  const files = list.ok ? list.value.filter((one) => one.kind !== 'folder') : [];
  return files.flatMap(({ name }) => SCHEMA.exec(name)?.[1] ?? []).sort();
}

function problemOf({ message, at }: KindTrouble, text: string): Problem {
  const start = at === undefined ? -1 : text.indexOf(at);
  return { code: 'LF015', span: start < 0 ? { start: 0, end: 0 } : { start, end: start + (at?.length ?? 0) }, message };
}

const indexOf = (file: Path, text: string, problems: readonly Problem[]): FileIndex => ({
  path: file,
  text,
  form: '',
  slices: [],
  starts: [],
  problems,
  suppressions: [],
  unread: false,
  open: () => openRegister(text),
});
