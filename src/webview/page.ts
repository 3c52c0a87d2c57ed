// What every panel's page has: the line to its panel, what it keeps over a reload, its words, and short ways to make
// elements. Texts only ever become text nodes and attributes: nothing of a register is read as HTML.

interface EditorApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}
declare function acquireVsCodeApi(): EditorApi;

export interface Page<From, Word extends string> {
  readonly send: (message: From) => void;
  readonly keep: (state: object) => void;
  readonly kept: () => unknown;
  readonly word: (word: Word) => string;
}

/** Begins a page; `hear` is given every message that `read` understands. */
export function page<To, From, Word extends string>(
  read: (message: unknown) => To | undefined,
  hear: (message: To) => void,
): Page<From, Word> {
  const editor = acquireVsCodeApi();
  const words = JSON.parse(document.body.dataset.words ?? '{}') as Readonly<Record<string, string>>;
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = read(data);
    if (message !== undefined) hear(message);
  });
  return {
    send: (message) => editor.postMessage(message),
    keep: (state) => editor.setState(state),
    kept: () => editor.getState(),
    word: (word) => words[word] ?? word,
  };
}

const began = performance.now();

/** Notes how long it took from `start`, and since the page began, until what was drawn just now is painted. */
export function painted(start: number, tell: (ms: number) => void): void {
  // Two frames on, what was drawn has been painted.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.measure('drawn', { start });
      performance.measure('first paint', { start: began });
      tell(performance.now() - began);
    }),
  );
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
