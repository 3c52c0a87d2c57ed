// What is offered for findings, as a person sees it: the title, and the lines that it makes other.
import { fixes, type Offer } from '../../../src/core/features/fixes';
import { tell } from '../../../src/core/messages/message';
import type { Project } from '../../../src/core/project/project';
import { applyEdits } from '../../../src/core/syntax/edit';
import { filesIn, findingsOf, projectOf } from '../support';

/** The offers for the findings of a code, each as its title and the lines that it makes other. */
export function offers(fixture: string, code: string): readonly string[] {
  const project = projectOf(filesIn(fixture));
  const found = findingsOf(project).filter((one) => one.code === code);
  return found.flatMap((finding) => fixes(project, finding, 'en')).map((offer) => changes(project, offer));
}

export function changes(project: Project, offer: Offer): string {
  const text = project.files.get(offer.path)?.text ?? '';
  const [before, after] = [text.split('\n'), applyEdits(text, offer.edits).split('\n')];
  const first = before.findIndex((line, at) => line !== after[at]);
  let same = 0;
  while (same < before.length - first && before.at(-1 - same) === after.at(-1 - same)) same++;
  const left = before.slice(first, before.length - same).map((line) => `-${line}`);
  const come = after.slice(first, after.length - same).map((line) => `+${line}`);
  return [tell(offer.title, 'en'), ...left, ...come].join('\n');
}
