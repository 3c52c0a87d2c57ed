// The runner's end of the line to the extension host: lines of JSON over a socket. The host sends log lines, calls of
// the ui, and its counts at the end.
import net from 'node:net';
import path from 'node:path';
import type { Counts } from '../../src/build/counts';
import type { Ui } from './ui';

export type FromHost =
  | { readonly kind: 'hello' }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'counts'; readonly counts: Counts }
  | { readonly kind: 'call'; readonly id: number; readonly method: keyof Ui; readonly args: readonly string[] };
export type ToHost = { readonly id: number; readonly value?: unknown; readonly error?: string };

export type Channel = {
  readonly address: string;
  readonly hello: Promise<void>;
  readonly counts: () => Counts | undefined;
  readonly close: () => void;
};

/** Listens in a folder of our own. `ui` is asked for at each call: the page may come later than the host. */
export async function openChannel(folder: string, ui: () => Promise<Ui>): Promise<Channel> {
  const address =
    process.platform === 'win32' ? `\\\\.\\pipe\\landfall-${process.pid}-${Date.now()}` : path.join(folder, 'driver');
  let counts: Counts | undefined;
  let greet = (): void => undefined;
  const hello = new Promise<void>((resolve) => (greet = resolve));

  const answer = async (message: FromHost): Promise<ToHost | undefined> => {
    switch (message.kind) {
      case 'hello':
        greet();
        return undefined;
      case 'log':
        console.log(message.line);
        return undefined;
      case 'counts':
        counts = message.counts;
        return undefined;
      case 'call':
        try {
          const method = (await ui())[message.method] as (...args: readonly string[]) => Promise<unknown>;
          return { id: message.id, value: await method(...message.args) };
        } catch (error) {
          return { id: message.id, error: error instanceof Error ? error.message : String(error) };
        }
    }
  };

  const server = net.createServer((socket) => {
    socket.on('error', () => undefined); // The host may end without a farewell.
    onLines(socket, (line) => {
      void answer(JSON.parse(line) as FromHost).then((reply) => reply && socket.write(`${JSON.stringify(reply)}\n`));
    });
  });
  await new Promise<void>((resolve) => server.listen(address, resolve));
  return { address, hello, counts: () => counts, close: () => void server.close() };
}

/** Calls back for every complete line that a socket brings. */
export function onLines(socket: net.Socket, line: (text: string) => void): void {
  let pending = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    for (const each of lines) line(each);
  });
}
