// What the rules about value and money (LF9) say.
import type { Sentences } from './sentences';

export const valueRuleMessages = {
  'kpi.aimless': [
    'The target is what there was before, {value}: there is nothing to reach.',
    '目标与上线前同为 {value}，没有可达成的改善。',
  ],
  'kpi.unmeasured-due': ['Due on {day}, and never measured.', '应于 {day} 达成，却从未测量。'],
  'kpi.unmeasured': ['Live since {day}, and never measured.', '已于 {day} 上线，却从未测量。'],
  'budget.overspent': ['Spent {actual} of {budget}: {over} too much.', '预算 {budget}，已花 {actual}，超出 {over}。'],
  'budget.promised': [
    'Spent {actual} of {budget} and promised {committed} more: {over} too much.',
    '预算 {budget}，已花 {actual}，另已承诺 {committed}，超出 {over}。',
  ],
  'timesheet.free': [
    'Free days by the calendar or an absence: {days}. Overtime may be on them.',
    '按日历或请假为非工作日：{days}。加班可以记在这些日子。',
  ],
  'timesheet.too-long': [
    '{hours} hours on {day}, where {limit} are all there are.',
    '{day} 共记 {hours} 小时，最多只有 {limit} 小时。',
  ],
  'timesheet.same-day': ['Hours of the same day.', '同一天的工时。'],
  'timesheet.not-there': ['{name} was not in the project on {days}.', '{name} 在这些日子不在项目中：{days}。'],
  'timesheet.unapproved': [
    'Worked until {day}, and not approved for {days} days: it counts as no cost.',
    '截至 {day} 的工时已 {days} 天未批准，不计入成本。',
  ],
  'recurring.overdue': [
    'The latest is of {last}; the next was due by {due}.',
    '最近一次为 {last}，下一次应在 {due} 之前。',
  ],
} as const satisfies Sentences;
