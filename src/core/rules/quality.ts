// LF7, tests and training: what was agreed and by whom, who may accept it, and whether people can do it.
import { byId, inForce } from '../access/facts';
import { type AccessModel, accessOf } from '../access/model';
import { holderTables } from '../access/parts';
import { coursesFor, hasPassed, trainingTables } from '../access/training';
import { type Day, dayText } from '../base/days';
import { kept, keptAlone } from '../base/kept';
import { decimalText, compare, decimal } from '../base/decimal';
import { nfc } from '../base/text';
import { say } from '../messages/message';
import { figuresOfRules } from '../metrics/figures';
import type { Figure } from '../metrics/metric';
import { owedBy, trainingMetrics } from '../metrics/training';
import type { Entity } from '../project/file-index';
import { backrefsOf, lookUp, manifestOf, type Project } from '../project/project';
import { asOf, day, is, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { parseDuration } from '../schedule/duration';
import { member } from '../schema/json';
import { type EntityRule, keptEach, type ProjectRule, said, type SaidOf, tableRule } from './rule';

const isAgreed = (one: Entity): boolean => is(one, 'status', 'confirmed', 'built', 'verified');

const isRequirement: EntityRule['of'] = ({ name }) => name === 'requirements';

const untested: EntityRule = {
  scope: 'entity',
  code: 'LF701',
  of: isRequirement,
  // Before the first test there is no telling which are missing.
  ground: (project) => [project.table('tests').length > 0],
  concerns: (one, { project }) => is(one, 'status', 'built', 'verified') && project.table('tests').length > 0,
  *check(one, { project }) {
    if (backrefsOf(project, one).some(({ from }) => from.kind.name === 'tests')) return;
    yield said(project, one, '', say('requirement.untested'), {
      kind: 'create',
      of: 'tests',
      title: one.title,
      lists: { covers: [one.id] },
    });
  },
};

/** The sides that somebody is known of. */
const sidesOf = keptAlone(
  (people: readonly Entity[]): ReadonlySet<string> => new Set(people.flatMap((one) => text(one.value.side) ?? [])),
);

const SIDES = ['customer', 'vendor'] as const;
const areKnown = (project: Project): boolean => SIDES.every((side) => sidesOf(project.table('people')).has(side));

const oneSided: EntityRule = {
  scope: 'entity',
  code: 'LF702',
  of: isRequirement,
  ground: (project) => [areKnown(project)],
  concerns: (one, { project }) => isAgreed(one) && areKnown(project),
  *check(one, { project }) {
    const sides = list(one.value.confirmed_by).map((entry) =>
      text(lookUp(project, 'people', text(member(entry, 'person')) ?? '')?.value.side),
    );
    const lacks = SIDES.filter((side) => !sides.includes(side));
    if (!lacks.length) return;
    const missing = lacks.map((side) =>
      side === 'customer' ? say('requirement.customer') : say('requirement.vendor'),
    );
    const pointer = one.value.confirmed_by === undefined ? '' : '/confirmed_by';
    yield said(project, one, pointer, say('requirement.one-sided', { missing }));
  },
};

const wrongTester = tableRule(
  'LF704',
  (project) => [...holderTables(project), project.table('tests'), project.table('test-runs')],
  function* ({ project }) {
    const model = accessOf(project);
    const { design } = model;
    for (const { run, by, on, as } of acceptances(project.table('test-runs'), project.table('tests'))) {
      const [person, role] = [model.user(by), design.role(as)];
      if (!person || !role) continue;
      // Whoever will hold it when the wave is live may well accept it now.
      const holds = (model.assigned.get(person.id) ?? []).some(
        (one) =>
          (one.to === undefined || one.to >= on) &&
          one.roles.some((id) => {
            const held = design.role(id);
            return held !== undefined && design.isOrInherits(held, role);
          }),
      );
      if (!holds) yield* wrongly({ run, person: person.entity, role: role.entity }, project);
    }
  },
);

/** Runs of acceptance tests: by whom, on which day, and as what role. */
const acceptances = kept((runs: readonly Entity[], tests: readonly Entity[]) => {
  const known = byId(tests, (one) => one);
  return runs.flatMap((run) => {
    const test = known.get(nfc(text(run.value.test) ?? ''));
    const [by, as] = [text(run.value.by), test && is(test, 'type', 'uat') ? text(test.value.role) : undefined];
    const on = text(run.value.date)?.slice(0, 10) ?? '';
    return by === undefined || as === undefined ? [] : [{ run, by: nfc(by), on, as: nfc(as) }];
  });
});

const wrongly = keptEach(
  ({ run }: { readonly run: Entity; readonly person: Entity; readonly role: Entity }) => run,
  ({ person, role }) => [person, role],
  ({ run, person, role }, project) => [
    said(project, run, '/by', say('run.wrong-tester', { name: person.title, role: role.id })),
  ],
);

const USUAL = 95;
const [coverage] = trainingMetrics;

const uncovered: ProjectRule = {
  scope: 'project',
  code: 'LF705',
  reads: (world) => [
    world.project.kinds,
    world.asOf,
    world.project.table('waves'),
    manifest(world.project),
    ...[...coverageByWave(world)].map(([, figure]) => figure),
  ],
  *check(world) {
    const { project } = world;
    const own = number(member(member(manifest(project)[0]?.value, 'thresholds'), 'training.coverage'));
    const limit = decimal(own ?? USUAL);
    for (const [wave, figure, live] of coverageByWave(world)) {
      if (limit && figure.kind === 'known' && compare(figure.value, limit) < 0) {
        const about = { value: decimalText(figure.value, 1), limit: own ?? USUAL, day: dayText(live) };
        yield said(project, wave, '', say('wave.untrained', about));
      }
      yield;
    }
  },
};

/** The waves that are live, each with the figure and its day. */
function* coverageByWave(world: World): Generator<readonly [Entity, Figure, Day]> {
  for (const wave of world.project.table('waves')) {
    const live = day(wave, 'actual') ?? day(wave, 'go_live');
    if (live === undefined || live > asOf(world) || !coverage) continue;
    yield [wave, figuresOfRules(world.project.kinds).of(world, coverage, new Map([['wave', wave.id]])), live];
  }
}

const manifest = (project: Project): readonly Entity[] =>
  project.table(manifestOf(project)?.slices[0]?.entities[0]?.kind.name ?? '');

const untaught = tableRule(
  'LF706',
  (project) => [...holderTables(project), ...trainingTables(project)],
  function* ({ project, asOf: on }) {
    if (!project.table('courses').length) return;
    const model = accessOf(project);
    for (const id of rolesHeld(model.assignments, model.user, model.usual, on)) {
      const role = model.design.role(id);
      if (role && !coursesFor(project, model.design, role).length) yield* untaughtRole(role.entity, project);
    }
  },
);

const untaughtRole = keptEach(
  (role: Entity) => role,
  (role) => [role],
  (role, project) => [said(project, role, '', say('role.untaught', { role: role.id }))],
);

/** The roles that people, not accounts, have on a day, by the ids that their assignments write. */
const rolesHeld = kept(
  (assignments: AccessModel['assignments'], user: AccessModel['user'], usual: string, on: string) =>
    new Set(
      assignments
        .filter((one) => one.environment === usual && inForce(one, on) && isHuman(user(one.person)?.entity))
        .flatMap((one) => one.roles),
    ),
);

const isHuman = (person: Entity | undefined): boolean =>
  person !== undefined && (person.value.type === undefined || is(person, 'type', 'person'));

const unmarked = tableRule(
  'LF707',
  (project) => [project.table('courses'), project.table('training-sessions')],
  function* ({ project }) {
    for (const session of project.table('training-sessions')) {
      const course = lookUp(project, 'courses', text(session.value.course) ?? '');
      if (!is(session, 'status', 'held') || course?.value.certification !== true) continue;
      for (const [at, one] of list(session.value.attendance).entries())
        if (number(member(one, 'score')) === undefined)
          yield said(project, session, `/attendance/${at}`, say('session.no-score', { course: course.title }));
    }
  },
);

const lapsed = tableRule(
  'LF708',
  (project) => [...holderTables(project), ...trainingTables(project)],
  function* (world) {
    const { project } = world;
    const expiring = project.table('courses').filter((one) => parseDuration(text(one.value.valid_for) ?? ''));
    if (!expiring.length) return;
    const owed = owedBy(world, expiring);
    const latest = new Map<string, SaidOf>();
    for (const session of [...project.table('training-sessions')].sort((a, b) => (held(a) < held(b) ? -1 : 1))) {
      yield;
      const course = lookUp(project, 'courses', text(session.value.course) ?? '');
      const on = day(session, 'date');
      if (!course || on === undefined || on > asOf(world)) continue;
      for (const [at, one] of list(session.value.attendance).entries()) {
        const person = lookUp(project, 'people', text(member(one, 'person')) ?? '');
        if (!person || owed.get(person)?.includes(course) !== true) continue;
        if (
          hasPassed(project, course, person, on) !== 'yes' ||
          hasPassed(project, course, person, asOf(world)) !== 'no'
        )
          continue;
        const about = {
          name: person.title,
          course: course.title,
          day: dayText(on),
          period: text(course.value.valid_for) ?? '',
        };
        latest.set(
          `${course.id} ${person.id}`,
          said(project, session, `/attendance/${at}`, say('session.lapsed', about)),
        );
      }
    }
    yield* latest.values();
  },
);

const held = (session: Entity): number => day(session, 'date') ?? 0;

export const qualityRules = [untested, oneSided, wrongTester, uncovered, untaught, unmarked, lapsed] as const;
