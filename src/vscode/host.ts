// What loads after the extension has been activated: it opens the projects and shows what is wrong in the register that
// somebody has open. Everything else loads behind that (parts.ts), for nobody waits for a tree as for that.
import { setImmediate as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { languageOf, tell } from '../core/messages/message';
import { quickReader } from '../core/syntax/quick';
import { quickReaderWanted } from '../node/quick-reader';
import { diagnostics } from './diagnostics';
import type { Beginning } from './editor';
import type { Host } from './host-types';
import { openProjects } from './projects';
import { setting } from './settings';

export async function start(context: vscode.ExtensionContext): Promise<Host> {
  // Loading this took a while, and each of the next steps does: the editor gets a word in between.
  await pause();
  quickReader.on = setting('quickReader') && quickReaderWanted(process.env);
  const language = languageOf(vscode.env.language);
  const log = vscode.window.createOutputChannel('Landfall', { log: true });
  const projects = await openProjects(log);
  const beginning: Beginning = { context, language, log, projects, tell: (message) => tell(message, language) };
  context.subscriptions.push(log, projects, diagnostics(beginning));
  const { looked, read } = projects.begin();
  await looked;
  await pause();
  const { startParts } = await import('./parts');
  await pause();
  const host = startParts(beginning);
  projects.listened();
  await read;
  return host;
}
