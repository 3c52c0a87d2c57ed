// What the editor offers to do: quick fixes, refactorings, edits of several entities, and why one of them is refused.
import type { Sentences } from './sentences';

export const actionMessages = {
  'action.replace': ['Replace by `{text}`', '替换为 `{text}`'],
  'action.width': ['Replace by an ordinary character', '替换为半角字符'],
  'action.rewrite': ['Write `{text}`', '改写为 `{text}`'],
  'action.take-out': ['Remove the character', '删除该字符'],
  'action.add-fields': ['Add the missing fields: {fields}', '补全缺少的字段：{fields}'],
  'action.unsilence': ['Remove the suppression of {code}', '删除对 {code} 的抑制'],
  'action.silence': ['Suppress {code} here, with a reason', '在此处抑制 {code}，并注明理由'],
  'action.reason': ['reason', '理由'],
  'action.create': ['Create the {kind} "{id}" in {path}', '在 {path} 中新建{kind}“{id}”'],
  'action.next-id': ['Give it the free id `{id}`', '改用未占用的编号 `{id}`'],
  'action.all': ['Fix all of {code} in this file ({count})', '修复本文件中所有 {code}（{count} 处）'],
  'lens.reference': ['{count} reference', '{count} 处引用'],
  'lens.references': ['{count} references', '{count} 处引用'],
  'lens.finding': ['{count} finding', '{count} 项检查结果'],
  'lens.findings': ['{count} findings', '{count} 项检查结果'],
  'weekday.0': ['Sun', '周日'],
  'weekday.1': ['Mon', '周一'],
  'weekday.2': ['Tue', '周二'],
  'weekday.3': ['Wed', '周三'],
  'weekday.4': ['Thu', '周四'],
  'weekday.5': ['Fri', '周五'],
  'weekday.6': ['Sat', '周六'],
} as const satisfies Sentences;
