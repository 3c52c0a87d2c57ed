// What tests of the Gantt chart ask of its page: rows by their tasks, the strip, the focus; rows out of sight are not drawn.
import * as vscode from 'vscode';
import { again, ui, until } from './driver';
import { fileUri } from './workbench';

export const value = async <T>(expression: string): Promise<T> => JSON.parse(await ui.webviewValue(expression)) as T;
export const row = (id: string): string => `.row[aria-label^="${id} "]`;
export const label = (id: string): Promise<string> =>
  value<string>(`document.querySelector('.row[aria-label^="${id} "]')?.getAttribute('aria-label') ?? ''`);
export const untilLabel = (id: string, wanted: RegExp): Promise<unknown> =>
  until(`${id} to say ${wanted}`, async () => wanted.test(await label(id).catch(() => '')), 20_000);
export const focused = (): Promise<string> =>
  value<string>(`document.activeElement?.closest('.row')?.getAttribute('aria-label') ?? ''`);
const strip = (): Promise<string> => ui.webviewText('.strip').catch(() => '');
export const untilStrip = (wanted: RegExp): Promise<unknown> =>
  until(`${wanted} in the strip`, async () => wanted.test(await strip()), 20_000);

export const FILE = '计划/项目收尾.yaml';
export const text = async (): Promise<string> => (await vscode.workspace.openTextDocument(fileUri(FILE))).getText();
export const closeTexts = (): Thenable<unknown> =>
  vscode.window.tabGroups.close(
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && !input.uri.path.endsWith('项目收尾.yaml')),
  );
/** Puts the focus on a task's row, wherever it is. */
export const toRow = (id: string): Promise<void> =>
  again(
    `the focus on ${id}`,
    async () => {
      await ui.webviewClick('.corner');
      await value(`(async () => {
        const chart = document.querySelector('.chart');
        const found = () => document.querySelector('${row(id)}');
        for (let top = 0; !found() && top < chart.scrollHeight; top += 200) {
          chart.scrollTop = top;
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        found()?.focus();
      })()`);
    },
    async () => (await focused()).startsWith(`${id} `),
  );
export const first = (): Promise<string> =>
  value<string>(`document.querySelector('.row[aria-rowindex="2"]')?.getAttribute('aria-label') ?? ''`);
