// The law of asking for one entity alone: whatever its past looks like, its trail is the one that the history of all tells.
// Random histories with merges, moves and new ids, written in all the ways in which people and their editors write them,
// broken now and then.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { standingAt, trailOf } from '../../src/core/history/trail';
import type { History } from '../../src/core/history/event';
import type { Oid } from '../../src/core/model/commit';
import type { Known } from '../../src/core/project/known';
import type { Repository } from '../../src/node/git/repository';
import { readHistory, readTrail } from '../../src/node/history';
import { filesOf, randomHistory } from '../core/history/random-history';
import { shippedKinds } from '../core/support';
import { type Random, random } from '../fuzz/random';
import { repositories } from './git/repositories';

const KIND = 'change-requests';
// Each is a repository of its own, asked in several ways; a longer run takes the same seeds further.
const HISTORIES = 30;

/** How a file is written, from its plain text. */
type Style = (r: Random, text: string) => string | Buffer;

const items = (text: string): readonly string[] => text.split(/^(?= {2}- )/m);
const someItem = (r: Random, text: string, change: (item: string) => string): string => {
  const [head = '', ...all] = items(text);
  const at = r.below(Math.max(1, all.length));
  return head + all.map((item, i) => (i === at ? change(item) : item)).join('');
};
const inserted = (r: Random, text: string, put: string): string => {
  const at = r.below(text.length + 1);
  return text.slice(0, at) + put + text.slice(at);
};

const STYLES: readonly Style[] = [
  (_, text) => text.replaceAll('\n', '\r\n'),
  (_, text) => `\ufeff${text}`,
  (_, text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (_, text) => text.trimEnd(),
  (_, text) => `# 变更\n${text}`,
  (_, text) => `${text}# the end\n`,
  (_, text) => `${text}x: 1\n`,
  (_, text) => text.replace('kind: change-requests', 'kind: &k change-requests'),
  (_, text) => text.replace('kind: change-requests', 'kind: risks'),
  (_, text) => text.replace('kind: change-requests', 'kind: nothing'),
  (r, text) => inserted(r, text, r.pick(['"', "'", ': [', '\t', '&a ', '*a', '\n- stray\n', '\n  x\n', '{', '\0'])),
  (r, text) => someItem(r, text, (item) => item.slice(0, r.below(item.length))),
  (r, text) => someItem(r, text, (item) => item.replace(/id: C(\S+)/, 'id: "\\x43$1"')),
  (r, text) => someItem(r, text, (item) => item.replace(/id: (\S+)/, 'id: &x $1')),
  (r, text) => someItem(r, text, (item) => item.replace(/id: (\S+)/, 'id: |-\n      $1')),
  (r, text) => someItem(r, text, (item) => item.replace(/id: (\S+)[\s\S]*/, '{ id: $1, title: 流 }\n')),
  (r, text) => someItem(r, text, (item) => item.replace(/ {4}formerly: .*\n/, '')),
  (r, text) => someItem(r, text, (item) => `${item}    formerly: [CR-${r.below(6)}]\n`),
  (r, text) => someItem(r, text, (item) => item.replace(/id: \S+/, `id: CR-${r.below(6)}`)),
  (r, text) => someItem(r, text, (item) => item.replace(/id: \S+/, 'id: CR-Ｋ-é')),
  (r, text) => someItem(r, text, (item) => `  # CR-${r.below(6)}\n${item}`),
  (r, text) => someItem(r, text, (item) => item + item),
  (r, text) => someItem(r, text, () => ''),
  (_, text) => items(text).slice(0, 1).concat(items(text).slice(1).reverse()).join(''),
];

/** Two of four texts are written as they are. */
const styled = (seed: number, text: string): string | Buffer => {
  const r = random(seed);
  if (r.chance(0.5)) return text;
  const first = r.pick(STYLES)(r, text);
  return typeof first === 'string' && r.chance(0.4) ? r.pick(STYLES)(r, first) : first;
};

/** All of them for one `git fast-import`; each ends at the branch that is its number. */
function* imported(r: Random): Generator<string | Buffer> {
  const data = (text: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from(`data ${Buffer.byteLength(text)}\n`), Buffer.from(text), Buffer.from('\n')]);
  for (let run = 0, mark = 0; run < HISTORIES; run++) {
    const steps = randomHistory(r, true);
    const seeds: number[] = [];
    const base = mark;
    for (const [at, { parents, state }] of steps.entries()) {
      const [first, second] = parents;
      const seed = first !== undefined && r.chance(0.6) ? (seeds[first] ?? 0) : r.below(1e9);
      seeds.push(seed);
      yield `commit refs/heads/h${run}\nmark :${++mark}\ncommitter L <l@example.com> ${1_780_000_000 + at * 60} +0800\n`;
      yield data(`${at}`);
      if (first !== undefined) yield `from :${base + first + 1}\n`;
      if (second !== undefined) yield `merge :${base + second + 1}\n`;
      yield 'deleteall\nM 100644 inline landfall.yaml\n';
      yield data(`landfall: 1\nname: P\n${seed % 9 ? '' : 'exclude: [b]\n'}`);
      for (const [file, text] of filesOf(state)) {
        yield `M 100644 inline ${seed % 7 ? file : `c/${path.basename(file)}`}\n`;
        yield data(styled(seed + file.length, text));
      }
      yield '\n';
    }
    yield `reset refs/heads/h${run}\nfrom :${mark}\n\n`;
  }
}

