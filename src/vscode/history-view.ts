// The Change History view: what is not committed, then commits, their entities and the fields with before and after. It
// is read when it is first looked at, follows the repository and what is typed, and shows as much as was asked for.
import * as vscode from 'vscode';
import type { EntityEvent } from '../core/history/event';
import { type Entry, type LogFilter, logOf } from '../core/history/trail';
import { say } from '../core/messages/message';
import { reason } from '../core/render/git';
import { type HistoryItem, historyRow } from './history-rows';
import { views } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import type { Reading, Told } from './histories';

/** Commits that are shown until more are asked for. */
const PAGE = 50;

/** What is shown of the history; each with its words. */
export interface HistoryFilter {
  readonly entity?: { readonly folder: ProjectFolder; readonly kind: string; readonly id: string };
  readonly kind?: { readonly name: string; readonly title: string };
  readonly author?: string;
  readonly since?: { readonly name: string; readonly from: Pick<LogFilter, 'since' | 'after'> };
}

export interface HistoryView extends vscode.Disposable {
  readonly filter: () => HistoryFilter;
  readonly setFilter: (filter: HistoryFilter) => Promise<void>;
  /** The project whose history is shown, or would be. */
  readonly folder: () => ProjectFolder | undefined;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
  readonly more: () => void;
}

export function historyView(editor: Editor): HistoryView {
  const { projects, histories, tell } = editor;
  const changed = new vscode.EventEmitter<void>();
  let filter: HistoryFilter = {};
  let limit = PAGE;
  let looked = false;

  const folderNow = (): ProjectFolder | undefined => filter.entity?.folder ?? projects.active();
  let folder = folderNow();

  const provider: vscode.TreeDataProvider<HistoryItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => {
      const told = folder && histories.told(folder);
      if (!told || !folder) return [];
      return item ? childrenOf(item, folder, told) : roots(folder, told);
    },
    getTreeItem: (item) => historyRow(item, editor),
  };
  const view = vscode.window.createTreeView(views.history, { treeDataProvider: provider, showCollapseAll: true });

  function roots(of: ProjectFolder, told: Told): HistoryItem[] {
    const entries = logOf(told.standing, logFilter());
    const items = entries.slice(0, limit).flatMap((entry) => entryItems(of, told, entry));
    if (entries.length > limit) items.push({ kind: 'more', count: entries.length - limit });
    else if (told.standing.cut) items.push({ kind: 'end' });
    return items;
  }

  function entryItems(of: ProjectFolder, told: Told, entry: Entry): HistoryItem[] {
    const row = told.teller.commit(entry.commit);
    if (!filter.entity) return [{ kind: 'commit', folder: of, entry, told: row }];
    // Of one entity the commit and what it did are one row.
    return entry.events.map((event) => ({ kind: 'event', folder: of, told: told.teller.event(event), alone: true }));
  }

  function childrenOf(item: HistoryItem, of: ProjectFolder, { teller }: Told): HistoryItem[] {
    if (item.kind === 'event')
      return item.told.fields.map((field) => ({ kind: 'field', of: field, key: keyOf(item.told.event) }));
    if (item.kind !== 'commit') return [];
    const { events, unreadable } = teller.entry(item.entry);
    return [
      ...unreadable.map((text): HistoryItem => ({ kind: 'note', text, key: item.told.name })),
      ...events.map((told): HistoryItem => ({ kind: 'event', folder: of, told, alone: false })),
    ];
  }

  const logFilter = (): LogFilter => ({
    ...(filter.entity ? { entity: filter.entity } : {}),
    ...(filter.kind ? { kinds: new Set([filter.kind.name]) } : {}),
    ...(filter.author === undefined ? {} : { author: filter.author }),
    ...filter.since?.from,
  });

  function filterText(): string {
    const { entity, kind, author, since } = filter;
    const project = entity && (histories.told(entity.folder)?.project ?? entity.folder.session.project());
    const title = entity && project?.table(entity.kind).find(({ id }) => id === entity.id)?.title;
    return [
      entity && [entity.id, title === entity.id ? '' : title].filter(Boolean).join(' '),
      kind?.title,
      author,
      since && tell(say('history.since', { name: since.name })),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function describe(): void {
    const several = projects.all().length > 1;
    const name = folder?.session.project().settings.name ?? '';
    view.description = [several ? name : '', filterText()].filter(Boolean).join(' · ');
    const reading = folder ? histories.state(folder) : undefined;
    const shown = filterText() ? tell(say('tree.filtered', { filter: filterText() })) : '';
    view.message = (reading && messageOf(reading)) ?? emptyText() ?? shown;
    void vscode.commands.executeCommand('setContext', 'landfall.historyReading', reading?.kind === 'reading');
  }

  function messageOf(reading: Reading): string | undefined {
    switch (reading.kind) {
      case 'reading':
        if (reading.all) return tell(say('history.reading', { done: reading.done, all: reading.all }));
        return folder && histories.told(folder) ? undefined : tell(say('history.begins'));
      case 'stopped':
        return tell(say('history.stopped'));
      case 'failed':
        return tell(say('history.unknown', { why: reason(reading.why) }));
      default:
        return undefined;
    }
  }

  function emptyText(): string | undefined {
    const told = folder && histories.told(folder);
    if (!told) return undefined;
    if (told.standing.tip === undefined) return tell(say('history.no-commits'));
    if (logOf(told.standing, logFilter()).length) return undefined;
    return tell(say(filter.entity ? 'history.none' : 'history.empty'));
  }

  function show(): void {
    describe();
    changed.fire();
  }

  async function read(): Promise<void> {
    folder = folderNow();
    const now = folder;
    if (!now) return;
    looked = true;
    show();
    await vscode.window.withProgress({ location: { viewId: views.history } }, () => histories.read(now));
  }

  const listeners = vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && (!looked || folder !== folderNow())) void read();
    }),
    histories.onDidChange((of) => {
      if (of !== folder) return;
      if (histories.state(of).kind === 'reading') describe();
      else show();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      if (view.visible && looked && folder !== folderNow()) void read();
    }),
    // A view that is open from the start waits for its project.
    projects.onDidCheck(() => (view.visible && !looked ? void read() : undefined)),
    projects.onDidClose((of) => {
      if (of !== folder) return;
      filter = {};
      looked = false;
      folder = folderNow();
      show();
    }),
  );
  return {
    filter: () => filter,
    setFilter: async (next) => {
      filter = next;
      limit = PAGE;
      await vscode.commands.executeCommand('setContext', 'landfall.historyFiltered', filterText() !== '');
      await vscode.commands.executeCommand(`${views.history}.focus`);
      const other = folder !== folderNow();
      if (!looked || other || !folder || !histories.told(folder)) await read();
      show();
    },
    folder: folderNow,
    refresh: read,
    stop: () => {
      if (folder) histories.stop(folder);
    },
    more: () => {
      limit += PAGE;
      show();
    },
    dispose: () => listeners.dispose(),
  };

  function keyOf({ commit, kind, id, how }: EntityEvent): string {
    return [commit ?? '', kind, id, how].join(' ');
  }
}
