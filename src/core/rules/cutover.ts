// LF803 to LF805, the cutover minute by minute: performers wanted twice, steps before what they wait for, steps past the window.
import { keptAlone } from '../base/kept';
import { type Message, say } from '../messages/message';
import type { RuleCode } from '../model/id';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import { keyOf, lookUp, type Project } from '../project/project';
import { text } from '../project/values';
import { calendarTables } from '../schedule/calendar';
import { clockText, type Cutover, cutoverOf, type Step } from '../schedule/cutover';
import { type ProjectRule, said, type SaidOf, steady, tableRule } from './rule';

const STEPS = 'cutover-steps';
const MINUTE = 60_000;

/** The runbooks of all waves, as far as their steps say how they go: no clock, so that a rule says the same at any hour. */
const runbooks = keptAlone((project: Project): readonly Cutover[] => {
  const wanted = new Set(project.table(STEPS).map(({ value }) => text(value.wave)));
  return project
    .table('waves')
    .filter(({ id }) => wanted.has(id))
    .map((wave) => cutoverOf(project, wave, 0));
});

const runbookRule = (code: RuleCode, check: (runbook: Cutover, project: Project) => Iterable<SaidOf>): ProjectRule =>
  steady(
    tableRule(
      code,
      (project) => [project.table(STEPS), project.table('waves'), ...calendarTables(project)],
      function* ({ project }) {
        for (const runbook of runbooks(project)) yield* check(runbook, project);
      },
    ),
  );

const overlap = runbookRule('LF803' as RuleCode, function* ({ clashes, steps }, project) {
  const isDone = new Set(steps.filter((one) => one.isDone).map(({ step }) => step));
  for (const {
    performer,
    steps: [first, second],
    minutes,
  } of clashes) {
    if (isDone.has(first) || isDone.has(second)) continue;
    const name = lookUp(project, 'people', performer)?.title ?? performer;
    yield said(
      project,
      second,
      '/performer',
      say('step.overlap', { name, other: first.id, minutes }),
      byBackup(second, steps),
    );
  }
});

/** The one who stands in, unless they are wanted elsewhere at the same time. */
function byBackup(step: Entity, steps: readonly Step[]): Fix | undefined {
  const backup = text(step.value.backup);
  const own = steps.find((one) => one.step === step);
  if (backup === undefined || !own) return undefined;
  const isBusy = steps.some(
    (one) => text(one.step.value.performer) === backup && one.start < own.finish && own.start < one.finish,
  );
  return isBusy ? undefined : { kind: 'set', to: keyOf(step), pointer: '', field: 'performer', with: backup };
}

const tooSoon = runbookRule('LF804' as RuleCode, function* ({ steps, window }, project) {
  const ends = new Map(steps.map(({ step, finish }) => [step, finish]));
  const told = clockText(project);
  for (const { step, wanted, after, isDone } of steps) {
    if (wanted === undefined || isDone) continue;
    const last = after.reduce<Entity | undefined>(
      (a, b) => (a === undefined || (ends.get(b) ?? 0) > (ends.get(a) ?? 0) ? b : a),
      undefined,
    );
    const end = last && ends.get(last);
    if (!last || end === undefined || wanted >= end) continue;
    const about = { begin: told(wanted), other: last.id, end: told(end) };
    const fix: Fix = { kind: 'either', of: [...later(end, window), { kind: 'drop', pointer: '/start' }] };
    yield said(project, step, '/start', say('step.too-soon', about), fix);
  }
});

/** The same moment as a runbook writes it. */
function later(at: number, window: Cutover['window']): readonly Fix[] {
  if (!window || at < window.from) return [];
  const minutes = Math.round((at - window.from) / MINUTE);
  return [{ kind: 'replace', with: `T+${minutes % 60 ? `${minutes}min` : `${minutes / 60}h`}` }];
}

const pastWindow = runbookRule('LF805' as RuleCode, function* ({ steps, window }, project) {
  if (!window) return;
  const told = clockText(project);
  for (const { step, finish, isDone } of steps) {
    if (isDone || finish <= window.to) continue;
    const about = { end: told(finish), to: told(window.to), minutes: Math.round((finish - window.to) / MINUTE) };
    const message: Message = say('step.past-window', about);
    yield said(project, step, '', message);
  }
});

export const cutoverRules = [overlap, tooSoon, pastWindow] as const;
