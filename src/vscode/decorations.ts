// Badges and colours of tree rows. A row names a resource that says all that its decoration shows, so that a changed row
// is another resource and nothing has to be remembered.
import * as vscode from 'vscode';
import type { Trouble } from '../core/views/trouble';
import type { Contribution } from './editor';

const SCHEME = 'landfall-row';

export const rowUri = (id: string, { errors, warnings }: Trouble, faded: boolean): vscode.Uri =>
  vscode.Uri.from({
    scheme: SCHEME,
    path: `/${id.replace(/^\/+/, '')}`,
    query: `${errors}.${warnings}.${faded ? 1 : 0}`,
  });

const SIGNED = 'landfall-sign';

export interface Sign {
  /** Up to two characters. */
  readonly badge: string;
  readonly grave: boolean;
}

/** A row that says with a sign of its own what somebody should look at. */
export const signedUri = (id: string, { badge: sign, grave }: Sign): vscode.Uri =>
  vscode.Uri.from({ scheme: SIGNED, path: `/${id}`, query: `${grave ? 1 : 0}${sign}` });

export const decorations: Contribution = () =>
  vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => {
      if (uri.scheme === SIGNED) {
        const color = uri.query.startsWith('1') ? 'list.errorForeground' : 'list.warningForeground';
        return { badge: uri.query.slice(1), color: new vscode.ThemeColor(color) };
      }
      if (uri.scheme !== SCHEME) return undefined;
      const [errors = 0, warnings = 0, faded = 0] = uri.query.split('.').map(Number);
      if (errors) return { badge: badge(errors), color: new vscode.ThemeColor('list.errorForeground') };
      if (warnings) return { badge: badge(warnings), color: new vscode.ThemeColor('list.warningForeground') };
      return faded ? { color: new vscode.ThemeColor('disabledForeground') } : undefined;
    },
  });

// The editor takes two signs.
const badge = (count: number): string => (count < 100 ? String(count) : '99');
