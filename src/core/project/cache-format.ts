// A file's index as JSON that is quick to read again: what the parser and the validator found out, without the text and
// without what follows from the kinds. Whoever keeps it answers for having kept it of the same bytes and the same kinds.
import type { EntityId, Path } from '../model/id';
import type { Problem } from '../model/finding';
import type { Kinds } from '../schema/kinds';
import type { Site } from '../schema/sites';
import { type Entity, type Fields, type FileIndex, type SliceIndex, type Suppression, withoutText } from './file-index';

/** To be raised when the form of a record changes; what is in it changes with the code, which has a number of its own. */
export const RECORD_FORMAT = 1;

interface FileRecord {
  readonly form: string;
  readonly unread: boolean;
  readonly starts: readonly number[];
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
  /** Pointers of references, which repeat from entity to entity. */
  readonly pointers: readonly string[];
  readonly slices: readonly SliceRecord[];
}

/** The entities; behind them problems and suppressions, which most slices have none of. */
type SliceRecord = readonly [
  entities: readonly EntityRecord[],
  problems?: readonly Problem[],
  more?: readonly Suppression[],
];

/** Four numbers and a text a reference: pointer, reference of the kinds, start, end. Of a composed text the second is negative. */
type SiteRecords = readonly (number | string)[];

type EntityRecord = readonly [
  value: Fields,
  markStart: number,
  markEnd: number,
  sites: SiteRecords,
  /** What is not as usual: the id of its value, the title of its value, the register's kind, the slice itself. */
  unusual?: {
    readonly id?: string;
    readonly title?: string;
    readonly derived?: true;
    readonly kind?: string;
    readonly pointer?: string;
  },
];

/** The record of a file. */
export function writeRecord(file: FileIndex, kinds: Kinds): string {
  const usual = kinds.form(file.form)?.kind?.name;
  const pointers = new Map<string, number>();
  const numberOf = (pointer: string): number => {
    const known = pointers.get(pointer);
    if (known === undefined) pointers.set(pointer, pointers.size);
    return known ?? pointers.size - 1;
  };
  // As plain as can be: this is asked for every entity, after an answer that nobody has seen end yet.
  const siteRecords = (sites: readonly Site[]): SiteRecords => {
    if (!sites.length) return NONE;
    const records: (number | string)[] = [];
    for (const { pointer, text, start, end, ref, composed } of sites)
      records.push(numberOf(pointer), composed ? -ref.at - 1 : ref.at, start, end, text);
    return records;
  };
  const entityRecord = (entity: Entity): EntityRecord => {
    const { id, title, derived, pointer, value, mark, sites, kind } = entity;
    const records = siteRecords(sites);
    const isUsual = value.id === id && value.title === title && !derived && kind.name === usual && pointer === '';
    if (isUsual) return [value, mark.start, mark.end, records];
    const unusual = {
      ...(value.id === id ? {} : { id }),
      ...(value.title === title ? {} : { title }),
      ...(derived ? { derived } : {}),
      ...(kind.name === usual ? {} : { kind: kind.name }),
      ...(pointer === '' ? {} : { pointer }),
    };
    return [value, mark.start, mark.end, records, unusual];
  };
  const sliceRecord = ({ entities, problems, suppressions }: SliceIndex): SliceRecord => {
    const records = entities.map(entityRecord);
    if (suppressions.length) return [records, problems, suppressions];
    return problems.length ? [records, problems] : [records];
  };
  const slices = file.slices.map(sliceRecord);
  const { form, unread, starts, problems, suppressions } = file;
  const record: FileRecord = { form, unread, starts, problems, suppressions, pointers: [...pointers.keys()], slices };
  return JSON.stringify(record);
}

/** The index of the file with this record; `text` gives its normalised text when somebody asks. Throws where the record
 *  is none of ours. */
export function readRecord(record: string, path: Path, kinds: Kinds, text: () => string): FileIndex {
  const { form, unread, starts, problems, suppressions, pointers, slices } = JSON.parse(record) as FileRecord;
  const usual = kinds.form(form)?.kind;
  const siteAt = (sites: SiteRecords, i: number): Site => {
    const at = sites[i + 1] as number;
    const ref = kinds.references[at < 0 ? -at - 1 : at];
    const pointer = pointers[sites[i] as number];
    if (!ref || pointer === undefined) throw new Error('no such reference');
    const site = {
      pointer,
      text: sites[i + 4] as string,
      start: sites[i + 2] as number,
      end: sites[i + 3] as number,
      ref,
    };
    return at < 0 ? { ...site, composed: true } : site;
  };
  const entityIn = (slice: SliceIndex, [value, start, end, records, unusual]: EntityRecord): Entity => {
    const kind = unusual?.kind === undefined ? usual : kinds.kind(unusual.kind);
    if (!kind) throw new Error('no such kind');
    const sites = records.length ? new Array<Site>(records.length / 5) : NONE;
    for (let i = 0; i < sites.length; i++) sites[i] = siteAt(records, 5 * i);
    return {
      kind,
      id: (unusual?.id as EntityId | undefined) ?? (value.id as EntityId),
      title: unusual?.title ?? (value.title as string),
      derived: unusual?.derived ?? false,
      path,
      slice,
      pointer: unusual?.pointer ?? '',
      value,
      mark: { start, end },
      sites,
    };
  };
  const index = {
    path,
    form,
    unread,
    starts,
    problems,
    suppressions,
    slices: slices.map(([records, found = NONE, more = NONE]) => {
      const entities = new Array<Entity>(records.length);
      const slice: SliceIndex = { entities, problems: found, suppressions: more };
      records.forEach((one, i) => (entities[i] = entityIn(slice, one)));
      return slice;
    }),
  };
  return withoutText(index, text);
}

const NONE: never[] = [];
