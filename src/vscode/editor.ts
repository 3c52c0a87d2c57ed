// What every part of the extension is given: the editor's language, the log, and the projects that are open.
import type * as vscode from 'vscode';
import type { Language, Message } from '../core/messages/message';
import type { EntityTexts } from './entity-texts';
import type { Histories } from './histories';
import type { MarkedBaselines } from './marked-baselines';
import type { Pasts } from './past';
import type { Projects } from './projects';

/** What is there from the beginning, before the parts are loaded. */
export interface Beginning {
  readonly context: vscode.ExtensionContext;
  readonly language: Language;
  readonly log: vscode.LogOutputChannel;
  readonly projects: Projects;
  /** A sentence in the language of the editor. */
  readonly tell: (message: Message) => string;
}

export interface Editor extends Beginning {
  readonly pasts: Pasts;
  readonly texts: EntityTexts;
  readonly histories: Histories;
  /** The baselines that the marks beside the text compare with. */
  readonly marked: MarkedBaselines;
}

/** A part of the extension: it registers what it has, and answers with the way to take it back. */
export type Contribution = (editor: Editor) => vscode.Disposable;
