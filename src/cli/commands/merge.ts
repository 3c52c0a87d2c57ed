// `landfall merge`: git's merge driver for registers. What is refused is merged by lines, as git would have done without.
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { finish } from '../../core/base/work';
import { checker } from '../../core/check/checker';
import { type Conflict, type Merged, mergeTexts } from '../../core/compare/merge';
import { type Language, type Message, say, tell } from '../../core/messages/message';
import type { Finding } from '../../core/model/finding';
import { type Path, path as pathOf } from '../../core/model/id';
import { updated } from '../../core/project/update';
import type { World } from '../../core/project/world';
import { escaped } from '../../core/render/markdown-text';
import { findProject } from '../../node/discover';
import { mergeByLines } from '../../node/git/merge-by-lines';
import { builtInKinds } from '../../node/kinds';
import { type Call, type Command, WrongCall } from '../call';
import { open, shown } from '../folders';
import { directory, format, noCache } from '../options';
import { json } from '../output';

/** What git writes unless a repository says otherwise. */
const MARKER_SIZE = 7;
const SIDES = ['base', 'ours', 'theirs'] as const;
type Three<T> = Readonly<Record<(typeof SIDES)[number], T>>;

export const merge: Command = {
  name: 'merge',
  words: ['BASE', 'OURS', 'THEIRS', '[PATH]'],
  summary: say('cli.merge'),
  about: say('cli.merge-about'),
  exits: say('cli.exits-merge'),
  options: [
    directory,
    { name: 'marker-size', value: 'N', fallback: String(MARKER_SIZE), help: say('cli.option-marker-size') },
    { name: 'ours', value: 'NAME', help: say('cli.option-ours') },
    { name: 'theirs', value: 'NAME', help: say('cli.option-theirs') },
    format(['text', 'json', 'markdown']),
    noCache,
  ],
  run: async (call) => {
    const [base = '', ours = '', theirs = '', name = ours] = call.words;
    const files = mapped({ base, ours, theirs }, (file) => path.resolve(call.folder, file));
    const bytes = mapped(files, read);
    const labels = { ours: label(call, 'ours'), theirs: label(call, 'theirs') };
    const markerSize = sizeOf(call.option('marker-size'));
    const merged = SIDES.every((side) => isUtf8(bytes[side]) && !bytes[side].includes(0))
      ? await mergeTextsOf(call, name, bytes, { labels, markerSize }).catch(failed)
      : ({ kind: 'refused', why: say('merge.not-text') } as const);
    if (merged.kind === 'merged') {
      fs.writeFileSync(files.ours, merged.text);
      answer(call, name, merged, [
        ...merged.conflicts.map((one) => told(one, name, labels.theirs)),
        ...merged.findings.map(({ code, message, path: at }) =>
          say('merge.finding', { file: fileOf(call, name, at), code, message }),
        ),
      ]);
      return merged.conflicts.length ? 1 : 0;
    }
    const why = say('merge.by-lines', { file: name, reason: merged.why });
    const byLines = await mergeByLines({ files, labels, markerSize, folder: call.folder, env: call.env });
    if (byLines.kind === 'unavailable') {
      answer(call, name, merged, [
        why,
        say('merge.by-nobody', { file: name, detail: byLines.detail ?? say(`git.${byLines.why}`) }),
      ]);
      return 1;
    }
    fs.writeFileSync(files.ours, byLines.value.bytes);
    answer(call, name, merged, [why]);
    return byLines.value.conflicts ? 1 : 0;
  },
};

/** A file of the project that the merged one is in, as people see it from where they are. */
function fileOf(call: Call, merged: string, file: Path): string {
  const root = findProject(path.dirname(path.resolve(call.folder, merged)));
  return root === undefined ? file : shown(call, path.join(root, file));
}

// Git shows a person what comes on standard error.
function answer(call: Call, name: string, merged: Merged, said: readonly Message[]): void {
  const lines = said.map((one) => tell(one, call.language));
  const asked = call.option('format');
  if (asked === 'json') call.write(json(answerJson(name, merged, call.language)));
  else if (asked === 'markdown') call.write(lines.map((line) => `* ${escaped(line)}\n`).join(''));
  else call.complain(lines.map((line) => `${line}\n`).join(''));
}

/** A promise like that of `check --format json`. */
function answerJson(path: string, merged: Merged, language: Language) {
  if (merged.kind === 'refused') return { version: 1, path, result: 'by-lines', reason: tell(merged.why, language) };
  const { conflicts, findings } = merged;
  return {
    version: 1,
    path,
    result: conflicts.length ? 'conflicts' : 'merged',
    conflicts: conflicts.map(({ way, how }) => ({ way, how })),
    findings: findings.map(({ code, message, entity }) => ({ code, message: tell(message, language), entity })),
  };
}

// Git takes a driver that fails for one that kept ours: then theirs would not be in the file.
const failed = (error: unknown): Merged => ({
  kind: 'refused',
  why: say('merge.failed', { detail: error instanceof Error ? error.message : String(error) }),
});

async function mergeTextsOf(
  call: Call,
  name: string,
  bytes: Three<Buffer>,
  look: { readonly labels: { readonly ours: string; readonly theirs: string }; readonly markerSize: number },
): Promise<Merged> {
  const texts = mapped(bytes, (one) => one.toString('utf8'));
  const file = path.resolve(call.folder, name);
  const root = findProject(path.dirname(file));
  if (root === undefined)
    return mergeTexts(texts, { ...look, path: pathOf(path.basename(file)), kinds: await builtInKinds() });
  const world = await open(call, root);
  const place = pathOf(path.relative(root, file).replaceAll(path.sep, '/'));
  const check = checker();
  const findingsOf = (text: string): readonly Finding[] => {
    const project = updated(world.project, new Map([[place, { text }]]));
    const now: World = { ...world, project };
    return [...finish(check.check(now)).findings.values()].flat();
  };
  return mergeTexts(texts, { ...look, path: place, kinds: world.project.kinds, findingsOf });
}

const mapped = <A, B>({ base, ours, theirs }: Three<A>, make: (one: A) => B): Three<B> => ({
  base: make(base),
  ours: make(ours),
  theirs: make(theirs),
});

function read(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new WrongCall(say('merge.unreadable', { file, detail: (error as Error).message }));
  }
}

// A git that does not know a placeholder yet hands it over as it stands.
function label(call: Call, side: 'ours' | 'theirs'): string {
  const given = call.option(side) ?? '';
  return given === '' || /^%[A-Z]$/.test(given) ? side : given.replace(/\s+/g, ' ');
}

function sizeOf(given: string | undefined): number {
  const size = Number(given);
  return Number.isInteger(size) && size > 0 && size < 1000 ? size : MARKER_SIZE;
}

/** What is left to a person, in words. */
function told({ way, how }: Conflict, file: string, theirs: string): Message {
  const [first, ...inner] = way;
  const names = first === 'items' ? inner : way;
  const place = names.length ? names.join(' ') : say('merge.frame');
  // What git calls a commit in a rebase is no name that can be typed.
  const branch = /^[\w./-]+$/.test(theirs) ? theirs : 'theirs';
  return how === 'born' ? say('merge.born', { file, place, branch }) : say(`merge.${how}`, { file, place });
}
