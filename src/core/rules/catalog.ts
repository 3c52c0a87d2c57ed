// Every rule by its code, with the severity it has unless a project sets another. Titles are in messages/rules.ts,
// pages in media/rules. The first digit is the family: 0 file, 1 references, 5 configuration
// and baselines, 7 tests and training.
import type { Severity } from '../model/finding';
import type { RuleCode } from '../model/id';

export interface RuleInfo {
  readonly code: RuleCode;
  readonly severity: Severity;
}

const rule = (code: RuleCode, severity: Severity): RuleInfo => ({ code, severity });

export const catalog: readonly RuleInfo[] = [
  rule('LF001', 'error'),
  rule('LF002', 'error'),
  rule('LF003', 'error'),
  rule('LF004', 'error'),
  rule('LF005', 'error'),
  rule('LF006', 'error'),
  rule('LF007', 'error'),
  rule('LF008', 'error'),
  rule('LF009', 'error'),
  rule('LF010', 'error'),
  rule('LF011', 'warning'),
  rule('LF012', 'error'),
  rule('LF013', 'error'),
  rule('LF014', 'error'),
  rule('LF015', 'error'),
  rule('LF020', 'error'),
  rule('LF021', 'error'),
  rule('LF022', 'error'),
  rule('LF023', 'error'),
  rule('LF024', 'error'),
  rule('LF025', 'error'),
  rule('LF030', 'warning'),
  rule('LF031', 'warning'),
  rule('LF040', 'warning'),
  rule('LF101', 'error'),
  rule('LF102', 'error'),
  rule('LF103', 'error'),
  rule('LF104', 'warning'),
  rule('LF105', 'error'),
  rule('LF106', 'info'),
  rule('LF107', 'warning'),
  rule('LF108', 'warning'),
  rule('LF520', 'error'),
  rule('LF521', 'error'),
  rule('LF522', 'error'),
  rule('LF523', 'warning'),
  rule('LF524', 'error'),
  rule('LF720', 'warning'),
];
