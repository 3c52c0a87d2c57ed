// The history of entities: what happened, who last changed what.
import type { Sentences } from './sentences';

export const historyMessages = {
  'history.added': ['added', '新增'],
  'history.changed': ['changed', '变更'],
  'history.removed': ['removed', '删除'],
  'history.discarded': ['left out by the merge', '合并时被舍弃'],
  'history.renamed': ['was {id}', '原编号 {id}'],
  'history.moved': ['moved from {path}', '移自 {path}'],
  'history.pending': ['not committed yet', '尚未提交'],
  'history.none': ['Git knows nothing of it yet.', 'git 中还没有它的历史。'],
  'history.empty': ['Nothing of that kind has happened.', '没有符合条件的变更。'],
  'history.cut': [
    'The clone is shallow, so that earlier changes are not here. `git fetch --unshallow` brings them.',
    '这是浅克隆，更早的变更不在其中。可用 `git fetch --unshallow` 取回。',
  ],
  'history.unreadable': ['{path} could not be read at this commit.', '此提交中的 {path} 无法读取。'],
  'history.unreadable-commit': ['What this commit changed is not here.', '此提交的内容不在本仓库中。'],
  'history.request': ['Change request: {requests}', '变更申请：{requests}'],
  'history.field': ['Field', '字段'],
  'history.value': ['Value', '取值'],
  'history.who': ['Who', '谁'],
  'history.when': ['When', '何时'],
  'history.commit': ['Commit', '提交'],
  'history.why': ['Why', '原因'],
  'history.before-history': ['before the history here begins', '早于此处的历史'],
  'cli.history': ['what happened to an entry', '一个条目的变更历史'],
  'cli.history-about': [
    'Tells every commit in which an entry was added, changed, renamed, moved or removed, with its fields before and after. What is not committed yet stands on top. ID as in the registers, or KIND/ID; an entry that was removed is found as well.',
    '列出条目被新增、变更、改编号、移动或删除的每个提交，以及各字段前后的取值。尚未提交的变更列在最前。ID 为登记册中的编号，或“类型/编号”；已删除的条目也能找到。',
  ],
  'cli.blame': ['who last changed each field of an entry', '条目各字段最后由谁变更'],
  'cli.blame-about': [
    'Tells for each field of an entry who last changed it, when and why.',
    '列出条目的每个字段最后由谁、何时、因何变更。',
  ],
  'cli.log': ['what happened in the project, by commit', '按提交列出项目的变更'],
  'cli.log-about': [
    'Tells which entries each commit added, changed, renamed, moved or removed.',
    '列出每个提交新增、变更、改编号、移动或删除了哪些条目。',
  ],
  'cli.option-since': [
    'only what came after a commit, branch, tag or baseline, or since a day such as 2026-11-16',
    '只列出某个提交、分支、标签或基线之后的变更，或某日（如 2026-11-16）以来的变更',
  ],
  'cli.option-kind': ['only entries of a kind', '只列出某一类型的条目'],
  'cli.option-author': [
    'only commits of an author: a part of the name or address',
    '只列出某作者的提交：姓名或邮箱的一部分',
  ],
} as const satisfies Sentences;
