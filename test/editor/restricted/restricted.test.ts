// In a folder that the person has not trusted, YAML features work and nothing is executed.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../driver';

describe('Landfall in Restricted Mode', () => {
  it('the folder is not trusted', () => assert.equal(vscode.workspace.isTrusted, false));

  it('activates all the same', () =>
    until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
});
