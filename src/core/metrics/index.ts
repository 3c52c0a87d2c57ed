// Every metric, a family a file.
import { issueMetrics } from './issues';
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
  ...migrationMetrics,
  ...qualityMetrics,
  ...trainingMetrics,
  ...moneyMetrics,
  ...valueMetrics,
];
