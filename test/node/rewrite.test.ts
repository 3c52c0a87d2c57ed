// Edits written into files: all or none, and only into what was read.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { path as pathOf } from '../../src/core/model/id';
import { rewriteFiles } from '../../src/node/rewrite';
import { projectOf } from '../core/support';
import { temporaryFolders } from '../temporary';

const A = 'kind: risks\nitems:\n  - id: R-1\n    title: One\n';
const B = '\uFEFFkind: issues\r\nitems:\r\n  - id: I-1\r\n    title: 一';

/** No one in particular, on every Unix. */
const NOBODY = 65_534;

describe('rewriting files', () => {
  const temporary = temporaryFolders();

  function made() {
    const files = { 'a.yaml': A, 'b.yaml': B };
    const folder = temporary(files);
    const project = projectOf(files);
    const edit = (name: string) => {
      const text = project.files.get(pathOf(name))?.text ?? '';
      const end = text.trimEnd().length;
      return [pathOf(name), [{ start: end, end, text: ' and\n    status: open' }]] as const;
    };
    const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    return { folder, text, write: () => rewriteFiles(folder, new Map(['a.yaml', 'b.yaml'].map(edit)), project.files) };
  }

  it('keeps line ends, the byte order mark and a missing end of the last line', () => {
    const { write, text } = made();
    assert.ok(write().ok);
    assert.equal(text('a.yaml'), A.replace('One', 'One and\n    status: open'));
    assert.equal(text('b.yaml'), B.replace('一', '一 and\r\n    status: open'));
  });

  it('writes none when one is not what was read', () => {
    const { folder, write, text } = made();
    writeFileSync(path.join(folder, 'b.yaml'), `${B} now`);
    assert.deepEqual(write(), { ok: false, error: { code: 'changed', file: 'b.yaml' } });
    assert.equal(text('a.yaml'), A);
  });

  it('puts back what it wrote when a later file cannot be written', function () {
    if (process.platform === 'win32') this.skip(); // Windows knows no such rights.
    const { folder, write, text } = made();
    chmodSync(folder, 0o777);
    chmodSync(path.join(folder, 'a.yaml'), 0o666);
    chmodSync(path.join(folder, 'b.yaml'), 0o444);
    // Root may write everything, so for a moment somebody else does.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    const answer = write();
    if (isRoot) process.seteuid?.(0);
    assert.ok(!answer.ok && answer.error.code === 'failed');
    assert.equal(text('a.yaml'), A);
  });
});
