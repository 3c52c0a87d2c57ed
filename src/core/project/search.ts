// Finding entities by what a person types: parts of ids and titles in any order. Chinese is not written with spaces, so
// it is compared by pairs of characters: 患者数据 finds 历史患者主数据重复.
import { nfc } from '../base/text';
import { finish, type Work } from '../base/work';
import type { Entity } from './file-index';
import type { Project } from './project';

export type Matches = (id: string, title: string) => boolean;

/** Whether an id and a title have all that was typed. */
export function matcherOf(query: string): Matches {
  const rank = rankerOf(query);
  return (id, title) => rank(id, title) !== undefined;
}

/** The entities that fit best, best first; of equals in the order of the project. */
export const search = (...given: Parameters<typeof searching>): readonly Entity[] => finish(searching(...given));

/** The same as work that can be paused. */
export function* searching(
  project: Project,
  query: string,
  limit: number,
  fitting: (entity: Entity) => boolean = () => true,
): Work<readonly Entity[]> {
  const rank = rankerOf(query);
  const found: { readonly entity: Entity; readonly rank: number }[] = [];
  for (const kind of project.kinds.all) {
    for (const [i, entity] of project.table(kind.name).entries()) {
      if (i % PAUSE === 0) yield;
      if (!fitting(entity)) continue;
      const at = rank(entity.id, entity.title);
      if (at !== undefined) found.push({ entity, rank: at });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entity }) => entity);
}

/** Entities between two pauses. */
const PAUSE = 256;

const fold = (text: string): string => nfc(text).toLowerCase();
const HAN = /\p{Script=Han}+/gu;

/** Of the pairs in what was typed, the part that must occur: words may stand apart in a title, or one be left out. */
const ENOUGH = 0.6;

/** How well an id and a title fit what was typed: 0 is the id itself, 1 its beginning, 2 the beginning of the title, 3 a
 *  part of either, from 4 on words and pairs anywhere; undefined when they do not. */
export function rankerOf(query: string): (id: string, title: string) => number | undefined {
  const whole = fold(query.trim());
  const words = whole.split(/\s+/).filter(Boolean).map(wordOf);
  return (id, title) => {
    if (!whole) return 3;
    const a = fold(id);
    const b = fold(title);
    if (a === whole) return 0;
    if (a.startsWith(whole)) return 1;
    if (b.startsWith(whole)) return 2;
    if (a.includes(whole) || b.includes(whole)) return 3;
    const there = (needle: string): boolean => a.includes(needle) || b.includes(needle);
    let missing = 0;
    for (const { parts, pairs } of words) {
      const hits = pairs.filter(there).length;
      if (!parts.every(there) || hits < Math.ceil(pairs.length * ENOUGH)) return undefined;
      missing += pairs.length - hits;
    }
    return 4 + missing;
  };
}

interface Word {
  /** What is not Chinese; each must occur. */
  readonly parts: readonly string[];
  /** The pairs of its Chinese; enough must occur. */
  readonly pairs: readonly string[];
}

function wordOf(word: string): Word {
  const pairs: string[] = [];
  for (const [run] of word.matchAll(HAN)) {
    const signs = [...run];
    if (signs.length === 1) pairs.push(run);
    for (let i = 0; i + 1 < signs.length; i++) pairs.push(`${signs[i]}${signs[i + 1]}`);
  }
  return { parts: word.split(HAN).filter(Boolean), pairs };
}
