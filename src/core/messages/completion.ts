// What stands beside a suggestion, and on the card under the mouse.
import type { Sentences } from './sentences';

export const completionMessages = {
  'completion.today': ['Today, {weekday}', '今天，{weekday}'],
  'completion.next-working-day': ['Next working day, {weekday}', '下一个工作日，{weekday}'],
  'completion.status-date': ['Status date of the project', '项目状态日期'],
  'completion.now': ['Now', '现在'],
  'completion.required': ['required', '必填'],
  'completion.owed': ['required in this state', '当前状态下必填'],
  'completion.narrowed': ['{metric}, {title}', '{metric}，{title}'],
  'hover.required': ['required', '必填'],
  'hover.allowed': ['Allowed: {values}', '允许的取值：{values}'],
  'hover.range': ['From {least} to {most}', '取值范围：{least} 至 {most}'],
  'hover.at-least': ['At least {least}', '不小于 {least}'],
  'hover.at-most': ['At most {most}', '不大于 {most}'],
  'hover.refers': ['Refers to: {kinds}', '引用：{kinds}'],
  'hover.unit': ['Unit: {unit}', '单位：{unit}'],
  'hover.referred': ['Referred to by {count}: {kinds}', '被 {count} 个条目引用：{kinds}'],
  'hover.of-kind': ['{kind} ({count})', '{kind}（{count}）'],
  'hover.more': ['{count} more', '另有 {count} 条'],
  'hover.findings': ['Findings: {count}', '检查结果：{count} 条'],
} as const satisfies Sentences;
