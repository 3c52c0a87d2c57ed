// Why an id cannot be changed, or not to that.
import type { Sentences } from './sentences';

export const renameMessages = {
  'rename.nothing': ['There is no id here.', '这里没有编号。'],
  'rename.document': [
    'An article is named after its file. Rename the file, and its references follow.',
    '文章以文件命名。请重命名该文件，引用会随之更新。',
  ],
  'rename.no-id': ['This entry has no id of its own in the text.', '这个条目在文本中没有自己的编号。'],
  'rename.malformed': [
    '"{id}" cannot be an id: 1 to 128 characters, without white space and {signs}.',
    '“{id}”不能作为编号：须为 1 至 128 个字符，不含空白和 {signs}。',
  ],
  'rename.taken': ['{kind} {id} exists already: {title}', '{kind} {id} 已存在：{title}'],
  'rename.reserved': [
    '"{id}" is a former id of {kind} {now}: references to it lead there.',
    '“{id}”是{kind} {now} 曾用的编号，对它的引用指向该条目。',
  ],
  'rename.duplicate': [
    '{count} entries have the id {id}, so it is not known which of them a reference means. Give the other one an id of its own first.',
    '有 {count} 个条目的编号都是 {id}，无法判断引用指的是哪一个。请先让另一个条目使用自己的编号。',
  ],
  'rename.ambiguous': [
    '{place}: {id} may mean entries of several kinds. Write kind/id there first.',
    '{place}：{id} 可能指多个类型的条目，请先在那里写成“类型/编号”。',
  ],
  'rename.clash': [
    '{place} refers to {other}, which could no longer be told apart. Write kind/id there first.',
    '{place} 引用了 {other}，改名后将无法区分，请先在那里写成“类型/编号”。',
  ],
  'rename.place': ['{file} could not be changed safely. {reason}', '{file} 无法安全修改。{reason}'],
  'rename.alias': [
    'What stands in line {line} comes from a YAML anchor with more in it. Write the reference there itself first.',
    '第 {line} 行的内容来自一个还包含其他内容的 YAML 锚点，请先在该处直接写出引用。',
  ],
  'rename.changed': [
    '{file} is not as it was read: it has changed on the disk, is gone, or is not UTF-8. Save or reload it, then try again.',
    '{file} 与读取时不同：磁盘上的文件已改变或已删除，或不是 UTF-8 编码。请保存或重新载入后再试。',
  ],
} as const satisfies Sentences;
