// Earned value: what its figures are called, and why there are none.
import type { Sentences } from './sentences';

export const earnedMessages = {
  'earned.no-git': [
    'The baseline is in git, and there is no repository to read it from.',
    '基线保存在 git 中，而此处没有可读取的仓库。',
  ],
  'earned.no-baseline': [
    'No `contract` or `current` baseline is dated on or before the status date, or git does not know its tag.',
    '状态日期当日或之前没有 `contract` 或 `current` 类型的基线，或 git 中没有其标签。',
  ],
  'earned.no-budget': [
    'Planned value is n/a: no task of baseline {baseline} has a budget.',
    '计划价值不适用：基线 {baseline} 中没有任务填写预算。',
  ],
  'earned.title': ['Earned value on {on} against {baseline}', '{on} 的挣值（对照基线 {baseline}）'],
  'earned.bac': ['BAC', '完工预算 BAC'],
  'earned.pv': ['PV', '计划价值 PV'],
  'earned.ev': ['EV', '挣值 EV'],
  'earned.ac': ['AC', '实际成本 AC'],
  'earned.sv': ['SV', '进度偏差 SV'],
  'earned.cv': ['CV', '成本偏差 CV'],
  'earned.spi': ['SPI', '进度绩效 SPI'],
  'earned.cpi': ['CPI', '成本绩效 CPI'],
  'earned.eac': ['EAC', '完工估算 EAC'],
  'earned.date': ['Status date', '状态日期'],
  'earned.legend': ['= earned  | planned  $ spent', '= 挣值  | 计划价值  $ 实际成本'],
  'earned.without': ['Status dates without figures: {count}.', '没有数据的状态日期：{count} 个。'],
  'earned.total': ['Total', '合计'],
  'earned.none': ['(none)', '（未归属）'],
  'earned.forecast': [
    'EAC at this efficiency (BAC ÷ CPI): {eac}; if the rest goes as planned (AC + BAC − EV): {planned}. ETC {etc}, VAC {vac}, TCPI {tcpi}.',
    '按当前绩效的完工估算（BAC ÷ CPI）：{eac}；其余按计划（AC + BAC − EV）：{planned}。完工尚需 ETC {etc}，完工偏差 VAC {vac}，完工尚需绩效 TCPI {tcpi}。',
  ],
  'earned.schedule': [
    'Earned schedule: {earned} of {actual} working days gone by are earned, SPI(t) {spi}.',
    '挣得进度：已过 {actual} 个工作日，挣得 {earned} 个工作日，SPI(t) {spi}。',
  ],
  'earned.apart': ['Costs without a task, in no figure above: {cost}.', '未归属任务的成本（未计入以上数字）：{cost}。'],
  'earned.unpriced': [
    'AC is n/a: approved work on a line paid by time has no rate.',
    '实际成本不适用：按工时计费的预算行上有已批准的工时没有费率。',
  ],
} as const satisfies Sentences;
