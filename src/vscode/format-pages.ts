// The format reference, drawn from the kinds of the project at hand (else from those that ship) when it is opened.
import { allMarkdown, kindMarkdown } from '../core/render/reference';
import type { Kinds } from '../core/schema/kinds';
import { builtInKinds } from '../node/kinds';
import type { Contribution, Editor } from './editor';
import { markdownPages, pageOf, preview } from './markdown-pages';

const SCHEME = 'landfall-format';
/** The name of the page with all kinds; no kind is called so, as it begins with a capital letter. */
const ALL = 'Landfall';

export const formatPages: Contribution = (editor) =>
  markdownPages(SCHEME, async (name) => {
    const kinds = await kindsAtHand(editor);
    const kind = kinds.kind(name);
    return kind ? kindMarkdown(kinds, kind, editor.language) : allMarkdown(kinds, editor.language);
  });

/** The kinds that a person means now. */
export const kindsAtHand = async ({ projects }: Editor): Promise<Kinds> =>
  projects.active()?.session.project().kinds ?? (await builtInKinds());

/** Opens the page of a kind, or that of all kinds, in the Markdown preview. */
export const showFormat = (kind: string | undefined): Thenable<unknown> => preview(pageOf(SCHEME, kind ?? ALL));
