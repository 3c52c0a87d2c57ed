// Why git does not tell, in words.
import { type Message, say } from '../messages/message';
import type { Unavailable } from '../project/known';

export const reason = (told: Unavailable): Message =>
  told.detail ? say('git.why-detail', { why: shortReason(told), detail: told.detail }) : shortReason(told);

/** Without git's own words, where there is little room. */
export const shortReason = ({ why }: Unavailable): Message => say(`git.${why}`);
