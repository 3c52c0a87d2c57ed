// Whether a merged text says what it has to: read again as any file is, and held against the merge of values. What both
// sides said is there, or one side took it away while the other left it alone.
import { finish } from '../base/work';
import type { Path } from '../model/id';
import { entitiesOf, type FileIndex } from '../project/file-index';
import { indexFile } from '../project/index-file';
import { formerIds } from '../project/project';
import type { Json } from '../schema/json';
import type { Kinds, RegisterForm } from '../schema/kinds';
import { read } from '../schema/read';
import type { Shape } from '../schema/shape';
import { withValue } from '../syntax/locate';
import { renamedIn } from './match';
import { type Choice, mergeValues, plain, saysSame } from './merge-values';

export interface Checking {
  readonly path: Path;
  readonly kinds: Kinds;
  readonly form: RegisterForm;
}

type Three<T> = readonly [base: T, ours: T, theirs: T];

/** Whether the text says what the merge of the three texts says; `choice` is how conflicts in it were decided. */
export function saysMerged(text: string, texts: Three<string>, choice: Choice, context: Checking): boolean {
  const { path, kinds, form } = context;
  // What two versions share at their ends is read once.
  let before: FileIndex | undefined;
  const index = (one: string): FileIndex =>
    (before = finish(indexFile(path, { text: one }, { kinds, exact: true, before })));
  const [now, ...three] = [text, ...texts].map(index);
  if (!now || now.form !== form.name) return false;
  const noWorse = (codes: RegExp): boolean =>
    troubles(now, codes) <= three.reduce((sum, one) => sum + troubles(one, codes), 0);
  if (!noWorse(/^LF00|^LF01/)) return false;
  let clashes = 0;
  const merge = (values: Three<Json | undefined>, shape: Shape, way: readonly string[]): Json | undefined =>
    mergeValues(values, shape, way, choice, () => clashes++);
  const frames = three.map((one) => frameOf(one, form)) as unknown as Three<Json | undefined>;
  const frame = merge(frames, form.kind ? form.shape : form.item, []);
  if (!saysSame(frame, frameOf(now, form), form.kind ? form.shape : form.item)) return false;
  return (!form.kind || hasEntities(now, three, form.item, merge)) && clashes === 0;
}

function hasEntities(
  now: FileIndex,
  three: readonly FileIndex[],
  shape: Shape,
  merge: (values: Three<Json | undefined>, shape: Shape, way: readonly string[]) => Json | undefined,
): boolean {
  const named = three.map((one) => namedIn(one));
  const base = named[0] ?? [];
  const maps = named.map((side) => {
    const renamed = renamedIn(base, side) ?? new Map<string, string>();
    return new Map(side.map(({ key, value }) => [renamed.get(key) ?? key, value]));
  });
  const keys = new Set(maps.flatMap((one) => [...one.keys()]));
  const meant = [...keys].flatMap(
    (key) => merge([maps[0]?.get(key), maps[1]?.get(key), maps[2]?.get(key)], shape, ['items', key]) ?? [],
  );
  const there = namedIn(now);
  if (new Set(there.map(({ key }) => key)).size !== there.length) return false;
  const texts = (values: readonly Json[]): readonly string[] => values.map((one) => plain(one, shape)).sort();
  const [said, due] = [texts(there.map(({ value }) => value)), texts(meant)];
  return said.length === due.length && said.every((one, at) => one === due[at]);
}

const namedIn = (file: FileIndex) =>
  entitiesOf(file)
    .filter(({ pointer }) => pointer === '')
    .map((entity) => ({ key: entity.id as string, former: formerIds(entity), value: entity.value as Json }));

/** What a file says outside its items; all of it, where it has none. */
function frameOf(file: FileIndex, form: RegisterForm): Json | undefined {
  if (!form.kind) return entitiesOf(file)[0]?.value as Json | undefined;
  const { root } = file.open().head;
  const frame = root && withValue(root, '/items', undefined);
  return frame && read(frame, form.shape, file.text).value;
}

const troubles = (file: FileIndex, codes: RegExp): number =>
  [...file.problems, ...file.slices.flatMap((one) => one.problems)].filter(({ code }) => codes.test(code)).length;
