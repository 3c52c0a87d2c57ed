// The permission matrix as a panel: works out what its page asks for, tells where a cell comes from, opens the line, and
// writes exports. It follows what is typed.
import * as vscode from 'vscode';
import { type Message, say } from '../core/messages/message';
import { legendOf, marksOf, refusal } from '../core/render/matrix';
import { matrixHtml } from '../core/render/matrix-html';
import { matrixSvg } from '../core/render/matrix-svg';
import { matrixCsv, matrixMarkdown } from '../core/render/matrix-tables';
import { type AccessMatrix, accessMatrix } from '../core/views/access-matrix';
import { type DerivationLine, derivation } from '../core/views/derivation';
import type { Matrix } from '../core/views/matrix';
import { wholeMatrix } from '../core/views/matrix-query';
import {
  type ExportFormat,
  type FromMatrix,
  type MatrixState,
  matrixWords,
  readFromMatrix,
  readState,
  type ToMatrix,
} from '../webview/protocol/matrix';
import { entityBy, revealBeside, showBeside } from './beside';
import { panelTypes } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { following } from './following';
import { type PanelPage, type Panels, panels, type RunningPanel } from './panel';
import { saveExport } from './save-export';
import { inStretches } from './stretches';

const exporters = {
  csv: { extension: 'csv', write: matrixCsv },
  markdown: { extension: 'md', write: matrixMarkdown },
  html: { extension: 'html', write: matrixHtml },
  svg: { extension: 'svg', write: matrixSvg },
} as const satisfies Record<ExportFormat, unknown>;

export type MatrixPanel = Panels<MatrixState>;

export const matrixPanel = (editor: Editor): MatrixPanel =>
  panels<FromMatrix, ToMatrix, MatrixState>(editor, {
    type: panelTypes.matrix,
    name: 'matrix',
    title: () => editor.tell(say('matrix-panel.grid')),
    words: Object.fromEntries(matrixWords.map((word) => [word, editor.tell(say(`matrix-panel.${word}`))])),
    read: readFromMatrix,
    restore: readState,
    data: ({ root }) => ({ root }),
    run: (page, state) => run(editor, page, state),
  });

/** What a panel shows when it is opened. */
export const firstState = (folder: ProjectFolder): MatrixState => ({ root: folder.root, query: wholeMatrix });

function run(editor: Editor, page: PanelPage<ToMatrix>, state: MatrixState): RunningPanel<FromMatrix> {
  const { projects, language, tell, log } = editor;
  let { query } = state;
  let explained = 0;
  let found: AccessMatrix | undefined;
  let lines: readonly DerivationLine[] = [];

  async function refresh(folder: ProjectFolder, dropped: () => boolean): Promise<void> {
    const started = performance.now();
    const { world } = await folder.session.settled();
    const made = await inStretches(accessMatrix(world, query, language), dropped);
    if (!made || dropped()) return;
    found = made;
    const { faces: _, ...matrix } = made.matrix;
    page.post({
      type: 'show',
      matrix: { ...matrix, marks: marksOf(made.matrix, language) },
      legend: legendOf(made.matrix, language),
      query,
      choices: made.choices,
      sum: tell(sumOf(made)),
    });
    log.info(
      `matrix: ${matrix.rows.length} × ${matrix.columns.length} in ${Math.round(performance.now() - started)} ms`,
    );
  }

  async function openLine(line: DerivationLine | undefined, preserveFocus: boolean): Promise<void> {
    const folder = follow.folder();
    if (folder && line?.place) await showBeside(folder, line.place, preserveFocus);
  }

  async function openRow(key: string): Promise<void> {
    const folder = follow.folder();
    if (folder) await revealBeside(folder, entityBy(folder, key));
  }

  async function explain({ row, column, reveal }: Extract<FromMatrix, { type: 'explain' }>): Promise<void> {
    const folder = follow.folder();
    const now = ++explained;
    if (!folder || !found) return;
    const { world } = await folder.session.settled();
    const told = await inStretches(derivation(world, query, row, column, language), () => now !== explained);
    if (!told) return;
    lines = told;
    const steps = told.map(({ text, depth, place }) => ({ text, depth, leads: place !== undefined }));
    page.post({ type: 'derivation', row, column, title: titleOf(found.matrix, row, column), steps });
    if (!reveal) return;
    // The end of the first way: the denial or the grant that it all comes from.
    await openLine(told[told.findIndex(({ depth }, at) => (told[at + 1]?.depth ?? 0) <= depth)], true);
  }

  const titleOf = (matrix: Matrix, row: string, column: string): string => {
    const named = matrix.rows.find(({ key }) => key === row);
    return `${named?.title || named?.id || row} · ${column}`;
  };

  const follow = following(projects, page, state.root, refresh);

  return {
    hear: async (message) => {
      switch (message.type) {
        case 'ready':
          return follow.ready();
        case 'drawn':
          return log.info(`matrix: drawn ${Math.round(message.ms)} ms after its page began`);
        case 'ask':
          query = message.query;
          return follow.refresh();
        case 'explain':
          return explain(message);
        case 'open-step':
          return openLine(lines[message.step], false);
        case 'open-row':
          return openRow(message.row);
        case 'export':
          return found && exportMatrix(editor, found.matrix, message.format, state.root);
      }
    },
    shown: () => follow.shown(),
    dispose: () => follow.dispose(),
  };
}

const sumOf = ({ matrix, conflicts, refused }: AccessMatrix): Message =>
  refused ??
  (matrix.rows.length && matrix.columns.length
    ? say('matrix.sum', { rows: matrix.rows.length, columns: matrix.columns.length, conflicts })
    : say('matrix.empty'));

async function exportMatrix(editor: Editor, matrix: Matrix, format: ExportFormat, root: string): Promise<void> {
  const why = refusal(matrix);
  if (why) {
    void vscode.window.showWarningMessage(editor.tell(why));
    return;
  }
  const { extension, write } = exporters[format];
  await saveExport(editor, root, {
    title: say('matrix.save'),
    file: `matrix.${extension}`,
    kind: format === 'markdown' ? 'Markdown' : format.toUpperCase(),
    saved: (file) => say('matrix.saved', { file }),
    content: () => write(matrix, editor.language),
  });
}
