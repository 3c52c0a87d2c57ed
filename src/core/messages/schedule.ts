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
  'load.person': ['Person', '人员'],
  'load.asked': ['Asked', '需求人天'],
  'load.available': ['Available', '可用人天'],
  'load.over': ['Days over', '超配天数'],
  'load.none': [
    'The plan asks nobody for anything from the status date on.',
    '状态日期之后，计划没有给任何人安排工作。',
  ],
  'load.legend': [
    '. none  - to 3/4  = to all of their time  # over on some day; a sign is {count} week(s)',
    '. 无  - 不超过 3/4  = 不超过全部时间  # 有超配的日子；每格 {count} 周',
  ],
  'load.overload': [
    '{name}, {from} … {to} ({days} d): asked for up to {asked} % of a day, has {available} %: {tasks}.',
    '{name}，{from} … {to}（{days} 天）：最多需要一天的 {asked}%，可用 {available}%：{tasks}。',
  ],
  'load.more': ['{count} more', '另有 {count} 项'],
  'load.alone': [
    'Only the tasks of this project are seen; --with adds those of others in which the same people work.',
    '仅统计本项目的任务；用 --with 可加上同一批人员参与的其他项目。',
  ],
} as const satisfies Sentences;
