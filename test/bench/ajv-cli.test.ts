// The comparison is fair when both sides are asked the same: the one schema that ajv-cli gets finds something in the very
// files in which we find fields and values that are wrong.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { projectOf } from '../core/support';
import { temporaryFolders } from '../temporary';
import { oneSchema } from './ajv-cli';
import { generate } from './corpus/generate';
import { writeSchemas } from './schemas';

describe('what ajv-cli is asked', () => {
  const folder = temporaryFolders();

  it('is what we ask: both find mistakes in the same files', () => {
    const { files } = generate(4_000);
    const schema = oneSchema(writeSchemas(folder({}))) as object;
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const theirs = [...files].filter(([, text]) => !validate(parse(text, { uniqueKeys: false })));
    const project = projectOf(Object.fromEntries(files));
    const ours = [...project.files.values()].filter(({ problems, slices }) =>
      [...problems, ...slices.flatMap((slice) => slice.problems)].some(({ code }) => code.startsWith('LF02')),
    );
    const names = theirs.map(([file]) => file);
    assert.deepEqual(names.sort(), ours.map(({ path }): string => path).sort());
    assert.ok(names.length > 20, `${names.length} files`);
  });
});
