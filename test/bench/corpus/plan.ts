// A large plan: tasks in summaries of ten, each waiting for up to two before it, in calendars with holidays.
import { random } from '../../fuzz/random';

/** Tasks of a register. */
const FILE = 500;

/** The files of a project with so many tasks. */
export const planFiles = (tasks: number): readonly (readonly [file: string, text: string])[] => [
  ['landfall.yaml', 'landfall: 1\nname: Bench\nstart: 2026-03-02\ncalendar: cn\n'],
  [
    'calendars.yaml',
    'kind: calendars\nitems:\n  - { id: cn, title: CN, legal: cn }\n  - { id: six, title: Six, workdays: [mon, tue, wed, thu, fri, sat] }\n',
  ],
  ...Array.from({ length: Math.ceil(tasks / FILE) }, (_, at) => [`tasks-${at}.yaml`, register(tasks, at)] as const),
];

/** One register of the plan; an edit makes one of its tasks longer. */
export function register(tasks: number, file: number, edit = 0): string {
  const lines = ['kind: tasks', 'items:'];
  for (let at = file * FILE; at < Math.min(tasks, (file + 1) * FILE); at++) {
    const pick = random(at + 1);
    const summary = at - (at % 10);
    if (at === summary) {
      lines.push(`  - { id: T-${at}, title: Summary ${at} }`);
      continue;
    }
    const before = new Set(Array.from({ length: pick.below(3) }, () => Math.max(1, at - 1 - pick.below(60))));
    const after = [...before].filter((one) => one % 10).map((one) => `T-${one}`);
    const days = 1 + pick.below(9) + (edit && at === file * FILE + 7 ? edit : 0);
    const calendar = pick.below(5) === 0 ? ', calendar: six' : '';
    lines.push(
      `  - { id: T-${at}, title: Task ${at}, parent: T-${summary}, duration: ${days}d, after: [${after.join(', ')}]${calendar} }`,
    );
  }
  return `${lines.join('\n')}\n`;
}
