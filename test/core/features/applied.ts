// The files of a fixture after edits of several of them.
import { type Path, path } from '../../../src/core/model/id';
import { applyEdits, type TextEdit } from '../../../src/core/syntax/edit';
import type { Files } from '../support';

export const applied = (before: Files, edits: ReadonlyMap<Path, readonly TextEdit[]>): Files =>
  Object.fromEntries(
    Object.entries(before).map(([name, text]) => [name, applyEdits(text, edits.get(path(name)) ?? [])]),
  );
