// One field of an entity given another value: changed where it is written, else added at the end.
import { fail } from '../base/result';
import { say } from '../messages/message';
import { within } from '../model/id';
import { addField, type Edited, setScalar, type Value } from '../syntax/edit';
import { nodeAt } from '../syntax/locate';
import { plainOrQuoted } from '../syntax/quote';
import { readItem } from '../syntax/register';
import { plainText } from '../syntax/rewrite';
import { type Entity, type FileIndex, ordinalOf } from './file-index';

/** The edits of the entity's file; entities that are documents are not edited by fields. */
export function valueEdits(file: FileIndex, entity: Entity, name: string, value: Value): Edited {
  const register = file.open();
  const index = ordinalOf(file, entity.slice);
  if (!register.slices[index] || entity.kind.entity.from === 'document') return fail(say('edit.nothing-there'));
  const pointer = within(entity.pointer, name);
  return nodeAt(readItem(register, index).root, pointer)
    ? setScalar(register, index, pointer, value)
    : addField(register, index, entity.pointer, name, yamlOf(value));
}

/** A value as it may stand anywhere. */
export const yamlOf = (value: Value): string =>
  typeof value === 'string' ? plainOrQuoted(value, 'flow') : plainText(value);
