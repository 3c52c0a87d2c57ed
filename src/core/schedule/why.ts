// Why a task is not earlier, in words.
import { type Message, say } from '../messages/message';
import type { Planned } from './planned';

/** What drives the dates of a task. */
export function whyOf({ driver, links }: Planned): Message {
  if (driver.kind !== 'link') return say(`schedule.because-${driver.kind}`);
  const { type, lag } = driver.link;
  const from = links.find(({ link }) => link === driver.link)?.from.task.id ?? '';
  return say('schedule.because-link', { type, id: from, lag: lagText(lag) });
}

/** A lag in days; nothing where there is none. */
export function lagText(lag: number): Message | '' {
  const days = Math.round(lag * 100) / 100;
  return days ? say('schedule.lag', { lag: days > 0 ? `+${days}` : String(days) }) : '';
}
