// Merges by example: what came of one, and the registers that they start from.
import assert from 'node:assert/strict';
import { type Merged, mergeTexts } from '../../../src/core/compare/merge';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { shippedKinds } from '../support';

export function merge(base: string, ours: string, theirs: string, file = 'risks.yaml'): Merged {
  return mergeTexts({ base, ours, theirs }, { path: path(file), kinds: shippedKinds() });
}

export const clean = (base: string, ours: string, theirs: string, file?: string): string => {
  const merged = merge(base, ours, theirs, file);
  assert.equal(merged.kind, 'merged', merged.kind === 'refused' ? tell(merged.why, 'en') : '');
  assert.ok(merged.kind === 'merged');
  assert.deepEqual(merged.conflicts, [], merged.text);
  return merged.text;
};

export const conflict = (base: string, ours: string, theirs: string) => {
  const merged = merge(base, ours, theirs);
  assert.ok(merged.kind === 'merged', merged.kind === 'refused' ? tell(merged.why, 'en') : '');
  return { text: merged.text, said: merged.conflicts.map(({ way, how }) => `${way.slice(1).join(' ')} ${how}`) };
};

export const refused = (base: string, ours: string, theirs: string): string => {
  const merged = merge(base, ours, theirs);
  assert.ok(merged.kind === 'refused', merged.kind === 'merged' ? merged.text : '');
  return merged.why.id;
};

export const risks = (...items: readonly string[]): string => `# Risks\nkind: risks\nitems:\n${items.join('')}`;
export const A = '  - id: R-1\n    title: Data\n    status: open\n';
export const B = '  - id: R-2\n    title: People\n    status: open\n';
export const C = '  # from the workshop\n  - id: R-3\n    title: Money\n';
export const D = '  - id: R-4\n    title: 时间\n';
export const base = risks(A, B);
