// Metrics of earned value: their names, formulas and sources.
import type { Sentences } from './sentences';

export const earnedMetricMessages = {
  'metric.plan.bac': ['Budget at completion (BAC)', '完工预算（BAC）'],
  'formula.plan.bac': [
    'Σ budget of the tasks that have no parts, in the schedule baseline',
    'Σ 进度基线中无下级任务的预算',
  ],
  'metric.plan.pv': ['Planned value (PV)', '计划价值（PV）'],
  'formula.plan.pv': [
    'Σ budget × working time planned by the status date ÷ working time planned in all; milestones count nothing, then all',
    'Σ 预算 × 截至状态日的计划工作时间 ÷ 计划工作时间；里程碑到期前为零，到期计全额',
  ],
  'metric.plan.ev': ['Earned value (EV)', '挣值（EV）'],
  'formula.plan.ev': [
    "Σ the baseline's budget × progress, by the method of each task",
    'Σ 基线预算 × 进度，按各任务的计量方法',
  ],
  'metric.plan.ac': ['Actual cost of the plan (AC)', '计划的实际成本（AC）'],
  'formula.plan.ac': [
    'Σ actual cost that names a task; costs without one are left out',
    'Σ 已归属任务的实际成本；未归属的不计',
  ],
  'metric.plan.sv': ['Schedule variance (SV)', '进度偏差（SV）'],
  'formula.plan.sv': ['EV − PV', 'EV − PV'],
  'metric.plan.cv': ['Cost variance (CV)', '成本偏差（CV）'],
  'formula.plan.cv': ['EV − AC', 'EV − AC'],
  'metric.plan.spi': ['Schedule performance (SPI)', '进度绩效指数（SPI）'],
  'formula.plan.spi': ['EV ÷ PV', 'EV ÷ PV'],
  'metric.plan.cpi': ['Cost performance (CPI)', '成本绩效指数（CPI）'],
  'formula.plan.cpi': ['EV ÷ AC', 'EV ÷ AC'],
  'metric.plan.eac': ['Estimate at completion (EAC)', '完工估算（EAC）'],
  'formula.plan.eac': ['BAC ÷ CPI: it goes on as it went', 'BAC ÷ CPI：按当前绩效继续'],
  'metric.plan.etc': ['Estimate to complete (ETC)', '完工尚需估算（ETC）'],
  'formula.plan.etc': ['EAC − AC', 'EAC − AC'],
  'metric.plan.vac': ['Variance at completion (VAC)', '完工偏差（VAC）'],
  'formula.plan.vac': ['BAC − EAC', 'BAC − EAC'],
  'metric.plan.tcpi': ['To-complete performance (TCPI)', '完工尚需绩效指数（TCPI）'],
  'formula.plan.tcpi': [
    '(BAC − EV) ÷ (BAC − AC); none where nothing of the budget is left',
    '（BAC − EV）÷（BAC − AC）；预算用尽时不适用',
  ],
  'metric.plan.spi-t': ['Earned schedule (SPI(t))', '挣得进度（SPI(t)）'],
  'formula.plan.spi-t': [
    'Working days of the plan that are earned ÷ working days gone by',
    '已挣得的计划工作日 ÷ 已过去的工作日',
  ],
  'source.evm': ['ANSI/PMI 19-006, The Standard for Earned Value Management', 'ANSI/PMI 19-006，挣值管理标准'],
  'source.earned-schedule': [
    'W. Lipke, Schedule is Different, 2003',
    'W. Lipke，《进度与众不同》（Schedule is Different），2003',
  ],
  'metric.step-earned': ['{field} {value}', '{field} {value}'],
} as const satisfies Sentences;
