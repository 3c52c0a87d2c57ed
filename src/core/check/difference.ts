// Findings of one state of a project against those of another: what a change brought and what it solved.
import { tell } from '../messages/message';
import type { Finding } from '../model/finding';
import type { Checked } from './check';

export interface FindingsDifference {
  readonly brought: readonly Finding[];
  readonly solved: readonly Finding[];
}

/**
 * Two findings are the same when rule, entity and sentence are; where a finding is about no entity, also the file.
 * Lines do not matter, nor the file an entity stands in. `renamed` leads from a key (`kind/id`) of old to the present.
 */
export function findingsDifference(
  before: Checked,
  after: Checked,
  renamed: ReadonlyMap<string, string>,
): FindingsDifference {
  const was = [...before.findings.values()].flat();
  const left = new Map<string, number>();
  for (const one of was) {
    const name = nameOf(one, renamed);
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  const brought: Finding[] = [];
  for (const one of [...after.findings.values()].flat()) {
    const name = nameOf(one);
    const count = left.get(name) ?? 0;
    if (count) left.set(name, count - 1);
    else brought.push(one);
  }
  const solved = was.filter((one) => {
    const name = nameOf(one, renamed);
    const count = left.get(name) ?? 0;
    if (count) left.set(name, count - 1);
    return count > 0;
  });
  return { brought, solved };
}

const nameOf = ({ code, entity, path, message }: Finding, renamed?: ReadonlyMap<string, string>): string => {
  const key = entity && (renamed?.get(entity) ?? entity);
  return [code, key ?? `:${path}`, tell(message, 'en')].join('\n');
};
