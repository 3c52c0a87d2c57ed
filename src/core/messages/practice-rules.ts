// What the rules about the practice of a project say: plan (LF2), control (LF3), configuration (LF50), migration (LF6),
// quality (LF7) and go-live (LF8).
import type { Sentences } from './sentences';

export const practiceRuleMessages = {
  'expected.when': ['Where {when}, this should be filled in: {fields}.', '{when}时应填写：{fields}。'],
  'expected.always': ['This should be filled in: {fields}.', '应填写：{fields}。'],
  'expected.is': ['{field} is {value}', '{field}为“{value}”'],
  'expected.given': ['{field} is given', '已填{field}'],
  'expected.overdue': ['Due on {due} and still open ({days} d late).', '{due} 到期，已逾期 {days} 天，仍未完成。'],
  'expected.apart': [
    '{name} stands under "{field}" already; this must be somebody else.',
    '{name} 已是“{field}”，此处必须是其他人。',
  ],
  'risk.unprepared': [
    'A high risk with neither a contingency plan nor an action.',
    '高风险既没有应急措施，也没有行动项。',
  ],
  'risk.unanswered': ['A high risk for which nobody has chosen a response.', '高风险还没有人选定应对策略。'],
  'owner.left': ['{name} left the project on {day}.', '{name} 已于 {day} 离开项目。'],
  'risk.triggered': ['The trigger has come true: {metric} is {value}.', '触发条件已成立：{metric}为 {value}。'],
  'risk.trigger-unknown': [
    'The trigger reads like a metric, but `{given}` is none.',
    '触发条件像是指标，但没有指标 `{given}`。',
  ],
  'sla.no-response': [
    'Not answered after {used} h of service; {allowed} h are allowed.',
    '已过 {used} 小时服务时间仍未响应，规定为 {allowed} 小时。',
  ],
  'sla.no-resolution': [
    'Not resolved after {used} h of service; {allowed} h are allowed.',
    '已过 {used} 小时服务时间仍未解决，规定为 {allowed} 小时。',
  ],
  'request.expired': ['Approved until {day} only, and not implemented.', '批准的有效期至 {day}，尚未实施。'],
  'request.blanket': ['`{covered}` lets everything of a kind change.', '`{covered}` 允许整类条目变更。'],
  'meeting.missing': [
    'The latest minutes are of {last}; the next were due by {due}.',
    '最近一次纪要为 {last}，下一次应在 {due} 之前。',
  ],
  'secret.declared': ['A secret in clear: it is declared as one.', '明文密钥：该参数已声明为敏感。'],
  'secret.key': ['A secret in clear, to judge by the name of the parameter.', '从参数名看，这是明文密钥。'],
  'secret.random': ['A secret in clear, to judge by its look.', '从内容看，这是明文密钥。'],
  'parameter.no-rationale': [
    'Set to {value} instead of {usual}, and nobody says why.',
    '由默认值 {usual} 改为 {value}，没有说明理由。',
  ],
  'parameter.no-requirement': [
    'Set to {value} instead of {usual}, and no requirement asks for it.',
    '由默认值 {usual} 改为 {value}，没有对应的需求。',
  ],
  'requirement.unapproved': [
    'A customization that no approved change request covers.',
    '该定制没有已批准的变更申请覆盖。',
  ],
  'migration.unbalanced': [
    '{wanted} records should have come, {loaded} were loaded and {rejected} rejected: {missing} are not accounted for.',
    '应迁移 {wanted} 条，装载 {loaded} 条、拒绝 {rejected} 条，差 {missing} 条去向不明。',
  ],
  'migration.below': [
    'The sample found {found} % right and proves {bound} %; the threshold is {limit} %, which it cannot prove with so many errors.',
    '样本准确率 {found}%，可证明 {bound}%；限值为 {limit}%，按现有错误数无法证明。',
  ],
  'migration.too-small': [
    'The sample found {found} % right and proves {bound} %; the threshold is {limit} %. {more} more without another error, {size} in all, would prove it.',
    '样本准确率 {found}%，可证明 {bound}%；限值为 {limit}%。再抽 {more} 条（共 {size} 条）且不再出错即可证明。',
  ],
  'migration.critical': ['Errors in critical fields: {count}.', '关键字段错误：{count} 处。'],
  'migration.totals': [
    '{name}: {source} in the source, {target} in the target.',
    '{name}：来源 {source}，目标 {target}。',
  ],
  'migration.no-round': [
    'Never loaded yet, while {others} other objects were.',
    '尚未装载过，而其他 {others} 个对象已装载。',
  ],
  'migration.too-early': [
    'Loaded before {object} {title}, on which it depends, in this environment.',
    '在该环境中先于它所依赖的 {object} {title} 装载。',
  ],
  'migration.unrehearsed': [
    'Loaded for real after {count} mock rounds; {wanted} are the least.',
    '正式装载前只有 {count} 轮模拟，至少应有 {wanted} 轮。',
  ],
  'requirement.untested': ['Built, and no test covers it.', '已实现，但没有测试覆盖。'],
  'requirement.one-sided': ['Agreed without the confirmation of {missing}.', '已确认，但缺少{missing}的签认。'],
  'requirement.customer': ['the customer', '客户方'],
  'requirement.vendor': ['the vendor', '实施方'],
  'run.wrong-tester': [
    '{name} neither holds nor will hold the role {role}, for whom this is accepted.',
    '{name} 没有也不会有角色 {role}，不能代表其验收。',
  ],
  'wave.untrained': [
    'Live since {day} with a training coverage of {value} %; the threshold is {limit} %.',
    '已于 {day} 上线，培训覆盖率 {value}%，限值为 {limit}%。',
  ],
  'role.untaught': ['People hold the role {role}, and no course is for it.', '有人拥有角色 {role}，但没有对应课程。'],
  'session.no-score': ['{course} ends with an exam; there is no score.', '{course} 需要考核，但没有成绩。'],
  'session.lapsed': [
    '{name} passed {course} on {day}; that counts for {period} and is over.',
    '{name} 于 {day} 通过 {course}，有效期 {period}，已过期。',
  ],
  'task.finished-early': ['Finished on {day}, and only {percent} % done.', '已于 {day} 完成，进度却只有 {percent}%。'],
  'task.no-finish': ['Done, and no actual finish.', '已完成，却没有实际完成日期。'],
  'task.no-start': ['{percent} % done, and no actual start.', '进度 {percent}%，却没有实际开始日期。'],
  'task.outside-start': [
    'Planned from {day}; its summary {parent} begins on {limit}.',
    '计划 {day} 开始，早于上级任务 {parent} 的开始日期 {limit}。',
  ],
  'task.outside-finish': [
    'Planned until {day}; its summary {parent} ends on {limit}.',
    '计划 {day} 完成，晚于上级任务 {parent} 的完成日期 {limit}。',
  ],
  'task.too-early': [
    'Planned from {day}; {id} ({type}) allows it from {allowed}.',
    '计划 {day} 开始，而 {id}（{type}）最早允许 {allowed} 开始。',
  ],
  'task.ends-too-early': [
    'Planned until {day}; {id} ({type}) allows it to end on {allowed}.',
    '计划 {day} 完成，而 {id}（{type}）最早允许 {allowed} 完成。',
  ],
  'task.free-day': ['Nobody works on {day}.', '{day} 不是工作日。'],
  'task.long-milestone': [
    'A milestone takes no time: this is passed over.',
    '里程碑不占工期，此处填写的内容不起作用。',
  ],
  'task.backwards': ['It ends on {finish}, before it begins on {start}.', '完成日期 {finish} 早于开始日期 {start}。'],
  'task.dates-duration': [
    '{start} to {finish} is {days}; the duration says otherwise.',
    '{start} 至 {finish} 为 {days}，与填写的工期不一致。',
  ],
  'task.overload': [
    '{name} is asked for up to {asked} % of a day and has {available} %, from {from} to {to} ({days} d), with {tasks}.',
    '{name} 在 {from} 至 {to} 间有 {days} 天最多需投入一天的 {asked}%，可用 {available}%；同时参与：{tasks}。',
  ],
  'task.overload-alone': [
    '{name} is asked for up to {asked} % of a day and has {available} %, from {from} to {to} ({days} d).',
    '{name} 在 {from} 至 {to} 间有 {days} 天最多需投入一天的 {asked}%，可用 {available}%。',
  ],
  'task.after-gate': [
    'Forecast for {day}, {days} d after the gate {gate} is due ({due}).',
    '预计 {day} 完成，晚于阶段评审“{gate}”（{due}）{days} 天。',
  ],
  'task.planned-after-gate': [
    'Planned until {day}, {days} d after the gate {gate} is due ({due}).',
    '计划 {day} 完成，晚于阶段评审“{gate}”（{due}）{days} 天。',
  ],
  'task.constraint': ['`{type}` cannot be held: {day} at the earliest.', '`{type}` 约束无法满足：最早为 {day}。'],
  'step.overlap': [
    '{name} performs {other} at the same time, for {minutes} min.',
    '{name} 同时还要执行 {other}，重叠 {minutes} 分钟。',
  ],
  'step.too-soon': [
    'To begin at {begin}; {other} ends at {end}.',
    '定于 {begin} 开始，而前序步骤 {other} 到 {end} 才结束。',
  ],
  'step.past-window': [
    'Ends at {end}, {minutes} min after the window closes ({to}).',
    '{end} 结束，超出窗口关闭时间（{to}）{minutes} 分钟。',
  ],
  'parallel.no-period-end': [
    'It is to span the end of a month, and from {from} to {to} there is none.',
    '要求跨越月末，而 {from} 至 {to} 之间没有月末。',
  ],
  'parallel.short': [
    'It was to go on until {to}; the latest result is of {last}.',
    '应运行到 {to}，最后一天结果为 {last}。',
  ],
  'wave.no-emergency': ['Goes live on {day}, and there is no emergency plan.', '将于 {day} 上线，尚无应急预案。'],
  'task.parent-budget': [
    'It has {count} parts, whose budgets it sums up; its own is counted twice.',
    '它有 {count} 个下级任务，预算由下级汇总；自带的预算会重复计算。',
  ],
  'requirement.out-of-scope': ['The module {module} is not in scope.', '模块 {module} 不在范围内。'],
  'team.missing': ['The team lacks {names}.', '团队缺少{names}。'],
  'team.customer-pm': ["the customer's project manager", '客户方项目经理'],
  'team.vendor-pm': ["the vendor's project manager", '实施方项目经理'],
  'team.not-business': [
    "{name} is from IT; the customer's project manager should speak for the business.",
    '{name} 来自 IT 部门，客户方项目经理应代表业务。',
  ],
  'step.unrehearsed': [
    '{wave} goes live on {day}, and this was never rehearsed with success.',
    '{wave} 将于 {day} 上线，该步骤从未演练成功。',
  ],
  'parallel.missing': ['Days without a result: {count} ({days}).', '缺少结果的日期：{count} 天（{days}）。'],
  'parallel.unexplained': ['Differences: {open}, explained: {explained}.', '差异 {open} 项，已解释 {explained} 项。'],
} as const satisfies Sentences;
