// Names: of kinds, entities, files and rules. Ids are branded and born here, so that no other text can pass for one.
import { nfc } from '../base/text';

declare const brand: unique symbol;
type Named<Name extends string> = string & { readonly [brand]: Name };

/** A kind's name, such as `risks`. */
export type KindName = Named<'kind'>;
/** An entity's name inside its kind, in composed Unicode form. */
export type EntityId = Named<'id'>;
/** A file's place below the project's folder, with `/` between its parts. */
export type Path = Named<'path'>;
/** JSON Pointer (RFC 6901) of a value inside an entity, `''` for the entity itself. */
export type Pointer = string;
/** `LF` and three digits; the first digit is the family. */
export type RuleCode = `LF${number}`;

export const kindName = (text: string): KindName => text as KindName;
export const path = (text: string): Path => text.replaceAll('\\', '/').replace(/^\.\//, '') as Path;

const FORBIDDEN = /[\s:@|[\]{}*?#,]/u;

/** Whether a text can be the id of an entity; `/` is allowed in article ids only. */
export const isEntityId = (text: string, slash = false): boolean =>
  text.length > 0 && text.length <= 128 && !FORBIDDEN.test(text) && (slash || !text.includes('/'));

/** An id as it compares. Malformed ids are taken as they are: the id rule reports them, everything else keeps working. */
export const entityId = (text: string): EntityId => nfc(text) as EntityId;

/** Adds a key or an index to a pointer. */
export const within = (pointer: Pointer, key: string | number): Pointer =>
  `${pointer}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const pointerParts = (pointer: Pointer): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
