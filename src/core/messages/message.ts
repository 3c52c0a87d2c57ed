// A sentence for a person, before its language is chosen: an id of the catalogue and what fills its gaps. The types
// take the gaps from the English sentence, so a missing or misspelt argument does not compile.
import { catalogue } from './catalogue';

export type Language = 'en' | 'zh-cn';

/** A short text that exists in both languages: a kind's name, a field's title. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type MessageId = keyof typeof catalogue;
export type Argument = string | number | Bilingual | Message | readonly Argument[];

type Gaps<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never;
type GapsOf<Id extends MessageId> = Gaps<(typeof catalogue)[Id][0]>;
type Arguments<Id extends MessageId> = { readonly [Name in GapsOf<Id>]: Argument };

export interface Message {
  readonly id: MessageId;
  readonly args: Readonly<Record<string, Argument>>;
}

/** A message, its arguments checked against the sentence. */
export const say = <Id extends MessageId>(
  id: Id,
  ...args: [GapsOf<Id>] extends [never] ? [] : [Arguments<Id>]
): Message => ({ id, args: args[0] ?? {} });

/** The sentence in a language. Lists are joined with the language's own comma. */
export function tell(message: Message, language: Language): string {
  const sentence = catalogue[message.id][language === 'en' ? 0 : 1];
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = message.args[name];
    return value === undefined ? gap : tellArgument(value, language);
  });
}

/** A text, a number, a list or another sentence, in a language. */
export function tellArgument(value: Argument, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.map((one) => tellArgument(one, language)).join(language === 'en' ? ', ' : '、');
  if ('id' in value) return tell(value as Message, language);
  return pick(value as Bilingual, language);
}

export const pick = (text: Bilingual, language: Language): string => (language === 'en' ? text.en : text.zh || text.en);

/** The language for a locale name such as `zh-CN`, `zh_CN.UTF-8`, `en` or `C`. Anything not Chinese is English. */
export const languageOf = (locale: string | undefined): Language =>
  /^zh\b|^zh[-_]/i.test(locale ?? '') ? 'zh-cn' : 'en';
