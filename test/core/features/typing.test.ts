// A register of each kind, typed character by character from nothing to the whole: no question throws at any step, and
// where a reference is typed the right entity is offered all along. The texts are those of the samples.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { type Path, path } from '../../../src/core/model/id';
import { entitiesOf, type FileIndex, startOf } from '../../../src/core/project/file-index';
import type { Project } from '../../../src/core/project/project';
import { follow } from '../../../src/core/project/resolve';
import { updated } from '../../../src/core/project/update';
import { readSample } from '../../../src/node/sample-files';
import { type Files, projectOf, worldAt } from '../support';
import { askAbout, askAt, askForFixes, offered } from './questions';

const OURS = /\.(?:yaml|md)$/;
/** Items of a register that are typed; the others stay in their file. */
const ITEMS = 2;
/** Characters between two looks at the whole file, and between two at the findings. */
const FILE = 7;
const FINDINGS = 61;

for (const name of ['erp', 'his']) {
  describe(`a register of the sample ${name} that is typed`, function () {
    this.timeout(120_000);
    const files = Object.fromEntries([...readSample('media/samples', name).files].filter(([file]) => OURS.test(file)));
    const whole = projectOf(files);
    const forms = new Map([...whole.files.values()].filter(({ form }) => form).map((file) => [file.form, file]));
    let references = 0;
    for (const [form, file] of forms) it(form, () => (references += type(files, file)));

    it('is one of every kind, with references', () => {
      const missing = whole.kinds.all.filter((kind) => !forms.has(kind.home));
      const names = missing.map(({ name }) => name);
      assert.deepEqual(names, []);
      assert.ok(references > 20, String(references));
    });
  });
}

/** The last items of a register as one to be typed, and what is left of it. */
function cut({ text, starts }: FileIndex): { readonly typed: string; readonly left: string } {
  const from = starts.at(-ITEMS) ?? starts[0] ?? 0;
  const head = text.slice(0, starts[0]);
  return starts.length > 1 ? { typed: head + text.slice(from), left: text.slice(0, from) } : { typed: text, left: '' };
}

/** Answers how many references were typed. */
function type(files: Files, index: FileIndex): number {
  const { path: file } = index;
  const { typed, left } = cut(index);
  const isDocument = file.endsWith('.md') || file === 'landfall.yaml';
  const here = isDocument ? file : path('typed.yaml');
  let project = projectOf({ ...files, [file]: left });
  const { check } = checker();
  const full = updated(project, new Map([[here, { text: typed }]]));
  const wanted = referencesIn(full, here);
  for (let end = 0; end <= typed.length; end++) {
    project = updated(project, new Map([[here, { text: typed.slice(0, end) }]]));
    try {
      askAt(project, here, end);
      if (end % FILE === 0) askAbout(project, here);
      if (end % FINDINGS === 0) askForFixes(project, finish(check(worldAt(project))).findings.get(here) ?? []);
    } catch (error) {
      throw new Error(`At ${JSON.stringify(typed.slice(Math.max(0, end - 60), end))}`, { cause: error });
    }
    for (const { id, start, length } of wanted) {
      if (end < start || end > start + length) continue;
      const found = offered(project, here, end)?.suggestions ?? [];
      // A list that is full, behind one letter at most, shows the best of too many.
      const isThere = found.some(({ entity }) => entity?.id === id) || (end <= start + 1 && found.length >= 200);
      assert.ok(isThere, `${id} is not offered behind ${JSON.stringify(typed.slice(Math.max(0, end - 40), end))}`);
    }
  }
  return wanted.length;
}

/** The references of a file that lead to an entity by its present id, with the place of the id. */
function referencesIn(project: Project, file: Path) {
  const index = project.files.get(file);
  assert.ok(index);
  return entitiesOf(index).flatMap((entity) =>
    entity.sites.flatMap((site) => {
      const target = follow(project, site);
      const start = startOf(index, entity.slice) + site.start;
      const isPlain = target?.id === site.text && index.text.startsWith(site.text, start);
      return isPlain ? [{ id: target.id, start, length: site.text.length }] : [];
    }),
  );
}
