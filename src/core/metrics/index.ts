// Every metric, a family a file. One looks at all others: the triggers of risks.
import { accessMetrics } from './access';
import { cutoverMetrics } from './cutover';
import { earnedMetrics } from './earned';
import { goLiveMetrics } from './golive';
import { issueMetrics } from './issues';
import { labourMetrics } from './labour';
import type { Metric } from './metric';
import { migrationMetrics } from './migration';
import { moneyMetrics } from './money';
import { operationMetrics } from './operation';
import { planMetrics } from './plan';
import { qualityMetrics } from './quality';
import { riskMetrics } from './risks';
import { scopeMetrics } from './scope';
import { slipMetrics } from './slip';
import { traceMetrics } from './trace';
import { trainingMetrics } from './training';
import { triggerMetric } from './trigger';
import { valueMetrics } from './value';

const untriggered: readonly Metric[] = [
  ...planMetrics,
  ...slipMetrics,
  ...earnedMetrics,
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
  ...operationMetrics,
];

export const metrics: readonly Metric[] = [...untriggered, triggerMetric(untriggered)];
