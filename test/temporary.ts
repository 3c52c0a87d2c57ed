// Real folders for tests, gone when the test is over.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** To be called in a `describe`: answers with the way to make a folder of these files for one test. */
export function temporaryFolders(): (files: Contents) => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (files) => {
    const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'landfall-test-'));
    made.push(folder);
    put(folder, files);
    return folder;
  };
}

/** Writes files into a folder. */
export function put(folder: string, files: Contents): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
