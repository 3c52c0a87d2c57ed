// Which files are a project's, on a real disk with real links; the same through both ways to read it.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { tell } from '../../src/core/messages/message';
import { matcher } from '../../src/core/project/matcher';
import { noSettings, type Settings } from '../../src/core/project/settings';
import { findProject, projectsBelow, walk } from '../../src/node/discover';
import { patientDisk, quickDisk } from '../../src/node/disk';
import { temporaryFolders } from '../temporary';

const MANIFEST = { 'landfall.yaml': 'landfall: 1\nname: Test\n' };
const RISKS = 'kind: risks\n';

for (const [way, disk] of Object.entries({ quickly: quickDisk, patiently: patientDisk })) {
  describe(`finding the files of a project ${way}`, () => {
    const folder = temporaryFolders();
    const found = async (root: string, settings: Partial<Settings> = {}) => {
      const { files, refused, all, nested } = await walk(disk, root, matcher({ ...noSettings, ...settings }));
      const said = [...refused].map(
        ([file, { problems }]) => `${file}: ${problems?.map((one) => `${one.code} ${tell(one.message, 'en')}`)}`,
      );
      return { files, said, nested, all: all.kind === 'known' ? [...all.value].map(String).sort() : [all.why] };
    };

    it('takes YAML and Markdown, lists everything, and stays out of what others keep', async () => {
      const root = folder({
        ...MANIFEST,
        'b/risks.yaml': RISKS,
        'a.yml': RISKS,
        'notes.md': '',
        'plan.xlsx': '',
        '.hidden/x.yaml': RISKS,
        'node_modules/x/x.yaml': RISKS,
        '.git/x.yaml': '',
      });
      const { files, all, said } = await found(root);
      assert.deepEqual(files, ['a.yml', 'b/risks.yaml', 'landfall.yaml', 'notes.md']);
      assert.deepEqual(all, ['.hidden/x.yaml', 'a.yml', 'b/risks.yaml', 'landfall.yaml', 'notes.md', 'plan.xlsx']);
      assert.deepEqual(said, []);
    });

    it('lists excluded files without taking them', async () => {
      const root = folder({ ...MANIFEST, 'old/risks.yaml': RISKS });
      const { files, all } = await found(root, { exclude: ['old/**'] });
      assert.deepEqual(files, ['landfall.yaml']);
      assert.deepEqual(all, ['landfall.yaml', 'old/risks.yaml']);
    });

    it('leaves a folder with a manifest of its own to that project', async () => {
      const root = folder({ ...MANIFEST, 'risks.yaml': RISKS, 'sub/landfall.yaml': '', 'sub/deep/risks.yaml': RISKS });
      const { files, all, nested } = await found(root);
      assert.deepEqual(files, ['landfall.yaml', 'risks.yaml']);
      assert.deepEqual(nested, ['sub']);
      assert.ok(all.includes('sub/deep/risks.yaml'));
    });

    it('ends on links that lead in a circle', async () => {
      const root = folder({ ...MANIFEST, 'a/risks.yaml': RISKS });
      symlinkSync('..', path.join(root, 'a/up'));
      symlinkSync('.', path.join(root, 'a/self'));
      symlinkSync('turn.yaml', path.join(root, 'round.yaml'));
      symlinkSync('round.yaml', path.join(root, 'turn.yaml'));
      const { files, said } = await found(root);
      assert.deepEqual(files, ['a/risks.yaml', 'landfall.yaml']);
      assert.deepEqual(said.sort(), [
        'round.yaml: LF013 This link leads back to itself.',
        'turn.yaml: LF013 This link leads back to itself.',
      ]);
    });

    it('does not follow a link out of the folder, and says so where a register would be', async () => {
      const outside = folder({ 'risks.yaml': RISKS, 'logo.png': '' });
      const root = folder(MANIFEST);
      symlinkSync(path.join(outside, 'risks.yaml'), path.join(root, 'risks.yaml'));
      symlinkSync(path.join(outside, 'logo.png'), path.join(root, 'logo.png'));
      symlinkSync(outside, path.join(root, 'folder'));
      const { files, said } = await found(root);
      assert.deepEqual(files, ['landfall.yaml']);
      assert.deepEqual(said, ['risks.yaml: LF013 This link leads out of the project folder and is not followed.']);
    });

    it('says where a link leads to nothing', async () => {
      const root = folder(MANIFEST);
      symlinkSync('gone.yaml', path.join(root, 'risks.yaml'));
      assert.deepEqual((await found(root)).said, ['risks.yaml: LF013 This link leads to a file that is not there.']);
    });

    it('reads a register once, by its own name where it has one', async () => {
      const root = folder({
        ...MANIFEST,
        'risks.yaml': RISKS,
        '.shared/tasks.yaml': RISKS,
        '.shared/more/people.yaml': RISKS,
      });
      symlinkSync('risks.yaml', path.join(root, 'again.yaml'));
      symlinkSync('.shared/tasks.yaml', path.join(root, 'one.yaml'));
      symlinkSync('.shared/tasks.yaml', path.join(root, 'two.yaml'));
      symlinkSync('.shared/more', path.join(root, 'more'));
      symlinkSync('.shared/more', path.join(root, 'most'));
      const { files } = await found(root);
      assert.equal(files.filter((file) => file === 'again.yaml').length, 0);
      assert.equal(files.filter((file) => /^(?:one|two)\.yaml$/.test(file)).length, 1);
      assert.equal(files.filter((file) => /people/.test(file)).length, 1);
    });

    it('is not led astray by a folder that is named like a register', async () => {
      const root = folder({ ...MANIFEST, 'risks.yaml/inner.yaml': RISKS });
      assert.deepEqual((await found(root)).files, ['landfall.yaml', 'risks.yaml/inner.yaml']);
    });

    it('finds projects below a folder', async () => {
      const root = folder({
        'a/landfall.yaml': '',
        'a/b/landfall.yaml': '',
        'c/d/landfall.yaml': '',
        'node_modules/x/landfall.yaml': '',
      });
      const below = await projectsBelow(disk, root);
      assert.deepEqual(
        below.map((one) => path.relative(root, one)),
        ['a', path.join('a', 'b'), path.join('c', 'd')],
      );
    });
  });
}

describe('finding the project of a folder', () => {
  const folder = temporaryFolders();

  it('takes the nearest manifest, in the folder or above it', () => {
    const root = folder({ ...MANIFEST, 'a/b/c.txt': '', 'a/landfall.yaml': '' });
    assert.equal(findProject(path.join(root, 'a/b')), path.join(root, 'a'));
    assert.equal(findProject(root), root);
  });

  it('does not take a folder for a manifest', () => {
    const root = folder({ ...MANIFEST, 'a/x.txt': '' });
    mkdirSync(path.join(root, 'a/landfall.yaml'));
    assert.equal(findProject(path.join(root, 'a')), root);
  });
});
