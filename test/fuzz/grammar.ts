// Registers written from YAML's grammar: every style of value at every indentation that comes to mind, mostly right,
// sometimes just wrong. The first of the three generators.
import type { Random } from './random';

const PLAIN = [
  'a',
  'x y',
  '中文',
  '1.10',
  'R-001',
  'yes',
  'null',
  '~',
  'a - b',
  'a:b',
  '-1',
  'x#y',
  '2026-12-01',
  '<<',
  '*a',
  '&amp',
  '?q',
  ':z',
  '%p',
  'a#',
  'http://x:1',
  '0o17',
  '1e3',
  '.5',
  '-',
  'R &a b',
  '负责人：李伟',
  '0x1f',
  '.inf',
  "it's",
];
const KEYS = ['id', 'k', 'items', '"q"', "'s'", 'k2', '<<', '中', 'title', '__proto__', '1', 'constructor'];
const NAMES = KEYS.filter((key) => key !== '<<');

interface Writer extends Random {
  /** The share of values that are nothing special, so that whole documents come out right as well. */
  readonly tame: number;
}

/** A register; without `tame` some are wild, some nearly right, some mixed. */
export function register(random: Random, tame = random.pick([0, 0.6, 0.95])): string {
  const r: Writer = { ...random, tame };
  let text = '';
  const wild = 1 - tame;
  if (r.chance(0.05)) text += r.pick(['\uFEFF', '---\n', '%YAML 1.1\n---\n', '# c\n', '--- # x\n']);
  if (r.chance(0.7)) text += 'kind: risks\n';
  if (r.chance(0.12))
    text += r.pick(['base: &a 1\n', 'base: &b\n  k: 1\n  z: [2]\n', 'base: &a\n  - *a\n', 'm: [&a x, *a]\n']);
  if (r.chance(0.25 * wild)) text += `${r.pick(['meta', 't', 'items', '"items"'])}:${value(r, 0, 1)}`;
  text += noise(r, 0);
  text += r.chance(1 - 0.15 * wild)
    ? 'items:\n'
    : r.pick([
        'items: # c\n',
        'items:  \n',
        'items: &z\n',
        'items: !!seq\n',
        '"items":\n',
        'items :\n',
        '? items\n:\n',
        'items: []\n',
      ]);
  text += noise(r, 0);
  text += sequence(r, r.pick([0, 0, 2, 2, 2, 4, 1]), 2, 4);
  if (r.chance(0.2 * wild)) text += `${r.pick(['tail', 'items', '"items"', "'items'"])}:${value(r, 0, 1)}`;
  if (r.chance(0.04 * wild)) text += r.pick(['...\n', '---\n', '--- x\n', '...\nkind: x\n', '...\n# end\n']);
  if (r.chance(0.1)) text = text.replaceAll('\n', '\r\n');
  return r.chance(0.05) ? text.replace(/\n$/, '') : text;
}

const spaces = (count: number): string => ' '.repeat(Math.max(0, count));

/** What follows `key:` or a dash, for a node whose parent stands at column `parent`. */
function value(r: Writer, parent: number, depth: number): string {
  if (r.chance(r.tame)) return tameValue(r, parent, depth);
  const deeper = (): string => spaces(parent + 1 + r.below(3));
  switch (r.below(17)) {
    case 0:
      return '\n';
    case 1:
    case 2:
    case 3:
      return ` ${r.pick(PLAIN)}${r.pick(['', ' # c', '  # - c'])}\n`;
    case 4:
      return ` ${r.pick(PLAIN)}\n${deeper()}${r.pick(['- q', '- id: q', 'q', '#c'])}\n`;
    case 5:
      return ` "q\n${r.pick([deeper(), spaces(parent), ''])}${r.pick(['- z', 'z', '# z', '---', '...', '\\u4e2d'])}\n${deeper()}w"\n`;
    case 6:
      return ` 'q\n\n${r.pick([deeper(), deeper(), spaces(parent)])}- z'\n`;
    case 7:
      return blockScalar(r, parent + 1 + r.below(3), '');
    case 8: {
      const indent = 1 + r.below(3);
      return blockScalar(r, Math.max(0, parent) + indent, String(indent));
    }
    case 9:
      return ` [${r.pick(['a, b', `\n${deeper()}a,\n${deeper()}- b`, '{x: 1}', `\n${spaces(parent)}a\n${deeper()}`, '', 'a: 1, ? b'])}]\n`;
    case 10:
      return ` {${r.pick(['a: 1', `a: 1,\n${deeper()}b: 2`, '"k":v', 'a', '<<: *a'])}}\n`;
    case 11:
      return (
        r.pick([' &a x', ` &b\n${spaces(parent + 2)}k: 1`, ' *a', ' &a', ' *b', ` &a\n${spaces(parent + 2)}- *a`]) +
        '\n'
      );
    case 12:
      return (
        r.pick([' !!str 1', ' !x y', ` !!map\n${spaces(parent + 2)}k: 1`, ' !!seq', ' !!int 3', ' ! 1', ' !!float 1']) +
        '\n'
      );
    default:
      if (depth <= 0) return ' z\n';
      if (r.chance(0.5)) return `\n${mapping(r, parent + 1 + r.below(3), depth - 1, true)}`;
      return `\n${sequence(r, Math.max(0, parent + (r.chance(0.4) ? 0 : 1 + r.below(3))), depth - 1, 3)}`;
  }
}

