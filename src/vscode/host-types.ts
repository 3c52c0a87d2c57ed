// What the part that loads first knows of the part that loads later.
import type * as vscode from 'vscode';
import type { CommandId } from './contributions';

export interface Host {
  readonly run: (id: CommandId, args: readonly unknown[]) => Promise<void>;
  /** Where a `[[link]]` of a Markdown document leads; undefined when to nothing. */
  readonly linkTarget: (document: vscode.Uri, id: string) => LinkTarget | undefined;
}

export interface LinkTarget {
  /** Relative to the document. */
  readonly href: string;
  readonly title: string;
}