describe(`the trail of one entity, ${HISTORIES} random histories`, function () {
  this.timeout(600_000);
  const { make, open, folder } = repositories();
  const kinds = shippedKinds();

  const known = (answer: Known<History>): History =>
    answer.kind === 'known' ? answer.value : assert.fail(`unavailable: ${answer.why}`);
  // What is kept has no undefined.
  const trail = (history: History, tip: Oid, id: string): unknown =>
    JSON.parse(JSON.stringify(trailOf(standingAt(history, tip), KIND, id)));

  /** How many entities were asked for, and how many events there are of them. */
  async function compared(repository: Repository, tip: Oid, caches: readonly (string | undefined)[]) {
    const whole = known(await readHistory(repository, tip, { kinds }));
    const ids = new Set(['CR-1', 'CR-2', ...whole.events.filter(({ kind }) => kind === KIND).map(({ id }) => id)]);
    let events = 0;
    for (const id of ids)
      for (const cache of caches) {
        const found = known(await readTrail(repository, tip, { kind: KIND, ids: new Set([id]) }, { kinds, cache }));
        assert.deepEqual(trail(found, tip, id), trail(whole, tip, id), `${tip} ${id} ${cache ?? ''}`);
        events += trailOf(standingAt(found, tip), KIND, id).length;
      }
    return { asked: ids.size * caches.length, events };
  }

  it('is the one that the history of all tells, with an index and without', async () => {
    const made = make();
    execFileSync('git', ['fast-import', '--quiet'], {
      cwd: made.folder,
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' },
      input: Buffer.concat([...imported(random(41))].map((part) => Buffer.from(part))),
    });
    const tips = new Map(
      made
        .git('for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads')
        .split('\n')
        .map((line) => line.split(' ') as [string, Oid]),
    );
    const repository = await open(made.folder);
    let [asked, events] = [0, 0];
    for (let run = 0; run < HISTORIES; run++) {
      const tip = tips.get(`h${run}`) as Oid;
      const caches: (string | undefined)[] = [undefined];
      if (run % 8 === 0) {
        const cache = folder({});
        await readHistory(repository, made.git('rev-parse', `${tip}~1`) as Oid, { kinds, cache });
        caches.push(cache);
      }
      const found = await compared(repository, tip, caches);
      asked += found.asked;
      events += found.events;
    }
    assert.ok(asked >= 3 * HISTORIES && events > 2 * asked, `${asked} asked, ${events} events`);
    const shallow = folder({});
    for (let run = 0; run < 5; run++) {
      const [at, tip] = [path.join(shallow, `${run}`), tips.get(`h${run}`) as Oid];
      made.git('clone', '-q', '--depth', '3', '--branch', `h${run}`, `file://${made.folder}`, at);
      const cut = await open(at);
      await compared(cut, tip, [undefined]);
    }
  });
});
