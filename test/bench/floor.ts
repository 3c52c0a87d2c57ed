// What a check cannot do without: Node starts, reads as many files, and has the same data in memory. The data is JSON here,
// which V8 reads faster than anything written in JavaScript could read YAML; nothing is checked, and nothing printed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Corpus } from './corpus/generate';
import { type Run, run } from './processes';

const SCRIPT = `const fs = require('fs');
const path = require('path');
const read = [];
for (const name of fs.readdirSync(process.argv[2]))
  read.push(JSON.parse(fs.readFileSync(path.join(process.argv[2], name), 'utf8')));
process.stdout.write(String(read.length));
`;

/** Writes a corpus as JSON; each call reads all of it in a new process. */
export function floorOf(corpus: Corpus, folder: string): () => Promise<Run> {
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const script = path.join(folder, 'floor.cjs');
  writeFileSync(script, SCRIPT);
  for (const [file, text] of corpus.files)
    writeFileSync(
      path.join(data, `${path.posix.basename(file)}.json`),
      JSON.stringify(parse(text, { uniqueKeys: false })),
    );
  return async () => {
    const done = await run(script, [data]);
    if (done.output !== String(corpus.files.size)) throw new Error(`The floor read ${done.output} files.`);
    return done;
  };
}
