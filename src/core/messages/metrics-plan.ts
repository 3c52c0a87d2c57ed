// Metrics of the plan and of the cutover: their names, formulas and sources.
import type { Sentences } from './sentences';

export const planMetricMessages = {
  'metric.plan.percent': ['Plan complete', '计划完成率'],
  'formula.plan.percent': [
    'Σ percent × measure ÷ Σ measure over tasks without parts; the measure is the weight where any task has one, else the effort, else the duration',
    '对没有下级的任务：Σ 完成百分比 × 权 ÷ Σ 权；任一任务填写权重则以权重为权，否则以工作量，再否则以工期为权',
  ],
  'metric.plan.critical-path': ['Working days to the forecast finish', '距预计完成的工作日'],
  'formula.plan.critical-path': [
    'Working days from the status date to the computed finish of the last open task; its steps are the tasks without float',
    '自状态日期到最后一项未完成任务的计算完成日期之间的工作日；所列步骤为没有时差的任务',
  ],
  'metric.plan.float': ['Least float', '最小总时差'],
  'formula.plan.float': [
    'The smallest total float of an open task in working days, against the finish of the plan, constraints and gates; below zero it is late',
    '未完成任务的最小总时差（工作日），以计划完成、约束和阶段评审为界；为负表示已经迟于要求',
  ],
  'metric.plan.slip': ['Slip of the finish', '完工日期偏差'],
  'formula.plan.slip': [
    'Working days from the last finish that the schedule baseline approved to the last computed finish, over tasks without parts; below zero it is earlier. The baseline is the latest `contract` or `current` one',
    '自进度基线批准的最晚完成日期到计算得出的最晚完成日期之间的工作日（没有下级的任务）；为负表示提前。基线取最近的 `contract` 或 `current` 基线',
  ],
  'metric.step-slip': [
    'computed finish {to}, in baseline {baseline} {from}',
    '计算完成日期 {to}，基线 {baseline} 中为 {from}',
  ],
  'metric.not-in-baseline': ['The baseline {baseline} has none of these tasks.', '基线 {baseline} 中没有这些任务。'],
  'metric.plan.overdue': ['Overdue tasks', '逾期任务'],
  'formula.plan.overdue': [
    'Tasks without parts that are not done though their typed finish is on or before the status date',
    '填写的完成日期不晚于状态日期而仍未完成的任务（没有下级的任务）',
  ],
  'metric.plan.milestones-on-time': ['Milestones on time', '里程碑按时率'],
  'formula.plan.milestones-on-time': [
    'Milestones reached by their typed day ÷ those reached or due by the status date',
    '按填写日期达成的里程碑 ÷ 截至状态日期已达成或应达成的里程碑',
  ],
  'metric.cutover.critical-path': ['Length of the cutover', '切换总时长'],
  'formula.cutover.critical-path': [
    'Hours from the first step to the end of the last, of the wave or of the next one that is not live; its steps are those without float',
    '指定批次（或下一个尚未上线的批次）自第一步开始到最后一步结束的小时数；所列步骤为没有时差的步骤',
  ],
  'metric.cutover.last-safe-no-go': ['Last safe no-go', '最晚安全放弃时间'],
  'formula.cutover.last-safe-no-go': [
    'Hours from the start of the window to its end less the longest way through the rollbacks, or to the first step that nothing takes back, if that is earlier',
    '自窗口开始到“窗口结束减去最长回退路径”的小时数；若更早，则到第一个不可回退步骤的开始',
  ],
  'metric.cutover.rehearsal-variance': ['Rehearsals against the plan', '演练用时偏差'],
  'formula.cutover.rehearsal-variance': [
    '(Σ minutes of the latest timed rehearsals − Σ planned minutes) ÷ Σ planned minutes, over steps with a timed rehearsal',
    '（Σ 最近一次计时演练的分钟数 − Σ 计划分钟数）÷ Σ 计划分钟数，只计有计时演练的步骤',
  ],
  'metric.by-weight': ['measured by weight', '按权重计'],
  'metric.by-effort': ['measured by effort', '按工作量计'],
  'metric.by-duration': ['measured by duration', '按工期计'],
  'metric.all-done': ['No task is open.', '没有未完成的任务。'],
  'metric.no-milestone': ['No milestone was due yet.', '尚无到期的里程碑。'],
  'metric.no-cutover': ['No wave to come has cutover steps.', '后续批次没有切换步骤。'],
  'metric.no-window': ['The wave has no cutover window.', '该批次没有切换窗口。'],
  'metric.no-timed-rehearsal': ['No rehearsal of a step has both its times.', '没有同时填写开始和结束时间的步骤演练。'],
  'source.pmbok': ['PMBOK Guide, schedule control', 'PMBOK 指南，进度控制'],
  'source.cpm': [
    'Critical path method (Kelley, Walker 1959; PMBOK Guide)',
    '关键路径法（Kelley、Walker 1959；PMBOK 指南）',
  ],
} as const satisfies Sentences;
