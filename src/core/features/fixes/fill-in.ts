// A snippet in the editor's syntax as the text it stands for before anybody fills it in: first choices, proposed texts.

/** `owner: $1` is `owner:`, `impact: ${1|1,2|}` is `impact: 1`, `id: ${1:R-1}` is `id: R-1`. */
export function filledIn(snippet: string): string {
  return snippet
    .replace(
      /\\([\\$}])|\$\d+|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g,
      expand,
    )
    .replace(/ +$/gm, '');
}

function expand(_: string, escaped?: string, text?: string, first?: string): string {
  return escaped ?? (text ?? first ?? '').replace(/\\(.)/g, '$1');
}
