// The row of buttons that export what a panel shows.
import { el } from './page';

export function exportButtons<F extends string>(
  label: string,
  formats: readonly F[],
  wanted: (format: F) => void,
): HTMLElement {
  return el(
    'div',
    { class: 'export', role: 'group', 'aria-label': label },
    el('span', {}, label),
    ...formats.map((format) => {
      const name = format === 'markdown' ? 'Markdown' : format.toUpperCase();
      const button = el('button', { type: 'button', id: `export-${format}` }, name);
      button.addEventListener('click', () => wanted(format));
      return button;
    }),
  );
}
