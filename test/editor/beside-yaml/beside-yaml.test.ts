// Beside the YAML extension by Red Hat: what both would report is left to it while it validates, and only then.
import * as vscode from 'vscode';
import { until } from '../driver';
import { open, untilCodes } from '../workbench';

const set = (section: string, value: boolean | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Global);

describe('beside the YAML extension', () => {
  it('reports duplicate keys itself until the other one is active', async () => {
    await untilCodes('broken.yaml', 'LF004', 'LF024');
  });

  it('leaves them to it then, and nothing else', async () => {
    await open('broken.yaml');
    await until('the other extension', () => vscode.extensions.getExtension('redhat.vscode-yaml')?.isActive);
    await untilCodes('broken.yaml', 'LF024');
  });

  it('takes them back when the other one does not validate, or the person wants both', async () => {
    await set('yaml.validate', false);
    await untilCodes('broken.yaml', 'LF004', 'LF024');
    await set('yaml.validate', undefined);
    await untilCodes('broken.yaml', 'LF024');
    await set('landfall.check.yieldToYamlExtension', false);
    await untilCodes('broken.yaml', 'LF004', 'LF024');
    await set('landfall.check.yieldToYamlExtension', undefined);
    await untilCodes('broken.yaml', 'LF024');
  });
});
