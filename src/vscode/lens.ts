// The line above each entity: references, findings and the last change, all to be clicked. Counted only for what is in
// view; the last change only where the history was read already.
import * as vscode from 'vscode';
import { type Lens, lensText, lenses } from '../core/features/lens';
import { say } from '../core/messages/message';
import type { Path } from '../core/model/id';
import { startOf } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { isTask } from '../core/schedule/activities';
import { dayText } from '../core/views/history';
import { askedFile, documents } from './asked';
import type { Contribution } from './editor';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { onSetting, setting } from './settings';

class EntityLens extends vscode.CodeLens {
  readonly folder: ProjectFolder;
  readonly path: Path;
  readonly about: Lens;
  readonly says: 'references' | 'findings' | 'dates' | 'history';

  constructor(range: vscode.Range, folder: ProjectFolder, path: Path, about: Lens, says: EntityLens['says']) {
    super(range);
    this.folder = folder;
    this.path = path;
    this.about = about;
    this.says = says;
  }
}

export const codeLens: Contribution = ({ projects, histories, language, tell }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<vscode.CodeLens> = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document, token) => {
      const asked = setting('codeLens') ? await askedFile(projects, document, token) : undefined;
      if (!asked) return [];
      const { folder, project, path, file } = asked;
      const found = folder.session.checked()?.findings.get(path) ?? [];
      const troubled = new Set(found.map(({ entity }) => entity));
      const dated = setting('historyLens') ? histories.told(folder) : undefined;
      if (!dated && setting('historyLens')) histories.warm(folder);
      // What was committed a moment ago is pending until the history was read again.
      const isFresh = histories.state(folder).kind === 'read';
      return lenses(project, path).flatMap((about) => {
        const range = rangeIn(file, about.span);
        const said: EntityLens['says'][] = ['references'];
        if (troubled.has(keyOf(about.entity))) said.push('findings');
        if (isTask(about.entity)) said.push('dates');
        const { kind, id } = about.entity;
        if (dated?.standing.named.has(keyOf(about.entity)) && (isFresh || dated.teller.changes(kind.name, id)))
          said.push('history');
        return said.map((says) => new EntityLens(range, folder, path, about, says));
      });
    },
    resolveCodeLens: (lens) => {
      if (!(lens instanceof EntityLens)) return lens;
      const { folder, path, about } = lens;
      if (lens.says === 'history') {
        lens.command = historyCommand(folder, about);
        return lens;
      }
      if (lens.says === 'dates') {
        lens.command = { command: 'landfall.whyDate', title: tell(say('why.lens')), arguments: [keyOf(about.entity)] };
        return lens;
      }
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

  function historyCommand(folder: ProjectFolder, { entity }: Lens): vscode.Command {
    const changes = histories.told(folder)?.teller.changes(entity.kind.name, entity.id);
    // Not committed yet at all.
    if (!changes) return { command: '', title: tell(say('history.pending')) };
    const { count, last } = changes;
    const told = { who: last.who, day: dayText(last.when, language) };
    const once = count === 0 ? say('history.lens-added', told) : say('history.lens-once', told);
    return {
      command: 'landfall.showHistory',
      title: tell(count > 1 ? say('history.lens', { ...told, count }) : once),
      arguments: [keyOf(entity)],
    };
  }

  return vscode.Disposable.from(
    changed,
    histories.onDidChange((folder) => {
      const state = histories.state(folder);
      // When reading begins and when it is done, not with each word about how far it is.
      if (state.kind === 'read' || (state.kind === 'reading' && !state.all)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(documents, provider),
    projects.onDidCheck(() => changed.fire()),
    onSetting(['codeLens', 'historyLens'], () => changed.fire()),
  );
};
