// The strip beside the chart: why the dates of a task are what they are, what a move brought about, or why it was refused.
import { el } from './page';
import type { FromGantt, GanttWord, ToGantt } from './protocol/gantt';

type Of<T extends ToGantt['type']> = Extract<ToGantt, { type: T }>;

export interface Strip {
  readonly element: HTMLElement;
  readonly clear: () => void;
  readonly why: (told: Of<'why'>) => void;
  readonly moved: (told: Of<'moved'>) => void;
  readonly refused: (told: Of<'refused'>) => void;
}

export function strip(word: (word: GanttWord) => string, send: (message: FromGantt) => void, left: () => void): Strip {
  const element = el('aside', { class: 'strip', 'aria-label': word('about'), 'aria-live': 'polite' });

  function clear(): void {
    element.replaceChildren(el('p', { class: 'hint' }, word('choose')), el('p', { class: 'hint keys' }, word('keys')));
  }

  function show(title: string, ...parts: readonly Node[]): void {
    const close = el('button', { type: 'button', class: 'close', 'aria-label': word('close') }, '✕');
    close.addEventListener('click', () => {
      clear();
      left();
    });
    element.replaceChildren(close, el('h2', {}, title), ...parts);
  }

  const link = (text: string, click: () => void): HTMLElement => {
    const button = el('button', { type: 'button', class: 'step' }, text);
    button.addEventListener('click', click);
    return button;
  };

  /** Words that stay whole, for a date is broken behind its hyphens otherwise. */
  const unbroken = (text: string): readonly (Node | string)[] =>
    text.split(' ').flatMap((part, at) => [at ? ' ' : '', el('span', { class: 'whole' }, part)]);

  clear();
  return {
    element,
    clear,
    why: ({ title, steps }) => {
      const lines = steps.map(({ text, depth, leads }, step) => {
        const line = el('li', {}, leads ? link(text, () => send({ type: 'open-step', step })) : text);
        line.style.marginInlineStart = `${depth * 14}px`;
        return line;
      });
      show(title, el('ol', {}, ...lines));
    },
    moved: ({ title, follows, more }) => {
      const undo = el('button', { type: 'button', class: 'undo', id: 'undo' }, word('undo'));
      undo.addEventListener('click', () => send({ type: 'undo' }));
      const rows = follows.map(({ key, name, before, after }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, key ? link(name, () => send({ type: 'choose', key, reveal: true })) : name),
          el('td', {}, ...unbroken(before)),
          el('td', {}, ...unbroken(after)),
        ),
      );
      const head = el(
        'tr',
        {},
        ...(['task', 'before', 'then'] as const).map((name) => el('th', { scope: 'col' }, word(name))),
      );
      const table = el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows));
      const list = follows.length ? table : el('p', {}, word('nothing-follows'));
      show(title, el('p', {}, undo), list, ...(more ? [el('p', {}, more)] : []));
    },
    refused: ({ why }) => show(word('refused'), el('p', { class: 'refusal', role: 'alert' }, why)),
  };
}
