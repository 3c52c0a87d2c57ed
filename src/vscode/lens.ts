// The line above each entity: references and findings, both to be clicked. Counted only for what is in view.
import * as vscode from 'vscode';
import { type Lens, lensText, lenses } from '../core/features/lens';
import { say } from '../core/messages/message';
import type { Path } from '../core/model/id';
import { startOf } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { askedFile, documents } from './asked';
import type { Contribution } from './editor';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { onSetting, setting } from './settings';

class EntityLens extends vscode.CodeLens {
  readonly folder: ProjectFolder;
  readonly path: Path;
  readonly about: Lens;
  readonly says: 'references' | 'findings';

  constructor(range: vscode.Range, folder: ProjectFolder, path: Path, about: Lens, says: EntityLens['says']) {
    super(range);
    this.folder = folder;
    this.path = path;
    this.about = about;
    this.says = says;
  }
}

export const codeLens: Contribution = ({ projects, tell }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<vscode.CodeLens> = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document, token) => {
      const asked = setting('codeLens') ? await askedFile(projects, document, token) : undefined;
      if (!asked) return [];
      const { folder, project, path, file } = asked;
      const found = folder.session.checked()?.findings.get(path) ?? [];
      const troubled = new Set(found.map(({ entity }) => entity));
      return lenses(project, path).flatMap((about) => {
        const range = rangeIn(file, about.span);
        const references = new EntityLens(range, folder, path, about, 'references');
        if (!troubled.has(keyOf(about.entity))) return [references];
        return [references, new EntityLens(range, folder, path, about, 'findings')];
      });
    },
    resolveCodeLens: (lens) => {
      if (!(lens instanceof EntityLens)) return lens;
      const { folder, path, about } = lens;
      const project = folder.session.project();
      const text = lensText(project, about, folder.session.checked()?.findings.get(path) ?? []);
      if (lens.says === 'findings') {
        lens.command = {
          command: 'landfall.showFindings',
          title: tell(say(text.findings === 1 ? 'lens.finding' : 'lens.findings', { count: text.findings })),
        };
        return lens;
      }
      const places = text.references.flatMap(({ from, site }) => {
        const file = project.files.get(from.path);
        if (!file) return [];
        const start = startOf(file, from.slice);
        return [
          new vscode.Location(
            uriOf(folder, from.path),
            rangeIn(file, { start: start + site.start, end: start + site.end }),
          ),
        ];
      });
      lens.command = {
        command: places.length ? 'editor.action.showReferences' : '',
        title: tell(say(places.length === 1 ? 'lens.reference' : 'lens.references', { count: places.length })),
        arguments: [uriOf(folder, path), lens.range.start, places],
      };
      return lens;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(documents, provider),
    projects.onDidCheck(() => changed.fire()),
    onSetting(['codeLens'], () => changed.fire()),
  );
};
