// What an editor asks of a project of 40,000 entities: who refers to one, what a rename changes, the outline and the folds
// of a register of 15,000 items. Each is timed the first time it is asked, when nothing is warm yet.
import type { Work } from '../../src/core/base/work';
import { folding } from '../../src/core/features/folding';
import { outline } from '../../src/core/features/outline';
import { references } from '../../src/core/features/references';
import { rename } from '../../src/core/features/rename';
import { symbols } from '../../src/core/features/symbols';
import { path as pathOf } from '../../src/core/model/id';
import { type Entity, entitiesOf } from '../../src/core/project/file-index';
import { markOf, ownId } from '../../src/core/project/named';
import { backrefsOf, type Project } from '../../src/core/project/project';
import { emptyProject, updated } from '../../src/core/project/update';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { ENTITIES } from './check';
import { bigRegister, generate } from './corpus/generate';
import { type Bench, limit, type Row } from './row';

const FILE = pathOf('issues/issues-big.yaml');
/** Of 15,000 items. */
const BYTES = 5.66 * 1024 * 1024;

export const questions: Bench = {
  names: ['references', 'rename', 'rename-large', 'symbols', 'outline', 'folding'],
  run: async ({ asked }) => {
    const project = open();
    const [most, many] = referred(project);
    const rows: readonly (() => Row)[] = [
      () => {
        const { milliseconds, answer } = timed(() => references(project, ...placeOf(project, most)));
        return limit('references', `references: ${answer?.places.length} to one entity`, milliseconds, 100);
      },
      () => {
        const { whole, answer } = worked(rename(project, ...placeOf(project, many), 'somebody.else'));
        const places = backrefsOf(project, many).length;
        const files = answer.ok ? answer.value.size : 0;
        return limit('rename', `rename: ${places} references in ${files} files`, whole, 100);
      },
      () => {
        const { longest, whole, answer } = worked(rename(project, ...placeOf(project, most), 'somewhere.else'));
        const files = answer.ok ? answer.value.size : 0;
        const work = `rename: ${backrefsOf(project, most).length} in ${files} files, ${Math.round(whole)} ms in stretches`;
        return limit('rename-large', `${work}, the longest`, longest, 50);
      },
      () => limit('symbols', `search of ${ENTITIES} entities`, worked(symbols(project, '采购')).whole, 100),
      () => {
        const { whole, answer } = worked(outline(project, FILE));
        return limit('outline', `outline of ${answer?.length} items`, whole, 50);
      },
      () => {
        const { whole, answer } = worked(folding(project, FILE));
        return limit('folding', `folding of the same: ${answer.length} ranges`, whole, 50);
      },
    ];
    return questions.names.flatMap((name, at) => (asked(name) ? (rows[at]?.() ?? []) : []));
  },
};

function open(): Project {
  const files = [...generate(ENTITIES).files, [FILE, bigRegister(BYTES, ENTITIES)] as const];
  return updated(emptyProject(loadKinds(builtIn)), new Map(files.map(([file, text]) => [pathOf(file), { text }])));
}

/** The entity that most refer to, and the person. */
function referred(project: Project): readonly [Entity, Entity] {
  const most = (entities: readonly Entity[]): Entity =>
    entities
      .map((entity) => ({ entity, count: backrefsOf(project, entity).length }))
      .reduce((a, b) => (b.count > a.count ? b : a)).entity;
  return [most([...project.files.values()].flatMap(entitiesOf)), most(project.table('people'))];
}

function placeOf(project: Project, entity: Entity) {
  const file = project.files.get(entity.path);
  if (!file) throw new Error(`${entity.path} is not in the project`);
  return [entity.path, (ownId(file, entity) ?? markOf(file, entity)).start] as const;
}

function timed<T>(ask: () => T): { readonly milliseconds: number; readonly answer: T } {
  const since = performance.now();
  const answer = ask();
  return { milliseconds: performance.now() - since, answer };
}

/** The work run through, with the milliseconds of the whole and of the longest step between two pauses. */
function worked<T>(work: Work<T>): { readonly whole: number; readonly longest: number; readonly answer: T } {
  let [whole, longest] = [0, 0];
  for (;;) {
    const { milliseconds, answer } = timed(() => work.next());
    whole += milliseconds;
    longest = Math.max(longest, milliseconds);
    if (answer.done) return { whole, longest, answer: answer.value };
  }
}
