// The history of each open project: read when somebody asks for it, followed from then on, with what is not committed on
// top. Reading opens git and ends it; what was read before comes out of the cache folder.
import * as vscode from 'vscode';
import type { EntityEvent } from '../core/history/event';
import type { Work } from '../core/base/work';
import { pendingEvents } from '../core/history/pending';
import { type Standing, standing, standingAt, withPending } from '../core/history/trail';
import type { Language } from '../core/messages/message';
import { type Known, known, type Unavailable, unavailable } from '../core/project/known';
import type { Project } from '../core/project/project';
import { emptyProject } from '../core/project/update';
import { historyTeller } from '../core/views/history';
import { cacheFolder } from '../node/cache-folder';
import { readHistory } from '../node/history';
import type { ProjectFolder } from './folder';
import type { Pasts, Task } from './past';
import type { Projects } from './projects';
import { inStretches } from './stretches';

/** Milliseconds between two words about how far it is. */
const OFTEN = 100;
/** Milliseconds of quiet before what was typed is put on top. */
const CALM = 150;
/** Milliseconds after which what was read before is read again: the start of the editor is for others. */
const LATER = 4000;
/** The roots of projects whose history was read in this workspace. */
const KNOWN = 'landfall.history.read';

/** A history as it stands now. */
export interface Told {
  readonly standing: Standing;
  readonly teller: ReturnType<typeof historyTeller>;
  /** The project that what is not committed was taken from. */
  readonly project: Project;
  /** The project at the last commit; an empty one before the first. */
  readonly head: Project;
}

export type Reading =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading'; readonly done: number; readonly all: number }
  | { readonly kind: 'read' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly why: Unavailable };

export interface Histories extends vscode.Disposable {
  /** What was read, with what was typed on top; undefined until it was. */
  readonly told: (folder: ProjectFolder) => Told | undefined;
  readonly state: (folder: ProjectFolder) => Reading;
  /** Reads what is new; whoever calls while it is read waits for the same. */
  readonly read: (folder: ProjectFolder) => Promise<void>;
  /** Reads it after a while where it was read in this workspace before: then there is an index, and little is new. */
  readonly warm: (folder: ProjectFolder) => void;
  readonly stop: (folder: ProjectFolder) => void;
  /** It was read, is at another point of being read, or something else is not committed now. */
  readonly onDidChange: vscode.Event<ProjectFolder>;
}

interface Read {
  readonly committed: Standing;
  readonly head: Project;
}

interface Entry {
  state: Reading;
  read?: Read;
  told?: Told;
  /** What `told` came from. */
  from?: Read;
  /** What is being read now. */
  under?: { readonly abort: AbortController; readonly done: Promise<void> };
  /** It moved while it was being read. */
  again: boolean;
  timer?: NodeJS.Timeout;
}

interface Given {
  readonly context: vscode.ExtensionContext;
  readonly projects: Projects;
  readonly pasts: Pasts;
  readonly language: Language;
  readonly log: vscode.LogOutputChannel;
}

