// Files that are one entity themselves: the manifest, and Markdown with a front matter.
import { languageOf, say } from '../messages/message';
import type { Problem } from '../model/finding';
import { entityId, type Path } from '../model/id';
import type { Kinds, RegisterForm } from '../schema/kinds';
import { proseLinks } from '../schema/sites';
import type { Reference } from '../schema/shape';
import { parse } from '../syntax/parse';
import { openRegister } from '../syntax/register';
import { member, written } from '../schema/json';
import type { Entity, Fields, FileIndex, SliceIndex } from './file-index';
import { indexSlice } from './index-slice';
import { MANIFEST } from './matcher';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/;

export function indexDocument(path: Path, text: string, problems: readonly Problem[], kinds: Kinds): FileIndex {
  return path === MANIFEST ? indexManifest(path, text, problems, kinds) : indexMarkdown(path, text, problems, kinds);
}

function indexManifest(path: Path, text: string, problems: readonly Problem[], kinds: Kinds): FileIndex {
  const form = kinds.form('manifest') as RegisterForm;
  const parsed = parse(text);
  if (parsed.root?.kind !== 'mapping') {
    const span = { start: 0, end: firstLineEnd(text) };
    const broken = parsed.problems.filter((one) => one.code !== 'LF010');
    const own: readonly Problem[] = broken.length
      ? broken
      : [{ code: 'LF014', span, message: say('manifest.not-mapping') }];
    return file(path, text, 'manifest', emptySlice([]), [...problems, ...own]);
  }
  const slice = indexSlice(parsed, text, form, kinds, path);
  return file(path, text, 'manifest', withDefaults(slice, form, kinds), problems);
}

// Entities that the manifest does not list but the schema gives by default (the usual phases) are there all the same,
// in the language of the project.
function withDefaults(slice: SliceIndex, form: RegisterForm, kinds: Kinds): SliceIndex {
  const [manifest] = slice.entities;
  if (!manifest) return slice;
  const entities = [...slice.entities];
  const locale = member(manifest.value, 'locale');
  const chinese = languageOf(typeof locale === 'string' ? locale : undefined) === 'zh-cn';
  for (const [field, shape] of form.item.fields) {
    const kind = shape.items?.entity && kinds.kind(shape.items.entity.name);
    const given = chinese ? shape.defaultZh : shape.default;
    if (!kind || !Array.isArray(given) || member(manifest.value, field) !== undefined) continue;
    for (const value of given as readonly Fields[]) {
      const [id, title] = [written(value.id), written(value.title ?? value.id)];
      entities.push({
        ...manifest,
        kind,
        id: entityId(id),
        title,
        derived: false,
        pointer: `/${field}`,
        value,
        sites: [],
      });
    }
  }
  return { ...slice, entities };
}

/** The front matter of a Markdown file, with the offsets it has in the file, and where it ends. */
export function frontMatter(text: string): { readonly yaml: string; readonly end: number } | undefined {
  const found = FRONT_MATTER.exec(text);
  // Blanks in place of the first line keep the offsets those of the file.
  return found ? { yaml: `${' '.repeat(text.indexOf('\n'))}\n${found[1] ?? ''}`, end: found[0].length } : undefined;
}

// Only a front matter makes a Markdown file an article; a README without one is a README.
function indexMarkdown(path: Path, text: string, problems: readonly Problem[], kinds: Kinds): FileIndex {
  const form = [...kinds.all]
    .map((kind) => kinds.form(kind.home))
    .find((one) => one?.kind?.entity.from === 'document' && one.name !== 'manifest');
  const front = frontMatter(text);
  if (!front || !form) {
    const unreadable = problems.filter((one) => one.code !== 'LF011');
    return file(path, text, '', emptySlice([]), unreadable);
  }
  const parsed = parse(front.yaml);
  const id = entityId(path.replace(/\.md$/i, ''));
  const slice = indexSlice(parsed, text, form, kinds, path, { whole: id });
  return file(path, text, form.name, withBody(slice, text, front.end, form), problems);
}

// The links of the prose below the front matter are references of the article.
function withBody(slice: SliceIndex, text: string, from: number, form: RegisterForm): SliceIndex {
  const prose = proseReference(form);
  const sites = prose ? proseLinks(text, { start: from, end: text.length }, prose, '/') : [];
  if (!sites.length) return slice;
  const entities: Entity[] = [];
  const out: SliceIndex = { ...slice, entities };
  for (const entity of slice.entities)
    entities.push({ ...entity, slice: out, sites: entity.pointer === '' ? [...entity.sites, ...sites] : entity.sites });
  return out;
}

const proseReference = (form: RegisterForm): Reference | undefined =>
  [...form.item.fields.values()].find((field) => field.ref?.prose)?.ref;

const emptySlice = (problems: readonly Problem[]): SliceIndex => ({ entities: [], problems, suppressions: [] });

const file = (path: Path, text: string, form: string, slice: SliceIndex, problems: readonly Problem[]): FileIndex => ({
  path,
  text,
  form,
  slices: [slice],
  starts: [0],
  problems,
  suppressions: [],
  unread: problems.length > 0,
  open: () => openRegister(text),
});

const firstLineEnd = (text: string): number => {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
};
