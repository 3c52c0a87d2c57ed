// Every question that an editor asks of a place, asked at once: for tests that hold all of them to a law.
import { finish } from '../../../src/core/base/work';
import { type Completion, completion } from '../../../src/core/features/completion';
import { definition } from '../../../src/core/features/definition';
import { fixes } from '../../../src/core/features/fixes';
import { folding } from '../../../src/core/features/folding';
import { titleHints, weekdayHints } from '../../../src/core/features/hints';
import { hover } from '../../../src/core/features/hover';
import { implementations } from '../../../src/core/features/implementations';
import { lenses, lensText } from '../../../src/core/features/lens';
import { links } from '../../../src/core/features/links';
import { outline } from '../../../src/core/features/outline';
import { highlights, references } from '../../../src/core/features/references';
import { prepareRename } from '../../../src/core/features/rename';
import { selections } from '../../../src/core/features/selection';
import { referred, referrers, traced } from '../../../src/core/features/trace';
import { tell } from '../../../src/core/messages/message';
import type { Finding } from '../../../src/core/model/finding';
import type { Path } from '../../../src/core/model/id';
import { known } from '../../../src/core/project/known';
import type { Project } from '../../../src/core/project/project';
import { hoverText } from '../../../src/vscode/hover-text';

const speaker = { language: 'zh-cn', tell: (message: Parameters<typeof tell>[0]) => tell(message, 'zh-cn') } as const;

/** What is offered at an offset. */
export const offered = (project: Project, path: Path, offset: number): Completion | undefined =>
  completion(project, path, offset, { now: '2026-11-16T09:30+08:00', files: known(new Set(project.files.keys())) });

/** Asks about a place what follows the cursor. */
export function askAt(project: Project, path: Path, offset: number): void {
  offered(project, path, offset);
  const found = hover(project, path, offset);
  if (found) hoverText(found, project, undefined, speaker);
  definition(project, path, offset);
  references(project, path, offset);
  highlights(project, path, offset);
  implementations(project, path, offset);
  prepareRename(project, path, offset);
  selections(project, path, offset);
  const entity = traced(project, path, offset);
  if (entity) [referrers(project, entity), referred(project, entity)].forEach((steps) => void steps.length);
}

/** Asks what concerns the whole file. */
export function askAbout(project: Project, path: Path): void {
  const whole = { start: 0, end: project.files.get(path)?.text.length ?? 0 };
  finish(outline(project, path));
  finish(folding(project, path));
  finish(links(project, path));
  for (const lens of lenses(project, path)) lensText(project, lens, []);
  titleHints(project, path, whole);
  weekdayHints(project, path, whole);
}

/** The light bulb of every finding. */
export function askForFixes(project: Project, findings: readonly Finding[]): void {
  for (const finding of findings) fixes(project, finding, 'en');
}
