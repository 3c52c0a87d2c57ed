// The kinds that ship with the product, out of what the build generated. Large, so it is a bundle of its own that
// loads when a project is opened.
import { json, version } from '../../generated/schemas';
import validators from '../../generated/validators';
import type { SchemaSource } from './json';
import type { KindSources } from './kinds';

export const builtIn: KindSources = {
  sources: new Map(Object.entries(JSON.parse(json) as Readonly<Record<string, SchemaSource>>)),
  validator: (name) => {
    const check = validators[name.replaceAll('-', '_')];
    return check && ((value) => (check(value) ? [] : (check.errors ?? [])));
  },
  version,
};
