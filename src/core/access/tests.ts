// Access tests held against the design: a role as it is, a person by the assignments that are in force or will be, in
// production, anywhere.
import { accessParts } from './duties';
import { type AccessTest, type Expected, inForce } from './facts';
import { assignmentsOf, pointsOf, reachAt } from './effective';
import type { AccessModel } from './model';
import { type Answer, answerAt, answerFrom, type Reach } from './reach';

export interface Outcome {
  readonly expected: Expected;
  readonly wanted: 'can' | 'cannot';
  /** What the design answers; undefined where the test names what does not exist. */
  readonly answer: Answer | undefined;
  /** Undecided where a condition decides whether somebody can; undefined where it cannot be asked. */
  readonly result: 'pass' | 'fail' | 'undecided' | undefined;
}

/** What a test comes to on a day. */
export function outcomesOf(model: AccessModel, test: AccessTest, on: string): readonly Outcome[] {
  const one =
    (wanted: 'can' | 'cannot') =>
    (expected: Expected): Outcome => {
      const answer = answerTo(model, test, expected.text, on);
      if (answer === undefined) return { expected, wanted, answer, result: undefined };
      // What somebody may do under a condition they may do.
      const result = wanted === 'cannot' ? (answer === 'no' ? 'pass' : 'fail') : undecided[answer];
      return { expected, wanted, answer, result };
    };
  return [...test.can.map(one('can')), ...test.cannot.map(one('cannot'))];
}

const undecided = { yes: 'pass', unknown: 'undecided', no: 'fail' } as const;

function answerTo(model: AccessModel, test: AccessTest, name: string, on: string): Answer | undefined {
  const { design } = model;
  const { object: id, action, scope } = accessParts(name);
  const object = design.object(id);
  if (!object || action === undefined) return undefined;
  const permission = design.permissions().find((one) => one.object === object && one.action === action);
  const level = scope === undefined ? undefined : object.scopes.indexOf(scope) + 1;
  if (!permission || level === 0) return undefined;
  const column = design.column(permission);
  const answer = (reach: Reach): Answer => (level === undefined ? answerFrom(reach) : answerAt(reach, level));
  const reachOf = (role: string): Reach => {
    const known = design.role(role);
    return known ? (column[design.numberOf(known)] ?? 0) : 0;
  };
  if (test.role !== undefined) return design.role(test.role) && answer(reachOf(test.role));
  if (test.person === undefined) return undefined;
  const person = model.user(test.person)?.id ?? test.person;
  const mine = assignmentsOf(model, person, {}).filter((one) => one.to === undefined || one.to >= on);
  const days = new Set([on, ...mine.flatMap(({ from }) => (from !== undefined && from > on ? [from] : []))]);
  const answers = [...days].flatMap((day) =>
    pointsOf(
      model,
      mine.filter((one) => one.doubtful || inForce(one, day)),
    ).map(({ assignments }) => answer(reachAt(assignments, reachOf))),
  );
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}
