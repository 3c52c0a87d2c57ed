// Registers for the law of merging: a model whose every part keeps its own way of writing, and edits of it as people make
// them. Each new thing carries a mark that nothing else has, so that what a merge did can be told from the text alone.
import type { Random } from '../../fuzz/random';

export interface Field {
  readonly key: string;
  readonly lead: string;
  /** As lines that follow the indentation; the first begins with the key. */
  readonly lines: readonly string[];
}

export interface Item {
  readonly id: string;
  readonly lead: string;
  readonly flow: boolean;
  readonly fields: readonly Field[];
}

export interface Model {
  readonly head: string;
  readonly tail: string;
  readonly spaced: boolean;
  readonly crlf: boolean;
  readonly items: readonly Item[];
}

const WORDS = ['data', '迁移', 'R', '“quoted”', 'it’s', '上线：', 'a-b', 'ö'] as const;
const LISTS = ['tags', 'links', 'threatens'] as const;
const TEXTS = ['title', 'description', 'owner', 'mitigation', 'status', 'note'] as const;

/** Gives marks: `o1x`, `o2x` … */
export type Marker = () => string;

export const markers = (letter: string): Marker => {
  let count = 0;
  return () => `${letter}${++count}x`;
};

function scalarLines(r: Random, key: string, mark: string): readonly string[] {
  const text = `${r.pick(WORDS)} ${mark}`;
  const lines = r.pick([
    [`${key}: ${text}`],
    [`${key}: ${text}`],
    [`${key}: "${text}" # ${r.pick(WORDS)}`],
    [`${key}: '${text}'`],
    [`${key}: |`, `  ${text}`, '', '  # no comment', '  - more', `  ${r.pick(WORDS)}`, '  end'],
    [`${key}: >-`, `  ${text}`, `  ${r.pick(WORDS)}`],
    [`${key}: ${text}`, `  and more`],
  ]);
  return lines;
}

function listLines(r: Random, key: string, marks: readonly string[], block = r.chance(0.5)): readonly string[] {
  const quoted = (one: string): string => r.pick([one, one, `"${one}"`]);
  if (!block || !marks.length) return [`${key}: [${marks.map(quoted).join(', ')}]`];
  return [
    `${key}:`,
    ...marks.flatMap((one) => (r.chance(0.15) ? [`  # ${one}`, `  - ${one}`] : [`  - ${quoted(one)}`])),
  ];
}

function groupLines(r: Random, key: string, mark: Marker): readonly string[] {
  return [
    `${key}:${r.pick(['', ' # group'])}`,
    ...['one', 'two', 'three'].flatMap((name) => scalarLines(r, name, mark()).map((line) => line && `  ${line}`)),
  ];
}

function field(r: Random, key: string, mark: Marker): Field {
  const lead = r.chance(0.12) ? `${r.pick(['', '\n'])}    # ${mark()}\n` : '';
  if ((LISTS as readonly string[]).includes(key))
    return { key, lead, lines: listLines(r, key, Array.from({ length: r.below(4) }, mark)) };
  return { key, lead, lines: key === 'group' ? groupLines(r, key, mark) : scalarLines(r, key, mark()) };
}

function someItem(r: Random, mark: Marker, id = `R-${mark()}`): Item {
  const flow = r.chance(0.08);
  const keys = flow ? TEXTS.slice(0, 2) : [...TEXTS, ...LISTS, 'group'].filter(() => r.chance(0.45));
  const fields = flow
    ? keys.map((key) => ({ key, lead: '', lines: [`${key}: ${mark()}`] }))
    : keys.map((key) => field(r, key, mark));
  return { id, lead: r.chance(0.2) ? `  # ${mark()}\n` : '', flow, fields };
}

export function someModel(r: Random): Model {
  const mark = markers('b');
  return {
    head: `${r.pick(['', '# Risks b0x\n', '---\n'])}kind: risks\n${r.pick(['', '\n# the list\n'])}items:\n`,
    tail: r.pick(['', '', '# end\n', '\n  # deep end\n']),
    spaced: r.chance(0.3),
    crlf: r.chance(0.15),
    items: Array.from({ length: 1 + r.below(5) }, () => someItem(r, mark)),
  };
}

export function written(model: Model): string {
  const items = model.items.map((item) => {
    if (item.flow)
      return `${item.lead}  - {id: ${item.id}${item.fields.map(({ lines }) => `, ${lines[0]}`).join('')}}\n`;
    const fields = item.fields.map(
      ({ lead, lines }) => lead + lines.map((line) => (line ? `    ${line}\n` : '\n')).join(''),
    );
    return `${item.lead}  - id: ${item.id}\n${fields.join('')}`;
  });
  const text = model.head + items.join(model.spaced ? '\n' : '') + model.tail;
  return model.crlf ? text.replaceAll('\n', '\r\n') : text;
}

