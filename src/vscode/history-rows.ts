// The rows of the Change History view.
import * as vscode from 'vscode';
import type { Entry } from '../core/history/trail';
import { say } from '../core/messages/message';
import type { ToldCommit, ToldEvent } from '../core/views/history';
import type { Editor } from './editor';
import { type FieldItem, fieldRow } from './field-row';
import type { ProjectFolder } from './folder';
import { code, escaped } from './markdown';

export type HistoryItem =
  | { readonly kind: 'commit'; readonly folder: ProjectFolder; readonly entry: Entry; readonly told: ToldCommit }
  | {
      readonly kind: 'event';
      readonly folder: ProjectFolder;
      readonly told: ToldEvent;
      /** It stands for its commit as well. */
      readonly alone: boolean;
    }
  | FieldItem
  /** A file that could not be read at a commit. */
  | { readonly kind: 'note'; readonly text: string; readonly key: string }
  | { readonly kind: 'more'; readonly count: number }
  /** Where a shallow clone ends. */
  | { readonly kind: 'end' };

const icons = {
  added: new vscode.ThemeIcon('diff-added', new vscode.ThemeColor('gitDecoration.addedResourceForeground')),
  removed: new vscode.ThemeIcon('diff-removed', new vscode.ThemeColor('gitDecoration.deletedResourceForeground')),
  changed: new vscode.ThemeIcon('diff-modified', new vscode.ThemeColor('gitDecoration.modifiedResourceForeground')),
  discarded: new vscode.ThemeIcon('diff-ignored', new vscode.ThemeColor('gitDecoration.ignoredResourceForeground')),
  commit: new vscode.ThemeIcon('git-commit'),
  pending: new vscode.ThemeIcon('edit'),
  note: new vscode.ThemeIcon('warning'),
  more: new vscode.ThemeIcon('ellipsis'),
  end: new vscode.ThemeIcon('info'),
} as const;

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export function historyRow(item: HistoryItem, { tell }: Pick<Editor, 'tell'>): vscode.TreeItem {
  switch (item.kind) {
    case 'commit': {
      const { commit, why } = item.told;
      const row = new vscode.TreeItem(why || item.told.name, commit ? Collapsed : Expanded);
      row.id = `commit ${commit?.oid ?? ''}`;
      row.iconPath = commit ? icons.commit : icons.pending;
      row.description = commit
        ? dayAndAuthor(item.told)
        : tell(
            say(item.entry.events.length === 1 ? 'history.entity' : 'history.entities', {
              count: item.entry.events.length,
            }),
          );
      row.tooltip = commitTip(item.told);
      row.contextValue = 'commit';
      return row;
    }
    case 'event':
      return eventRow(item);
    case 'field':
      return fieldRow(tell, item);
    case 'note': {
      const row = new vscode.TreeItem(item.text, None);
      row.id = `note ${item.key} ${item.text}`;
      row.iconPath = icons.note;
      return row;
    }
    case 'more': {
      const row = new vscode.TreeItem(tell(say('history.more', { count: item.count })), None);
      row.id = 'more';
      row.iconPath = icons.more;
      row.command = { command: 'landfall.moreHistory', title: row.label as string };
      return row;
    }
    case 'end': {
      const row = new vscode.TreeItem(tell(say('history.ends')), None);
      row.id = 'end';
      row.iconPath = icons.end;
      row.tooltip = tell(say('history.cut'));
      return row;
    }
  }

  function eventRow({ told, alone, folder }: Extract<HistoryItem, { kind: 'event' }>): vscode.TreeItem {
    const { event, label, remarks, fields, requests, commit, why } = told;
    const row = new vscode.TreeItem(alone ? why || told.name : label, fields.length ? Collapsed : None);
    row.id = `event ${commit?.oid ?? ''} ${event.kind} ${event.id} ${event.how} ${event.sides?.left ?? ''}`;
    row.iconPath = icons[event.how];
    const named = requests.map(({ request }) => request.id as string).filter((id) => !(alone && why.includes(id)));
    const how = event.how === 'discarded' ? [tell(say('history.discarded'))] : [];
    const whose = alone && commit ? [dayAndAuthor(told)] : [];
    row.description = [...whose, ...how, ...remarks, ...named].join(' · ');
    const about = [`**${escaped(label)}** · ${tell(say(`history.${event.how}`))}`, ...remarks.map(escaped)];
    const asked = requests.map(({ request }) => `${request.id} ${request.title}`);
    if (asked.length) about.push(escaped(tell(say('history.request', { requests: asked }))));
    row.tooltip = new vscode.MarkdownString([...about, commitTip(told).value].join('\n\n'));
    row.contextValue = 'event';
    const open = { kind: 'event', folder, told, alone } satisfies HistoryItem;
    row.command = { command: 'landfall.openHistoryChange', title: tell(say('review.open')), arguments: [open] };
    return row;
  }
}

const dayAndAuthor = ({ when, who }: ToldCommit): string => `${when.slice(0, 10)} · ${who}`;

function commitTip({ commit, name, when, who, why }: ToldCommit): vscode.MarkdownString {
  if (!commit) return new vscode.MarkdownString(escaped(why));
  const message = commit.message.trim().split(/\n+/).map(escaped).join('\n\n');
  return new vscode.MarkdownString(`${message}\n\n${escaped(who)} · ${escaped(when)} · ${code(name)}`);
}
