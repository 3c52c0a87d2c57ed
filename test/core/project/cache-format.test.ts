// A record of the cache gives back the very index it was written from.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { path as pathOf } from '../../../src/core/model/id';
import { readRecord, writeRecord } from '../../../src/core/project/cache-format';
import type { FileIndex } from '../../../src/core/project/file-index';
import { generate } from '../../bench/corpus/generate';
import { projectOf, shippedKinds } from '../support';
import { outlineOf } from './outline';

const kinds = shippedKinds();

/** Every file of the project, written and read again, is the same index. */
function check(files: Readonly<Record<string, string>>): void {
  const project = projectOf(files);
  for (const file of project.files.values()) {
    if (file.form === 'manifest') continue;
    const again = readRecord(writeRecord(file, kinds), file.path, kinds, () => file.text);
    assert.deepEqual(outlineOf(again), outlineOf(file));
    assert.deepEqual(slicesOf(again), slicesOf(file));
  }
}

const slicesOf = (file: FileIndex) => file.slices.map((slice) => slice.entities.every((one) => one.slice === slice));

describe('the record of a file', () => {
  it('gives the same index again, for every kind of the generated corpus', () => {
    check(Object.fromEntries(generate(2_000).files));
  });

  it('gives the same index again, for the samples', () => {
    const root = 'media/samples/erp';
    const names = readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => /\.(?:yaml|md)$/.test(name));
    check(Object.fromEntries(names.map((name) => [pathOf(name), readFileSync(path.join(root, name), 'utf8')])));
  });

  it('gives the same index again, for what is broken, derived, composed or suppressed', () => {
    check({
      'broken.yaml':
        'kind: risks\nitems:\n  - id: R-1\n   title: x\n  - 5\n  - id: R-2\n    owner: [a\n  - id: 7\n    title: é\n',
      'headless.yaml': 'kind: [risks]\nitems:\n  - id: R-1\n',
      'unknown.yaml': 'kind: riskz\nitems:\n  - id: R-1\n',
      'log.yaml': 'kind: test-runs\nitems:\n  - test: TC-1\n    date: 2026-11-16\n    by: li.wei\n    result: pass\n',
      'sod.yaml':
        'kind: sod-rules\nitems:\n  - id: S\n    title: t\n    risk: high\n    conflict: ["fi.doc:post@all", [accountant]]\n',
      'quiet.yaml':
        'kind: risks # landfall-disable LF101: 文件\nitems:\n  # landfall-disable LF021: no impact yet\n  - id: R-3\n    title: t\n',
      'proto.yaml':
        'kind: risks\nitems:\n  - __proto__: { a: 1 }\n    id: constructor\n    title: 身份证 11010519491231002X\n',
      '知识库/a.md': '---\ntitle: A\nabout: [R-1]\n---\nSee [[R-1]] and [[people/li.wei|Li]].\n',
      'readme.md': '# no front matter\n',
    });
  });

  it('is refused where it names what the kinds do not have', () => {
    const [file] = [
      ...projectOf({ 'r.yaml': 'kind: risks\nitems:\n  - id: R-1\n    owner: x\n' }).files.values(),
    ].slice(1);
    const record = JSON.parse(writeRecord(file as FileIndex, kinds));
    record.slices[0][0][0][3][1] = 1e6;
    assert.throws(() => readRecord(JSON.stringify(record), pathOf('r.yaml'), kinds, () => ''));
  });
});
