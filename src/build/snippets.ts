// Writes snippets/KIND.code-snippets from the schemas: what a person begins an entity of the kind with.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type KindSources, loadKinds } from '../core/schema/kinds';
import { snippetFile } from '../core/schema/snippet';

/** The files by their names; none for kinds whose entities are whole files or stand inside others. */
export function snippetFiles(sources: KindSources['sources']): ReadonlyMap<string, string> {
  const kinds = loadKinds({ sources, validator: () => undefined, version: '' });
  const own = kinds.all.filter((kind) => kind.entity.from !== 'document' && kind.home === kind.name);
  return new Map(
    own.map((kind) => [`${kind.name}.code-snippets`, `${JSON.stringify(snippetFile(kind), null, 2)}\n`] as const),
  );
}

export function writeSnippets(sources: KindSources['sources']): void {
  const folder = path.join(process.cwd(), 'snippets');
  mkdirSync(folder, { recursive: true });
  const files = snippetFiles(sources);
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(path.join(folder, name));
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
