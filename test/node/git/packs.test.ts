// Objects read straight out of packs: the same bytes that git gives, or nothing said.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Oid } from '../../../src/core/model/commit';
import { patched } from '../../../src/node/git/delta';
import { packReader } from '../../../src/node/git/packs';
import { bytesIn, joining, piecesOf, shared } from '../../../src/node/git/pieces';
import { random } from '../../fuzz/random';
import { type Made, repositories } from './repositories';

const LIMIT = 1 << 24;

describe('pieces of bytes', () => {
  const bytes = fc.array(fc.constantFrom(97, 98), { maxLength: 30 }).map((list) => Buffer.from(list));

  it('are the bytes that they stand for, and are compared as these are', () => {
    const cuts = fc.array(fc.tuple(fc.nat(2), fc.nat(30), fc.nat(12)), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(bytes, { minLength: 3, maxLength: 3 }),
        cuts,
        cuts,
        fc.nat(40),
        fc.nat(40),
        (all, a, b, i, j) => {
          const [one, other] = [a, b].map((list) => {
            const joined = joining();
            const parts: Buffer[] = [];
            for (const [which, from, length] of list) {
              const source = all[which] as Buffer;
              const part = source.subarray(from, from + length);
              // By way of other pieces, or as they are.
              if (from % 2) joined.addOf(piecesOf(source), Math.min(from, source.length), part.length);
              else joined.add(source, from, part.length);
              parts.push(part);
            }
            return { pieces: joined.end(), whole: Buffer.concat(parts) };
          }) as [
            { pieces: ReturnType<typeof piecesOf>; whole: Buffer },
            { pieces: ReturnType<typeof piecesOf>; whole: Buffer },
          ];
          assert.deepEqual(bytesIn(one.pieces), one.whole);
          const [from, to] = [Math.min(i, one.whole.length), Math.min(j, one.whole.length)];
          assert.deepEqual(bytesIn(one.pieces, from, to), one.whole.subarray(from, Math.max(from, to)));
          const start = Math.min(j, other.whole.length);
          let same = 0;
          const most = Math.min(one.whole.length - from, other.whole.length - start);
          while (same < most && one.whole[from + same] === other.whole[start + same]) same++;
          assert.equal(shared(one.pieces, other.pieces, from, start), same);
        },
      ),
      { numRuns: 2000, seed: 20261121 },
    );
  });

  it('are not made by what is no delta of theirs', () => {
    fc.assert(
      fc.property(bytes, fc.uint8Array({ maxLength: 12 }), (base, delta) => {
        const head = [base.length, 4];
        const made = patched(piecesOf(base), Buffer.from([...head, ...delta]));
        assert.ok(made === undefined || bytesIn(made).length === 4);
      }),
      { numRuns: 2000, seed: 20261121 },
    );
  });
});

