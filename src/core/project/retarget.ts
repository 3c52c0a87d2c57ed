// The edits with which everything that names an entity names it by another id: its own id, references in registers and
// prose, the reasons of suppressions; the old id becomes a former one. Each file is read again before anybody gets them.
import { fail, ok, type Result } from '../base/result';
import { lineStarts, positionAt, type Span } from '../base/span';
import { nfc } from '../base/text';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Path } from '../model/id';
import { proseLinks, type Site } from '../schema/sites';
import { applyEdits, type Edited, editItems, type Meant, type TextEdit } from '../syntax/edit';
import { nodeAt, pairOf, sameValue, withValue } from '../syntax/locate';
import { isPlain, plainOrQuoted } from '../syntax/quote';
import { addElement, addPair, rewriteScalar } from '../syntax/rewrite';
import type { Mapping, Node, Scalar, Sequence } from '../syntax/tree';
import { type Entity, type FileIndex, ordinalOf, type SliceIndex, startOf } from './file-index';
import { type Mention, ownId } from './named';
import { type Project, targetOf } from './project';
import { reasonsNaming } from './suppressions';
import { isDocument, readDocument, readSlice, retold, treeOf } from './tree-of';

/** Edits by file; offsets are of the files' texts. */
export type FileEdits = ReadonlyMap<Path, readonly TextEdit[]>;

export interface Retarget {
  readonly entity: Entity;
  readonly mentions: readonly Mention[];
  readonly id: string;
  /** How a reference writes the new id. */
  readonly nameAt: (mention: Mention) => string;
  /** Whether the id alone says which entity is meant, so that a remark that has it means this one. */
  readonly unique: boolean;
  /** The old id stays with another entity, so this one does not remember it. */
  readonly forget?: boolean;
}

/** The edits; where one place cannot be changed safely none is, and the answer says which. */
export function* retarget(project: Project, change: Retarget): Work<Result<FileEdits, Message>> {
  const { entity, unique } = change;
  const mentions = new Map<Path, Mention[]>([[entity.path, []]]);
  for (const one of change.mentions) put(mentions, one.path, one);
  if (unique) {
    for (const file of project.files.values()) {
      if (!mentions.has(file.path) && reasonsNaming(file, entity.id).length) mentions.set(file.path, []);
      yield;
    }
  }
  const out = new Map<Path, readonly TextEdit[]>();
  for (const [path, here] of mentions) {
    const file = project.files.get(path);
    const edited = file ? yield* editsIn(file, here, change) : ok([]);
    if (!edited.ok) return fail(say('rename.place', { file: path, reason: edited.error }));
    out.set(path, edited.value);
  }
  return ok(out);
}

function put<K, V>(lists: Map<K, V[]>, key: K, one: V): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

function* editsIn(file: FileIndex, mentions: readonly Mention[], change: Retarget): Work<Edited> {
  const { entity, id, unique } = change;
  const edits: TextEdit[] = [];
  const aliased: TextEdit[] = [];
  const meant = new Map<SliceIndex, Meant>();
  const touched = new Map<SliceIndex, Mention[]>();
  for (const one of mentions) put(touched, one.from.slice, one);
  if (entity.path === file.path && !touched.has(entity.slice)) touched.set(entity.slice, []);
  for (const [slice, named] of touched) {
    yield;
    const was = readSlice(file, slice);
    const root = treeOf(file, slice, was);
    if (!was || !root) return fail(say('edit.broken'));
    const by = startOf(file, slice);
    for (const mention of named) {
      const edit = mentionEdit(file, mention, change.nameAt(mention));
      (isAlias(file, mention) ? aliased : edits).push(edit);
    }
    const own = entity.slice === slice ? ownId(file, entity) : undefined;
    if (own) edits.push(idEdit(file.text, own, id));
    let expected: Node | undefined = retold(root, (scalar) => {
      if (own && scalar.start <= own.start && own.end <= scalar.end) return id;
      const inside = named.filter(({ site }) => scalar.start <= by + site.start && by + site.end <= scalar.end);
      return inside.length
        ? inside.reduce((text, one) => read(text, one.site, change.nameAt(one)), scalar.text)
        : undefined;
    });
    if (entity.slice === slice && !change.forget) {
      const former = formerEdit(file.text, root, entity, id);
      if (!former) return fail(say('edit.nothing-there'));
      if (former.edit) edits.push(former.edit);
      expected = former.meant(expected);
    }
    meant.set(slice, { was, now: expected });
  }
  if (unique) for (const span of reasonsNaming(file, entity.id)) edits.push({ ...span, text: id });
  const edited = yield* verified(file, distinct(edits), meant);
  const [first] = aliased;
  if (edited.ok || !first) return edited;
  // An alias follows its anchor; where that is no reference itself, the text takes the alias's place.
  const written = yield* verified(file, distinct([...edits, ...aliased]), meant);
  const line = positionAt(lineStarts(file.text), first.start).line + 1;
  return written.ok ? written : fail(say('rename.alias', { line }));
}

function* verified(file: FileIndex, edits: readonly TextEdit[], meant: ReadonlyMap<SliceIndex, Meant>): Work<Edited> {
  if (!isDocument(file)) {
    const items = new Map([...meant].map(([slice, one]) => [ordinalOf(file, slice), one]));
    return yield* editItems(file.open(), edits, items);
  }
  const [due] = meant.values();
  const was = due?.was ?? readDocument(file);
  const now = readDocument(file, applyEdits(file.text, edits));
  const asMeant = sameValue(now.root, due ? due.now : was.root) && now.problems.length <= was.problems.length;
  return asMeant ? ok(edits) : fail(say('edit.refused'));
}

