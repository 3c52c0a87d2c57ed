// Putting back what a baseline fixed.
import type { Sentences } from './sentences';

export const baselineMessages = {
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
