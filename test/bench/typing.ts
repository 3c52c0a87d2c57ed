// What a person waits for right after a keystroke in a big register: the list of completion and the text of a hover, at a
// value that the schema lists and at one that is an id, in turn. A project of 40,000 entities is around it.
import { lineStarts, positionAt } from '../../src/core/base/span';
import { completion } from '../../src/core/features/completion';
import { hover } from '../../src/core/features/hover';
import { path as pathOf } from '../../src/core/model/id';
import { known } from '../../src/core/project/known';
import { emptyProject, updated } from '../../src/core/project/update';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { random } from '../fuzz/random';
import { ENTITIES } from './check';
import { bigRegister, generate } from './corpus/generate';
import { median } from './processes';
import { registerServer } from './register-server';
import type { Bench, Row } from './row';

const FILE = 'issues/issues-big.yaml';
const SIZES = [
  { size: '320k', title: '320 KB', bytes: 320 * 1024, rounds: 8, share: 10 },
  { size: '5m', title: '5 MB', bytes: 5 * 1024 * 1024, rounds: 4, share: 3 },
] as const;
const QUESTIONS = ['completion', 'hover'] as const;
type Question = (typeof QUESTIONS)[number];
/** Questions of ours for one of theirs. */
const OURS = 4;

export const typing: Bench = {
  names: SIZES.flatMap(({ size }) => QUESTIONS.map((what) => `${what}-${size}`)),
  async run({ asked }) {
    const rows: Row[] = [];
    for (const { size, title, bytes, rounds, share } of SIZES) {
      const wanted = QUESTIONS.filter((what) => asked(`${what}-${size}`));
      if (!wanted.length) continue;
      const register = bigRegister(bytes, ENTITIES);
      const [our, their] = [openOurs(register), await openTheirs(register)];
      for (const what of wanted) {
        const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
        for (let round = 0; round < rounds; round++) {
          times.theirs.push(await their.ask(what, round));
          for (let i = 0; i < OURS; i++) times.ours.push(our(what, round * OURS + i));
        }
        rows.push({
          name: `${what}-${size}`,
          work: `keystroke to ${what}: register of ${title}`,
          ours: median(times.ours),
          theirs: median(times.theirs),
          unit: 'ms',
          target: { kind: 'share', atMost: share },
        });
      }
      await their.end();
    }
    return rows;
  },
};

/** A keystroke that changes the last sign of a value, and the places where it is asked what may stand or is said. */
interface Stroke {
  readonly text: string;
  readonly at: number;
  readonly put: string;
  readonly ask: Readonly<Record<Question, number>>;
}

function strokeIn(text: string, number: number): Stroke {
  const field = ['status: ', 'owner: '][number % 2] ?? '';
  const key = text.indexOf(field, random(number).below(text.length - 10_000));
  const at = text.indexOf('\n', key) - 1;
  const put = text[at] === 'e' ? 'n' : 'e';
  return {
    text: text.slice(0, at) + put + text.slice(at + 1),
    at,
    put,
    // Two signs are typed of the value; the mouse is over the key.
    ask: { completion: key + field.length + 2, hover: key + 1 },
  };
}

/** The project, open; each call is a keystroke with its question and answers with the milliseconds. */
function openOurs(register: string): (what: Question, number: number) => number {
  const files = new Map(
    [...generate(ENTITIES).files, [FILE, register] as const].map(([at, text]) => [pathOf(at), { text }]),
  );
  const around = { now: '2026-11-16T09:30+08:00', files: known(new Set(files.keys())) };
  let project = updated(emptyProject(loadKinds(builtIn)), files);
  let text = register;
  return (what, number) => {
    const stroke = strokeIn(text, number);
    text = stroke.text;
    const since = performance.now();
    project = updated(project, new Map([[pathOf(FILE), { text }]]));
    const at = stroke.ask[what];
    const answer = what === 'hover' ? hover(project, pathOf(FILE), at) : completion(project, pathOf(FILE), at, around);
    const spent = performance.now() - since;
    if (!answer) throw new Error(`No ${what} of ours at ${JSON.stringify(text.slice(at - 40, at))}`);
    return spent;
  };
}

async function openTheirs(register: string) {
  const { server, end } = await registerServer(FILE, register);
  let text = register;
  return {
    ask: async (what: Question, number: number): Promise<number> => {
      const stroke = strokeIn(text, number);
      const starts = lineStarts(text);
      text = stroke.text;
      const changed = positionAt(starts, stroke.at);
      const { line, column } = positionAt(starts, stroke.ask[what]);
      const since = performance.now();
      const settled = server.change(FILE, changed.line, changed.column, changed.column + 1, stroke.put);
      const answered = await server.ask(what, FILE, line, column);
      const spent = performance.now() - since;
      if (!answered && number % 2 === 0) throw new Error(`No ${what} of theirs at ${line + 1}:${column + 1}`);
      // The findings, which it says later, must not slow down the next question.
      await settled;
      return spent;
    },
    end,
  };
}
