// What entries can stand at, by the name that a kind's schema calls it.
import type { StandingName } from '../schema/json';
import { coverage } from './coverage';
import { proof } from './proof';
import { serviceLevel } from './service-level';
import type { StandingOf } from './standing';

const standings: Readonly<Record<StandingName, StandingOf>> = { coverage, proof, 'service-level': serviceLevel };

/** What an entry stands at on the day that figures refer to. */
export const standingOf: StandingOf = (world, entity) =>
  entity.kind.entity.standing ? standings[entity.kind.entity.standing](world, entity) : [];
