// Every metric, a family a file.
import { accessMetrics } from './access';
import { cutoverMetrics } from './cutover';
import { goLiveMetrics } from './golive';
import { issueMetrics } from './issues';
import { labourMetrics } from './labour';
import type { Metric } from './metric';
import { migrationMetrics } from './migration';
import { moneyMetrics } from './money';
import { planMetrics } from './plan';
import { qualityMetrics } from './quality';
import { riskMetrics } from './risks';
import { scopeMetrics } from './scope';
import { traceMetrics } from './trace';
import { trainingMetrics } from './training';
import { valueMetrics } from './value';

export const metrics: readonly Metric[] = [
  ...planMetrics,
  ...scopeMetrics,
  ...traceMetrics,
  ...riskMetrics,
  ...issueMetrics,
  ...accessMetrics,
  ...migrationMetrics,
  ...qualityMetrics,
  ...trainingMetrics,
  ...cutoverMetrics,
  ...goLiveMetrics,
  ...moneyMetrics,
  ...labourMetrics,
  ...valueMetrics,
];
