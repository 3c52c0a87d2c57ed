// What differs between the last commit and the project as it is now, in files or in an editor: events without a commit.
import type { Work } from '../base/work';
import type { FileIndex } from '../project/file-index';
import type { Project } from '../project/project';
import { differences, NO_VERSION, type Version, versionAfter } from './differences';
import type { EntityEvent } from './event';
import { eventOf } from './fold';

export function* pendingEvents(head: Project, present: Project): Work<readonly EntityEvent[]> {
  const paths = [...new Set([...head.files.keys(), ...present.files.keys()])];
  const pairs = paths.flatMap((path) => {
    const [was, is] = [head.files.get(path), present.files.get(path)];
    if (was === is) return [];
    const before = versionOf(was);
    return [{ before, after: is ? versionAfter(before, is) : NO_VERSION }];
  });
  return (yield* differences(pairs)).map((one) => eventOf(undefined, one, one.fields));
}

const versionOf = (file: FileIndex | undefined): Version => (file ? { file, ghosts: [], broken: false } : NO_VERSION);