/** What a scalar reads as when one of its references is another. */
function read(text: string, site: Site, name: string): string {
  if (site.composed) return name + text.slice(site.text.length);
  if (!site.ref.prose) return name;
  const links = proseLinks(text, { start: 0, end: text.length }, site.ref, '').filter((one) => one.text === site.text);
  return applyEdits(
    text,
    links.map(({ start, end }) => ({ start, end, text: name })),
  );
}

/** Whether an alias or a merge key stands where the reference is read. */
const isAlias = (file: FileIndex, { site, from }: Mention): boolean =>
  file.text[startOf(file, from.slice) + site.start] === '*' && !site.text.startsWith('*');

function mentionEdit(file: FileIndex, { site, from }: Mention, name: string): TextEdit {
  const by = startOf(file, from.slice);
  const whole = { start: by + site.start, end: by + site.end };
  if (site.ref.prose || site.ref.parts) return shortened(file.text, { ...whole, text: name });
  const quoted = /^["']/.test(file.text.slice(whole.start, whole.end));
  const inner = quoted ? { start: whole.start + 1, end: whole.end - 1 } : whole;
  const shows = file.text.slice(inner.start, inner.end) === site.text;
  return shows ? idEdit(file.text, inner, name) : { ...whole, text: plainOrQuoted(name, 'key') };
}

/** Another text for a scalar whose letters stand at `inner`, in the quotes it has; in others where these cannot hold it. */
function idEdit(text: string, inner: Span, name: string): TextEdit {
  const quote = text[inner.start - 1];
  const quoted = (quote === '"' || quote === "'") && text[inner.end] === quote;
  // Between quotes everything fits that no quotes could change.
  const fits = quoted ? !/["'\\]/.test(name) && isPlain(`x${name}x`, 'block') : isPlain(name, 'key');
  if (fits) return shortened(text, { ...inner, text: name });
  const whole = quoted ? { start: inner.start - 1, end: inner.end + 1 } : inner;
  return { ...whole, text: plainOrQuoted(name, 'key', !quoted ? 'plain' : quote === "'" ? 'single' : 'double') };
}

/** The kind before an id stays as it is. */
function shortened(text: string, { start, end, text: name }: TextEdit): TextEdit {
  const kind = name.slice(0, name.indexOf('/') + 1);
  return text.startsWith(kind, start)
    ? { start: start + kind.length, end, text: name.slice(kind.length) }
    : { start, end, text: name };
}

interface Former {
  readonly edit: TextEdit | undefined;
  readonly meant: (root: Node) => Node | undefined;
}

/** The old id among the former ones. An entity that takes a former id back gives up the other for it. */
function formerEdit(text: string, root: Node, entity: Entity, id: string): Former | undefined {
  const mapping = nodeAt(root, entity.pointer);
  if (mapping?.kind !== 'mapping') return undefined;
  const old = entity.id as string;
  const pointer = `${entity.pointer}/formerly`;
  const pair = pairOf(mapping, 'formerly');
  if (!pair) {
    const edit = addPair(text, mapping, 'formerly', `[${plainOrQuoted(old, 'flow')}]`, false);
    const added = { key: scalarOf('formerly'), value: listOf([scalarOf(old)]) };
    const meant = (tree: Node) => {
      const now = nodeAt(tree, entity.pointer) as Mapping;
      return withValue(tree, entity.pointer, { ...now, pairs: [...now.pairs, added] });
    };
    return edit && { edit, meant };
  }
  const { value } = pair;
  if (value.kind === 'scalar' && value.start === value.end) {
    const at = text.indexOf(':', pair.key.end) + 1;
    const edit = { start: at, end: at, text: ` [${plainOrQuoted(old, 'flow')}]` };
    return { edit, meant: (tree) => withValue(tree, pointer, listOf([scalarOf(old)])) };
  }
  if (value.kind !== 'sequence') return undefined;
  const has = (name: string): number => value.items.findIndex((one) => one.kind === 'scalar' && nfc(one.text) === name);
  const back = has(id);
  if (has(old) >= 0) return { edit: undefined, meant: (tree) => tree };
  if (back >= 0) {
    const edit = rewriteScalar(text, root, `${pointer}/${back}`, old);
    return edit && { edit, meant: (tree) => withValue(tree, `${pointer}/${back}`, scalarOf(old)) };
  }
  const edit = addElement(text, value, old);
  return edit && { edit, meant: (tree) => withValue(tree, pointer, listOf([...value.items, scalarOf(old)])) };
}

const scalarOf = (text: string): Scalar => ({ kind: 'scalar', style: 'plain', text, value: text, start: 0, end: 0 });
const listOf = (items: readonly Node[]): Sequence => ({ kind: 'sequence', flow: true, items, start: 0, end: 0 });

// An alias stands for many places of the tree and for one of the text.
const distinct = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  [...new Map(edits.map((edit) => [`${edit.start}-${edit.end}`, edit])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );

/** `file:line` of a place. */
export function placeName(project: Project, { path, span }: Pick<Mention, 'path' | 'span'>): string {
  const text = project.files.get(path)?.text ?? '';
  return `${path}:${positionAt(lineStarts(text), span.start).line + 1}`;
}

/** Whether a reference names the entity by its present id. */
export const isPresent = (project: Project, { site }: Mention, entity: Entity): boolean =>
  targetOf(project.kinds, site.text).id === entity.id;
