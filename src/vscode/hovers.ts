// Hover in registers and Markdown: adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { hover } from '../core/features/hover';
import { askedAt, documents } from './asked';
import type { Contribution } from './editor';
import { hoverText } from './hover-text';
import { linkedCommands } from './markdown';
import { rangeIn } from './places';

export const hovers: Contribution = (editor) =>
  vscode.languages.registerHoverProvider(documents, {
    provideHover: async (document, position, token) => {
      const at = await askedAt(editor.projects, document, position, token);
      const found = at && hover(at.project, at.path, at.offset);
      if (!found) return undefined;
      const findings = at.folder.session.checked()?.findings;
      const text = hoverText(found, at.project, ({ path }) => findings?.get(path) ?? [], editor);
      const markdown = new vscode.MarkdownString(text);
      markdown.isTrusted = { enabledCommands: linkedCommands };
      return new vscode.Hover(markdown, rangeIn(at.file, found.span));
    },
  });
