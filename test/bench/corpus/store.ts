// A corpus on the disk.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from './generate';

export function writeCorpus(corpus: Corpus, root: string): void {
  for (const [file, text] of corpus.files) {
    const at = path.join(root, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
}
