// Inlay hints: the title behind an id, the name behind an owner, the day of the week behind a date, a score. Each can be
// switched off by itself. Computed dates and figures wait for the first check, which tells of what day they are.
import * as vscode from 'vscode';
import {
  figureHints,
  type Hint,
  ownerHints,
  scheduleHints,
  scoreHints,
  standingHints,
  titleHints,
  weekdayHints,
} from '../core/features/hints';
import type { Figures } from '../core/metrics/figures';
import type { World } from '../core/project/world';
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
const FIGURES = 'inlayHints.figures';
const names = [...plain, SCHEDULE, FIGURES] as const;

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
      const computed = async (world: World, figures: Figures): Promise<readonly Hint[]> => {
        const works = [
          ...(wanted.includes(SCHEDULE) ? [scheduleHints(world, path, view)] : []),
          ...(wanted.includes(FIGURES)
            ? [standingHints(world, path, view), figureHints(world, figures, path, view)]
            : []),
        ];
        const found: Hint[] = [];
        for (const work of works) found.push(...((await answering(token, work)) ?? []));
        return found;
      };
      const hints = plain.filter((name) => wanted.includes(name)).flatMap((name) => hintsOf[name](project, path, view));
      const checked = asked.folder.session.checked();
      if (checked) hints.push(...(await computed({ ...checked.world, project }, checked.figures)));
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
