// What brings the named thing into being: the entity that a reference names, in the register where its like stand; and
// for one of two entities with the same id an id that is free.
import { say } from '../../messages/message';
import type { Finding } from '../../model/finding';
import { isEntityId, type Path } from '../../model/id';
import { entityAt, siteAt } from '../../project/at';
import { type FileIndex, ordinalOf } from '../../project/file-index';
import { nextId } from '../../project/next-id';
import { type Project, targetOf, withId } from '../../project/project';
import { kindsWanted } from '../../project/resolve';
import type { Kind } from '../../schema/kinds';
import { itemSnippet } from '../../schema/snippet';
import { appendItem, setScalar } from '../../syntax/edit';
import { filledIn } from './fill-in';
import type { Offer } from './offer';

/** New entities with the id that a reference looks for, one offer for each kind that has a register already. */
export function creations(project: Project, finding: Finding): readonly Offer[] {
  const file = project.files.get(finding.path);
  const site = file && finding.code === 'LF101' ? siteAt(file, finding.span.start)?.site : undefined;
  if (!site) return [];
  const { kind: named, id } = targetOf(project.kinds, site.text);
  if (!isEntityId(id)) return [];
  const kinds = named ? [named] : kindsWanted(site).flatMap((name) => project.kinds.kind(name) ?? []);
  return kinds.flatMap((kind) => {
    const home =
      kind.home === kind.name && kind.entity.idTemplate === undefined && nearestRegister(project, kind, finding.path);
    return home ? (creation(home, kind, id) ?? []) : [];
  });
}

function creation(file: FileIndex, kind: Kind, id: string): Offer | undefined {
  const lines = itemSnippet(kind, id).map((line) => line.slice(2));
  // The id stands for the title until there is one, so that the new entity is whole.
  const items = lines.map((line) => filledIn(/^title: \$\d+$/.test(line) ? `title: ${id}` : line));
  const edited = appendItem(file.open(), items);
  const [edit] = edited.ok ? edited.value : [];
  if (!edit) return undefined;
  const title = say('action.create', { kind: kind.one, id, path: file.path });
  return { title, path: file.path, edits: [edit], preferred: false, show: edit.start + edit.text.indexOf(id) };
}

/** The kind's register with the most folders in common with a file, and the fewest of its own beyond them. */
function nearestRegister(project: Project, kind: Kind, from: Path): FileIndex | undefined {
  const here = foldersOf(from);
  const rated = [...project.files.values()]
    .filter((file) => file.form === kind.name && /\.ya?ml$/i.test(file.path))
    .map((file) => {
      const there = foldersOf(file.path);
      const differ = there.findIndex((folder, at) => folder !== here[at]);
      const shared = differ < 0 ? there.length : differ;
      return { file, steps: here.length + there.length - 2 * shared };
    });
  return rated.sort((a, b) => a.steps - b.steps || (a.file.path < b.file.path ? -1 : 1))[0]?.file;
}

const foldersOf = (path: Path): readonly string[] => path.split('/').slice(0, -1);

/** A free id for an entity whose id another one has too. */
export function renumbering(project: Project, finding: Finding): Offer | undefined {
  const file = project.files.get(finding.path);
  const entity = file && finding.code === 'LF007' ? entityAt(file, finding.span.start) : undefined;
  if (!file || !entity) return undefined;
  const counted = nextId(project, entity.kind);
  const id =
    counted !== '' && entity.id.startsWith(entity.kind.entity.idPrefix ?? '') ? counted : freeId(project, entity.id);
  const edited = setScalar(file.open(), ordinalOf(file, entity.slice), `${entity.pointer}/id`, id);
  if (!edited.ok) return undefined;
  return { title: say('action.next-id', { id }), path: file.path, edits: edited.value, preferred: false };
}

function freeId(project: Project, taken: string): string {
  for (let number = 2; ; number++) {
    const id = `${taken}-${number}`;
    if (!withId(project, id).length) return id;
  }
}
