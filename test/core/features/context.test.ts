// Where the cursor stands in its file: the short way, from the item that it is in, leads where the long one leads.
import assert from 'node:assert/strict';
import { contextAt } from '../../../src/core/features/context';
import { path } from '../../../src/core/model/id';
import { cursorAt } from '../../../src/core/syntax/cursor';
import { readSample } from '../../../src/node/sample-files';
import { projectOf } from '../support';

function agree(text: string, offsets: Iterable<number>): void {
  const project = projectOf({ 'r.yaml': text });
  const read = project.files.get(path('r.yaml'))?.text ?? '';
  for (const at of offsets)
    assert.deepEqual(contextAt(project, path('r.yaml'), at)?.cursor, cursorAt(read, at), JSON.stringify([text, at]));
}

describe('contextAt', () => {
  it('agrees with the whole text everywhere in the samples', function () {
    this.timeout(30_000);
    for (const [file, text] of readSample('media/samples', 'his').files)
      if (file.endsWith('.yaml') && file !== 'landfall.yaml')
        agree(
          text,
          Array.from({ length: text.length + 1 }, (_, at) => at),
        );
  });
});
