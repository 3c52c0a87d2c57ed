// What is said about text that is not good YAML, or not in the form a register needs.
import type { Sentences } from './sentences';

export const syntaxMessages = {
  'yaml.error': ['This is not valid YAML: {detail}.', '这不是有效的 YAML：{detail}。'],
  'yaml.quote': [
    'This quotation mark is never closed. Add {quote} where the text ends.',
    '引号没有闭合，请在文本末尾补上 {quote}。',
  ],
  'yaml.bracket': [
    'This bracket is never closed. Add {bracket} where the list ends.',
    '括号没有闭合，请在末尾补上 {bracket}。',
  ],
  'yaml.tab': ['Tabs cannot indent in YAML. Use spaces.', 'YAML 不能用制表符缩进，请改用空格。'],
  'yaml.indent': [
    'This line is not indented like the ones it belongs to. Give all of them the same number of spaces.',
    '这一行的缩进与同级的行不一致，请使用相同数量的空格。',
  ],
  'yaml.deeper': [
    'This line is indented deeper, but the field above already has a value. Align it with the field above.',
    '这一行缩进更深，但上面的字段已经有值，请与上面的字段对齐。',
  ],
  'yaml.colon': [
    '"{text}" is not a field: a colon and a space are missing. Write `field: value`, or indent it deeper if it continues the text above.',
    '“{text}”不是字段：缺少冒号和空格。请写成 `字段: 值`；如果是上一行文本的延续，请再缩进一些。',
  ],
  'yaml.colon-space': ['A space is missing after the colon of "{field}".', '字段“{field}”的冒号后面缺少空格。'],
  'yaml.colon-in-value': [
    'The value has a colon followed by a space, which begins a field. Put the value in quotes.',
    '值里有“冒号加空格”，会被当成新的字段，请给这个值加上引号。',
  ],
  'yaml.reserved': [
    'A value cannot begin with {character} in YAML. Put it in quotes.',
    'YAML 的值不能以 {character} 开头，请给它加上引号。',
  ],
  'yaml.escape': [
    '{text} means nothing inside double quotes. Use single quotes, or write a backslash twice.',
    '双引号里的 {text} 不是有效的转义，请改用单引号，或把反斜杠写两次。',
  ],
  'yaml.comma': ['A comma is missing between two values of this list.', '列表的两个值之间缺少逗号。'],
  'yaml.comment': ['A comment needs a space before its #.', '注释的 # 前面需要一个空格。'],
  'yaml.list-on-key-line': [
    'A list cannot begin on the line of its field. Put it on the next line, or write [a, b].',
    '列表不能与字段写在同一行，请换行书写，或写成 [a, b]。',
  ],
  'yaml.list-in-mapping': [
    'A list entry stands where a field is expected. Give the list a field of its own, or correct the indentation.',
    '这里应当是字段，却出现了列表项，请为列表写上字段名，或更正缩进。',
  ],
  'yaml.block-header': [
    'Nothing may stand behind | or > on its line. The text begins on the next line.',
    '| 或 > 后面不能再写内容，文本从下一行开始。',
  ],
  'yaml.after-value': [
    'The value already ended before "{text}". Put the whole value in quotes, or correct the indentation.',
    '在“{text}”之前值已经结束，请给整个值加上引号，或更正缩进。',
  ],
  'yaml.merge': [
    '`<<` takes over fields: it needs a mapping or a list of mappings.',
    '`<<` 用于合并字段，它的值必须是字段组或字段组的列表。',
  ],
  'yaml.outside-item': [
    'This does not belong to the item above it. Begin every item with `- ` in the same column.',
    '这些内容不属于上面的条目，请让每个条目都以同一列的 `- ` 开头。',
  ],
  'width.colon': [
    'The colon after "{field}" is a full-width one, so YAML reads no field. Use `: `.',
    '“{field}”后面是全角冒号，YAML 不会把它当成字段，请改用半角冒号加空格。',
  ],
  'width.after-colon': [
    'An invisible or full-width space follows the colon of "{field}", so YAML reads no field. Use an ordinary space.',
    '“{field}”的冒号后面是全角或不可见空格，YAML 不会把它当成字段，请改用普通空格。',
  ],
  'width.space': [
    'There is a full-width or invisible space here, which YAML takes as part of the text. Remove it.',
    '这里有全角或不可见空格，YAML 会把它当成文本的一部分，请删除。',
  ],
  'conflict.markers': [
    'A merge conflict is not settled. Until it is, the first of the two sides is read.',
    '合并冲突尚未解决；解决之前只读取前一侧的内容。',
  ],
  'conflict.unfinished': [
    'A merge-conflict marker stands here without its counterpart. Remove it.',
    '这里残留了不成对的合并冲突标记，请删除。',
  ],
  'key.repeated': [
    'The field "{key}" stands here twice; the first is {lines} lines above. Keep one.',
    '字段“{key}”重复，第一处在上面第 {lines} 行，请只保留一个。',
  ],
  'key.repeated-here': [
    'The field "{key}" stands twice on this line. Keep one.',
    '字段“{key}”在这一行重复，请只保留一个。',
  ],
  'tag.custom': ['The tag {tag} is not understood and is ignored. Remove it.', '无法识别标签 {tag}，已忽略，请删除。'],
  'alias.unknown': [
    'There is no &{name} before this in the same item. Write the value out.',
    '同一条目里此前没有 &{name}，请直接写出值。',
  ],
  'alias.rebound': [
    '&{name} is given again in an item above, so it is not clear which one is meant. Write the value out.',
    '&{name} 在上面的条目里又定义了一次，无法确定指的是哪一个，请直接写出值。',
  ],
  'alias.circular': ['*{name} would contain itself. Write the value out.', '*{name} 会包含它自己，请直接写出值。'],
  'form.root': [
    'This is a list or a text. A register is made of fields: `kind:` and `items:` at the left margin.',
    '这里是列表或文本；登记册应由顶格书写的 `kind:` 和 `items:` 等字段组成。',
  ],
  'form.documents': [
    'A second document begins here. Only the first of a file is read; put each in a file of its own.',
    '这里开始了第二个文档；一个文件只读取第一个，请分成多个文件。',
  ],
  'form.items': [
    'The items of a register are a list: every one begins with `- `.',
    '登记册的 items 必须是列表，每个条目以 `- ` 开头。',
  ],
  'form.key': ['The name of a field must be a text.', '字段名必须是文本。'],
  'text.lone-cr': [
    'A line ends with a lone carriage return. It is read as a line end; save the file with LF or CRLF.',
    '有的行以单独的回车符（CR）结尾，已按换行读取，请用 LF 或 CRLF 保存文件。',
  ],
  'text.inner-bom': [
    'A byte order mark stands inside the text, as after joining two files. Remove it.',
    '文本中间有字节顺序标记（BOM），可能由拼接文件造成，请删除。',
  ],
  'limit.depth': [
    'Nested more than {limit} levels deep; what is below is not read.',
    '嵌套超过 {limit} 层，更深的内容不会读取。',
  ],
  'limit.aliases': [
    'The aliases of this item amount to more than {limit} values; the rest is not read.',
    '条目中的别名展开后超过 {limit} 个值，其余部分不会读取。',
  ],
  'limit.items': [
    'A register may have {limit} items; those from here on are not read. Divide it into several files.',
    '一个登记册最多 {limit} 个条目，从这里起不再读取，请分成多个文件。',
  ],
  'limit.item': [
    'This item is longer than {limit} KB and is not read. Move large texts into files of their own.',
    '条目超过 {limit} KB，不会读取，请把大段内容移到单独的文件。',
  ],
  'limit.whole': [
    'This file is larger than {limit} KB and cannot be read item by item: {reason}. It is not read.',
    '文件超过 {limit} KB，又不能逐条读取：{reason}。文件没有读取。',
  ],
  'whole.no-items': ['no line `items:` stands at the left margin', '没有顶格书写的 `items:` 行'],
  'whole.no-list': ['no list with `- ` follows the line `items:`', '`items:` 行后面不是以 `- ` 开头的列表'],
  'whole.head': ['what stands outside the items is not valid', '条目以外的内容有误'],
  'whole.text': ['it has a carriage return or a byte order mark inside', '文本中间有回车符或字节顺序标记'],
  'edit.conflict': ['The file holds a merge conflict. Settle it first.', '文件中有尚未解决的合并冲突，请先解决。'],
  'edit.broken': ['This item is not valid YAML. Mend it first.', '这个条目不是有效的 YAML，请先更正。'],
  'edit.nothing-there': ['There is nothing here that could be changed in this way.', '这里没有可以这样修改的内容。'],
  'edit.value': ['The new value is not valid YAML.', '新的值不是有效的 YAML。'],
  'edit.refused': [
    'This change would alter more than is meant. Make it in the text itself.',
    '这样修改会影响到其他内容，请直接在文本中修改。',
  ],
} as const satisfies Sentences;
