// What the metrics of value and operation are called, and how they are computed.
import type { Sentences } from './sentences';

export const valueMetricMessages = {
  'metric.kpi.achieved': ['Benefits achieved', '效益达成率'],
  'formula.kpi.achieved': [
    'Mean over the KPIs of (latest value − before) ÷ (target − before)',
    '各指标（最新值 − 上线前）÷（目标值 − 上线前）的平均值',
  ],
  'metric.benefit.annual': ['Annual benefit', '年效益'],
  'formula.benefit.annual': [
    'Σ improvement × value of a unit × attribution − running cost, by the latest measurement of each KPI',
    'Σ 改善量 × 单位价值 × 归因比例 − 年运行成本，取每个指标的最新测量值',
  ],
  'metric.roi': ['Return on investment', '投资回报率'],
  'formula.roi': [
    '(Σ annual benefit × horizon − total cost) ÷ total cost; total cost is the budget, or what was spent and promised where that is more; benefits are not discounted',
    '（Σ 年效益 × 年限 − 总成本）÷ 总成本；总成本取预算，已花加已承诺更高时取后者；效益不折现',
  ],
  'metric.roi.ratio': ['Benefit-cost ratio', '效益成本比'],
  'formula.roi.ratio': ['Σ annual benefit × horizon ÷ total cost', 'Σ 年效益 × 年限 ÷ 总成本'],
  'metric.roi.payback': ['Payback period', '投资回收期'],
  'formula.roi.payback': ['Total cost ÷ annual benefit', '总成本 ÷ 年效益'],
  'metric.no-cost': ['There is neither a budget nor any cost.', '既没有预算也没有成本。'],
  'metric.no-benefit': ['There is no benefit that could pay it back.', '没有可用于回收的效益。'],
  'metric.step-return': [
    'benefit {benefit} ({annual} a year), cost {cost}',
    '效益 {benefit}（每年 {annual}），成本 {cost}',
  ],
  'source.roi': [
    'J. J. Phillips, Return on Investment in Training and Performance Improvement Programs, 1997',
    'J. J. Phillips，《培训与绩效改进项目的投资回报》，1997',
  ],
  'metric.independence': ['Independence', '自主运维程度'],
  'formula.independence': [
    "Mean of three shares of the customer's side, of those that are known: incidents solved, commits to parameters whose history is known, courses held",
    '客户方占比的平均值，取已知的各项：已解决的故障、有历史可查的参数提交、已举办的培训场次',
  ],
  'metric.solved': ['incidents solved', '已解决的故障'],
  'metric.configured': ['commits to parameters', '参数提交'],
  'metric.taught': ['courses held', '已举办的培训'],
  'metric.step-part': ['{title}: {part} ÷ {whole}', '{title}：{part} ÷ {whole}'],
  'metric.nobody': [
    'Nobody of a known side has solved an incident, changed a parameter or held a course.',
    '没有已知归属方的人解决过故障、修改过参数或举办过培训。',
  ],
  'metric.satisfaction': ['Satisfaction', '满意度'],
  'formula.satisfaction': [
    'Σ mean score ÷ scale × responses ÷ Σ responses, over the latest survey of each org unit',
    'Σ 平均得分 ÷ 满分 × 回收份数 ÷ Σ 回收份数，取每个组织的最新一次调查',
  ],
  'metric.health.score': ['Health score', '健康得分'],
  'formula.health.score': ['Mean score of the areas of the latest health check', '最近一次健康检查各方面得分的平均值'],
  'metric.usage.active': ['Active users', '用户活跃度'],
  'formula.usage.active': [
    'Active ÷ licensed, over the latest count of each module',
    '活跃人数 ÷ 授权人数，取每个模块的最新统计',
  ],
  'metric.usage.functions': ['Functions used', '功能使用率'],
  'formula.usage.functions': [
    'Functions used ÷ functions available, over the latest count of each module',
    '已用功能数 ÷ 可用功能数，取每个模块的最新统计',
  ],
} as const satisfies Sentences;
