// What a person may write to name a commit: a branch, a tag, an object's name, `HEAD~2`, `main@{yesterday}`. Checked
// before git sees it, for git would take some of it for an option, a range or a look into the index.

const LONGEST = 1024;

/** Whether a text may be given to git as the name of one commit. */
export const isRevision = (text: string): boolean =>
  text.length > 0 &&
  text.length <= LONGEST &&
  // An option; a path of the index or a search through messages; the reverse of a range.
  !/^[-:^]/.test(text) &&
  !text.includes('..') &&
  // `commit:path` names no commit.
  !text.includes(':') &&
  // Another object of the commit, such as `HEAD^{tree}`.
  !/\^\{(?!\}|commit\})/.test(text) &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through.
  !/[\x00-\x1f\x7f]/.test(text);
