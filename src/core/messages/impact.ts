// The impact of a change: what it touches, who has to learn anew, what it costs.
import type { Sentences } from './sentences';

export const impactMessages = {
  'impact.title': ['Impact of {what}', '{what} 的影响'],
  'impact.nothing': ['Nothing else rests on it.', '没有其他条目依赖它。'],
  'impact.touches': ['Touches {count}: {kinds}', '波及 {count} 项：{kinds}'],
  'impact.of-kind': ['{kind} {count}', '{kind} {count}'],
  'impact.roles': ['Roles: {count} ({roles})', '角色：{count} 个（{roles}）'],
  'impact.retrain': [
    'People to train anew: {count}, {passed} of whom had passed ({people})',
    '需重新培训：{count} 人，其中 {passed} 人原已通过（{people}）',
  ],
  'impact.effort': ['Effort of what is open: {days} d', '未完成部分的工作量：{days} 天'],
  'impact.budget': ['Budget of what is open: {budget}', '未完成部分的预算：{budget}'],
  'impact.delay': ['Delay asked for: {delay}', '申请的延期：{delay}'],
  'impact.cost': ['Cost asked for: {cost}', '申请的费用：{cost}'],
  'impact.gone': ['The entry is not there any more.', '该条目已不存在。'],
  'impact.hover': ['Show the impact', '查看影响'],
  'impact.done': ['done', '已完成'],
} as const satisfies Sentences;
