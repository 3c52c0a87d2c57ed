// Light and dark colours of pictures and pages that stand alone, as CSS variables, and the fonts that have Chinese.

const variables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Dark where the reader's system is; paper is light. */
export const schemeOf = <C extends Readonly<Record<string, string>>>(light: C, dark: Record<keyof C, string>): string =>
  `:root{color-scheme:light dark;${variables(light)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`;

/** Light wherever it is shown. */
export const paperOf = (light: Readonly<Record<string, string>>): string =>
  `:root{color-scheme:light;${variables(light)}}`;

export const fonts = "system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
