// Where a `[[link]]` leads.
import type { Entity } from '../project/file-index';
import { lookUp, type Project, targetOf, withId } from '../project/project';

/** The entity that the text between the brackets names; undefined when it names none or several. */
export function resolveLink(project: Project, text: string): Entity | undefined {
  const { kind, id } = targetOf(project.kinds, text.trim());
  if (kind) return lookUp(project, kind.name, id);
  const [only, more] = withId(project, id);
  return more ? undefined : only;
}
