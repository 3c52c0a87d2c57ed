// Service levels: how much of the time allowed an issue has left, and until when.
import { dayText } from '../base/days';
import { type Message, say } from '../messages/message';
import { instantOf } from '../metrics/issues';
import { isDone } from '../project/state';
import { projectCalendar } from '../schedule/calendar';
import { slaStanding } from '../schedule/sla-clock';
import { type Instant, type ZoneClock, zoneClock } from '../schedule/time-zone';
import type { Standing, StandingOf } from './standing';

export const serviceLevel: StandingOf = (world, issue) => {
  const clock = zoneClock(projectCalendar(world.project).timeZone ?? 'UTC') ?? zoneClock('UTC');
  const now = instantOf(world);
  return (['response', 'resolution'] as const).flatMap((target): readonly Standing[] => {
    const stands = slaStanding(world.project, issue, target, now);
    if (stands.kind === 'none') return [];
    const { state, used, allowed, due, stopped } = stands;
    const about = {
      target: say(`standing.${target}`),
      left: hours(allowed - used),
      over: hours(used - allowed),
      used: hours(used),
      allowed: hours(allowed),
      due: due !== undefined && clock ? momentIn(clock, due, now) : '',
    };
    return [{ text: told(state, about), settled: stopped || isDone(issue) }];
  });
};

type About = Readonly<Record<'left' | 'over' | 'used' | 'allowed' | 'due', string>> & { readonly target: Message };

function told(state: 'met' | 'breached' | 'running' | 'held', about: About): Message {
  switch (state) {
    case 'running':
      return say('standing.time-left', about);
    case 'held':
      return say('standing.time-held', about);
    case 'breached':
      return say('standing.time-over', about);
    case 'met':
      return say('standing.time-met', about);
  }
}

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

const MINUTE = 60_000;

// Without the year where it is this one: an editor cuts what stands behind a line after some forty signs.
function momentIn(clock: ZoneClock, at: Instant, now: Instant): string {
  const minutes = Math.floor((at + clock.offsetAt(at) * MINUTE) / MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const [day, today] = [dayText(clock.dayOf(at)), dayText(clock.dayOf(now))];
  const isThisYear = day.slice(0, -6) === today.slice(0, -6);
  return `${isThisYear ? day.slice(-5) : day} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
