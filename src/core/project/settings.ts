// What the manifest decides about checking: the severity of rules, which files belong, the day that figures refer to.
import type { SeverityChoice } from '../model/finding';
import type { Json } from '../schema/json';
import { member } from '../schema/json';

export interface Settings {
  readonly name: string;
  readonly rules: ReadonlyMap<string, SeverityChoice>;
  /** Globs; empty means everything. An entry without wildcards names a file exactly. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly statusDate: string | undefined;
}

export const noSettings: Settings = { name: '', rules: new Map(), include: [], exclude: [], statusDate: undefined };

const CHOICES: readonly SeverityChoice[] = ['off', 'info', 'warning', 'error'];

/** Settings out of the manifest's value; whatever has the wrong type is left at its default (a schema finding says so). */
export function settingsOf(manifest: Json): Settings {
  const rules = new Map<string, SeverityChoice>();
  const overrides = member(manifest, 'rules');
  if (typeof overrides === 'object' && overrides !== null && !Array.isArray(overrides)) {
    for (const [code, value] of Object.entries(overrides)) {
      const choice = value === false ? 'off' : CHOICES.find((one) => one === value);
      if (choice) rules.set(code, choice);
    }
  }
  return {
    name: text(member(manifest, 'name')) ?? '',
    rules,
    include: texts(member(manifest, 'include')),
    exclude: texts(member(manifest, 'exclude')),
    statusDate: text(member(manifest, 'status_date')),
  };
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];
