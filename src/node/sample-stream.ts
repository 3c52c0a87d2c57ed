// Commits as the input of `git fast-import` (its manual page describes the format): every commit with the files that
// differ from its first parent, then the tags.
import type { Commit } from './sample-commits';
import type { Files } from './sample-files';

const NOTHING: Files = new Map();

/** The whole stream, in UTF-8. Marks count the commits from 1. */
export function importStream(commits: readonly Commit[]): string {
  return [...commits.map((commit, at) => commitText(commits, commit, at + 1)), ...tagTexts(commits), 'done\n'].join('');
}

function commitText(commits: readonly Commit[], commit: Commit, mark: number): string {
  const [first, ...others] = commit.parents;
  const who = `${commit.by} ${gitDate(commit.date)}`;
  return [
    `commit refs/heads/${commit.branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n`,
    data(`${commit.message}\n`),
    first === undefined ? '' : `from :${first + 1}\n`,
    ...others.map((parent) => `merge :${parent + 1}\n`),
    ...changes(first === undefined ? NOTHING : (commits[first]?.files ?? NOTHING), commit.files),
    '\n',
  ].join('');
}

function changes(before: Files, after: Files): readonly string[] {
  const gone = [...before.keys()].filter((file) => !after.has(file)).map((file) => `D ${quoted(file)}\n`);
  const put = [...after].filter(([file, text]) => before.get(file) !== text);
  return [...gone, ...put.map(([file, text]) => `M 100644 inline ${quoted(file)}\n${data(text)}`)];
}

const tagTexts = (commits: readonly Commit[]): readonly string[] =>
  commits.flatMap(({ tag }, at) =>
    tag ? [`tag ${tag.name}\nfrom :${at + 1}\ntagger ${tag.by} ${gitDate(tag.date)}\n${data(`${tag.message}\n`)}`] : [],
  );

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const quoted = (file: string): string => `"${file.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Git's own form of an ISO 8601 date-time: seconds since 1970 and the offset. */
function gitDate(date: string): string {
  const offset = /([+-]\d\d):(\d\d)$/.exec(date);
  const seconds = Date.parse(date) / 1000;
  if (!offset || Number.isNaN(seconds)) throw new Error(`"${date}" is not a date and time with an offset`);
  return `${seconds} ${offset[1]}${offset[2]}`;
}