function tameValue(r: Writer, parent: number, depth: number): string {
  const kind = depth > 0 ? r.below(9) : r.below(6);
  if (kind < 3)
    return ` ${r.pick(['a', 'x y', '中文', '1.10', 'R-001', 'null', '2026-12-01', '"q: #"', "'it''s'", '[a, b]', '{k: v}'])}\n`;
  if (kind === 3) return ` ${r.pick(['a', '3', '"b"'])}  # why\n`;
  if (kind === 4) return r.pick(['\n', ` "two\n${spaces(parent + 2)}lines"\n`, ` >-\n${spaces(parent + 2)}folded\n`]);
  if (kind === 5) return ` |\n${spaces(parent + 3)}- x\n${spaces(parent + 3)}# y\n`;
  if (kind < 8) return `\n${mapping(r, parent + 2, depth - 1, true)}`;
  return `\n${sequence(r, parent + 2, depth - 1, 3)}`;
}

function blockScalar(r: Writer, indent: number, indicator: string): string {
  let text = ` ${r.pick(['|', '>'])}${indicator}${r.pick(['', '', '-', '+'])}${r.pick(['', ' # c'])}\n`;
  for (let lines = r.below(4); lines > 0; lines--) {
    text += r.pick([
      spaces(indent) + r.pick(['- x', '- id: z', '# h', 't', '  more', 'items:', '---', '? q', '\tt', '"open']),
      '',
      spaces(r.below(6)),
    ]);
    text += '\n';
  }
  return text;
}

function noise(r: Writer, indent: number): string {
  let text = '';
  while (r.chance(0.18)) {
    text += r.chance(0.01)
      ? '\t\n'
      : r.pick([
          '\n',
          `${spaces(r.below(6))}# c - x\n`,
          '# landfall-disable\n',
          `${spaces(indent)}# - id: x\n`,
          `${spaces(r.below(5))}\n`,
        ]);
  }
  return text;
}

function mapping(r: Writer, indent: number, depth: number, first: boolean): string {
  let text = '';
  const offset = r.below(NAMES.length);
  for (let k = 0, count = 1 + r.below(3); k < count; k++) {
    if (k || first) text += spaces(indent);
    // Tame mappings have no key twice.
    const key = r.chance(r.tame) ? (NAMES[(offset + k) % NAMES.length] ?? 'k') : r.pick(KEYS);
    text += r.chance(0.06 * (1 - r.tame))
      ? `? ${r.pick(PLAIN)}\n${spaces(indent)}:${value(r, indent, depth)}`
      : `${key}:${value(r, indent, depth)}`;
    text += noise(r, indent);
  }
  return text;
}

function sequence(r: Writer, indent: number, depth: number, most: number): string {
  let text = '';
  for (let count = 1 + r.below(most); count > 0; count--)
    text += spaces(indent) + item(r, indent, depth) + noise(r, indent);
  return text;
}

function item(r: Writer, indent: number, depth: number): string {
  if (r.chance(r.tame)) return `- ${mapping(r, indent + 2, depth, false)}`;
  const kind = r.next();
  const gap = 1 + r.below(2);
  if (kind < 0.6) return `-${spaces(gap)}${mapping(r, indent + 1 + gap, depth, false)}`;
  if (kind < 0.7) return `-${r.pick(['', ' # c', ' '])}\n${mapping(r, indent + 1 + r.below(3), depth, true)}`;
  if (kind < 0.75) return `- ${sequence(r, indent + 2, Math.min(depth, 1), 2).trimStart()}`;
  if (kind < 0.78) return `-\t${r.pick(PLAIN)}\n`;
  return `-${value(r, indent, depth)}`;
}
