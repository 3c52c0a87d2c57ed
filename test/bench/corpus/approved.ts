// What git would know of a corpus: three baselines, each with the project as it was then and some hundred entities that
// were something else, and days on which what tests prove was changed.
import { finish } from '../../../src/core/base/work';
import { provenIn } from '../../../src/core/compare/evidence';
import { path as pathOf } from '../../../src/core/model/id';
import { type Known, known } from '../../../src/core/project/known';
import type { Past, TagPast } from '../../../src/core/project/past';
import { keyOf, type Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';

const BASELINES = [
  { id: 'BL-1', date: '2026-03-02', scope: ['requirements'] },
  { id: 'BL-2', date: '2026-06-01', scope: ['configuration', 'processes'] },
  { id: 'BL-3', date: '2026-09-01', scope: ['roles', 'sod-rules', 'permission-objects', 'configuration/fi.*'] },
] as const;
const FILE = pathOf('baselines/baselines.yaml');
/** Of the entities of the registers that are covered, one of so many was something else. */
const DRIFTED = 25;
const COMMIT = 'a'.repeat(40);

export interface Approved {
  readonly project: Project;
  readonly past: Known<Past>;
}

/** The project with baselines in it, and their past; the latest covers these kinds too. */
export function approved(project: Project, more: readonly string[]): Approved {
  const last = BASELINES.length - 1;
  const scopes = BASELINES.map(({ scope }, at): readonly string[] => (at === last ? [...scope, ...more] : scope));
  const items = BASELINES.map(
    ({ id, date }, at) =>
      `- { id: ${id}, title: ${id}, tag: ${id}, commit: ${COMMIT}, date: ${date}, scope: [${scopes[at]?.join(', ')}] }\n`,
  );
  const present = updated(project, new Map([[FILE, { text: `kind: baselines\nitems:\n${items.join('')}` }]]));
  const tags = BASELINES.map(({ id }, at): readonly [string, TagPast] => [
    id,
    { commit: COMMIT, annotated: true, ancestor: known(true), project: known(earlier(present, scopes[at] ?? [])) },
  ]);
  return { project: present, past: known({ tags: new Map(tags), changes: known(changesIn(present)) }) };
}

function earlier(project: Project, scope: readonly string[]): Project {
  const kinds = new Set(scope.map((one) => one.replace(/\/.*/, '')));
  let count = 0;
  const files = [...project.files].flatMap(([path, { form, text }]) => {
    if (!kinds.has(form)) return [];
    const then = text.replace(/^( +title: )(?=\p{L})/gmu, (title) => (++count % DRIFTED ? title : `${title}原`));
    return [[path, { text: then }] as const];
  });
  return updated(project, new Map(files));
}

const changesIn = (project: Project) =>
  new Map(
    [...finish(provenIn(project))].map((entity, at) => [
      keyOf(entity),
      [{ way: ['title'], day: `2026-0${1 + (at % 9)}-15`, author: '李伟', commit: COMMIT.slice(0, 10) }],
    ]),
  );
