// Rules that only the system can keep (dynamic separation of duty, and none of both on one document): whether the
// control that shall enforce them is there, switched on, and proven by a test that passed.
import { keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { backrefsOf, lookUp, type Project } from '../project/project';
import { droppedAs } from '../project/state';
import { type Json, member, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import { type Reference, refers } from '../schema/shape';
import type { DutyRule } from './duties';
import { fieldPlaying, kindPlaying } from './parts';

export type Proof =
  | { readonly kind: 'enforced'; readonly control: Entity; readonly test: Entity; readonly run: Entity }
  | { readonly kind: 'unproven'; readonly why: 'no-control' | 'off' | 'no-test' | 'not-run' | 'failing' };

/** Whether a rule is enforced in an environment: its control is on, and of a test that covers the control or the rule
 * the latest run passed. */
export function proofOf(project: Project, rule: DutyRule, environment: string): Proof {
  const control = rule.control === undefined ? undefined : controlOf(project, rule.control);
  if (!control || droppedAs(control) !== undefined) return { kind: 'unproven', why: 'no-control' };
  if (!isOn(control, environment)) return { kind: 'unproven', why: 'off' };
  const tests = [...realised(project, control), ...realised(project, rule.entity)];
  if (!tests.length) return { kind: 'unproven', why: 'no-test' };
  const runs = tests.flatMap((test) => {
    const run = latest(realised(project, test));
    return run ? [{ test, run }] : [];
  });
  if (!runs.length) return { kind: 'unproven', why: 'not-run' };
  const passed = runs.find(({ run }) => run.value.result === 'pass');
  // One that fails is not made good by another that passes.
  if (!passed || runs.some(({ run }) => run.value.result === 'fail')) return { kind: 'unproven', why: 'failing' };
  return { kind: 'enforced', control, ...passed };
}

const controlOf = (project: Project, id: string): Entity | undefined =>
  lookUp(project, controlKind(project.kinds) ?? '', id);

function controlKind(kinds: Kinds): string | undefined {
  const shape = kindPlaying(kinds, 'constraint')?.shape;
  return shape?.fields.get(fieldPlaying(shape, 'control') ?? '')?.ref?.to[0];
}

/** Every table that these answers rest on, beside those of access: controls, the tests that cover them or the rules, and
 * the runs of the tests. */
export const proofTables = ({ kinds, table }: Project): readonly (readonly Entity[])[] =>
  kindsOfProof(kinds).map(table);

const kindsOfProof = keptAlone((kinds: Kinds): readonly string[] => {
  const control = controlKind(kinds);
  if (control === undefined) return [];
  const tests = realising(kinds, [control, kindPlaying(kinds, 'constraint')?.name ?? '']);
  return [...new Set([control, ...tests, ...realising(kinds, tests)])];
});

/** The kinds whose entities make some of these real. */
const realising = (kinds: Kinds, named: readonly string[]): readonly string[] =>
  kinds.all
    .filter(({ shape }) => refers(shape, (ref) => realises(ref) && named.some((one) => ref.to.includes(one))))
    .map(({ name }) => name);

const realises = ({ realises: which, to }: Reference): boolean => which === 'named' && !to.includes('any');

const OFF: ReadonlySet<Json | undefined> = new Set<Json | undefined>([
  undefined,
  null,
  false,
  0,
  '',
  'off',
  'no',
  'false',
  '0',
]);

function isOn(control: Entity, environment: string): boolean {
  const own = member(member(member(control.value, 'environments'), environment), 'value');
  return !OFF.has(own === undefined ? control.value.value : own);
}

/** The entities that make one real: the tests that cover it, the runs of a test. */
const realised = (project: Project, entity: Entity): readonly Entity[] => [
  ...new Set(
    backrefsOf(project, entity)
      .filter(({ site, from }) => realises(site.ref) && droppedAs(from) === undefined)
      .map(({ from }) => from),
  ),
];

const latest = (runs: readonly Entity[]): Entity | undefined =>
  runs.reduce<Entity | undefined>((a, b) => (a && written(a.value.date) > written(b.value.date) ? a : b), undefined);
