// The cutover: what its columns are called, whether it fits, when it is too late to turn back.
import type { Sentences } from './sentences';

export const cutoverMessages = {
  'cutover.title': ['Cutover of {wave}', '{wave} 的切换'],
  'cutover.step': ['Step', '步骤'],
  'cutover.begin': ['Begins', '开始'],
  'cutover.end': ['Ends', '结束'],
  'cutover.minutes': ['Min', '分钟'],
  'cutover.rehearsed': ['Rehearsed', '演练'],
  'cutover.rehearsal': [
    'Timed in rehearsal: {count} of {all} steps, {taken} against {planned} as planned.',
    '已计时演练 {count}/{all} 个步骤，用时 {taken}，计划 {planned}。',
  ],
  'cutover.spare': ['Float', '时差'],
  'cutover.who': ['Performer', '执行人'],
  'cutover.done': ['done', '已完成'],
  'cutover.no-steps': ['The cutover of {wave} has no steps.', '{wave} 没有切换步骤。'],
  'cutover.fits': [
    'Ends {end}, {slack} before the window closes at {to}.',
    '{end} 结束，比窗口关闭时间 {to} 提前 {slack}。',
  ],
  'cutover.late': [
    'Ends {end}, {slack} after the window has closed at {to}.',
    '{end} 结束，超出窗口关闭时间 {to} {slack}。',
  ],
  'cutover.no-window': [
    'Ends {end}. The wave has no window to hold it against.',
    '{end} 结束。该批次未填写切换窗口，无法比较。',
  ],
  'cutover.safe': [
    'Last safe no-go: {at}. Taking everything back takes {rollback}.',
    '最晚安全放弃时间：{at}。全部回退需要 {rollback}。',
  ],
  'cutover.clash': [
    '{performer} is wanted by {a} and {b} at the same time, for {minutes}.',
    '{performer} 同时被 {a} 和 {b} 占用，重叠 {minutes}。',
  ],
  'cutover.legend': ['= done  - planned  # critical', '= 已完成  - 计划  # 关键'],
  'cutover.no-wave': ['There is no wave with cutover steps.', '没有带切换步骤的批次。'],
} as const satisfies Sentences;
