// `landfall gate [ID]`: whether the project may go on, criterion by criterion, with what to mend and who has to.
import { finish } from '../../core/base/work';
import type { Checked } from '../../core/check/check';
import { checker } from '../../core/check/checker';
import { GATES } from '../../core/gates/criterion';
import { decidedAt } from '../../core/gates/decided';
import { replay } from '../../core/gates/replay';
import { say, tell } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import {
  type Decided,
  gateJson,
  gateList,
  gateMarkdown,
  gateText,
  replayJson,
  replayMarkdown,
  replayText,
} from '../../core/render/gates';
import { askingOf, type GateView, gateView, gateViews } from '../../core/views/gates';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { theRoot } from '../folders';
import { entitiesNamed } from '../naming';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { openStates, openWithPast } from '../states';

export const gate: Command = {
  name: 'gate',
  words: ['[ID]'],
  summary: say('cli.gate'),
  about: say('cli.gate-about'),
  exits: say('cli.exits-gate'),
  options: [
    directory,
    { name: 'at', value: 'REV', help: say('cli.option-metrics-rev') },
    { name: 'replay', help: say('cli.option-replay') },
    format(['text', 'json', 'markdown']),
    noCache,
  ],
  run: async (call) => {
    const root = await theRoot(call);
    if (call.option('replay') !== undefined) return printReplay(call, root);
    const checked = await checkedAt(call, root, call.option('at'));
    const [given] = call.words;
    const named = given === undefined ? undefined : gateNamed(checked, given);
    return print(call, checked, named);
  },
};

async function checkedAt(call: Call, root: string, rev: string | undefined): Promise<Checked> {
  if (rev === undefined) return finish(checker().check(await openWithPast(call, root)));
  const states = await openStates(call, root);
  try {
    return await states.check(await states.at(rev));
  } finally {
    await states.close();
  }
}

function gateNamed({ world: { project } }: Checked, given: string): Entity {
  const [found] = entitiesNamed(project, given, project.kinds.kind(GATES));
  if (found?.kind.name === GATES) return found;
  throw new WrongCall(say('cli.not-gate', { given }));
}

// One gate, or all of them and the next in full: that one decides the exit code.
function print(call: Call, checked: Checked, named: Entity | undefined): Exit {
  const { language } = call;
  const { project } = checked.world;
  const asking = askingOf(checked);
  const all: readonly GateView[] = named ? [gateView(asking, named)] : gateViews(asking);
  const shown = named ? all : all.filter(({ isNext }) => isNext);
  const exit = shown.some(({ state }) => state.open) ? 1 : 0;
  switch (call.option('format')) {
    case 'json':
      call.write(
        json({ version: 1, on: checked.world.asOf, gates: all.map((one) => gateJson(one, project, language)) }),
      );
      return exit;
    case 'markdown':
      call.write(all.map((one) => gateMarkdown(one, language)).join('\n'));
      return exit;
    default: {
      if (!all.length) call.write(`${tell(say('gate.none'), language)}\n`);
      const parts = shown.map((one) => gateText(one, project, language, inkOf(call)));
      if (!named && all.length) parts.push(gateList(all, language, inkOf(call)));
      call.write(parts.join('\n'));
      return exit;
    }
  }
}

async function printReplay(call: Call, root: string): Promise<Exit> {
  const [given] = call.words;
  if (given === undefined) throw new WrongCall(say('cli.missing-word', { word: 'ID' }));
  const states = await openStates(call, root);
  try {
    const now = await states.check(await states.at(call.option('at') ?? '.'));
    const found = gateNamed(now, given);
    const revision = decidedAt(found);
    if (revision === undefined) throw new WrongCall(say('cli.not-decided', { given }));
    const before = await states.check(await states.at(revision));
    const decided: Decided = {
      replay: replay(askingOf(now), askingOf(before), found),
      revision,
      before: before.world.project,
      now: now.world.project,
      days: [before.world.asOf, now.world.asOf],
    };
    const asked = call.option('format');
    if (asked === 'json') call.write(json({ version: 1, ...replayJson(decided, call.language) }));
    else if (asked === 'markdown') call.write(replayMarkdown(decided, call.language));
    else call.write(replayText(decided, call.language, inkOf(call)));
    return decided.replay.gate.open ? 1 : 0;
  } finally {
    await states.close();
  }
}
