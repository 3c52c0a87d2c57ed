// What a file or an entry begins with: the kind of a register, a whole register, a whole item with the next id, the
// front matter of an article.
import { nextId } from '../../project/next-id';
import type { Project } from '../../project/project';
import type { Kind } from '../../schema/kinds';
import type { Shape } from '../../schema/shape';
import { itemSnippet } from '../../schema/snippet';
import type { Place } from './place';
import { plainValue, type Suggestion } from './suggestion';

/** The kinds that a register may have, behind `kind:`. */
export const kindNames = (project: Project): readonly Suggestion[] =>
  registers(project).map((kind) => ({
    ...plainValue(kind.name, kind.title, kind.name),
    description: kind.description,
  }));

/** Whole registers, for a file that says nothing yet. */
export const newRegisters = ({ project, context }: Place): readonly Suggestion[] =>
  registers(project).map((kind) => {
    const items = itemSnippet(kind, nextId(project, kind)).map((line) => `  ${line}`);
    const lines = context.cursor.siblings.includes('items') ? [] : ['items:', ...items, '$0'];
    return item(kind, `kind: ${kind.name}`, kind.title, [`kind: ${kind.name}`, ...lines].join('\n'));
  });

/** A whole entry of a list whose elements are entities; `dash` when it is still to be written. */
export function newItems({ project }: Place, element: Shape | undefined, dash: boolean): readonly Suggestion[] {
  const kind = element?.entity && project.kinds.kind(element.entity.name);
  if (!kind) return [];
  const text = itemSnippet(kind, nextId(project, kind)).join('\n');
  return [item(kind, kind.name, kind.one, dash ? text : text.slice('- '.length))];
}

/** The front matter of an article, for a Markdown file that has none. */
export const frontMatter = (project: Project): readonly Suggestion[] =>
  project.kinds.all
    .filter(({ entity }) => entity.from === 'document')
    .map((kind) => {
      const owed = [...kind.shape.fields.keys()].filter((field) => kind.shape.required.includes(field));
      const lines = owed.map((field, at) => `${field}: $${at + 1}`);
      return item(kind, '---', kind.one, ['---', ...lines, '---', '', '$0'].join('\n'));
    });

const item = (kind: Kind, label: string, detail: Suggestion['detail'], insert: string): Suggestion => ({
  ...plainValue(label, detail, insert, 'item'),
  description: kind.description,
});

const registers = (project: Project): readonly Kind[] =>
  project.kinds.all.flatMap((kind) => {
    const form = project.kinds.form(kind.name);
    return form?.kind && form.kind.entity.from !== 'document' ? [form.kind] : [];
  });
