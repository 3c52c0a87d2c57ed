// What changed between two states of a project.
import type { Sentences } from './sentences';

export const compareMessages = {
  'compare.same': ['Nothing has changed.', '没有变化。'],
  'compare.sums': [
    '{added} added, {changed} changed, {removed} removed.',
    '新增 {added} 项，变更 {changed} 项，删除 {removed} 项。',
  ],
  'compare.added': ['added', '新增'],
  'compare.changed': ['changed', '变更'],
  'compare.removed': ['removed', '删除'],
  'compare.renamed': ['was {id}', '原编号 {id}'],
  'compare.nothing': ['nothing', '空'],
  'compare.body': ['Text', '正文'],
  'baseline.added': ['added', '新增'],
  'baseline.changed': ['changed', '变更'],
  'baseline.removed': ['removed', '删除'],
  'baseline.uncovered': [
    '{kind} {id} {title} was {how} since baseline {baseline}, and no approved change request in force covers it.',
    '{kind} {id} {title} 自基线 {baseline} 以来被{how}，没有已批准且有效的变更申请涵盖它。',
  ],
  'baseline.no-tag': [
    'There is no git tag {tag}. Fetch the tags of the repository, or create the baseline.',
    'git 标签 {tag} 不存在。请拉取仓库的标签，或创建该基线。',
  ],
  'baseline.moved': [
    'Tag {tag} leads to commit {now}, while {commit} was approved. Somebody moved the tag.',
    '标签 {tag} 指向提交 {now}，而批准的是 {commit}：标签被移动过。',
  ],
  'baseline.stray': [
    'Tag {tag} is not part of the present branch: what it approved is not what this work builds on.',
    '标签 {tag} 不在当前分支的历史中：当前工作并非以它所批准的内容为基础。',
  ],
  'baseline.frozen': [
    '{kind} {id} {title} was {how} since baseline {baseline}, while environment {environment} is frozen. Only an approved emergency change request lets it.',
    '{kind} {id} {title} 自基线 {baseline} 以来被{how}，而环境 {environment} 已冻结：只有已批准的紧急变更申请才允许。',
  ],
  'review.title': ['{name}: {from} → {to}', '{name}：{from} → {to}'],
  'review.sums': [
    'Entries changed: {changed}. Baselined without an approved change request: {uncovered}. New findings: {brought}, solved: {solved}.',
    '变更条目 {changed} 个，其中基线内未经批准 {uncovered} 个；新增问题 {brought} 个，解决 {solved} 个。',
  ],
  'review.uncovered': [
    'Baselined, and no approved change request covers it ({count})',
    '基线内、无已批准的变更申请（{count}）',
  ],
  'review.brought': ['New findings ({count})', '新增问题（{count}）'],
  'review.solved': ['Solved findings ({count})', '已解决的问题（{count}）'],
  'review.kind': ['{kind} ({count})', '{kind}（{count}）'],
  'review.covered': ['baseline {baseline}, by {requests}', '基线 {baseline}，依据 {requests}'],
  'review.not-covered': ['baseline {baseline}, not approved', '基线 {baseline}，未经批准'],
  'review.brings': ['new findings: {count}', '新增问题 {count} 个'],
  'review.solves': ['solved: {count}', '解决 {count} 个'],
  'review.cut': [
    'Cut here: {shown} of {all} lines are shown. `landfall review` on your machine shows all.',
    '内容过长，在此截断：共 {all} 行，显示 {shown} 行。在本机运行 `landfall review` 可查看全部。',
  ],
} as const satisfies Sentences;
