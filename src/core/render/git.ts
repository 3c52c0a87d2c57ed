// Why git does not tell, in words.
import { type Message, say } from '../messages/message';
import type { Unavailable } from '../project/known';

export const reason = ({ why, detail }: Unavailable): Message =>
  detail ? say('git.why-detail', { why: say(`git.${why}`), detail }) : say(`git.${why}`);