/** One edit; `about` says which items may be edited. */
export function edited(r: Random, model: Model, mark: Marker, about?: (item: Item) => boolean): Model {
  const free = model.items.filter((item) => !about || about(item));
  const item = free.length ? r.pick(free) : undefined;
  const put = (now: Item | undefined): Model => ({
    ...model,
    items: model.items.flatMap((one) => (one === item ? (now ?? []) : one)),
  });
  const kind = r.below(about ? 8 : 10);
  if (kind === 8 && r.chance(0.5)) return { ...model, tail: `${model.tail}${r.pick(['', '  '])}# ${mark()}\n` };
  if (kind === 8) return { ...model, head: model.head.replace('kind:', `# ${mark()}\nkind:`) };
  if (kind === 9) {
    const items = [...model.items];
    const [moved] = items.splice(r.below(items.length || 1), 1);
    if (moved) items.splice(r.below(items.length + 1), 0, moved);
    return { ...model, items };
  }
  if (kind === 0 || !item) {
    const items = [...model.items];
    items.splice(r.chance(0.6) ? items.length : r.below(items.length + 1), 0, someItem(r, mark));
    return { ...model, items };
  }
  if (kind === 1) return put(r.chance(0.5) ? undefined : { ...item, lead: `  # ${mark()}\n` });
  if (kind === 2 && !item.flow && !item.fields.some(({ key }) => key === 'formerly')) {
    const former: Field = { key: 'formerly', lead: '', lines: [`formerly: [${item.id}]`] };
    return put({ ...item, id: `R-${mark()}`, fields: [former, ...item.fields] });
  }
  return put({ ...item, fields: fieldsEdited(r, item, mark) });
}

function fieldsEdited(r: Random, item: Item, mark: Marker): readonly Field[] {
  const { fields, flow } = item;
  const old = fields.filter(({ key }) => key !== 'formerly');
  const absent = [...TEXTS, ...LISTS].filter((key) => !fields.some((one) => one.key === key));
  if (r.chance(0.25) && absent.length) {
    const key = r.pick(absent);
    const fresh = flow ? { key, lead: '', lines: [`${key}: ${mark()}`] } : field(r, key, mark);
    const at = r.below(fields.length + 1);
    return [...fields.slice(0, at), fresh, ...fields.slice(at)];
  }
  if (!old.length) return fields;
  const one = r.pick(old);
  if (r.chance(0.15)) return fields.filter((other) => other !== one);
  const now = flow ? { ...one, lines: [`${one.key}: ${mark()}`] } : fieldEdited(r, one, mark);
  return fields.map((other) => (other === one ? now : other));
}

function fieldEdited(r: Random, one: Field, mark: Marker): Field {
  const isList = (LISTS as readonly string[]).includes(one.key);
  if (isList && one.lines.length > 1) {
    const lines = r.chance(0.3) && one.lines.length > 2 ? one.lines.slice(0, -1) : one.lines;
    return { ...one, lines: lines.at(-1)?.includes('#') ? one.lines : [...lines, `  - ${mark()}`] };
  }
  if (isList) {
    const [line = ''] = one.lines;
    const more = line.replace(']', `${line.includes('[]') ? '' : ', '}${mark()}]`);
    return { ...one, lines: [more] };
  }
  if (one.key === 'group') {
    const [last, next] = r.pick([
      ['three', ''],
      ['two', 'three'],
      ['one', 'two'],
    ] as const);
    const [from, to] = [last, next].map((name) => one.lines.findIndex((line) => name && line.startsWith(`  ${name}:`)));
    return {
      ...one,
      lines: [...one.lines.slice(0, from), `  ${last}: ${mark()}`, ...(next ? one.lines.slice(to) : [])],
    };
  }
  if (one.lines[0]?.endsWith('|') && r.chance(0.7)) {
    const at = 1 + r.below(one.lines.length);
    const line = `  ${r.pick(WORDS)} ${mark()}`;
    return { ...one, lines: [...one.lines.slice(0, at), line, ...one.lines.slice(at + r.below(2))] };
  }
  return { ...one, lines: scalarLines(r, one.key, mark()) };
}

const SHARP = [
  '&a ',
  '*a',
  '"',
  "'",
  '|',
  '- ',
  '  ',
  '#',
  ': ',
  '\t',
  '{',
  ']',
  '? ',
  '!!str ',
  '---\n',
  '...\n',
  '\n',
  '<<: *a',
  'items:\n',
  '  - id: R-b1x\n',
  '：',
] as const;

/** The text as a slip of the hand leaves it: a line gone, twice, elsewhere or out of its column, a sign too many. */
export function slipped(r: Random, text: string, mark: Marker): string {
  const lines = text.split('\n');
  const at = r.below(lines.length);
  const line = lines[at] ?? '';
  switch (r.below(6)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(r.below(lines.length), 0, line);
      break;
    case 2:
      lines.splice(at, 1);
      lines.splice(r.below(lines.length + 1), 0, line);
      break;
    case 3:
      lines[at] = `${line} ${mark()}`;
      break;
    case 4:
      lines[at] = r.chance(0.5) ? `  ${line}` : line.replace(/^ {1,2}/, '');
      break;
    default: {
      const place = r.below(text.length + 1);
      return text.slice(0, place) + r.pick(SHARP) + text.slice(place);
    }
  }
  return lines.join('\n');
}
