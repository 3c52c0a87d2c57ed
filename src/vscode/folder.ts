// A project's folder while it is open: what is on the disk goes into the session, with the texts that the editor holds
// in place of those of the disk. Watching is somebody else's business; here it is told which files changed.
import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from '../core/base/draft';
import { type Path, path as pathOf } from '../core/model/id';
import { drafted, type Source } from '../core/project/index-file';
import { type Known, known, unavailable } from '../core/project/known';
import { KINDS_FOLDER, MANIFEST, matcher } from '../core/project/matcher';
import type { Settings } from '../core/project/settings';
import type { Kinds } from '../core/schema/kinds';
import { walk } from '../node/discover';
import { below, patientDisk } from '../node/disk';
import { projectKinds } from '../node/kinds';
import { readSource, readSources } from '../node/read';
import { openSession, type Session, type SessionOptions } from './session';

/** Files read between two pauses. */
const BATCH = 64;
/** More changed files than this, as after a change of branch, and the whole folder is looked through once. */
const MANY = 100;
/** Milliseconds of quiet after which changed files are read: a change of branch is one change. */
const QUIET = 40;

export interface FolderOptions extends SessionOptions {
  readonly trusted: () => boolean;
  readonly log: (line: string) => void;
  /** Files that somebody looks at, read before the others. */
  readonly inView: () => readonly Path[];
  /** Before this there is nobody to tell of a check. */
  readonly listening: Promise<void>;
}

export interface ProjectFolder {
  readonly root: string;
  readonly session: Session;
  /** What the files in view say by themselves has been told. */
  readonly looked: Promise<void>;
  /** Reads everything again that is not as it was; answers when it is in the project. */
  readonly reload: () => Promise<void>;
  /** Files or folders of the disk that came, changed or went. */
  readonly changed: (file: string) => void;
  /** The text that the editor holds for a file; undefined when it is the disk's again. */
  readonly hold: (file: Path, draft: Draft | undefined) => void;
  /** Answers when every change that was told is in the project. */
  readonly read: () => Promise<void>;
  readonly close: () => void;
}

