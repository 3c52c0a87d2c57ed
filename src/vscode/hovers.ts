// Hover in registers and Markdown: adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { hover } from '../core/features/hover';
import { isTask } from '../core/schedule/activities';
import { askedAt, documents } from './asked';
import type { Contribution } from './editor';
import { isRequest } from '../core/views/impact';
import { entityPast, fieldPast } from './history-hover';
import { hoverText } from './hover-text';
import { impactText } from './impact-hover';
import { linkedCommands } from './markdown';
import { rangeIn } from './places';
import { whyText } from './why-hover';

export const hovers: Contribution = (editor) =>
  vscode.languages.registerHoverProvider(documents, {
    provideHover: async (document, position, token) => {
      const at = await askedAt(editor.projects, document, position, token);
      if (!at) return undefined;
      const found = hover(at.project, at.path, at.offset);
      const said = found && hoverText(found, at.project, at.folder.session.checked(), editor);
      // A name leads to what it names; elsewhere the field's own past is asked for.
      const past = found?.kind === 'entity' ? entityPast(at, found.entity, editor) : fieldPast(at, editor);
      const request = found?.kind === 'entity' && isRequest(found.entity) ? found.entity : undefined;
      const impact = request && (await impactText(at.folder, request, editor, token));
      const why =
        found?.kind === 'entity' && isTask(found.entity)
          ? await whyText(at.folder, found.entity, editor, token)
          : undefined;
      const texts = [said, why, impact, past].filter((one) => one !== undefined);
      if (!texts.length) return undefined;
      const markdown = new vscode.MarkdownString(texts.join('\n\n'));
      markdown.isTrusted = { enabledCommands: linkedCommands };
      return new vscode.Hover(markdown, found && rangeIn(at.file, found.span));
    },
  });
