// The computed schedule: what its columns are called, why a task is not earlier.
import type { Sentences } from './sentences';

export const scheduleMessages = {
  'schedule.task': ['Task', '任务'],
  'schedule.start': ['Start', '开始'],
  'schedule.finish': ['Finish', '完成'],
  'schedule.duration': ['Days', '工期'],
  'schedule.percent': ['%', '完成%'],
  'schedule.float': ['Float', '总时差'],
  'schedule.slip': ['Slip', '偏差'],
  'schedule.why': ['Why this date', '日期依据'],
  'schedule.none': ['No task to schedule.', '没有可排程的任务。'],
  'schedule.ends': [
    'Forecast finish: {finish}. {critical} of {count} tasks are critical.',
    '预计完成：{finish}。{count} 项任务中有 {critical} 项位于关键路径。',
  ],
  'schedule.legend': [
    '= done  - to do  # critical  ~ summary  * milestone  | status date {on}',
    '= 已完成  - 未完成  # 关键  ~ 摘要  * 里程碑  | 状态日期 {on}',
  ],
  'schedule.circle': [
    'These tasks wait for each other, so the links among them are left out: {way}.',
    '以下任务相互等待，其间的依赖已忽略：{way}。',
  ],
  'schedule.unpublished': [
    'The legal holidays of {years} are not announced yet: dates there count ordinary weeks.',
    '{years} 年的法定节假日尚未公布：相关日期按普通周计算。',
  ],
  'schedule.hint': ['{days} · float {float} d', '{days} · 时差 {float} 天'],
  'schedule.hint-critical': ['⚑ {days} · float {float} d', '⚑ {days} · 时差 {float} 天'],
  'schedule.hint-done': ['✓ {days}', '✓ {days}'],
  'schedule.because-link': ['{type} from {id}{lag}', '{id} 的 {type} 关系{lag}'],
  'schedule.lag': [' {lag} d', ' {lag} 天'],
  'schedule.because-project': ['start of the project', '项目开始'],
  'schedule.because-start': ['planned start', '计划开始'],
  'schedule.because-status': ['not done by the status date', '到状态日期仍未完成'],
  'schedule.because-actual': ['actual dates', '实际日期'],
  'schedule.because-constraint': ['constraint on the start', '开始时间约束'],
  'schedule.because-deadline': ['constraint on the finish', '完成时间约束'],
  'schedule.because-late': ['as late as possible', '尽可能晚'],
  'schedule.because-parts': ['its parts', '下级任务'],
} as const satisfies Sentences;
