// Why git does not tell something.
import type { Sentences } from './sentences';

export const gitMessages = {
  'git.no-git': [
    'Git is not installed, or not on the search path. Everything that needs no history works without it.',
    '未安装 git，或不在搜索路径中。不需要历史的功能照常可用。',
  ],
  'git.old-git': [
    'Git is too old: 2.30 or newer is needed. Everything that needs no history works without it.',
    'git 版本过旧，需要 2.30 或更新版本。不需要历史的功能照常可用。',
  ],
  'git.no-repository': ['The folder is not in a git repository.', '该文件夹不在 git 仓库中。'],
  'git.shallow': [
    'The clone is shallow and does not reach that far. `git fetch --unshallow` brings the rest.',
    '这是浅克隆，历史不够长。可用 `git fetch --unshallow` 补全。',
  ],
  'git.lacking': [
    '{revision}: the repository lacks what stood in {files}, as a partial clone does. Nothing in there is compared or counted.',
    '{revision}：本仓库缺少 {files} 的内容，部分克隆即是如此。其中的内容不参与比较和统计。',
  ],
  'git.untrusted': ['The workspace is not trusted, so git is not run.', '工作区未受信任，因此不运行 git。'],
  'git.missing': ['It is not there.', '不存在。'],
  'git.too-large': ['It is too large to be read.', '过大，无法读取。'],
  'git.broken': ['Git could not read it.', 'git 无法读取。'],
  'git.loading': ['It is still being read.', '仍在读取。'],
  'git.why-detail': ['{why} ({detail})', '{why}（{detail}）'],
} as const satisfies Sentences;
