// Proof: what a sample says of all that was loaded, which is less than it says of itself.
import { say } from '../messages/message';
import { CONFIDENCE, proven, shareText } from '../metrics/migration';
import type { StandingOf } from './standing';

export const proof: StandingOf = (_, round) => {
  const found = proven(round);
  if (!found) return [];
  const about = { bound: shareText(found.bound), certainty: CONFIDENCE * 100 };
  return [{ text: say('standing.proof', about), settled: false }];
};
