// What is said when a value does not fit its kind.
import type { Sentences } from './sentences';

export const schemaMessages = {
  'schema.unknown-field': ['{kind} has no field `{field}`.', '“{kind}”没有字段 `{field}`。'],
  'schema.unknown-field-near': [
    '{kind} has no field `{field}`. Did you mean `{near}`?',
    '“{kind}”没有字段 `{field}`。是不是 `{near}`？',
  ],
  'schema.missing': ['{kind} needs {fields}.', '“{kind}”缺少{fields}。'],
  'schema.missing-owed': [
    'With `{by}: {value}`, {kind} needs {fields}.',
    '当 `{by}: {value}` 时，“{kind}”必须填写{fields}。',
  ],
  'schema.field': ['`{field}` ({title})', '`{field}`（{title}）'],
  'schema.no-value': [
    '`{field}` has no value. Give one, or delete the line.',
    '`{field}` 没有填值。请填写，或删除这一行。',
  ],
  'schema.no-element': [
    'This entry of the list is empty. Fill it in, or delete the line.',
    '列表中的这一项是空的。请填写，或删除这一行。',
  ],
  'schema.type': ['`{field}` must be {wanted}, not {given}.', '`{field}` 应为{wanted}，而不是{given}。'],
  'schema.number-in-quotes': [
    '`{field}` must be {wanted}; in quotes it is text. Remove the quotes.',
    '`{field}` 应为{wanted}；加了引号就成了文本。请去掉引号。',
  ],
  'schema.choice': [
    '`{value}` is not allowed for `{field}`. Allowed: {allowed}.',
    '`{field}` 不能是 `{value}`。允许的取值：{allowed}。',
  ],
  'schema.choice-near': [
    '`{value}` is not allowed for `{field}`. Did you mean `{near}`? Allowed: {allowed}.',
    '`{field}` 不能是 `{value}`。是不是 `{near}`？允许的取值：{allowed}。',
  ],
  'schema.minimum': ['`{field}` must be at least {limit}.', '`{field}` 不能小于 {limit}。'],
  'schema.above': ['`{field}` must be more than {limit}.', '`{field}` 必须大于 {limit}。'],
  'schema.maximum': ['`{field}` must be at most {limit}.', '`{field}` 不能大于 {limit}。'],
  'schema.too-short': ['`{field}` must not be empty.', '`{field}` 不能为空。'],
  'schema.too-long': ['`{field}` must have at most {limit} characters.', '`{field}` 最多 {limit} 个字符。'],
  'schema.too-few': ['`{field}` needs at least {limit} entries.', '`{field}` 至少要有 {limit} 项。'],
  'schema.too-many': ['`{field}` can have at most {limit} entries.', '`{field}` 最多 {limit} 项。'],
  'schema.repeated': ['`{field}` names the same thing twice.', '`{field}` 中有重复的项。'],
  'schema.format': ['`{value}` is not {wanted}.', '`{value}` 不是{wanted}。'],
  'schema.pattern': [
    '`{value}` does not have the form `{pattern}` that `{field}` asks for.',
    '`{value}` 不符合 `{field}` 要求的格式 `{pattern}`。',
  ],
  'schema.other': ['`{field}` does not fit: {detail}.', '`{field}` 不符合要求：{detail}。'],
  'schema.not-mapping': [
    'Each entry of `items` is a group of fields such as `id: …`; this one is {given}.',
    '`items` 的每一项应是一组字段（如 `id: …`），而这里是{given}。',
  ],
  'schema.many': [
    'There are {count} more problems in this entry; they are not listed.',
    '此条目还有 {count} 个问题，未一一列出。',
  ],
  'type.string': ['text', '文本'],
  'type.number': ['a number', '数字'],
  'type.integer': ['a whole number', '整数'],
  'type.boolean': ['`true` or `false`', '`true` 或 `false`'],
  'type.array': ['a list', '列表'],
  'type.object': ['a group of fields', '一组字段'],
  'type.null': ['nothing', '空值'],
  'format.id': [
    'a valid id: 1 to 128 characters without white space and `: @ | [ ] { } * ? # ,`',
    '有效的编号：1 至 128 个字符，不含空白和 `: @ | [ ] { } * ? # ,`',
  ],
  'format.day': ['a date such as 2026-12-01', '日期（如 2026-12-01）'],
  'format.datetime': [
    'a date and time with an offset, such as 2026-12-01T08:30:00+08:00',
    '带时区的日期时间（如 `2026-12-01T08:30:00+08:00`）',
  ],
  'format.moment': [
    'a date such as 2026-12-01, or a date and time with an offset',
    '日期（如 2026-12-01）或带时区的日期时间',
  ],
  'format.duration': ['a duration such as 5d, 2w, 14cd, 4h or 90min', '时长（如 5d、2w、14cd、4h、90min）'],
  'format.lag': ['a duration such as 2d or -1d', '时长（如 2d 或 -1d）'],
  'format.cutover': [
    'a time such as T-2h or T+30min against the cutover window, or a date and time with an offset',
    '相对切换窗口的时间（如 T-2h、T+30min）或带时区的日期时间',
  ],
  'format.access': ['a permission such as object:action@scope', '权限（如 `object:action@scope`）'],
  'format.glob': ['an id or a pattern such as configuration/fi.*', '编号或通配符（如 configuration/fi.*）'],
  'personal.id-card': [
    'This looks like a citizen identity number. Keep such numbers out of the registers.',
    '这看起来是身份证号。请不要在登记册中写明文身份证号。',
  ],
  'personal.mobile': [
    'This looks like a mobile phone number. Keep such numbers out of the registers.',
    '这看起来是手机号。请不要在登记册中写明文手机号。',
  ],
  'personal.bank-card': [
    'This looks like a bank card number. Keep such numbers out of the registers.',
    '这看起来是银行卡号。请不要在登记册中写明文卡号。',
  ],
} as const satisfies Sentences;
