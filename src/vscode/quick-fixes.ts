// Quick fixes for findings and refactorings of entities: adapts the core's offers to the editor's light bulb.
import * as vscode from 'vscode';
import { lineStarts, positionAt } from '../core/base/span';
import { fixAll, fixes, type Offer } from '../core/features/fixes';
import { quoting } from '../core/features/quoting';
import { registersFor, sortFields } from '../core/features/rearrange';
import { say } from '../core/messages/message';
import type { Finding } from '../core/model/finding';
import type { Path } from '../core/model/id';
import { entityAt } from '../core/project/at';
import type { Entity } from '../core/project/file-index';
import type { Project } from '../core/project/project';
import { applyEdits } from '../core/syntax/edit';
import type { Contribution, Editor } from './editor';
import { addEdits } from './edits';
import type { ProjectFolder } from './folder';
import { offsetIn, rangeIn, uriOf } from './places';

/** Findings at one place for which fixes are sought: beyond, a person cannot choose anyway. */
const MOST = 8;

export const quickFixes: Contribution = (editor) =>
  vscode.languages.registerCodeActionsProvider(
    [
      { scheme: 'file', language: 'yaml' },
      { scheme: 'file', language: 'markdown' },
    ],
    {
      provideCodeActions: async (document, range, context, token) => {
        const owned = await editor.projects.current(document);
        if (!owned) return undefined;
        const { folder, path } = owned;
        const { findings, world } = await folder.session.settled();
        const file = world.project.files.get(path);
        if (!file || token.isCancellationRequested) return undefined;
        // Refactorings are for who asks: a light bulb on every line would say nothing.
        const asked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
        const entity = asked ? entityAt(file, offsetIn(file, range.start)) : undefined;
        const others = entity ? refactorings(world.project, entity, editor) : [];
        const quotes = asked ? quoting(world.project, path, offsetIn(file, range.start)) : undefined;
        const here = (findings.get(path) ?? []).filter(({ span }) => rangeIn(file, span).intersection(range));
        const mends: vscode.CodeAction[] = [];
        for (const finding of here.slice(0, MOST)) {
          // Each fix reads its result again: other work gets in between.
          await new Promise((resolve) => setImmediate(resolve));
          if (token.isCancellationRequested) return undefined;
          const at = rangeIn(file, finding.span);
          const about = context.diagnostics.filter((one) => one.source === 'Landfall' && one.range.isEqual(at));
          for (const offer of offersFor(world.project, path, finding, findings.get(path) ?? [], editor))
            mends.push(codeAction(offer, folder, world.project, about, editor));
        }
        if (quotes) mends.push(codeAction(quotes, folder, world.project, [], editor));
        return [...mends, ...others];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.Refactor] },
  );

function offersFor(
  project: Project,
  path: Path,
  finding: Finding,
  all: readonly Finding[],
  { language }: Editor,
): readonly Offer[] {
  const together = finding.fix
    ? fixAll(
        project,
        finding.code,
        all.filter((one) => one.path === path),
      )
    : undefined;
  return [...fixes(project, finding, language), ...(together ? [together] : [])];
}

function refactorings(project: Project, entity: Entity, { tell }: Editor): readonly vscode.CodeAction[] {
  const { RefactorMove, RefactorRewrite } = vscode.CodeActionKind;
  const move = new vscode.CodeAction(tell(say('action.move', { id: entity.id })), RefactorMove);
  move.command = { command: 'landfall.moveEntity', title: move.title };
  const sort = new vscode.CodeAction(tell(say('action.sort')), RefactorRewrite);
  sort.command = { command: 'landfall.sortRegister', title: sort.title };
  return [
    ...(registersFor(project, entity).length ? [move] : []),
    ...(sortFields(project, entity.path).length ? [sort] : []),
  ];
}

function codeAction(
  offer: Offer,
  folder: ProjectFolder,
  project: Project,
  about: readonly vscode.Diagnostic[],
  { tell }: Editor,
): vscode.CodeAction {
  const action = new vscode.CodeAction(tell(offer.title), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [...about];
  action.isPreferred = offer.preferred;
  action.edit = new vscode.WorkspaceEdit();
  const file = project.files.get(offer.path);
  if (file) addEdits(action.edit, folder, file, offer.edits, offer.snippet);
  if (file && offer.show !== undefined) {
    const { line, column } = positionAt(lineStarts(applyEdits(file.text, offer.edits)), offer.show);
    const selection = new vscode.Range(line, column, line, column);
    action.command = { command: 'vscode.open', title: '', arguments: [uriOf(folder, offer.path), { selection }] };
  }
  return action;
}
