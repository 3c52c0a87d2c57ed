// What is said of files that a project cannot take as they are, and of references.
import type { Sentences } from './sentences';

export const projectMessages = {
  'file.unknown-kind': ['There is no kind of register called `{kind}`.', '没有名为 `{kind}` 的登记册类型。'],
  'file.unknown-kind-near': [
    'There is no kind of register called `{kind}`. Did you mean `{near}`?',
    '没有名为 `{kind}` 的登记册类型。是不是 `{near}`？',
  ],
  'file.no-kind': [
    'This file is included by name but has no `kind:`. Add one, such as `kind: risks`.',
    '该文件被明确列入项目，却没有 `kind:`。请添加一行，例如 `kind: risks`。',
  ],
  'file.kind-not-text': ['`kind` must be one word, such as `risks`.', '`kind` 应是一个单词，例如 `risks`。'],
  'file.unknown-head': [
    'A register of this kind has no field `{field}` beside `items`.',
    '该登记册在 `items` 之外没有字段 `{field}`。',
  ],
  'manifest.not-mapping': [
    'landfall.yaml must be a group of fields. At least: `landfall: 1` and `name: …`.',
    'landfall.yaml 应是一组字段，至少要有 `landfall: 1` 和 `name: …`。',
  ],
  'manifest.include-nothing': [
    '`{pattern}` matches no file of this project.',
    '`{pattern}` 在本项目中没有匹配到任何文件。',
  ],
  'kind.broken': ['The kind `{name}` cannot be used: {detail}.', '自定义类型 `{name}` 无法使用：{detail}。'],
  'kind.not-json': ['it is not valid JSON ({detail})', '不是有效的 JSON（{detail}）'],
  'kind.remote-ref': ['it refers to `{ref}`, which is outside the project', '引用了项目之外的 `{ref}`'],
  'kind.taken': ['`{name}` is a kind that ships with Landfall', '`{name}` 是 Landfall 自带的类型'],
  'kind.broken-zh': [
    'The Chinese texts of the kind `{name}` cannot be used: {detail}.',
    '自定义类型 `{name}` 的中文文本无法使用：{detail}。',
  ],
  'kind.twice': ['`{file}` already describes a kind called `{name}`', '`{file}` 已定义了名为 `{name}` 的类型'],
  'kind.named': [
    'the file is named after `{name}`, but its `kind` is `{said}`',
    '文件名为 `{name}`，而其中的 `kind` 是 `{said}`',
  ],
  'kind.not-schema': [
    'it is not a JSON Schema: it must be an object in braces',
    '它不是 JSON Schema：应是花括号中的对象',
  ],
  'kind.too-large': [
    'it is nested too deeply, or too large once its references are written out',
    '嵌套过深，或展开引用后过大',
  ],
  'kind.no-entity': ['nothing in it is marked with `x-entity`', '其中没有任何部分标注 `x-entity`'],
  'kind.pattern': ['the pattern `{pattern}` is not supported ({detail})', '不支持正则表达式 `{pattern}`（{detail}）'],
  'kind.invalid': ['{detail}', '{detail}'],
  'read.changed': [
    '{file} was changed while the project was read. Run the command again.',
    '读取项目期间 {file} 有改动，请重新运行该命令。',
  ],
  'read.denied': ['This file cannot be read: permission denied.', '该文件无法读取：没有权限。'],
  'read.outside': [
    'This link leads out of the project folder and is not followed.',
    '该链接指向项目文件夹之外，不予跟随。',
  ],
  'read.dangling': ['This link leads to a file that is not there.', '该链接指向的文件不存在。'],
  'read.loop': ['This link leads back to itself.', '该链接形成了循环。'],
  'read.too-large': [
    'This file has {size} MB; files over {limit} MB are not read. Split it.',
    '该文件有 {size} MB；超过 {limit} MB 的文件不会读取。请拆分。',
  ],
  'read.not-cloned': [
    'The repository lacks the content that this file had in that commit. A partial clone leaves such content at its origin.',
    '本仓库缺少该文件在此提交时的内容。部分克隆会把这类内容留在源仓库。',
  ],
  'read.failed': ['This file cannot be read: {detail}.', '该文件无法读取：{detail}。'],
  'read.utf16': [
    'This file is UTF-16. It was read, but save it as UTF-8.',
    '该文件是 UTF-16 编码。已按此读取，请另存为 UTF-8。',
  ],
  'read.gb18030': [
    'This file is not UTF-8; it was read as GB18030. Save it as UTF-8 so that everybody sees the same text.',
    '该文件不是 UTF-8 编码，已按 GB18030 读取。请另存为 UTF-8，以免他人看到乱码。',
  ],
  'read.not-text': [
    'This file is not text: it is neither UTF-8 nor GB18030.',
    '该文件不是文本：既不是 UTF-8，也不是 GB18030。',
  ],
  'duplicate.id': [
    'The id "{id}" is used by {count} {kind} entries. Ids must be unique: give this one another.',
    '编号“{id}”被 {count} 个“{kind}”条目使用。编号必须唯一，请改用别的编号。',
  ],
  'duplicate.here': ['also here', '也在这里'],
  'id.slash': [
    '"{id}" has a slash, which is kept for `kind/id`. Write "{better}".',
    '“{id}”含有斜杠，斜杠只用于“类型/编号”。请改为“{better}”。',
  ],
  'suppress.no-reason': [
    'Say why: `# landfall-disable {code}: reason`. Without a reason nothing is silenced.',
    '请写明理由：`# landfall-disable {code}: 理由`。没有理由则不生效。',
  ],
  'suppress.unused': ['Nothing here breaks {code}; remove this line.', '这里没有违反 {code}，请删除这一行。'],
  'suppress.unknown': ['There is no rule {code}.', '没有规则 {code}。'],
  'suppress.no-code': [
    'Name the rule: `# landfall-disable LF101: reason`.',
    '请写明规则编号：`# landfall-disable LF101: 理由`。',
  ],
  'ref.missing': ['No {kind} has the id "{id}".', '没有编号为“{id}”的{kind}。'],
  'ref.missing-near': [
    'No {kind} has the id "{id}". Did you mean {near}?',
    '没有编号为“{id}”的{kind}。是不是 {near}？',
  ],
  'ref.anything': ['entry', '条目'],
  'ref.wrong-kind': [
    '"{id}" is a {given}; `{field}` takes a {wanted}.',
    '“{id}”是{given}，而 `{field}` 应填{wanted}。',
  ],
  'ref.ambiguous': ['"{id}" could be {choices}. Write one of these.', '“{id}”可能是 {choices}。请写明其中一个。'],
  'ref.dropped': [
    '{kind} {id} "{title}" has the status "{status}"; nothing should build on it.',
    '{kind} {id}“{title}”的状态是“{status}”，不应再依赖它。',
  ],
  'ref.cycle-here': ['and on from here', '由此继续'],
  'ref.cycle': ['These refer to each other in a circle: {way}.', '这些条目循环引用：{way}。'],
  'ref.orphan-article': [
    'No entry or article leads to this article. Link to it, or name what it is about in `about:`.',
    '没有条目或文章指向这篇文章。请在别处链接它，或在 `about:` 中写明它的主题。',
  ],
  'ref.broken-link': [
    '[[{id}]] leads nowhere: there is no entry with this id.',
    '[[{id}]] 没有目标：没有这个编号的条目。',
  ],
  'ref.broken-link-near': ['[[{id}]] leads nowhere. Did you mean {near}?', '[[{id}]] 没有目标。是不是 {near}？'],
  'ref.no-path': ['There is no file `{path}` in this project.', '本项目中没有文件 `{path}`。'],
} as const satisfies Sentences;
