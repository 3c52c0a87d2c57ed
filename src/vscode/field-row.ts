// The row of a field that changed, in every view that tells of changes.
import * as vscode from 'vscode';
import { say } from '../core/messages/message';
import type { ComparedField } from '../core/views/comparison';
import type { Editor } from './editor';

export interface FieldItem {
  readonly kind: 'field';
  readonly of: ComparedField;
  /** Of the entity, or of the event, that the field belongs to. */
  readonly key: string;
}

export function fieldRow(tell: Editor['tell'], { of, key }: FieldItem): vscode.TreeItem {
  const nothing = tell(say('compare.nothing'));
  const [before, after] = [of.before ?? nothing, of.after ?? nothing];
  const row = new vscode.TreeItem(of.name);
  row.id = `field ${key} ${of.change.way.join('\n')}`;
  row.description = `${before} → ${after}`;
  row.tooltip = `${of.name}\n\n${before}\n→\n${after}`;
  return row;
}
