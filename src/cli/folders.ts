// From the folder of a call to the project it is about.
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../core/messages/message';
import type { World } from '../core/project/world';
import { cacheFolder } from '../node/cache-folder';
import { findProject, projectsBelow } from '../node/discover';
import { quickDisk } from '../node/disk';
import { type Opening, openProject } from '../node/open';
import { type Call, WrongCall } from './call';

/** The folder that was meant; a WrongCall when there is none. */
export function folderOf(call: Call, word: string | undefined): string {
  const folder = path.resolve(call.folder, word ?? '.');
  needFolder(folder, word ?? folder);
  return folder;
}

/** Sees to it that a folder is there; `given` is what it was called. */
export function needFolder(folder: string, given: string): void {
  const found = fs.statSync(folder, { throwIfNoEntry: false });
  if (!found) throw new WrongCall(say('cli.no-folder', { folder: given }));
  if (!found.isDirectory()) throw new WrongCall(say('cli.not-folder', { folder: given }));
}

/** The projects to check: the one that a folder belongs to, else all below it. */
export async function projectsFor(folder: string): Promise<readonly string[]> {
  const root = findProject(folder);
  const roots = root === undefined ? await projectsBelow(quickDisk, folder) : [root];
  if (!roots.length) throw new WrongCall(say('cli.no-project', { folder }));
  return roots;
}

/** The one project that the call's folder belongs to. */
export const theProject = async (call: Call): Promise<World> => open(call, await theRoot(call));

/** The folder of that project. */
export async function theRoot(call: Call): Promise<string> {
  const folder = call.folder;
  const root = findProject(folder);
  if (root !== undefined) return root;
  const below = await projectsBelow(quickDisk, folder);
  if (below.length) throw new WrongCall(say('cli.projects-below', { projects: below.map((one) => shown(call, one)) }));
  throw new WrongCall(say('cli.no-project-above', { folder }));
}

/** The folder of all caches, unless the call does without. */
export const cacheOf = (call: Call): string | undefined =>
  call.option('no-cache') === undefined ? cacheFolder(call.env) : undefined;

export const open = (call: Call, root: string): Promise<World> => openProject(root, opening(call));

// Whoever runs a check on a folder trusts it with the schemas of its kinds, as with its build scripts.
export function opening(call: Call): Opening {
  const folder = cacheOf(call);
  return { trusted: true, now: call.now, cache: folder === undefined ? undefined : { folder, later: call.later } };
}

/** A folder as people see it from where they are. */
export const shown = (call: Call, folder: string): string =>
  path.relative(call.folder, folder).replaceAll(path.sep, '/') || '.';
