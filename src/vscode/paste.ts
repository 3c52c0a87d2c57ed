// Pasting a table from a spreadsheet into a register: its rows as items, beside the text that it is. Where hardly anything
// else can be meant the items come first, and the button that appears leads to the text.
import * as vscode from 'vscode';
import { pasteTable } from '../core/features/paste';
import { say } from '../core/messages/message';
import { askedFile } from './asked';
import type { Contribution } from './editor';
import { addEdits } from './edits';
import { offsetIn } from './places';
import { answering } from './stretches';

const MIME = 'text/plain';

export const pasting: Contribution = ({ projects, tell }) => {
  const { Empty, Text } = vscode.DocumentDropOrPasteEditKind;
  const kind = Empty.append('landfall', 'items');
  return vscode.languages.registerDocumentPasteEditProvider(
    { scheme: 'file', language: 'yaml' },
    {
      provideDocumentPasteEdits: async (document, [range, other], data, _, token) => {
        // Only where one cursor stands: what is selected is to be replaced by the text.
        if (!range?.isEmpty || other) return undefined;
        const text = (await data.get(MIME)?.asString()) ?? '';
        if (!text.includes('\t') || token.isCancellationRequested) return undefined;
        const asked = await askedFile(projects, document, token);
        const work = asked && pasteTable(asked.project, asked.path, offsetIn(asked.file, range.start), text);
        const found = work && (await answering(token, work));
        if (!asked || !found?.ok) return undefined;
        const { count, kept, sure, edits } = found.value;
        const about = { count, kind: found.value.kind.title };
        const title = kept.length ? say('paste.kept', { ...about, columns: kept }) : say('paste.items', about);
        const edit = new vscode.DocumentPasteEdit('', tell(title), kind);
        edit.additionalEdit = new vscode.WorkspaceEdit();
        addEdits(edit.additionalEdit, asked.folder, asked.file, edits);
        if (!sure) edit.yieldTo = [Text];
        return [edit];
      },
    },
    { pasteMimeTypes: [MIME], providedPasteEditKinds: [kind] },
  );
};