export function histories({ context, projects, pasts, language, log }: Given): Histories {
  const onDidChange = new vscode.EventEmitter<ProjectFolder>();
  const entries = new Map<ProjectFolder, Entry>();

  function entryOf(folder: ProjectFolder): Entry {
    let entry = entries.get(folder);
    if (!entry) entries.set(folder, (entry = { state: { kind: 'unread' }, again: false }));
    return entry;
  }

  function put(folder: ProjectFolder, entry: Entry, state: Reading): void {
    entry.state = state;
    if (entries.get(folder) === entry) onDidChange.fire(folder);
  }

  async function readOnce(folder: ProjectFolder, entry: Entry, { signal }: AbortController): Promise<void> {
    let last = 0;
    const progress = (done: number, all: number): void => {
      if (performance.now() - last < OFTEN) return;
      last = performance.now();
      put(folder, entry, { kind: 'reading', done, all });
    };
    put(folder, entry, { kind: 'reading', done: 0, all: 0 });
    try {
      const answer = await pasts.ask(folder, (task) => readAll(task, folder, signal, progress), signal);
      if (answer.kind === 'known') {
        entry.read = answer.value;
        // What is typed meanwhile makes it begin again.
        while (entries.get(folder) === entry && entry.from !== entry.read) await tell(folder, entry);
        put(folder, entry, { kind: 'read' });
        await context.workspaceState.update(KNOWN, [...new Set([...readBefore(), folder.root])]);
      } else put(folder, entry, { kind: 'failed', why: answer });
    } catch (error) {
      if (!signal.aborted) log.error(error instanceof Error ? error : String(error));
      put(folder, entry, signal.aborted ? { kind: 'stopped' } : { kind: 'failed', why: unavailable('broken') });
    }
  }

  const readBefore = (): readonly string[] => context.workspaceState.get<readonly string[]>(KNOWN) ?? [];

  function warm(folder: ProjectFolder): void {
    const entry = entryOf(folder);
    if (entry.state.kind !== 'unread' || entry.timer || !readBefore().includes(folder.root)) return;
    entry.timer = setTimeout(() => (entry.state.kind === 'unread' ? void read(folder) : undefined), LATER);
  }

  function read(folder: ProjectFolder): Promise<void> {
    const entry = entryOf(folder);
    if (entry.under) return entry.under.done;
    const abort = new AbortController();
    const done = readOnce(folder, entry, abort).finally(() => {
      delete entry.under;
      if (!entry.again || abort.signal.aborted) return;
      entry.again = false;
      void read(folder);
    });
    entry.under = { abort, done };
    return done;
  }

  /** Whether another thing is told now. */
  async function tell(folder: ProjectFolder, entry: Entry): Promise<boolean> {
    const { read: of, told: before } = entry;
    const project = folder.session.project();
    if (!of || (entry.from === of && before?.project === project)) return false;
    const dropped = (): boolean => entries.get(folder) !== entry || folder.session.project() !== project;
    const pending = await inStretches(pendingEvents(of.head, project), dropped);
    if (!pending || entry.read !== of) return false;
    const standing = withPending(of.committed, pending);
    entry.told = { standing, teller: historyTeller(standing, project, language), project, head: of.head };
    const same = entry.from === of && before && JSON.stringify(pendingOf(before.standing)) === JSON.stringify(pending);
    entry.from = of;
    return !same;
  }

  function typed(folder: ProjectFolder): void {
    const entry = entries.get(folder);
    if (!entry?.read) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      void tell(folder, entry).then((isOther) => (isOther ? onDidChange.fire(folder) : undefined));
    }, CALM);
  }

  function moved(folder: ProjectFolder): void {
    const entry = entries.get(folder);
    if (!entry || entry.state.kind === 'unread' || entry.state.kind === 'stopped') return;
    if (entry.under) entry.again = true;
    else void read(folder);
  }

  function closed(folder: ProjectFolder): void {
    const entry = entries.get(folder);
    entries.delete(folder);
    entry?.under?.abort.abort();
    clearTimeout(entry?.timer);
  }

  const listeners = vscode.Disposable.from(
    onDidChange,
    pasts.onDidMove(moved),
    projects.onDidCheck(({ folder }) => typed(folder)),
    projects.onDidClose(closed),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const folder of entries.keys()) moved(folder);
    }),
  );
  return {
    told: (folder) => entries.get(folder)?.told,
    state: (folder) => entries.get(folder)?.state ?? { kind: 'unread' },
    read,
    warm,
    stop: (folder) => entries.get(folder)?.under?.abort.abort(),
    onDidChange: onDidChange.event,
    dispose: () => {
      for (const folder of [...entries.keys()]) closed(folder);
      listeners.dispose();
    },
  };
}

/** What is not committed stands on top. */
function pendingOf({ events }: Standing): readonly EntityEvent[] {
  const end = events.findIndex(({ commit }) => commit !== undefined);
  return end < 0 ? events : events.slice(0, end);
}

async function readAll(
  { repository, revisions }: Task,
  folder: ProjectFolder,
  signal: AbortSignal,
  progress: (done: number, all: number) => void,
): Promise<Known<Read>> {
  const project = folder.session.project();
  const { kinds } = project;
  const tip = await repository.resolve('HEAD');
  if (tip.kind === 'unavailable') {
    if (tip.why !== 'missing') return tip;
    const nothing = { commits: [], events: [], unreadable: [] };
    return known({ committed: standingAt(nothing, undefined), head: emptyProject(kinds) });
  }
  const run = async <T>(work: Work<T>): Promise<T> => {
    const done = await inStretches(work, () => signal.aborted);
    signal.throwIfAborted();
    return done as T;
  };
  const cache = cacheFolder(process.env);
  const history = await readHistory(repository, tip.value, { kinds, from: project, cache, run, progress });
  if (history.kind === 'unavailable') return history;
  const head = await revisions.projectAt(tip.value);
  if (head.kind === 'unavailable') return head;
  return known({ committed: await run(standing(history.value, tip.value)), head: head.value });
}
