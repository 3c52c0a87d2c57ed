// Where a `[[link]]` in a Markdown document leads: to the line of the entity, as a link that the preview follows.
import path from 'node:path';
import type * as vscode from 'vscode';
import { resolveLink } from '../core/features/link';
import type { Editor } from './editor';
import type { LinkTarget } from './host-types';
import { locationOf } from './places';

export function linkTarget({ projects }: Editor, document: vscode.Uri, id: string): LinkTarget | undefined {
  const owned = projects.owner(document);
  const entity = owned && resolveLink(owned.folder.session.project(), id);
  const location = entity && locationOf(owned.folder, entity);
  if (!location) return undefined;
  const to = path.relative(path.dirname(document.fsPath), location.uri.fsPath).replaceAll(path.sep, '/');
  const place = to.endsWith('.md') ? '' : `#L${location.range.start.line + 1}`;
  return { href: to.split('/').map(encodeURIComponent).join('/') + place, title: entity.title || entity.id };
}