export function openFolder(root: string, kinds: Kinds, options: FolderOptions): ProjectFolder {
  const session = openSession(kinds, options);
  const buffers = new Map<Path, Draft>();
  const pending = new Set<Path>();
  const manifest = pathOf(MANIFEST);
  let version = kinds.version;
  let nested: readonly string[] = [];
  let all: Known<ReadonlySet<Path>> = unavailable('loading');
  let timer: NodeJS.Timeout | undefined;
  let look = (): void => undefined;
  const looked = new Promise<void>((resolve) => (look = resolve));
  // One thing after the other: what is read later is what counts.
  let last: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work).catch(options.failed));

  // The editor's text wins; what the disk had to say about the encoding still holds.
  function asHeld(file: Path, source: Source | undefined): Source | undefined {
    const draft = buffers.get(file);
    if (!draft) return source;
    const problems = source?.problems?.filter((one) => one.code === 'LF011') ?? [];
    return problems.length ? { text: draft.text(), problems } : drafted(draft);
  }

  const readOne = async (file: Path): Promise<Source | undefined> =>
    asHeld(file, await readSource(patientDisk, root, file));

  async function load(): Promise<void> {
    const started = performance.now();
    const release = session.hold();
    try {
      await loadKinds();
      session.change(new Map([[manifest, await readOne(manifest)]]));
      const project = await session.indexed();
      await glimpse(project.settings);
      look();
      const found = await walk(patientDisk, root, matcher(project.settings));
      nested = found.nested;
      all = found.all;
      session.listFiles(all);
      const there = new Set<Path>([...found.files, ...found.refused.keys()]);
      const gone = [...project.files.keys()].filter((file) => !there.has(file) && !file.startsWith(`${KINDS_FOLDER}/`));
      session.change(new Map([...gone.map((file) => [file, undefined] as const), ...found.refused]));
      for (let at = 0; at < found.files.length; at += BATCH) {
        const sources = await readSources(patientDisk, root, found.files.slice(at, at + BATCH));
        session.change(new Map([...sources].map(([file, source]) => [file, asHeld(file, source)])));
      }
      await session.indexed();
      options.log(`${root}: ${found.files.length} files read in ${Math.round(performance.now() - started)} ms`);
      await options.listening;
    } finally {
      look();
      release();
    }
  }

  // Whoever waits in front of an open register sees what is wrong in it before a thousand others are read.
  async function glimpse(settings: Settings): Promise<void> {
    if (session.checked()) return;
    const match = matcher(settings);
    const files = options.inView().filter((file) => match.file(file) && !isInner(file));
    session.change(new Map(await Promise.all(files.map(async (file) => [file, await readOne(file)] as const))));
    await session.glimpse(files);
  }

  // Whether a project further down owns it, which the walk is yet to find.
  function isInner(file: Path): boolean {
    const folders = file.split('/').slice(0, -1);
    return folders.some((_, at) => fs.existsSync(path.join(root, ...folders.slice(0, at + 1), MANIFEST)));
  }

  async function loadKinds(): Promise<void> {
    const { kinds: found, troubled, untrusted } = await projectKinds(patientDisk, root, options.trusted());
    if (untrusted.length) options.log(`${root}: not trusted, so its own kinds are not read: ${untrusted.join(', ')}`);
    const known = session.project().files;
    const same = troubled.every((one) => known.get(one.path)?.text === one.text);
    const gone = [...known.keys()].some(
      (file) => file.startsWith(`${KINDS_FOLDER}/`) && !troubled.some((one) => one.path === file),
    );
    if (found.version === version && same && !gone && known.size) return;
    version = found.version;
    session.begin(found, troubled);
  }

  async function readPending(): Promise<void> {
    const files = [...pending];
    pending.clear();
    if (!files.length) return;
    if (files.length > MANY || files.some((file) => file.startsWith('.landfall'))) return load();
    const stats = new Map<Path, 'file' | 'folder' | 'gone'>();
    for (const file of files) stats.set(file, await kindOf(path.join(root, file)));
    const { settings, files: indexed } = session.project();
    const isFolder = (file: Path) =>
      stats.get(file) === 'folder' || (!indexed.has(file) && hasBelow(indexed.keys(), file));
    if (files.some(isFolder)) return load();
    listFiles(stats);
    const match = matcher(settings);
    const ours = files.filter((file) => (match.file(file) && !isNested(file)) || indexed.has(file));
    const sources = await Promise.all(ours.map(async (file) => [file, await readOne(file)] as const));
    session.change(new Map(sources));
    if (!files.includes(manifest)) return;
    if (!sameFiles(settings, (await session.indexed()).settings)) await load();
  }

  function listFiles(stats: ReadonlyMap<Path, 'file' | 'folder' | 'gone'>): void {
    if (all.kind !== 'known') return;
    const before = all.value;
    const news = [...stats].filter(([file, kind]) => (kind === 'file') !== before.has(file));
    if (!news.length) return;
    const next = new Set(before);
    for (const [file, kind] of news)
      if (kind === 'file') next.add(file);
      else next.delete(file);
    all = known(next);
    session.listFiles(all);
  }

  const isNested = (file: Path): boolean => nested.some((folder) => file.startsWith(`${folder}/`));

  return {
    root,
    session,
    looked,
    reload: () => inTurn(load),
    changed: (file) => {
      const at = below(root, file);
      if (!at || /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(at)) return;
      pending.add(pathOf(at));
      clearTimeout(timer);
      timer = setTimeout(() => void inTurn(readPending), QUIET);
    },
    hold: (file, draft) => {
      if (draft) {
        buffers.set(file, draft);
        const match = matcher(session.project().settings);
        if (match.file(file) && !isNested(file)) session.change(new Map([[file, drafted(draft)]]));
      } else if (buffers.delete(file)) {
        pending.add(file);
        void inTurn(readPending);
      }
    },
    read: async () => {
      clearTimeout(timer);
      await inTurn(readPending);
      await session.indexed();
    },
    close: () => {
      clearTimeout(timer);
      session.close();
    },
  };
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'gone'> {
  try {
    return (await fs.promises.stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'gone'; // Or not to be reached, which comes to the same.
  }
}

function hasBelow(files: Iterable<Path>, folder: Path): boolean {
  for (const file of files) if (file.startsWith(`${folder}/`)) return true;
  return false;
}

const sameFiles = (a: Settings, b: Settings): boolean =>
  a.include.join('\n') === b.include.join('\n') && a.exclude.join('\n') === b.exclude.join('\n');
