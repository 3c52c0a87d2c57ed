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
  'baseline.none': [
    'The project has no baselines. `landfall baseline create` sets the first.',
    '项目还没有基线。可用 `landfall baseline create` 建立第一个。',
  ],
  'baseline.head-id': ['Id', '编号'],
  'baseline.head-title': ['Title', '名称'],
  'baseline.head-tag': ['Tag', '标签'],
  'baseline.head-date': ['Date', '日期'],
  'baseline.head-state': ['State', '状态'],
  'baseline.head-drift': ['Changed since', '其后变更'],
  'baseline.head-uncovered': ['Not approved', '未经批准'],
  'baseline.state-verified': ['verified', '已核实'],
  'baseline.state-missing': ['tag missing', '标签缺失'],
  'baseline.state-moved': ['tag moved', '标签被移动'],
  'baseline.state-stray': ['beside the branch', '不在当前分支'],
  'baseline.state-unknown': ['not checked', '未检查'],
  'baseline.nothing-committed': [
    'Nothing is committed yet, so there is nothing that a baseline could fix.',
    '还没有任何提交，基线没有可固定的内容。',
  ],
  'baseline.needs': [
    'A baseline needs `--title` and `--scope`, such as `--scope requirements,configuration/fi.*`.',
    '基线需要 `--title` 和 `--scope`，例如 `--scope requirements,configuration/fi.*`。',
  ],
  'baseline.bad-id': ['"{id}" cannot be an id.', '“{id}”不能作为编号。'],
  'baseline.taken': ['There is a baseline {id} already.', '基线 {id} 已存在。'],
  'baseline.bad-tag': ['"{tag}" cannot be the name of a tag.', '“{tag}”不能作为标签名。'],
  'baseline.tag-taken': [
    'There is a tag {tag} already. A tag is never moved; choose another name.',
    '标签 {tag} 已存在。标签不会被移动，请换一个名称。',
  ],
  'baseline.unsettled': [
    'The baseline would not be what you see: {ids} differ from the last commit. Commit them first.',
    '基线将与眼前所见不同：{ids} 与上一次提交不一致，请先提交。',
  ],
  'baseline.plan': [
    'Would add {id} {title} to {file} and run:\n\n  {command}\n\nNothing has been done. Run it again with --yes.',
    '将在 {file} 中加入 {id} {title}，并运行：\n\n  {command}\n\n尚未执行任何操作，加上 --yes 再次运行即可执行。',
  ],
  'baseline.no-tag-set': ['The tag {tag} could not be set. {why}', '无法建立标签 {tag}。{why}'],
  'baseline.not-written': [
    'The tag {tag} is set, but {file} could not be written: it has changed meanwhile. Add the entry by hand, or remove the tag.',
    '标签 {tag} 已建立，但无法写入 {file}：文件在此期间已改变。请手工加入条目，或删除该标签。',
  ],
  'baseline.set': [
    'Baseline {id} {title} is set by tag {tag} and stands in {file}. Commit the file, and push the tag with `git push origin {tag}`.',
    '基线 {id} {title} 已由标签 {tag} 固定，并写入 {file}。请提交该文件，并用 `git push origin {tag}` 推送标签。',
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
