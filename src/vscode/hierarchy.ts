// Inheritance in the editor's type hierarchy: supertypes are what an entity takes over from, subtypes what takes over from it.
import * as vscode from 'vscode';
import { takenOverBy, takesOverFrom } from '../core/access/relations';
import { ranked } from '../core/features/hierarchy';
import { pick } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { lookUp, type Project } from '../core/project/project';
import { askedAt, documents } from './asked';
import type { Contribution, Editor } from './editor';
import type { ProjectFolder } from './folder';
import { locationOf } from './places';

/** An entity in the hierarchy. It is looked up again when it is opened: the project may be another one by then. */
class RankedItem extends vscode.TypeHierarchyItem {
  readonly folder: ProjectFolder;
  readonly entity: Entity;

  constructor(folder: ProjectFolder, entity: Entity, { uri, range }: vscode.Location, language: Editor['language']) {
    const detail = [entity.title, pick(entity.kind.one, language)].filter(Boolean).join(' · ');
    super(vscode.SymbolKind.Class, entity.id, detail, uri, range, range);
    this.folder = folder;
    this.entity = entity;
  }
}

export const hierarchy: Contribution = ({ projects, language }) => {
  const itemsOf = (folder: ProjectFolder, project: Project, entities: readonly Entity[]): RankedItem[] =>
    entities.flatMap((entity) => {
      const location = locationOf(folder, entity, project);
      return location ? [new RankedItem(folder, entity, location, language)] : [];
    });

  function related(
    item: vscode.TypeHierarchyItem,
    relation: (project: Project, entity: Entity) => readonly Entity[],
  ): RankedItem[] | undefined {
    if (!(item instanceof RankedItem)) return undefined;
    const project = item.folder.session.project();
    const entity = lookUp(project, item.entity.kind.name, item.entity.id);
    return entity && itemsOf(item.folder, project, relation(project, entity));
  }

  return vscode.languages.registerTypeHierarchyProvider(documents, {
    prepareTypeHierarchy: async (document, position, token) => {
      const at = await askedAt(projects, document, position, token);
      const entity = at && ranked(at.project, at.path, at.offset);
      return entity && itemsOf(at.folder, at.project, [entity]);
    },
    provideTypeHierarchySupertypes: (item) => related(item, takesOverFrom),
    provideTypeHierarchySubtypes: (item) => related(item, takenOverBy),
  });
};
