// Settings as the person has them now.
import * as vscode from 'vscode';
import { defaults, type Settings } from './contributions';

export const setting = <Name extends keyof Settings>(name: Name): Settings[Name] =>
  vscode.workspace.getConfiguration('landfall').get(name, defaults[name]) as Settings[Name];

/** Calls back when one of these settings has changed. */
export const onSetting = (names: readonly (keyof Settings)[], changed: () => void): vscode.Disposable =>
  vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`landfall.${name}`))) changed();
  });
