// Inlay hints: the title behind an id, the name behind an owner, the day of the week behind a date, a score. Each can be
// switched off by itself. Computed dates wait for the first check, which tells of what day they are.
import * as vscode from 'vscode';
import { type Hint, ownerHints, scheduleHints, scoreHints, titleHints, weekdayHints } from '../core/features/hints';
import { askedFile, documents } from './asked';
import type { Contribution } from './editor';
import { offsetIn, positionIn } from './places';
import { onSetting, setting } from './settings';
import { answering } from './stretches';

const hintsOf = {
  'inlayHints.titles': titleHints,
  'inlayHints.owners': ownerHints,
  'inlayHints.weekdays': weekdayHints,
  'inlayHints.scores': scoreHints,
} as const;
const plain = Object.keys(hintsOf) as (keyof typeof hintsOf)[];
const SCHEDULE = 'inlayHints.schedule';
const names = [...plain, SCHEDULE] as const;

export const inlayHints: Contribution = ({ projects, tell }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: async (document, range, token) => {
      const wanted = names.filter((name) => setting(name));
      const asked = wanted.length ? await askedFile(projects, document, token) : undefined;
      if (!asked) return [];
      const { project, path, file } = asked;
      const view = { start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
      const hints = plain.filter((name) => wanted.includes(name)).flatMap((name) => hintsOf[name](project, path, view));
      const checked = asked.folder.session.checked()?.world;
      if (checked && wanted.includes(SCHEDULE))
        hints.push(...((await answering(token, scheduleHints({ ...checked, project }, path, view))) ?? []));
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
    onSetting(names, () => changed.fire()),
  );
};
