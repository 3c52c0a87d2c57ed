// Read-only documents: the text of one entity at one state, which a diff of an entity compares, and pages of Markdown.
import * as vscode from 'vscode';
import { type Entity, ordinalOf } from '../core/project/file-index';
import { isDocument } from '../core/project/tree-of';
import type { Project } from '../core/project/project';

const SCHEME = 'landfall-entity';

/** Texts that are kept for their documents; the oldest go first. */
const KEPT = 1000;
/** Entities that are opened together: both of their texts are kept. */
export const TOGETHER = 400;

export interface EntityTexts extends vscode.Disposable {
  /** Opens the diff of an entity's text: `undefined` on the side on which there is none. */
  readonly diff: (before: Side | undefined, after: Side | undefined, title: string) => Promise<void>;
  /** Opens the diffs of several entities in one editor. */
  readonly diffs: (pairs: readonly Pair[], title: string) => Promise<void>;
  /** Shows Markdown as a page of its own. */
  readonly page: (title: string, markdown: string) => Promise<void>;
}

export interface Pair {
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

export interface Side {
  readonly entity: Entity;
  readonly project: Pick<Project, 'files'>;
  /** What the state is called: a commit, a branch, a baseline. */
  readonly state: string;
}

/** The lines of an entity as its file has them. */
function textOf({ entity, project }: Pick<Side, 'entity' | 'project'>): string {
  const file = project.files.get(entity.path);
  if (!file) return '';
  if (isDocument(file)) return file.text;
  const ordinal = ordinalOf(file, entity.slice);
  const start = file.starts[ordinal];
  if (start === undefined) return '';
  // The indentation in front of the first dash belongs to it.
  const from = file.text.lastIndexOf('\n', start - 1) + 1;
  const slice = file.open().slices[ordinal];
  return file.text.slice(from, slice?.end).replace(/\n*$/, '\n');
}

export function entityTexts(): EntityTexts {
  const texts = new Map<string, string>();
  let count = 0;

  function documentOf(side: Side | undefined, other: Side | undefined): vscode.Uri {
    const entity = (side ?? other)?.entity;
    const suffix = entity?.path.endsWith('.md') ? 'md' : 'yaml';
    const uri = vscode.Uri.from({
      scheme: SCHEME,
      path: `/${(entity?.id ?? '').replaceAll('/', '∕')}.${suffix}`,
      // The formatter for labels in package.json shows the state; the count tells documents apart.
      query: JSON.stringify({ state: side?.state ?? '–', count: ++count }),
    });
    keep(uri, side ? textOf(side) : '');
    return uri;
  }

  function keep(uri: vscode.Uri, text: string): void {
    texts.set(uri.toString(), text);
    for (const key of texts.keys()) {
      if (texts.size <= KEPT) break;
      texts.delete(key);
    }
  }

  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  return {
    diff: async (before, after, title) => {
      const [left, right] = [documentOf(before, after), documentOf(after, before)];
      await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
    },
    diffs: async (pairs, title) => {
      const rows = pairs.map(({ before, after }) => {
        const [left, right] = [before && documentOf(before, after), after && documentOf(after, before)];
        return [right ?? left, left, right];
      });
      await vscode.commands.executeCommand('vscode.changes', title, rows);
    },
    page: async (title, markdown) => {
      const path = `/${title.replaceAll('/', '∕')}.md`;
      const uri = vscode.Uri.from({
        scheme: SCHEME,
        path,
        query: JSON.stringify({ state: 'Landfall', count: ++count }),
      });
      keep(uri, markdown);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => provider.dispose(),
  };
}
