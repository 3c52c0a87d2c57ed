// Texts made to hurt, each with the code of the limit that it passes, if any.

export const HEAD = 'kind: risks\nitems:\n  - id: R-1\n';
export const repeat = (count: number, line: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => line(k)).join('');
const bomb = repeat(7, (k) => `    ${'bcdefgh'[k]}: &${'bcdefgh'[k]} [${`*${'abcdefgh'[k]}, `.repeat(10)}]\n`);

export const HOSTILE: Readonly<Record<string, readonly [text: string, code: string | undefined]>> = {
  'brackets 10,000 deep': [`${HEAD}  - x: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 'LF012'],
  'brackets never closed': [`${HEAD}  - x: ${'[{a: '.repeat(5_000)}\n`, 'LF001'],
  'dashes 10,000 deep': [`${HEAD}  ${'- '.repeat(10_000)}x\n`, 'LF012'],
  'keys 10,000 deep on a line': [`${HEAD}  - ${'a: '.repeat(10_000)}x\n`, 'LF001'],
  'lists 600 deep': [`${HEAD}  - a:\n${repeat(600, (k) => `${' '.repeat(k + 5)}a:\n`)}`, 'LF012'],
  'an alias bomb': [`${HEAD}  - a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${bomb}`, 'LF012'],
  'a mapping of 20,000 keys': [`${HEAD}  - id: R-2\n${repeat(20_000, (k) => `    k${k}: ${k}\n`)}`, undefined],
  'the same key 20,000 times': [`${HEAD}${'    a: 1\n'.repeat(20_000)}`, 'LF004'],
  '50,000 commas': [`${HEAD}  - [${','.repeat(50_000)}]\n`, 'LF001'],
  '20,000 closing brackets': [`${HEAD}  - ${']'.repeat(20_000)}\n`, 'LF001'],
  '20,000 aliases to nothing': [`${HEAD}  - [${'*a, '.repeat(20_000)}]\n`, 'LF006'],
  '20,000 anchors': [`${HEAD}  - [${'&a '.repeat(20_000)}]\n`, 'LF001'],
  'an endless quotation': [`${HEAD}  - x: "${'a b\n     '.repeat(50_000)}\n`, 'LF001'],
  '200,000 blank lines': [`${HEAD}${'\n'.repeat(200_000)}  - id: R-2\n`, undefined],
  '50,000 ends of document': [`${HEAD}${'...\n'.repeat(50_000)}  - id: R-2\n`, 'LF010'],
  '20,000 wrong colons': [`${HEAD}${'    a：b\n'.repeat(20_000)}`, 'LF009'],
  '20,000 conflicts': ['<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(20_000), 'LF003'],
  'an item of more than a megabyte': [`${HEAD}  - |\n${'      a line of text\n'.repeat(60_000)}`, 'LF012'],
  'two megabytes that cannot be cut': [`"items":\n${'  - id: R-1\n'.repeat(170_000)}`, 'LF012'],
};