describe('packs', function () {
  this.timeout(60_000);
  const { make } = repositories();
  const folderOf = (made: Made): string => path.join(made.folder, '.git/objects/pack');

  /** A file that changes a little in each commit, another one now and then; some of it is put away meanwhile. */
  function grown(made: Made, seed: number): void {
    const r = random(seed);
    const lines = Array.from({ length: 400 }, (_, at) => `${at} 需求 ${r.below(1e9)}\n`);
    for (let step = 0; step < 24; step++) {
      for (let change = r.below(4); change >= 0; change--) {
        const at = r.below(lines.length);
        if (r.chance(0.3)) lines.splice(at, r.below(3));
        else lines.splice(at, r.below(2), `${step} ${r.below(1e9)}\n`);
      }
      made.commit(`${step}`, { 'a.yaml': lines.join(''), ...(r.chance(0.3) ? { 'b.yaml': `${r.below(1e9)}\n` } : {}) });
      if (step === 10) made.git('repack', '-d', '-q');
    }
  }

  function objectsOf({ folder }: Made): ReadonlyMap<Oid, string> {
    const all = execFileSync('git', ['cat-file', '--batch-all-objects', '--batch-check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return new Map(
      all
        .trim()
        .split('\n')
        .map((line) => [line.split(' ')[0] as Oid, line.split(' ')[1] ?? '']),
    );
  }

  /** The bytes of these objects as git prints them. */
  function printedBy(folder: string, oids: readonly Oid[]): ReadonlyMap<Oid, Buffer> {
    const out = execFileSync('git', ['cat-file', '--batch'], {
      cwd: folder,
      input: oids.join('\n'),
      maxBuffer: 1 << 28,
    });
    const printed = new Map<Oid, Buffer>();
    for (let at = 0; at < out.length; ) {
      const line = out.indexOf(10, at);
      const [oid, , size] = out.toString('latin1', at, line).split(' ');
      printed.set(oid as Oid, out.subarray(line + 1, line + 1 + Number(size)));
      at = line + 2 + Number(size);
    }
    return printed;
  }

  for (const format of ['sha1', 'sha256'] as const)
    it(`are read as git reads them, ${format}`, () => {
      let deltas = 0;
      for (const [seed, args] of [
        ['-a', '-d', '-f', '--depth=50'],
        ['-a', '-d', '-f', '--depth=3'],
        ['-d'],
      ].entries()) {
        const made = make({}, `--object-format=${format}`);
        // Otherwise what two differ by is told by the name of one, and not by its place.
        made.git('config', 'repack.useDeltaBaseOffset', seed === 1 ? 'false' : 'true');
        grown(made, seed + 1);
        made.git('repack', '-q', ...args);
        const reader = packReader(folderOf(made), format);
        const all = objectsOf(made);
        const due = printedBy(made.folder, [...all.keys()]);
        for (const [oid, type] of [...all].reverse()) {
          const found = reader.read(oid, LIMIT);
          const bytes = due.get(oid);
          assert.deepEqual(found && [found.type, bytesIn(found.pieces)], [type, bytes], oid);
          deltas += (found?.pieces.sources.length ?? 0) > 1 ? 1 : 0;
        }
        assert.equal(reader.read('0'.repeat(format === 'sha1' ? 40 : 64) as Oid, LIMIT), undefined);
        reader.close();
      }
      assert.ok(deltas > 40, `${deltas} told by others`);
    });

  it('say nothing of what is larger than asked for, and nothing when closed', () => {
    const made = make({ 'a.yaml': 'x'.repeat(5000) });
    made.git('repack', '-a', '-d', '-q');
    const oid = made.git('rev-parse', 'HEAD:a.yaml') as Oid;
    const reader = packReader(folderOf(made), 'sha1');
    assert.equal(reader.read(oid, 4999), undefined);
    assert.equal(reader.read(oid, 5000)?.pieces.length, 5000);
    reader.close();
    assert.equal(reader.read(oid, 5000), undefined);
    assert.equal(packReader(path.join(made.folder, 'nowhere'), 'sha1').read(oid, LIMIT), undefined);
  });

  it('never answer with other bytes where they are damaged', () => {
    const made = make({});
    grown(made, 7);
    made.git('repack', '-a', '-d', '-f', '-q');
    const truth = packReader(folderOf(made), 'sha1');
    const all = [...objectsOf(made).keys()];
    const whole = new Map(all.map((oid) => [oid, truth.read(oid, LIMIT)] as const));
    truth.close();
    const name = fs.readdirSync(folderOf(made)).find((one) => one.endsWith('.pack')) ?? '';
    const pack = path.join(folderOf(made), name);
    fs.chmodSync(pack, 0o644);
    const bytes = fs.readFileSync(pack);
    const r = random(3);
    let [silent, said] = [0, 0];
    for (let run = 0; run < 60; run++) {
      const spoilt = Buffer.from(bytes);
      for (let count = r.below(4); count >= 0; count--) spoilt[12 + r.below(bytes.length - 32)] = r.below(256);
      fs.writeFileSync(pack, run % 10 ? spoilt : bytes.subarray(0, r.below(bytes.length)));
      const reader = packReader(folderOf(made), 'sha1');
      for (const oid of all) {
        const [found, right] = [reader.read(oid, LIMIT), whole.get(oid)];
        if (!found) silent++;
        else if (right && bytesIn(found.pieces).equals(bytesIn(right.pieces))) said++;
        // A type or an offset is under no checksum; the bytes of another object are whole, but not what was asked for.
        else
          assert.ok(
            all.some((other) =>
              bytesIn(whole.get(other)?.pieces ?? piecesOf(Buffer.alloc(0))).equals(bytesIn(found.pieces)),
            ),
          );
      }
      reader.close();
    }
    assert.ok(silent > 60 && said > 60, `${silent} silent, ${said} said`);
  });
});
