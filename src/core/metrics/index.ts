// Every metric, a family a file.
import { accessMetrics } from './access';
import { goLiveMetrics } from './golive';
import { issueMetrics } from './issues';
import { labourMetrics } from './labour';
import type { Metric } from './metric';
import { migrationMetrics } from './migration';
import { moneyMetrics } from './money';
import { qualityMetrics } from './quality';
import { riskMetrics } from './risks';
import { scopeMetrics } from './scope';
import { trainingMetrics } from './training';
import { valueMetrics } from './value';

export const metrics: readonly Metric[] = [
  ...scopeMetrics,
  ...riskMetrics,
  ...issueMetrics,
  ...accessMetrics,
  ...migrationMetrics,
  ...qualityMetrics,
  ...trainingMetrics,
  ...goLiveMetrics,
  ...moneyMetrics,
  ...labourMetrics,
  ...valueMetrics,
];
