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
import { droppedAs } from '../../project/state';
import { type Json, member } from '../../schema/json';
import type { Kind } from '../../schema/kinds';
import { itemSnippet } from '../../schema/snippet';
import { appendItem, setScalar } from '../../syntax/edit';
import { plainOrQuoted } from '../../syntax/quote';
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

/** The entity that a finding asks for. What only a person knows is left empty, and its findings say so. */
export function requested(project: Project, { fix, path }: Finding): Offer | undefined {
  const kind = fix?.kind === 'create' ? project.kinds.kind(fix.of) : undefined;
  const home = kind && nearestRegister(project, kind, path);
  if (fix?.kind !== 'create' || !kind || !home) return undefined;
  const lists = Object.entries(fix.lists);
  const asks = (value: Json): boolean =>
    lists.every(([field, names]) => names.every((name) => listOf(value, field).includes(name)));
  // One that waits for its approval is there already.
  if (project.table(kind.name).some((one) => asks(one.value) && droppedAs(one) === undefined)) return undefined;
  const id = nextId(project, kind);
  const lines = itemSnippet(kind, id).flatMap((line) => {
    const [field = ''] = line.slice(2).split(':', 1);
    if (field === 'id') return [`id: ${id}`];
    if (field === 'title') return [`title: ${plainOrQuoted(fix.title, 'block')}`];
    return [kind.shape.fields.get(field)?.choices ? filledIn(line.slice(2)) : `${field}:`];
  });
  const more = lists.map(
    ([field, names]) => `${field}: [${names.map((one) => plainOrQuoted(one, 'flow')).join(', ')}]`,
  );
  const edited = id ? appendItem(home.open(), [...lines, ...more]) : undefined;
  const [edit] = edited?.ok ? edited.value : [];
  if (!edit) return undefined;
  const title = say('action.create', { kind: kind.one, id, path: home.path });
  return { title, path: home.path, edits: [edit], preferred: false, show: edit.start + edit.text.indexOf(id) };
}

const listOf = (value: Json, field: string): readonly Json[] => {
  const list = member(value, field);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
};

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
