// Open Entity…: a quick pick over ids and titles of the active project, Chinese by pairs of characters. A link names
// the entity already, as `kind/id`.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import { lookUp, targetOf } from '../../core/project/project';
import { search } from '../../core/project/search';
import { titleOfKind } from '../../core/views/groups';
import { detailOf } from '../../core/views/label';
import { locationOf, show } from '../places';
import { chosenProject, type Command } from '../command';

const LIMIT = 200;

interface EntityPick extends vscode.QuickPickItem {
  readonly entity: Entity;
}

export const openEntity: Command = async (at, [given]) => {
  const { tell, language } = at.editor;
  const folder = await chosenProject(at);
  if (!folder) return;
  const project = await folder.session.indexed();
  if (typeof given === 'string') {
    const { kind, id } = targetOf(project.kinds, given);
    const entity = kind && lookUp(project, kind.name, id);
    const location = entity && locationOf(folder, entity);
    if (location) await show(location);
    return;
  }
  const pick = vscode.window.createQuickPick<EntityPick>();
  pick.placeholder = tell(say('command.open-entity'));
  const fill = (): void => {
    pick.items = search(project, pick.value, LIMIT).map((entity) => {
      const title = entity.title && entity.title !== entity.id ? ` ${entity.title}` : '';
      const detail = detailOf(entity, project, language);
      return {
        entity,
        label: `$(${entity.kind.entity.icon ?? 'circle-small'}) ${entity.id}${title}`,
        description: [titleOfKind(entity.kind, language), detail].filter(Boolean).join(' · '),
        // The search has found it; the editor's own comparison knows no pairs.
        alwaysShow: true,
      };
    });
  };
  fill();
  pick.onDidChangeValue(fill);
  pick.onDidAccept(() => {
    const location = pick.selectedItems[0] && locationOf(folder, pick.selectedItems[0].entity);
    pick.hide();
    if (location) void show(location);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
};
