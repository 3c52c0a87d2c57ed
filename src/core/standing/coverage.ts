// Coverage: of those who owe a course, how many have passed it.
import { hasPassed } from '../access/training';
import { say } from '../messages/message';
import { owedBy } from '../metrics/training';
import { asOf } from '../project/values';
import type { StandingOf } from './standing';

export const coverage: StandingOf = (world, course) => {
  const people = [...owedBy(world, [course]).keys()];
  if (!people.length) return [];
  const passed = people.filter((person) => hasPassed(world.project, course, person, asOf(world)) === 'yes').length;
  return [{ text: say('standing.coverage', { passed, owed: people.length }), settled: false }];
};
