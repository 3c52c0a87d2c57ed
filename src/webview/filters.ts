// The line of filters above the matrix. It shows the query of the panel and says when a person wants another.
import type { MatrixChoice, MatrixChoices, MatrixQuery } from '../core/views/matrix-query';
import { el } from './page';
import type { MatrixWord } from './protocol/matrix';

/** Milliseconds of quiet after which what was typed is searched for. */
const CALM = 250;

export interface Filters {
  readonly element: HTMLElement;
  readonly show: (query: MatrixQuery, choices: MatrixChoices) => void;
}

/** Milliseconds after a question within which another answer is that to an earlier one. */
const LATEST = 1000;

export function filters(word: (word: MatrixWord) => string, ask: (query: MatrixQuery) => void): Filters {
  let query: MatrixQuery | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  let timer = 0;
  const change = (by: Partial<MatrixQuery>): void => {
    if (!query) return;
    asked = performance.now();
    ask((query = { ...query, ...by }));
  };

  const labelled = (name: MatrixWord, control: HTMLElement): HTMLElement =>
    el('label', {}, el('span', {}, word(name)), control);

  function select(name: string): HTMLSelectElement {
    return el('select', { id: `filter-${name}` });
  }
  function options(of: HTMLSelectElement, choices: readonly MatrixChoice[], chosen: string): void {
    of.replaceChildren(...choices.map(({ id, label }) => el('option', { value: id }, label)));
    of.value = chosen;
  }
  function search(name: 'role' | 'person'): HTMLInputElement {
    const input = el('input', { type: 'search', id: `filter-${name}`, placeholder: word(`search-${name}`) });
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => change({ [name]: input.value.trim() }), CALM);
    });
    return input;
  }

  const by = select('by');
  by.addEventListener('change', () => change({ by: by.value === 'person' ? 'person' : 'role' }));
  const shown = select('show');
  shown.addEventListener('change', () => change({ direct: shown.value === 'direct' }));
  const chosen = (['module', 'object', 'org', 'environment'] as const).map((name) => {
    const control = select(name);
    control.addEventListener('change', () => change({ [name]: control.value }));
    return { name, control };
  });
  const searches = (['role', 'person'] as const).map((name) => ({ name, control: search(name) }));
  const on = el('input', { type: 'date', id: 'filter-on' });
  on.addEventListener('change', () => change({ on: on.value }));

  const conflicts = el('input', { type: 'checkbox', id: 'filter-conflicts' });
  conflicts.addEventListener('change', () => change({ conflicts: conflicts.checked }));

  const element = el(
    'form',
    { class: 'filters' },
    labelled('by', by),
    labelled('show', shown),
    ...[...chosen, ...searches].map(({ name, control }) => labelled(name, control)),
    labelled('on', on),
    el('label', { class: 'check' }, conflicts, el('span', {}, word('conflicts'))),
  );
  element.addEventListener('submit', (event) => event.preventDefault());

  return {
    element,
    show: (next, choices) => {
      // The answer to an earlier question must not take back what was chosen since.
      if (performance.now() - asked < LATEST && JSON.stringify(next) !== JSON.stringify(query)) return;
      query = next;
      options(
        by,
        [
          { id: 'role', label: word('roles') },
          { id: 'person', label: word('people') },
        ],
        next.by,
      );
      options(
        shown,
        [
          { id: 'all', label: word('effective') },
          { id: 'direct', label: word('direct') },
        ],
        next.direct ? 'direct' : 'all',
      );
      for (const { name, control } of chosen)
        options(control, [{ id: '', label: word('all') }, ...choices[name]], next[name]);
      // Whoever is typing is not interrupted.
      for (const { name, control } of searches) if (document.activeElement !== control) control.value = next[name];
      on.value = next.on;
      conflicts.checked = next.conflicts;
    },
  };
}
