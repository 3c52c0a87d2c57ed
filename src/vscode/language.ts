// Completion, hover and go-to-definition in registers and Markdown: adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { completion, type Suggestion } from '../core/features/completion';
import { definition } from '../core/features/definition';
import { type Hover, hover } from '../core/features/hover';
import { type Bilingual, pick, say } from '../core/messages/message';
import type { Project } from '../core/project/project';
import { choiceName } from '../core/views/label';
import { titleOfKind } from '../core/views/groups';
import { written } from '../core/schema/json';
import { askedAt, documents } from './asked';
import { cardText, escaped } from './cards';
import type { Contribution, Editor } from './editor';
import { locationOf, rangeIn } from './places';

const kinds: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  entity: vscode.CompletionItemKind.Reference,
  item: vscode.CompletionItemKind.Snippet,
};

export const languageFeatures: Contribution = (editor) => {
  const { projects, language } = editor;

  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      documents,
      {
        provideCompletionItems: async (document, position, token) => {
          const at = await askedAt(projects, document, position, token);
          const found = at && completion(at.project, at.path, at.offset);
          if (!found) return undefined;
          const range = rangeIn(at.file, found.replace);
          // What is replaced may go on behind the cursor; the editor compares with what is before it.
          const typed = document.getText(new vscode.Range(range.start, position));
          const items = found.suggestions.map((one, order) =>
            completionItem(one, order, range, position, found.narrowed ? typed : undefined, language),
          );
          return new vscode.CompletionList(items, found.narrowed);
        },
      },
      ...[' ', '[', '-', ':', '@'],
    ),
    vscode.languages.registerHoverProvider(documents, {
      provideHover: async (document, position, token) => {
        const at = await askedAt(projects, document, position, token);
        const found = at && hover(at.project, at.path, at.offset);
        return (
          found &&
          new vscode.Hover(
            new vscode.MarkdownString(hoverText(found, at.project, editor)),
            rangeIn(at.file, found.span),
          )
        );
      },
    }),
    vscode.languages.registerDefinitionProvider(documents, {
      provideDefinition: async (document, position, token): Promise<vscode.LocationLink[] | undefined> => {
        const at = await askedAt(projects, document, position, token);
        if (!at) return undefined;
        const found = definition(at.project, at.path, at.offset);
        return found?.targets.flatMap((entity) => {
          const location = locationOf(at.folder, entity);
          if (!location) return [];
          return [
            {
              originSelectionRange: rangeIn(at.file, found.from),
              targetUri: location.uri,
              targetRange: location.range,
            },
          ];
        });
      },
    }),
  );
};

function completionItem(
  one: Suggestion,
  order: number,
  range: vscode.Range,
  position: vscode.Position,
  typed: string | undefined,
  language: Editor['language'],
): vscode.CompletionItem {
  const detail = typeof one.detail === 'string' ? one.detail : pick(one.detail, language);
  const item = new vscode.CompletionItem({ label: one.label, description: detail }, kinds[one.kind]);
  item.insertText = new vscode.SnippetString(one.insert);
  item.range = { inserting: new vscode.Range(range.start, position), replacing: range };
  item.sortText = String(order).padStart(5, '0');
  // What was chosen by what is typed must not be thrown out again by the editor, which knows nothing of Chinese pairs.
  if (typed !== undefined) item.filterText = typed || one.label;
  else if (one.kind === 'value') item.filterText = `${one.label} ${detail}`;
  if (one.description) item.documentation = new vscode.MarkdownString(escaped(textOf(one.description, language)));
  if (one.again) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

const textOf = (text: Bilingual, language: Editor['language']): string => pick(text, language);

function hoverText(found: Hover, project: Project, editor: Editor): string {
  const { language, tell } = editor;
  if (found.kind === 'entity') return cardText(project, found.entity, editor);
  const { shape } = found;
  if (found.kind === 'choice') {
    const name = choiceName(found.choice, language);
    return `\`${written(found.choice.value)}\` · **${escaped(name)}**\n\n${escaped(pick(shape.title, language))}: ${escaped(pick(shape.description, language))}`;
  }
  const lines = [
    `**${escaped(pick(shape.title, language) || found.name)}** \`${found.name}\`${found.required ? ` · ${tell(say('hover.required'))}` : ''}`,
  ];
  const description = pick(shape.description, language);
  if (description) lines.push(escaped(description));
  const values = (shape.choices ?? shape.items?.choices ?? []).map((choice) => {
    const name = choiceName(choice, language);
    return name === written(choice.value) ? `\`${name}\`` : `\`${written(choice.value)}\` ${escaped(name)}`;
  });
  if (values.length) lines.push(tell(say('hover.allowed', { values })));
  const to = (shape.ref ?? shape.items?.ref)?.to
    .flatMap((name) => project.kinds.kind(name) ?? [])
    .map((kind) => escaped(titleOfKind(kind, language)));
  if (to?.length) lines.push(tell(say('hover.refers', { kinds: to })));
  if (shape.unit) lines.push(tell(say('hover.unit', { unit: shape.unit })));
  return lines.join('\n\n');
}
