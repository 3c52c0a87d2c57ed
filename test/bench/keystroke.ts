// One keystroke in a big register to the new findings of the whole project: a title, a reference and an id in turn, a
// project of 40,000 entities around it, without a past and with baselines that it has drifted from. The server's time is
// without the 200 ms that it waits for the next keystroke.
import { Draft } from '../../src/core/base/draft';
import { finish } from '../../src/core/base/work';
import { lineStarts, positionAt } from '../../src/core/base/span';
import { checker } from '../../src/core/check/checker';
import { path as pathOf } from '../../src/core/model/id';
import { known } from '../../src/core/project/known';
import { drafted } from '../../src/core/project/index-file';
import { emptyProject, updated } from '../../src/core/project/update';
import { worldOf } from '../../src/core/project/world';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { random } from '../fuzz/random';
import { ENTITIES } from './check';
import { approved } from './corpus/approved';
import { bigRegister, generate } from './corpus/generate';
import { median } from './processes';
import { registerServer } from './register-server';
import type { Bench, Row } from './row';

const FILE = 'issues/issues-big.yaml';
const DEBOUNCE = 200;
/** `past`: baselines of other kinds, or of the register too. */
const SIZES = [
  { name: 'keystroke-320k', title: '320 KB', past: 'none', bytes: 320 * 1024, rounds: 9, share: 5 },
  { name: 'keystroke-past', title: '320 KB beside baselines', past: 'beside', bytes: 320 * 1024, rounds: 9, share: 5 },
  { name: 'keystroke-fixed', title: '320 KB in a baseline', past: 'fixed', bytes: 320 * 1024, rounds: 9, share: 7 },
  { name: 'keystroke-5m', title: '5 MB', past: 'none', bytes: 5 * 1024 * 1024, rounds: 6, share: 1 },
] as const;
type PastOf = (typeof SIZES)[number]['past'];
/** Edits of ours for one of theirs: theirs are the same every time, ours differ by what was edited. */
const OURS = 6;

export const keystroke: Bench = {
  names: SIZES.map(({ name }) => name),
  async run({ asked }) {
    const rows: Row[] = [];
    for (const { name, title, past, bytes, rounds, share } of SIZES.filter((size) => asked(size.name))) {
      const times = await inTurn(bigRegister(bytes, ENTITIES), past, rounds);
      rows.push({
        name,
        work: `keystroke to findings: register of ${title}`,
        ours: median(times.ours),
        theirs: median(times.theirs),
        unit: 'ms',
        target: { kind: 'share', atMost: share },
      });
    }
    return rows;
  },
};

async function inTurn(
  register: string,
  past: PastOf,
  rounds: number,
): Promise<{ readonly ours: readonly number[]; readonly theirs: readonly number[] }> {
  const [our, their] = [openOurs(register, past), await openTheirs(register)];
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  let number = 0;
  for (let round = 0; round < rounds; round++) {
    times.theirs.push(await their.keystroke(round));
    for (let i = 0; i < OURS; i++) times.ours.push(our(number++));
  }
  await their.end();
  return times;
}

/** One character of a text becomes another. */
interface Edit {
  readonly at: number;
  readonly put: string;
}

function editOf(text: string, number: number): Edit {
  const field = ['title: ', 'owner: ', 'id: '][number % 3] ?? '';
  const from = random(number).below(text.length - 10_000);
  const start = text.indexOf(field, from) + field.length;
  const at = Math.min(text.indexOf('\n', start), text.length) - 1;
  return { at, put: text[at] === '7' ? '8' : '7' };
}

const edited = (text: string, { at, put }: Edit): string => text.slice(0, at) + put + text.slice(at + 1);

/** The project, open; each call is a keystroke and answers with its milliseconds. */
function openOurs(register: string, before: PastOf): (number: number) => number {
  const sources = new Map(
    [...generate(ENTITIES).files, [FILE, register] as const].map(([file, text]) => [pathOf(file), { text }]),
  );
  const files = known(new Set(sources.keys()));
  const { check } = checker();
  const present = updated(emptyProject(loadKinds(builtIn)), sources);
  const { project: opened, past } =
    before === 'none' ? { project: present, past: undefined } : approved(present, before === 'fixed' ? ['issues'] : []);
  let project = opened;
  finish(check(worldOf(project, 0, '2026-11-16', files, past)));
  // As the editor has it of a document that is typed in.
  let draft = Draft.of(register);
  project = updated(project, new Map([[pathOf(FILE), drafted(draft)]]));
  let text = register;
  return (number) => {
    const edit = editOf(text, number);
    const since = performance.now();
    draft = draft.edited([{ start: edit.at, end: edit.at + 1, text: edit.put }]);
    project = updated(project, new Map([[pathOf(FILE), drafted(draft)]]));
    finish(check(worldOf(project, 0, '2026-11-16', files, past)));
    const spent = performance.now() - since;
    text = edited(text, edit);
    return spent;
  };
}

async function openTheirs(register: string) {
  const { server, end } = await registerServer(FILE, register);
  let text = register;
  return {
    keystroke: async (number: number): Promise<number> => {
      const edit = editOf(text, number);
      const { line, column } = positionAt(lineStarts(text), edit.at);
      text = edited(text, edit);
      const since = performance.now();
      await server.change(FILE, line, column, column + 1, edit.put);
      return performance.now() - since - DEBOUNCE;
    },
    end,
  };
}
