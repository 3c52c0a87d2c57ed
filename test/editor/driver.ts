// What editor tests import: the window as a person sees it, and patience. Runs inside VS Code's extension host.
import net from 'node:net';
import { type FromHost, onLines, type ToHost } from './channel';
import type { Ui } from './ui';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let connection: Promise<net.Socket> | undefined;
let calls = 0;

function connected(): Promise<net.Socket> {
  connection ??= new Promise((resolve, reject) => {
    const address = process.env.LANDFALL_TEST_CHANNEL;
    if (!address) throw new Error('LANDFALL_TEST_CHANNEL is not set: editor tests run by `npm test` only.');
    const socket = net.connect(address, () => resolve(socket)).once('error', reject);
    onLines(socket, (line) => {
      const { id, value, error } = JSON.parse(line) as ToHost;
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(value);
      else call?.reject(new Error(error));
    });
  });
  return connection;
}

/** Answers when the message has left this process, which may end right after. */
export async function send(message: FromHost): Promise<void> {
  const socket = await connected();
  await new Promise<void>((resolve) => socket.write(`${JSON.stringify(message)}\n`, () => resolve()));
}

function call(method: keyof Ui, args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++calls;
    waiting.set(id, { resolve, reject });
    send({ kind: 'call', id, method, args }).catch(reject);
  });
}

/** Every method of `Ui`, carried out by the runner. */
export const ui = new Proxy({} as Ui, {
  get:
    (_, method) =>
    (...args: readonly string[]) =>
      call(method as keyof Ui, args),
});

/** A line in the report of the run. */
export const log = (line: string): Promise<void> => send({ kind: 'log', line: `      ${line}` });

/** Asks again and again until the answer is neither false nor nothing; fails with `what` after a while. */
export async function until<T>(what: string, ask: () => T | Promise<T>, ms = 15_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; ) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s in vain for: ${what}${await told()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the window says meanwhile: it often is the reason. */
async function told(): Promise<string> {
  const said = await ui.texts('.notification-list-item-message');
  return said.length ? ` (the window says: ${said.join(' | ')})` : '';
}

/** Takes the steps again and again until they lead to `done`, for what a late focus or a closing menu may undo. */
export async function again(what: string, steps: () => Promise<unknown>, done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 25_000; ; ) {
    const failed = await steps().then(
      () => undefined,
      (error: unknown) => error,
    );
    for (const soon = Date.now() + 2000; !failed && Date.now() < soon; ) {
      if (await done()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (Date.now() > end) throw new Error(`Took the steps for 25 s in vain for: ${what} (${String(failed)})`);
  }
}

/** Takes an entry of the open context menu by the keys: it ignores the mouse in its first moments. */
export async function chooseInMenu(label: string): Promise<void> {
  const entry = `.context-view .action-item.focused:has-text("${label}")`;
  await walkTo(entry);
  await ui.press('Enter');
}

const walkTo = (entry: string): Promise<unknown> =>
  until(`the way down to ${entry}`, async () => {
    if (await ui.count(entry)) return true;
    await ui.press('ArrowDown');
    return false;
  });

/**
 * Opens the menu at the light bulb, or that of what was pasted, by `open` and takes an entry by the keys. The menu closes
 * by itself while an editor is still coming up, and is opened again.
 */
export async function takeAction(open: () => Thenable<unknown>, label: string, look?: string): Promise<void> {
  const menu = '.action-widget .monaco-list-row';
  const labelled = `${menu}:has-text("${label}")`;
  const isThere = (rows: string) => async (): Promise<boolean> => (await ui.count(rows)) > 0;
  await again(
    `${label} in the menu`,
    async () => {
      if (!(await ui.count(labelled))) await open();
      await until(`${label} among ${(await ui.texts(menu)).join(' | ')}`, isThere(labelled), 3000);
      if (look !== undefined) await ui.screenshot(look);
      const focused = `${menu}.focused:has-text("${label}")`;
      await walkTo(focused);
      await ui.press('Enter');
    },
    async () => !(await ui.count(menu)),
  );
}
