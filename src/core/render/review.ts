// A review as a comment on a merge request, as text and for other programs. What nobody approved stands first; a
// comment stays under the size that platforms take, and says so where it is cut.
import type { Position } from '../base/span';
import type { Checked } from '../check/check';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Finding } from '../model/finding';
import type { ComparedEntity } from '../views/comparison';
import { positionsIn } from '../views/report';
import type { Impact, Review } from '../views/review';
import { accessChangeLines } from './access-changes';
import { type ComparisonJson, comparisonJson, entityHeadMarkdown, entityMarkdown, kindBlocks } from './comparison';
import { placeText } from './findings-text';
import type { Ink } from './ink';
import { escaped, shortened } from './markdown-text';
import { harmless } from './width';

/** Characters of a comment: GitHub takes 65,536, and a recipe may add a few of its own. */
const LIMIT = 60_000;

interface Section {
  readonly title: Message;
  readonly lines: readonly string[];
}

export function reviewMarkdown(review: Review, from: string, to: string, language: Language): string {
  const told = (message: Message): string => escaped(tell(message, language));
  const name = review.after.world.settings.name;
  const head = [`## ${told(say('review.title', { name: name || '.', from, to }))}`, '', told(sums(review))];
  const uncovered = new Set(review.uncovered.map((one) => one.key));
  const sections: Section[] = [
    {
      title: say('review.uncovered', { count: review.uncovered.length }),
      lines: review.uncovered.flatMap((one) => entityMarkdown(one, language, badges(one.impact, language))),
    },
    {
      title: say('review.brought', { count: review.brought.length }),
      lines: located(review.brought, review.after).map((one) => findingMarkdown(one, language)),
    },
    {
      title: say('review.solved', { count: review.solved.length }),
      lines: located(review.solved, review.before).map((one) => findingMarkdown(one, language)),
    },
    accessSection(review, language),
    ...review.kinds.map(({ title, entities }) => ({
      title: say('compare.kind', { kind: title, count: entities.length }),
      lines: entities.flatMap((one) => {
        // Its fields stand in the first section.
        if (uncovered.has(one.key)) return entityHeadMarkdown(one, language, [tell(say('review.above'), language)]);
        const impact = review.impacts.get(one.key);
        return entityMarkdown(one, language, impact ? badges(impact, language) : []);
      }),
    })),
  ];
  return cut(
    head,
    sections.filter(({ lines }) => lines.length),
    language,
  );
}

function accessSection({ access }: Review, language: Language): Section {
  const lines = accessChangeLines(access, language).map((one) => `- ${escaped(one)}`);
  return { title: say('access.changes', { count: lines.length }), lines };
}

// Whole lines only, and room for the sentence that says what is missing.
function cut(head: readonly string[], sections: readonly Section[], language: Language): string {
  const out = [...head];
  let size = out.join('\n').length;
  const all = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  let shown = 0;
  for (const { title, lines } of sections) {
    const heading = `### ${escaped(tell(title, language))}`;
    for (const [at, line] of lines.entries()) {
      const block = at === 0 ? ['', heading, '', line] : [line];
      const length = block.reduce((sum, one) => sum + one.length + 1, 0);
      if (size + length > LIMIT - 400) {
        out.push('', `_${escaped(tell(say('review.cut', { shown, all }), language))}_`);
        return `${out.join('\n')}\n`;
      }
      out.push(...block);
      size += length;
      shown++;
    }
  }
  return `${out.join('\n')}\n`;
}

interface Located {
  readonly finding: Finding;
  readonly at: Position;
}

function located(findings: readonly Finding[], { world }: Checked): readonly Located[] {
  const positionOf = positionsIn(world.project);
  return findings.map((finding) => ({ finding, at: positionOf(finding.path, finding.span.start) }));
}

function findingMarkdown({ finding: { severity, code, message, path }, at }: Located, language: Language): string {
  const what = say('compare.field', {
    name: escaped(placeText(path, at)),
    value: escaped(shortened(tell(message, language))),
  });
  return `- ${tell(say(`severity.${severity}`), language)} ${code} ${tell(what, language)}`;
}

/** What a reviewer should know of one entity, in a few words each. */
export function badges({ baseline, requests, brought, solved, scores }: Impact, language: Language): readonly string[] {
  const told: Message[] = [];
  if (baseline !== undefined)
    told.push(
      requests.length ? say('review.covered', { baseline, requests }) : say('review.not-covered', { baseline }),
    );
  for (const { name, before, after } of scores) {
    const what =
      after > before ? say('review.score-up', { before, after }) : say('review.score-down', { before, after });
    told.push(name ? say('review.score-of', { name, what }) : what);
  }
  if (brought) told.push(say('review.brings', { count: brought }));
  if (solved) told.push(say('review.solves', { count: solved }));
  return told.map((one) => tell(one, language));
}

/** In the order of the comment, so that a terminal and a page tell the same. */
export function reviewText(review: Review, language: Language, ink: Ink): string {
  const blocks: string[] = [];
  const section = (title: Message, lines: readonly string[]): void => {
    if (lines.length) blocks.push([ink.bold(tell(title, language)), ...lines.map((one) => `  ${one}`)].join('\n'));
  };
  const noteOf = ({ key }: ComparedEntity): string => {
    const impact = review.impacts.get(key);
    return impact ? badges(impact, language).join(' · ') : '';
  };
  section(
    say('review.uncovered', { count: review.uncovered.length }),
    review.uncovered.map((one) => `${harmless(one.label)}  ${ink.dim(harmless(noteOf(one)))}`),
  );
  const line = ({ finding: { severity, code, message, path }, at }: Located): string =>
    `${harmless(placeText(path, at))} ${ink[severity](tell(say(`severity.${severity}`), language))} ${code} ${harmless(tell(message, language))}`;
  section(say('review.brought', { count: review.brought.length }), located(review.brought, review.after).map(line));
  section(say('review.solved', { count: review.solved.length }), located(review.solved, review.before).map(line));
  const access = accessChangeLines(review.access, language);
  section(say('access.changes', { count: access.length }), access.map(harmless));
  blocks.push(...kindBlocks(review.kinds, language, ink, noteOf));
  return `${[...blocks, ink.bold(tell(sums(review), language))].join('\n\n')}\n`;
}

const sums = ({ kinds, uncovered, brought, solved }: Review): Message => {
  const changed = kinds.reduce((sum, { entities }) => sum + entities.length, 0);
  return changed || brought.length || solved.length
    ? say('review.sums', { changed, uncovered: uncovered.length, brought: brought.length, solved: solved.length })
    : say('compare.same');
};

/** As `diff --format json`, with what a reviewer looks for. */
export function reviewJson(review: Review, from: string, to: string, language: Language): string {
  const compared = JSON.parse(comparisonJson(review.kinds, from, to)) as ComparisonJson;
  const findings = (list: readonly Finding[], of: Checked) =>
    located(list, of).map(({ finding: { code, severity, path, message, entity = null }, at }) => {
      const place = { path, line: at.line + 1, column: at.column + 1 };
      return { code, severity, ...place, message: tell(message, language), entity };
    });
  const json = {
    ...compared,
    impacts: Object.fromEntries(
      [...review.impacts].map(([key, { baseline = null, ...impact }]) => [key, { baseline, ...impact }]),
    ),
    uncovered: review.uncovered.map((one) => one.key),
    brought: findings(review.brought, review.after),
    solved: findings(review.solved, review.before),
    access: review.access,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
