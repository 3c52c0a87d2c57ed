// Compare Baseline…: with now in the Review view, with another baseline as a page.
import * as vscode from 'vscode';
import { changesCovered } from '../../core/compare/drift';
import { say } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import { comparisonMarkdown } from '../../core/render/comparison';
import { escaped } from '../../core/render/markdown-text';
import { written } from '../../core/schema/json';
import { comparison } from '../../core/views/comparison';
import { comparableBaselines, fixedBy } from '../../core/views/baselines';
import { chosenBaseline, type ChosenBaseline } from '../chosen-baseline';
import type { Command } from '../command';
import type { Editor } from '../editor';
import { inStretches } from '../stretches';

export const compareBaseline: Command = async (at, args) => {
  const { tell } = at.editor;
  const chosen = await chosenBaseline(at, args);
  if (!chosen) return;
  const { folder, world, baseline } = chosen;
  const others = comparableBaselines(world).filter((one) => one !== baseline);
  const items = [
    { label: tell(say('review.working-tree')), description: tell(say('baselines.with-now')), other: undefined },
    ...others.map((other) => ({ label: other.id, description: other.title, other })),
  ];
  const placeHolder = tell(say('baselines.with', { id: baseline.id }));
  const picked = await vscode.window.showQuickPick<(typeof items)[number]>(items, { placeHolder });
  if (!picked) return;
  if (picked.other) await showComparison(chosen, picked.other, at.editor);
  else await vscode.commands.executeCommand('landfall.reviewChanges', baseline.id, folder);
};

/** What the chosen baseline covers, from the earlier state to the later. */
async function showComparison({ world, baseline }: ChosenBaseline, other: Entity, editor: Editor): Promise<void> {
  const { language, texts } = editor;
  const day = (one: Entity): string => written(one.value.date);
  const [from, to] = day(other) < day(baseline) ? [other, baseline] : [baseline, other];
  const [before, after] = [fixedBy(from, world), fixedBy(to, world)];
  if (!before || !after) return;
  const changes = await inStretches(changesCovered(baseline, before, after), () => false);
  const kinds = comparison({ before, after }, changes ?? [], language);
  const title = `${from.id} → ${to.id}`;
  const about = [from, to].map((one) => `${one.id} ${one.title} (${day(one)})`).join(' → ');
  await texts.page(title, `# ${escaped(about)}\n\n${comparisonMarkdown(kinds, language)}`);
}
