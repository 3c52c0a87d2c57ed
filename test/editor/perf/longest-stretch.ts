// How long this process is held up by code of ours in one go. A timer looks in every millisecond; what it could not, for
// so long something held the process up. A CPU profile tells how much of that was code of ours: stretches of VS Code's
// own or of a test do not count. Where the system tells how long the thread really ran, a busy machine does not either.
import { Session } from 'node:inspector/promises';
import { type Profile, sharesOf } from './profile';
import { ranSoFar } from './thread-time';

export interface Stretch {
  readonly milliseconds: number;
  /** What ran in it, most first. */
  readonly where: string;
}

/** Microseconds between two samples. */
const INTERVAL = 500;

interface Gap {
  /** Microseconds of the clock that the profile has as well. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds in which the thread ran. */
  readonly ran: number;
}

/** The longest stretch of code below `folder` while the work is done. */
export async function longestStretch(folder: string, work: () => Promise<void>): Promise<Stretch> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  const stop = watch();
  const failure = await work().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const gaps = stop();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  if (failure) throw failure.error;
  const stretches = gaps.map((gap) => stretchIn(gap, profile as Profile, folder));
  return stretches.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a), { milliseconds: 0, where: '' });
}

function stretchIn({ from, to, ran }: Gap, profile: Profile, folder: string): Stretch {
  const { share, names } = sharesOf(profile, folder, from, to);
  return { milliseconds: ran * share, where: names.slice(0, 4).join(' ') };
}

/** Gaps of more than five milliseconds, until it is told to stop. */
function watch(): () => readonly Gap[] {
  const gaps: Gap[] = [];
  let [from, run] = [now(), ranSoFar()];
  const timer = setInterval(() => {
    const [to, ran] = [now(), ranSoFar()];
    if (ran - run > 5) gaps.push({ from, to, ran: ran - run });
    [from, run] = [to, ran];
  }, 1);
  return () => {
    clearInterval(timer);
    return gaps;
  };
}

const now = (): number => Number(process.hrtime.bigint() / 1000n);
