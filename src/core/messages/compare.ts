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
} as const satisfies Sentences;
