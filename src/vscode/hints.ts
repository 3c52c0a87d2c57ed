// Inlay hints: the title behind an id, the day of the week behind a date.
import * as vscode from 'vscode';
import { type Hint, titleHints, weekdayHints } from '../core/features/hints';
import { askedFile, documents } from './asked';
import type { Contribution } from './editor';
import { offsetIn, positionIn } from './places';
import { onSetting, setting } from './settings';

export const inlayHints: Contribution = ({ projects, tell }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: async (document, range, token) => {
      const titles = setting('inlayHints.titles');
      const weekdays = setting('inlayHints.weekdays');
      const asked = titles || weekdays ? await askedFile(projects, document, token) : undefined;
      if (!asked) return [];
      const { project, path, file } = asked;
      const view = { start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
      const hints = [
        ...(titles ? titleHints(project, path, view) : []),
        ...(weekdays ? weekdayHints(project, path, view) : []),
      ];
      return hints.map((hint) => {
        const made = new vscode.InlayHint(positionIn(file, hint.at), textOf(hint));
        made.paddingLeft = true;
        return made;
      });
    },
  };
  const textOf = ({ text }: Hint): string => (typeof text === 'string' ? text : tell(text));
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider(documents, provider),
    projects.onDidCheck(() => changed.fire()),
    onSetting(['inlayHints.titles', 'inlayHints.weekdays'], () => changed.fire()),
  );
};
