// The computed schedule: what its columns are called, why a task is not earlier, what its commands say of themselves.
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
  'cli.schedule': ['compute the dates of the plan', '计算计划日期'],
  'cli.schedule-about': [
    'Prints every task with the dates that its links, calendar, constraints and progress give it, its float, and how far it slips from the typed finish. What is not done comes after the status date. JSON and CSV also say why a task is not earlier. With --load it prints the people instead: what their tasks ask of them against what they have, absences and part-time off.',
    '输出各任务按依赖、日历、约束和进度计算的日期、总时差，以及相对填写完成日期的偏差。未完成的工作排在状态日期之后。JSON 和 CSV 还说明任务为何不能更早。加上 --load 则改为按人员输出：任务对其时间的需求与可用时间（扣除缺勤与兼职比例）。',
  ],
  'cli.option-load': [
    'who is asked for more than they can give, day by day, and by which tasks',
    '按天列出工作量超出可用时间的人员及相关任务',
  ],
  'cli.option-with': [
    'with --load: another project in which the same people work; may be repeated',
    '与 --load 同用：同一批人员参与的其他项目，可重复',
  ],
  'cli.needs-option': ['{option} goes with {other}.', '{option} 需要与 {other} 同用。'],
  'cli.excludes-option': ['{option} does not go with {other}.', '{option} 不能与 {other} 同用。'],
  'cli.evm': ['compute the earned value', '计算挣值'],
  'cli.evm-about': [
    'Holds the progress and the cost of the tasks against the latest `contract` or `current` baseline on or before the status date, by phase, wave, module or branch of the work breakdown structure. Progress is that of the register now; --rev asks a past revision, --history all past status dates.',
    '将任务的进度与成本同状态日期当日或之前最近的 `contract` 或 `current` 基线对照，按阶段、批次、模块或 WBS 分支汇总。进度取登记册当前的值，--rev 可查询过去的版本，--history 列出过去的每个状态日期。',
  ],
  'cli.cutover': ['compute the cutover of a wave', '计算批次的切换时间表'],
  'cli.cutover-about': [
    'Prints the runbook of WAVE, or of every wave that has steps: when each step begins and ends, whether it fits the window, who would be wanted twice, and the last moment at which going back still ends in time. Steps that were done move what follows.',
    '输出 WAVE（或所有带步骤的批次）的切换时间表：各步骤的起止时间、是否落在窗口内、谁会被同时占用，以及仍能按时回退的最晚时刻。已完成的步骤会推动后续步骤。',
  ],
  'cli.option-evm-history': ['the figures at each past status date, from git', '列出 git 中过去每个状态日期的数据'],
  'cli.option-critical': ['only tasks without float', '仅列出没有时差的任务'],
  'cli.option-wave': ['only tasks of this wave', '仅列出该批次的任务'],
} as const satisfies Sentences;
