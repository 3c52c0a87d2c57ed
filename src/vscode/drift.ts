// Drift beside the text: a thin bar at what is not as the baseline fixed it, whole where a change request lets it change,
// broken where nobody approved it; and the story behind it on hover. Only files that are in view are looked at.
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { contains } from '../core/base/span';
import type { Standing } from '../core/history/trail';
import type { World } from '../core/project/world';
import { type DriftMark, driftMarks } from '../core/views/drift-marks';
import { broughtBy } from '../core/views/drift-story';
import { askedAt, askedFile, documents } from './asked';
import { driftText } from './drift-text';
import type { Contribution } from './editor';
import type { ProjectFolder } from './folder';
import { linkedCommands } from './markdown';
import { rangeIn } from './places';
import { onSetting, setting } from './settings';
import { answering, inStretches } from './stretches';

/** Milliseconds that a hover waits for the history; without it the change request says who and when. */
const PATIENCE = 800;

const bar = (color: string, borderStyle: string): vscode.TextEditorDecorationType =>
  vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderWidth: '0 0 0 3px',
    borderStyle: `none none none ${borderStyle}`,
    borderColor: new vscode.ThemeColor(color),
    overviewRulerColor: new vscode.ThemeColor(color),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

export const drift: Contribution = (editor) => {
  const { projects, marked } = editor;
  const types = { approved: bar('landfall.driftApproved', 'solid'), open: bar('landfall.driftNotApproved', 'dashed') };
  const runs = new WeakMap<vscode.TextEditor, number>();

  // The project as it is now, with what git knew at the last check.
  function worldOf(folder: ProjectFolder): World | undefined {
    const world = folder.session.checked()?.world;
    return world && { ...world, project: folder.session.project() };
  }

  async function mark(shown: vscode.TextEditor): Promise<void> {
    const { document } = shown;
    const { version } = document;
    const run = (runs.get(shown) ?? 0) + 1;
    runs.set(shown, run);
    const dropped = (): boolean => runs.get(shown) !== run || document.version !== version;
    const marks = setting('baselineMarks') ? await marksOf(document, dropped) : [];
    if (!marks || dropped()) return;
    const rangesOf = (approved: boolean): readonly vscode.Range[] =>
      marks.flatMap(({ range, mark: { requests } }) => (requests.length > 0 === approved ? [range] : []));
    shown.setDecorations(types.approved, rangesOf(true));
    shown.setDecorations(types.open, rangesOf(false));
  }

  async function marksOf(
    document: vscode.TextDocument,
    dropped: () => boolean,
  ): Promise<readonly { readonly mark: DriftMark; readonly range: vscode.Range }[] | undefined> {
    if (!vscode.languages.match(documents, document)) return [];
    const asked = await askedFile(projects, document, NEVER);
    const world = asked && worldOf(asked.folder);
    if (!world) return [];
    const marks = await inStretches(driftMarks(world, asked.path, { chosen: marked.of(asked.folder) }), dropped);
    const file = world.project.files.get(asked.path);
    return marks?.flatMap((one) => (file ? [{ mark: one, range: rangeIn(file, one.span) }] : []));
  }

  const markAll = (of?: ProjectFolder): void => {
    for (const shown of vscode.window.visibleTextEditors)
      if (!of || projects.owner(shown.document.uri)?.folder === of)
        mark(shown).catch((error: unknown) => editor.log.error(String(error)));
  };

  // Read when the first of these hovers asks, and followed from then on.
  async function standingOf(folder: ProjectFolder): Promise<Standing | undefined> {
    const { state, read, told } = editor.histories;
    if (['unread', 'reading'].includes(state(folder).kind)) await Promise.race([read(folder), sleep(PATIENCE)]);
    return told(folder)?.standing;
  }

  const hover: vscode.HoverProvider = {
    provideHover: async (document, position, token) => {
      const asked = setting('baselineMarks') ? await askedAt(projects, document, position, token) : undefined;
      const world = asked && worldOf(asked.folder);
      const file = world?.project.files.get(asked?.path ?? ('' as never));
      if (!asked || !world || !file) return undefined;
      const { offset } = asked;
      const view = { start: offset, end: offset };
      const marks = await answering(token, driftMarks(world, asked.path, { chosen: marked.of(asked.folder), view }));
      const here = (marks ?? []).filter(({ span }) => contains(span, offset));
      const [first] = here;
      if (!first) return undefined;
      const standing = await standingOf(asked.folder);
      const told = (one: DriftMark): string =>
        driftText(one, world.project, editor, standing && broughtBy(standing, one));
      const text = here.map(told).join('\n\n');
      const markdown = new vscode.MarkdownString(text);
      markdown.isTrusted = { enabledCommands: linkedCommands };
      return new vscode.Hover(markdown, rangeIn(file, first.span));
    },
  };

  const listeners = vscode.Disposable.from(
    types.approved,
    types.open,
    vscode.languages.registerHoverProvider(documents, hover),
    projects.onDidCheck(({ folder }) => markAll(folder)),
    vscode.window.onDidChangeVisibleTextEditors(() => markAll()),
    marked.onDidChoose(() => markAll()),
    onSetting(['baselineMarks'], () => markAll()),
  );
  markAll();
  return listeners;
};

const NEVER: vscode.CancellationToken = new vscode.CancellationTokenSource().token;
