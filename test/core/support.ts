// What the core's tests share: the kinds that ship, projects written as text, and the check of marked fixtures.
import assert from 'node:assert/strict';
import { finish } from '../../src/core/base/work';
import { lineStarts, offsetAt, positionAt } from '../../src/core/base/span';
import { checker } from '../../src/core/check/checker';
import { tell } from '../../src/core/messages/message';
import type { Finding } from '../../src/core/model/finding';
import { type Path, path } from '../../src/core/model/id';
import { known } from '../../src/core/project/known';
import type { Project } from '../../src/core/project/project';
import { emptyProject, updated } from '../../src/core/project/update';
import { worldOf } from '../../src/core/project/world';
import { loadKinds, type Kinds, type SchemaError } from '../../src/core/schema/kinds';
import type { SchemaSource } from '../../src/core/schema/json';
import { json, version } from '../../src/generated/schemas';
import validators from '../../src/generated/validators';

let shipped: Kinds | undefined;

/** The kinds that ship with the product, with their generated validators. */
export function shippedKinds(): Kinds {
  shipped ??= loadKinds({
    sources: new Map(Object.entries(JSON.parse(json) as Record<string, SchemaSource>)),
    version,
    validator: (name) => {
      const validate = validators[name.replaceAll('-', '_')];
      return validate && ((value) => (validate(value) ? [] : ((validate.errors ?? []) as readonly SchemaError[])));
    },
  });
  return shipped;
}

export type Files = Readonly<Record<string, string>>;

const MINIMAL = 'landfall: 1\nname: Test\n';

/** A project of these files; a manifest is added when there is none. */
export function projectOf(files: Files, kinds: Kinds = shippedKinds()): Project {
  const all = { 'landfall.yaml': MINIMAL, ...files };
  const manifest = new Map([[path('landfall.yaml'), { text: all['landfall.yaml'] }]]);
  const rest = Object.entries(all).filter(([name]) => name !== 'landfall.yaml');
  return updated(updated(emptyProject(kinds), manifest), new Map(rest.map(([name, text]) => [path(name), { text }])));
}

export const worldAt = (project: Project, day = '2026-11-16') =>
  worldOf(project, Date.parse(`${day}T00:00:00Z`), day, known(new Set(project.files.keys())));

export const findingsOf = (project: Project, day?: string): readonly Finding[] =>
  [...finish(checker().check(worldAt(project, day))).findings.values()].flat();

/** `path:line:column code message`, one a line, as the fixtures compare them. */
export function lines(project: Project, findings: readonly Finding[] = findingsOf(project)): readonly string[] {
  return findings.map((one) => {
    const at = positionAt(lineStarts(project.files.get(one.path)?.text ?? ''), one.span.start);
    return `${one.path}:${at.line + 1}:${at.column + 1} ${one.code} ${tell(one.message, 'en')}`;
  });
}

/** Files out of one text: `#- name.yaml` begins a file; without it there is one, `risks.yaml`. */
export function filesIn(fixture: string): Files {
  const files: Record<string, string> = {};
  let name = 'risks.yaml';
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const begin = /^#- (\S+)$/.exec(line);
    if (begin) name = begin[1] ?? name;
    files[name] = begin ? (files[name] ?? '') : `${files[name] ?? ''}${line}\n`;
  }
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text.trim() !== ''));
}

const MARK = /^(\s*#\s*)(\^+) (LF\d{3}) (.*)$/;

/**
 * Checks a fixture whose comments say what is found: `#   ^^^^ LF101 message` under the place. Every finding must be
 * marked and every mark found.
 */
export function check(fixture: string, options: { readonly only?: RegExp } = {}): void {
  const files = filesIn(fixture);
  const project = projectOf(files);
  const wanted = Object.entries(files).flatMap(([name, text]) => marksIn(name, text));
  const found = findingsOf(project).filter((one) => !options.only || options.only.test(one.code));
  const said = found.map((one) => {
    const text = project.files.get(one.path as Path)?.text ?? '';
    const end = one.span.end === one.span.start ? one.span.end + 1 : one.span.end;
    return `${one.path} ${one.span.start}-${end} ${one.code} ${tell(one.message, 'en')} «${text.slice(one.span.start, one.span.end)}»`;
  });
  assert.deepEqual(said.sort(), wanted.sort());
}

function marksIn(name: string, text: string): readonly string[] {
  const starts = lineStarts(text);
  let above = 0;
  return text.split('\n').flatMap((line, i) => {
    const mark = MARK.exec(line);
    if (!mark) {
      above = i;
      return [];
    }
    const column = (mark[1] ?? '').length;
    const start = offsetAt(starts, text.length, { line: above, column });
    const end = start + (mark[2] ?? '').length;
    return [`${name} ${start}-${end} ${mark[3]} ${mark[4]} «${text.slice(start, end)}»`];
  });
}
