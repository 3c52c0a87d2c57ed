// Panels: pages of our own inside the editor. What every one of them needs is here: a strict content policy, messages that
// are read before they are believed, words in the editor's language, a page that is made anew whenever the editor drops it,
// and its return when the window is loaded again.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { attribute } from '../core/render/xml';
import type { Editor } from './editor';

export interface PanelKind<From, To, State> {
  /** Also what package.json wakes the extension by: `onWebviewPanel:TYPE`. */
  readonly type: string;
  /** Its bundle in dist/webview: NAME.js and NAME.css. */
  readonly name: string;
  readonly title: (state: State) => string;
  readonly words: Readonly<Record<string, string>>;
  /** What a page says, or nothing where it makes no sense. */
  readonly read: (message: unknown) => From | undefined;
  /** What an earlier page kept, as far as it still makes sense. */
  readonly restore: (kept: unknown) => State | undefined;
  /** What the page is told on its body, beside its words. */
  readonly data: (state: State) => Readonly<Record<string, string>>;
  /** Where a page may take pictures from; from nowhere where it says nothing. */
  readonly pictures?: string;
  /** Puts a page to work. */
  readonly run: (page: PanelPage<To>, state: State) => RunningPanel<From>;
}

export interface PanelPage<To> {
  readonly post: (message: To) => void;
  readonly isVisible: () => boolean;
  readonly close: () => void;
  /** Brings it to the front. */
  readonly reveal: () => void;
}

export interface RunningPanel<From> extends vscode.Disposable {
  readonly hear: (message: From) => Promise<void> | void;
  /** The page is in sight again. */
  readonly shown: () => void;
}

export interface Panels<State> extends vscode.Disposable {
  /** Opens a panel, or brings the open one to the front. */
  readonly open: (state: State) => void;
}

export function panels<From, To, State>(
  { context, log, language }: Pick<Editor, 'context' | 'log' | 'language'>,
  kind: PanelKind<From, To, State>,
): Panels<State> {
  const bundles = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  const open = new Set<vscode.WebviewPanel>();

  function html({ cspSource, asWebviewUri }: Pick<vscode.Webview, 'cspSource' | 'asWebviewUri'>, state: State): string {
    const nonce = randomBytes(16).toString('base64');
    const file = (extension: string): string =>
      String(asWebviewUri(vscode.Uri.joinPath(bundles, `${kind.name}.${extension}`)));
    const pictures = kind.pictures === undefined ? '' : `; img-src ${kind.pictures}`;
    const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'${pictures}`;
    const data = { words: JSON.stringify(kind.words), ...kind.data(state) };
    const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${attribute(value)}"`);
    return `<!DOCTYPE html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<link rel="stylesheet" href="${attribute(file('css'))}">
<title>${attribute(kind.title(state))}</title>
</head>
<body ${attributes.join(' ')}><script nonce="${nonce}" src="${attribute(file('js'))}"></script></body>
</html>`;
  }

  function attach(panel: vscode.WebviewPanel, state: State): void {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [bundles] };
    const running = kind.run(
      {
        post: (message) => void webview.postMessage(message),
        isVisible: () => panel.visible,
        close: () => panel.dispose(),
        reveal: () => panel.reveal(),
      },
      state,
    );
    open.add(panel);
    const listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage(async (message: unknown) => {
        const read = kind.read(message);
        try {
          if (read === undefined) log.warn(`${kind.type}: a message that makes no sense`);
          else await running.hear(read);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
        }
      }),
      panel.onDidChangeViewState(() => (panel.visible ? running.shown() : undefined)),
    );
    panel.onDidDispose(() => {
      open.delete(panel);
      listeners.dispose();
      running.dispose();
    });
    webview.html = html({ cspSource: webview.cspSource, asWebviewUri: (uri) => webview.asWebviewUri(uri) }, state);
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(kind.type, {
    deserializeWebviewPanel: async (panel, kept: unknown) => {
      const state = kind.restore(kept);
      if (state === undefined) panel.dispose();
      else attach(panel, state);
    },
  });
  return {
    open: (state) => {
      const [known] = open;
      if (known) {
        known.reveal();
        return;
      }
      attach(
        vscode.window.createWebviewPanel(kind.type, kind.title(state), vscode.ViewColumn.Active, {
          enableScripts: true,
          localResourceRoots: [bundles],
          enableFindWidget: false,
        }),
        state,
      );
    },
    dispose: () => {
      serializer.dispose();
      // The panels stay: a window that is loaded again brings them back.
    },
  };
}
