// What findings, tables and cards say when they become text.
import type { Sentences } from './sentences';

export const renderMessages = {
  'severity.error': ['error', '错误'],
  'severity.warning': ['warning', '警告'],
  'severity.info': ['info', '提示'],
  'count.error': ['{count} error', '{count} 个错误'],
  'count.errors': ['{count} errors', '{count} 个错误'],
  'count.warning': ['{count} warning', '{count} 个警告'],
  'count.warnings': ['{count} warnings', '{count} 个警告'],
  'count.info': ['{count} info', '{count} 条提示'],
  'count.infos': ['{count} infos', '{count} 条提示'],
  'count.file': ['{count} file', '{count} 个文件'],
  'count.files': ['{count} files', '{count} 个文件'],
  'count.entry': ['{count} entry', '{count} 个条目'],
  'count.entries': ['{count} entries', '{count} 个条目'],
  'check.clean': ['Nothing to mend: {entries} in {files} checked.', '没有问题：已检查 {files}中的 {entries}。'],
  'check.found': ['{found} in {in}; {entries} in {files} checked.', '{in}中有 {found}；已检查 {files}中的 {entries}。'],
  'check.suppressed': ['Silenced by a reasoned comment: {count}.', '由写明理由的注释屏蔽：{count} 条。'],
  'check.severity': ['Severity', '级别'],
  'check.code': ['Rule', '规则'],
  'check.place': ['Place', '位置'],
  'check.message': ['Message', '说明'],
  'check.junit-clean': ['no findings', '没有问题'],
  'show.referred-by': ['Referred to by', '被引用'],
} as const satisfies Sentences;
