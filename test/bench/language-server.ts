// A language server over its standard input and output, as far as a bench needs one: open texts, change them, and wait
// for what it says about them.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Peer } from './peer';
import { start } from './processes';

export interface Server {
  /** Milliseconds since the process was started. */
  readonly age: () => number;
  /** Opens a text; resolves with the number of diagnostics. */
  readonly open: (file: string, text: string) => Promise<number>;
  /** Replaces the characters from one column to another in a line; resolves when diagnostics for the new text came. */
  readonly change: (file: string, line: number, from: number, to: number, text: string) => Promise<number>;
  /** Asks about a place; resolves with how much was answered. */
  readonly ask: (what: 'completion' | 'hover', file: string, line: number, column: number) => Promise<number>;
  /** Ends it; the most memory it had, in megabytes. */
  readonly end: () => Promise<number>;
}

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly result?: { readonly items?: readonly unknown[] } | readonly unknown[] | null;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly unknown[];
    readonly items?: readonly { readonly section: string }[];
  };
}

/** Starts the server on a folder, with a schema file for each of its subfolders. */
export async function languageServer(peer: Peer, root: string, schemas: ReadonlyMap<string, string>): Promise<Server> {
  const started = start(peer.script, ['--stdio']);
  const child = started.process;
  child.stderr.pipe(process.stderr);
  const answers = new Map<number, (result: Incoming['result']) => void>();
  const waiting = new Map<string, (diagnostics: number) => void>();
  const versions = new Map<string, number>();
  let configured = (): void => {};
  let next = 1;

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = (method: string, params?: object): Promise<Incoming['result']> => {
    const id = next++;
    send({ id, method, params });
    return new Promise((resolve) => answers.set(id, resolve));
  };
  const settings: Readonly<Record<string, unknown>> = {
    yaml: {
      validate: true,
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
      schemas: Object.fromEntries(
        [...schemas].map(([kind, file]) => [
          pathToFileURL(file).href,
          kind === 'manifest' ? 'landfall.yaml' : `${kind}/*.yaml`,
        ]),
      ),
    },
  };
  const receive = ({ id, method, params, result }: Incoming): void => {
    if (method === 'textDocument/publishDiagnostics') {
      const uri = params?.uri ?? '';
      waiting.get(uri)?.(params?.diagnostics?.length ?? 0);
      waiting.delete(uri);
    } else if (method === 'workspace/configuration') {
      send({ id, result: (params?.items ?? []).map(({ section }) => settings[section] ?? null) });
      configured();
    } else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) {
      answers.get(id)?.(result);
      answers.delete(id);
    }
  };
  child.stdout.on('data', frames(receive));

  const uriOf = (file: string): string => pathToFileURL(path.join(root, file)).href;
  const said = (uri: string): Promise<number> => new Promise((resolve) => waiting.set(uri, resolve));
  const folder = { uri: pathToFileURL(root).href, name: path.basename(root) };
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { publishDiagnostics: {}, completion: {}, hover: {} },
  };
  await request('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities,
  });
  const ready = new Promise<void>((resolve) => (configured = resolve));
  send({ method: 'initialized', params: {} });
  await ready;

  return {
    age: () => performance.now() - started.since,
    open: (file, text) => {
      const uri = uriOf(file);
      versions.set(uri, 1);
      const answer = said(uri);
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
      return answer;
    },
    change: (file, line, from, to, text) => {
      const uri = uriOf(file);
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      const answer = said(uri);
      const range = { start: { line, character: from }, end: { line, character: to } };
      send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [{ range, text }] },
      });
      return answer;
    },
    ask: async (what, file, line, column) => {
      const params = { textDocument: { uri: uriOf(file) }, position: { line, character: column } };
      const result = await request(`textDocument/${what}`, params);
      if (!result) return 0;
      return Array.isArray(result)
        ? result.length
        : ((result as { readonly items?: readonly unknown[] }).items?.length ?? 1);
    },
    end: async () => {
      await request('shutdown');
      send({ method: 'exit' });
      return started.ended();
    },
  };
}

/** Cuts a stream of bytes into messages by their `Content-Length`. */
function frames(receive: (message: Incoming) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (rest.length < end) return;
      const message = JSON.parse(rest.toString('utf8', head + 4, end)) as Incoming;
      rest = rest.subarray(end);
      receive(message);
    }
  };
}
