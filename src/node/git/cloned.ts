// How much of its origin a clone has: all of it, the last commits only, or some of the objects.
import fs from 'node:fs';
import path from 'node:path';

/** What a partial clone got, lies in packs that are marked so. */
export function isPartial(folder: string): boolean {
  try {
    return fs.readdirSync(path.join(folder, 'objects/pack')).some((name) => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}

/** The commits beyond which a shallow clone has nothing. */
export function shallowEnds(folder: string): ReadonlySet<string> {
  try {
    return new Set(fs.readFileSync(path.join(folder, 'shallow'), 'latin1').split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}
