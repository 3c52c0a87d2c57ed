// Baselines in the editor: their view, setting one, what drifted beside the text, and putting back what one fixed.
import type { Sentences } from './sentences';

export const baselineMessages = {
  'baselines.sums': [
    '{uncovered} not approved, {drift} changed since',
    '未经批准 {uncovered} 项，其后共变更 {drift} 项',
  ],
  'baselines.approved': ['{drift} changed since, all approved', '其后变更 {drift} 项，均已批准'],
  'baselines.unchanged': ['nothing changed since', '其后无变更'],
  'baselines.unchecked': ['not checked: {why}', '未检查：{why}'],
  'baselines.by': ['by {requests}', '依据 {requests}'],
  'baselines.not-approved': ['not approved', '未经批准'],
  'baselines.which': ['Which baseline?', '哪个基线？'],
  'baselines.no-state': [
    'There is no baseline to compare with: none covers it, or its tag is missing.',
    '没有可供比较的基线：没有基线涵盖它，或其标签缺失。',
  ],
  'baselines.no-git': ['Baselines cannot be compared with. {why}', '无法与基线比较。{why}'],
  'baselines.with': ['Compare {id} with…', '将 {id} 与哪个状态比较？'],
  'baselines.with-now': ['what has changed since, in the Review view', '在“评审”视图中显示其后的变更'],
  'baselines.mark-since': ['Mark in the text what changed since…', '在文中标记自哪个基线以来的变更？'],
  'baselines.newest': ['The newest', '最新的基线'],
  'baselines.newest-about': ['for each entry, of those that are verified', '对每个条目，取涵盖它且已核实的最新基线'],
  'baselines.title': ['What is the baseline called?', '基线的名称'],
  'baselines.scope': ['What does it cover?', '涵盖哪些内容？'],
  'baselines.scope-count': ['entries: {count}', '{count} 个条目'],
  'baselines.scope-more': ['Ids and patterns…', '编号和通配…'],
  'baselines.scope-typed': [
    'Ids and patterns with commas between them, such as configuration/fi.*, R-001',
    '编号和通配，以逗号分隔，例如 configuration/fi.*, R-001',
  ],
  'baselines.scope-empty': ['"{scope}" covers nothing.', '“{scope}”没有涵盖任何条目。'],
  'baselines.type': ['What is it for?', '基线的用途'],
  'baselines.no-type': ['No type', '不指定类型'],
  'baselines.confirm': ['Set baseline {id} {title}?', '建立基线 {id} {title}？'],
  'baselines.confirm-detail': [
    'This command is run:\n\n{command}\n\nThe entry goes into {file}.',
    '将执行以下命令：\n\n{command}\n\n条目将写入 {file}。',
  ],
  'baselines.create': ['Set Baseline', '建立基线'],
  'baselines.cannot': ['No baseline can be set. {why}', '无法建立基线。{why}'],
  'drift.was': [
    '{field}: was {before} until {requests}. Baseline: {baseline}.',
    '{field}：原为 {before}，变更依据：{requests}。基线：{baseline}。',
  ],
  'drift.was-open': [
    '{field}: was {before} at baseline {baseline}. No approved change request lets it change.',
    '{field}：基线 {baseline} 时为 {before}，没有已批准的变更申请允许变更。',
  ],
  'drift.came': ['New since baseline {baseline}, by {requests}.', '基线 {baseline} 之后新增，依据 {requests}。'],
  'drift.came-open': [
    'New since baseline {baseline}. No approved change request lets it in.',
    '基线 {baseline} 之后新增，没有已批准的变更申请。',
  ],
  'drift.request': ['{request} ({who}, {when})', '{request}（{who}，{when}）'],
  'drift.by': ['Changed by {who}, {when}.', '{who} 于 {when} 变更。'],
  'drift.restore': ['Restore…', '恢复…'],
  'restore.whole': ['The whole entry', '整个条目'],
  'restore.which': ['What of {id} is to be as it was at {baseline}?', '将 {id} 的哪些内容恢复到基线 {baseline}？'],
  'restore.done': [
    '{id} is as it was at baseline {baseline}. One undo takes it back.',
    '{id} 已恢复到基线 {baseline} 时的内容，可一次撤销。',
  ],
  'restore.done-field': [
    '{field} of {id} is as it was at baseline {baseline}. One undo takes it back.',
    '{id} 的“{field}”已恢复到基线 {baseline} 时的内容，可一次撤销。',
  ],
  'restore.new': ['{id} did not exist at baseline {baseline}.', '基线 {baseline} 时没有 {id}。'],
  'restore.same': ['{id} is as it was at the baseline.', '{id} 与基线时相同。'],
  'restore.refused': [
    '{id} cannot be put back without a doubt. Open its change and copy from there.',
    '无法确保准确恢复 {id}。请打开其变更并手工复制。',
  ],
  'restore.taken': ['There is {id} already.', '{id} 已存在。'],
  'restore.no-file': [
    '{id} stood in {file}, which is not a register of its kind any more.',
    '{id} 原在 {file} 中，该文件已不是这类登记册。',
  ],
} as const satisfies Sentences;
