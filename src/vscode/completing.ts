// Completion in registers and Markdown: adapts the core's suggestions to the editor's list.
import * as vscode from 'vscode';
import { completing, type Around, type Suggestion } from '../core/features/completion';
import { type Bilingual, type Message, pick, say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { unavailable } from '../core/project/known';
import { lookUp } from '../core/project/project';
import { droppedAs } from '../core/project/state';
import { momentAt, timeZoneOf } from '../node/open';
import { type Asked, askedAt, documents } from './asked';
import { cardText } from './cards';
import type { Contribution, Editor } from './editor';
import type { ProjectFolder } from './folder';
import { prose } from './markdown';
import { rangeIn } from './places';
import { answering } from './stretches';

const { CompletionItemKind } = vscode;
const kinds: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  entity: CompletionItemKind.Reference,
  item: CompletionItemKind.Snippet,
  date: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
  pattern: CompletionItemKind.Folder,
};

/** A suggestion in the editor's list. Of an entity the card is made when it is looked at. */
class Item extends vscode.CompletionItem {
  about: { readonly folder: ProjectFolder; readonly entity: Entity } | undefined;
}

export const completions: Contribution = (editor) =>
  vscode.languages.registerCompletionItemProvider(
    documents,
    {
      provideCompletionItems: async (document, position, token) => {
        const at = await askedAt(editor.projects, document, position, token);
        const found = at && (await answering(token, completing(at.project, at.path, at.offset, aroundOf(at))));
        if (!at || !found) return undefined;
        const range = rangeIn(at.file, found.replace);
        // What is replaced may go on behind the cursor; the editor compares with what is before it.
        const typed = found.narrowed ? document.getText(new vscode.Range(range.start, position)) : undefined;
        const ranges = { inserting: new vscode.Range(range.start, position), replacing: range };
        const items = found.suggestions.map((one, order) => itemOf(one, order, ranges, typed, at.folder, editor));
        return new vscode.CompletionList(items, found.narrowed);
      },
      resolveCompletionItem: (item) => {
        const { folder, entity } = item.about ?? {};
        const project = folder?.session.project();
        const now = entity && project && lookUp(project, entity.kind.name, entity.id);
        if (project && now) item.documentation = new vscode.MarkdownString(cardText(project, now, editor));
        return item;
      },
    } satisfies vscode.CompletionItemProvider<Item>,
    ...[' ', '[', '-', ':', '@', '/'],
  );

function aroundOf({ folder, project }: Asked): Around {
  const files = folder.session.checked()?.world.files ?? unavailable('loading');
  return { now: momentAt(Date.now(), timeZoneOf(project)), files };
}

function itemOf(
  one: Suggestion,
  order: number,
  range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
  typed: string | undefined,
  folder: ProjectFolder,
  editor: Editor,
): Item {
  const detail = textOf(one.detail, editor);
  const due = one.due && editor.tell(say(`completion.${one.due}`));
  const description = [detail, due].filter(Boolean).join(' · ');
  const item = new Item({ label: one.label, description }, kinds[one.kind]);
  item.insertText = new vscode.SnippetString(one.insert);
  item.range = range;
  item.sortText = String(order).padStart(5, '0');
  // What was chosen by what is typed must not be thrown out again by the editor, which knows nothing of Chinese pairs.
  if (typed !== undefined) item.filterText = typed || one.label;
  else if (one.kind === 'value' || one.kind === 'date') item.filterText = `${one.label} ${detail}`;
  if (one.description) item.documentation = new vscode.MarkdownString(prose(pick(one.description, editor.language)));
  if (one.entity) {
    item.about = { folder, entity: one.entity };
    if (droppedAs(one.entity) !== undefined) item.tags = [vscode.CompletionItemTag.Deprecated];
  }
  if (one.again) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

function textOf(text: Bilingual | Message | string, { language, tell }: Editor): string {
  if (typeof text === 'string') return text;
  return 'id' in text ? tell(text) : pick(text, language);
}
