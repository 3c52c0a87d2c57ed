// The pages that explain the rules: why, an example, how to mend it. A bundle of its own that loads when one is asked for.
import type { Language } from '../core/messages/message';

/** The page of a rule as Markdown; undefined when there is no such rule. */
export async function rulePage(code: string, language: Language): Promise<string | undefined> {
  const { pages } = await import('../generated/pages');
  const name = `${code}.${language}`;
  return Object.hasOwn(pages, name) ? pages[name] : undefined;
}
