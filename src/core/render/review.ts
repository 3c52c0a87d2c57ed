// A review as a comment on a merge request, as text and for other programs. What nobody approved stands first; a
// comment stays under the size that platforms take, and says so where it is cut.
import { lineStarts, positionAt } from '../base/span';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Finding } from '../model/finding';
import type { Project } from '../project/project';
import type { Impact, Review } from '../views/review';
import { type ComparisonJson, comparisonJson, comparisonText, entityMarkdown } from './comparison';
import { placeText } from './findings-text';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
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
  const sections: Section[] = [
    {
      title: say('review.uncovered', { count: review.uncovered.length }),
      lines: review.uncovered.flatMap((one) => entityMarkdown(one, language, badges(one.impact, language))),
    },
    {
      title: say('review.brought', { count: review.brought.length }),
      lines: review.brought.map((one) => findingMarkdown(one, review.after.world.project, language)),
    },
    {
      title: say('review.solved', { count: review.solved.length }),
      lines: review.solved.map((one) => findingMarkdown(one, review.before.world.project, language)),
    },
    ...review.kinds.map(({ title, entities }) => ({
      title: say('review.kind', { kind: title, count: entities.length }),
      lines: entities.flatMap((one) => {
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

function findingMarkdown(finding: Finding, project: Project, language: Language): string {
  const { severity, code, message } = finding;
  const sign = tell(say(`severity.${severity}`), language);
  return `- ${sign} ${code} ${escaped(placeOf(finding, project))}: ${escaped(tell(message, language))}`;
}

function placeOf({ path, span }: Finding, project: Project): string {
  return placeText(path, positionAt(lineStarts(project.files.get(path)?.text ?? ''), span.start));
}

/** What a reviewer should know of one entity, in a few words each. */
export function badges({ baseline, requests, brought, solved }: Impact, language: Language): readonly string[] {
  const told: Message[] = [];
  if (baseline !== undefined)
    told.push(
      requests.length ? say('review.covered', { baseline, requests }) : say('review.not-covered', { baseline }),
    );
  if (brought) told.push(say('review.brings', { count: brought }));
  if (solved) told.push(say('review.solves', { count: solved }));
  return told.map((one) => tell(one, language));
}

export function reviewText(review: Review, language: Language, ink: Ink): string {
  const blocks = [comparisonText(review.kinds, language, ink).trimEnd()];
  const section = (title: Message, lines: readonly string[]): void => {
    if (lines.length) blocks.push([ink.bold(tell(title, language)), ...lines.map((one) => `  ${one}`)].join('\n'));
  };
  section(
    say('review.uncovered', { count: review.uncovered.length }),
    review.uncovered.map(
      (one) => `${harmless(one.label)}  ${ink.dim(harmless(badges(one.impact, language).join(' · ')))}`,
    ),
  );
  const line = (project: Project) => (one: Finding) =>
    `${harmless(placeOf(one, project))} ${ink[one.severity](tell(say(`severity.${one.severity}`), language))} ${one.code} ${harmless(tell(one.message, language))}`;
  section(
    say('review.brought', { count: review.brought.length }),
    review.brought.map(line(review.after.world.project)),
  );
  section(say('review.solved', { count: review.solved.length }), review.solved.map(line(review.before.world.project)));
  return `${blocks.join('\n\n')}\n`;
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
  const findings = (list: readonly Finding[], project: Project) =>
    list.map((one) => {
      const at = positionAt(lineStarts(project.files.get(one.path)?.text ?? ''), one.span.start);
      const { code, severity, path, entity = null } = one;
      return {
        code,
        severity,
        path,
        line: at.line + 1,
        column: at.column + 1,
        message: tell(one.message, language),
        entity,
      };
    });
  const json = {
    ...compared,
    impacts: Object.fromEntries(
      [...review.impacts].map(([key, { baseline, requests }]) => [key, { baseline: baseline ?? null, requests }]),
    ),
    uncovered: review.uncovered.map((one) => one.key),
    brought: findings(review.brought, review.after.world.project),
    solved: findings(review.solved, review.before.world.project),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
