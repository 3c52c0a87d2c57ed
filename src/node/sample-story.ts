// The story of a sample: NAME.history.yaml read into commits, oldest first. It tells what every commit did; only the
// last state is stored as files, and earlier ones are found by undoing. What is wrong in it is a bug of ours: it throws.
import { parse } from '../core/syntax/parse';
import type { Node } from '../core/syntax/tree';

/** One thing that a commit did, with what is needed to undo it. */
export type Change =
  /** It created these files. */
  | { readonly kind: 'created'; readonly files: readonly string[] }
  /** It added these entities to a file. */
  | { readonly kind: 'added'; readonly file: string; readonly ids: readonly string[] }
  /** It took an entity out; the text is put back before the entity named, or at the end of the file. */
  | { readonly kind: 'removed'; readonly file: string; readonly text: string; readonly before: string | undefined }
  /** It replaced a text, once in each of these entities, or once in the file when none is named. */
  | {
      readonly kind: 'edited';
      readonly file: string;
      readonly ids: readonly string[];
      readonly from: string;
      readonly to: string;
      /** Whether the texts are whole lines, written without the indentation of an entity's fields. */
      readonly lines: boolean;
    }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string };

export interface Tag {
  readonly name: string;
  readonly by: string;
  /** ISO 8601 with an offset. */
  readonly date: string;
  readonly message: string;
}

export interface Chapter {
  /** `Name <email>`. */
  readonly by: string;
  readonly date: string;
  readonly message: string;
  /** The branch it is on; the main line is `main`. A branch begins at the main line's latest commit before its first. */
  readonly branch: string;
  /** The branch that this commit merges. */
  readonly merge: string | undefined;
  readonly tag: Tag | undefined;
  readonly changes: readonly Change[];
}

export const MAIN = 'main';

/** Reads a history file; throws with the commit's number where it is not well formed. */
export function readStory(text: string): readonly Chapter[] {
  const { root, problems } = parse(text);
  if (problems[0] || !root) throw new Error(`history: broken YAML at offset ${problems[0]?.span.start ?? 0}`);
  const top = fields(root, 'history', ['authors', 'commits']);
  const authors = top.authors ? textFields(top.authors, 'authors') : {};
  const author = (id: string, where: string): string => {
    const found = authors[id];
    if (found === undefined) throw new Error(`${where}: "${id}" is not among the authors`);
    return found;
  };
  return list(top.commits, 'commits').map((node, at) => chapter(node, `commit ${at + 1}`, author));
}

type AuthorOf = (id: string, where: string) => string;

function chapter(node: Node, where: string, author: AuthorOf): Chapter {
  const raw = fields(node, where, ['by', 'date', 'message', 'branch', 'merge', 'tag', 'changes']);
  return {
    by: author(required(raw.by, `${where}: by`), where),
    date: required(raw.date, `${where}: date`),
    message: required(raw.message, `${where}: message`).trimEnd(),
    branch: optional(raw.branch) ?? MAIN,
    merge: optional(raw.merge),
    tag: raw.tag && tag(raw.tag, `${where}: tag`, author),
    changes: raw.changes ? list(raw.changes, where).map((one, at) => change(one, `${where}, change ${at + 1}`)) : [],
  };
}

function tag(node: Node, where: string, author: AuthorOf): Tag {
  const { name, by, date, message } = fields(node, where, ['name', 'by', 'date', 'message']);
  return {
    name: required(name, where),
    by: author(required(by, where), where),
    date: required(date, where),
    message: required(message, where).trimEnd(),
  };
}

function change(node: Node, where: string): Change {
  const raw = fields(node, where, [
    'created',
    'file',
    'added',
    'removed',
    'before',
    'in',
    'from',
    'to',
    'was',
    'now',
    'moved',
  ]);
  if (raw.created) return { kind: 'created', files: texts(raw.created, where) };
  if (raw.moved) return { kind: 'moved', from: required(raw.moved, where), to: required(raw.to, where) };
  const file = required(raw.file, `${where}: file`);
  if (raw.added) return { kind: 'added', file, ids: texts(raw.added, where) };
  if (raw.removed) return { kind: 'removed', file, text: required(raw.removed, where), before: optional(raw.before) };
  const ids = raw.in ? texts(raw.in, where) : [];
  if (raw.now) return { kind: 'edited', file, ids, from: lines(raw.was), to: lines(raw.now), lines: true };
  return {
    kind: 'edited',
    file,
    ids,
    from: optional(raw.from) ?? '',
    to: required(raw.to, `${where}: to`),
    lines: false,
  };
}

const lines = (node: Node | undefined): string => (optional(node) ?? '').replace(/\n$/, '');

function fields<Key extends string>(node: Node, where: string, allowed: readonly Key[]): Partial<Record<Key, Node>> {
  if (node.kind !== 'mapping') throw new Error(`${where}: not a mapping`);
  const out: Partial<Record<Key, Node>> = {};
  for (const { key, value } of node.pairs) {
    const name = allowed.find((one) => one === key.text);
    if (name === undefined) throw new Error(`${where}: unknown field "${key.text}"`);
    out[name] = value;
  }
  return out;
}

function textFields(node: Node, where: string): Readonly<Record<string, string>> {
  if (node.kind !== 'mapping') throw new Error(`${where}: not a mapping`);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, required(value, where)]));
}

function list(node: Node | undefined, where: string): readonly Node[] {
  if (node?.kind !== 'sequence') throw new Error(`${where}: not a list`);
  return node.items;
}

const texts = (node: Node, where: string): readonly string[] =>
  (node.kind === 'sequence' ? node.items : [node]).map((item) => required(item, where));

const optional = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

function required(node: Node | undefined, where: string): string {
  const text = optional(node);
  if (text === undefined || text === '') throw new Error(`${where}: a text is missing`);
  return text;
}
