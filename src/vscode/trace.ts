// Traceability in the editor's call hierarchy: callers are the entities that refer to one, calls what it refers to.
import * as vscode from 'vscode';
import { each } from '../core/base/work';
import { referred, referrers, traced } from '../core/features/trace';
import { pick } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { lookUp, type Project } from '../core/project/project';
import { askedAt, documents } from './asked';
import type { Contribution, Editor } from './editor';
import type { ProjectFolder } from './folder';
import { locationOf, rangeIn } from './places';
import { answering } from './stretches';

/** An entity in the hierarchy. It is looked up again when it is opened: the project may be another one by then. */
class TraceItem extends vscode.CallHierarchyItem {
  readonly folder: ProjectFolder;
  readonly entity: Entity;

  constructor(folder: ProjectFolder, entity: Entity, { uri, range }: vscode.Location, language: Editor['language']) {
    const kind = pick(entity.kind.one, language);
    const name = entity.derived ? entity.title || entity.id : entity.id;
    const detail = [entity.derived ? '' : entity.title, kind].filter(Boolean).join(' · ');
    super(vscode.SymbolKind.Object, name, detail, uri, range, range);
    this.folder = folder;
    this.entity = entity;
  }
}

export const trace: Contribution = ({ projects, language }) => {
  const itemOf = (folder: ProjectFolder, project: Project, entity: Entity): readonly TraceItem[] => {
    const location = locationOf(folder, entity, project);
    return location ? [new TraceItem(folder, entity, location, language)] : [];
  };

  return vscode.languages.registerCallHierarchyProvider(documents, {
    prepareCallHierarchy: async (document, position, token) => {
      const at = await askedAt(projects, document, position, token);
      const entity = at && traced(at.project, at.path, at.offset);
      return entity && [...itemOf(at.folder, at.project, entity)];
    },
    provideCallHierarchyIncomingCalls: async (item, token) => {
      const { folder, project, entity } = presentOf(item) ?? {};
      if (!folder || !project || !entity) return undefined;
      const calls = each(referrers(project, entity), (step) => {
        const file = project.files.get(step.entity.path);
        const ranges = file ? step.spans.map((span) => rangeIn(file, span)) : [];
        return itemOf(folder, project, step.entity).map((one) => new vscode.CallHierarchyIncomingCall(one, ranges));
      });
      return (await answering(token, calls))?.flat();
    },
    provideCallHierarchyOutgoingCalls: (item) => {
      const { folder, project, entity } = presentOf(item) ?? {};
      const file = entity && project?.files.get(entity.path);
      if (!folder || !project || !file) return undefined;
      return referred(project, entity).flatMap((step) => {
        const ranges = step.spans.map((span) => rangeIn(file, span));
        return itemOf(folder, project, step.entity).map((one) => new vscode.CallHierarchyOutgoingCall(one, ranges));
      });
    },
  });
};

interface Present {
  readonly folder: ProjectFolder;
  readonly project: Project;
  readonly entity: Entity;
}

function presentOf(item: vscode.CallHierarchyItem): Present | undefined {
  if (!(item instanceof TraceItem)) return undefined;
  const { folder } = item;
  const project = folder.session.project();
  const entity = lookUp(project, item.entity.kind.name, item.entity.id);
  return entity && { folder, project, entity };
}
