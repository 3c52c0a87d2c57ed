// Every rule that looks at a world. What reading a text already finds (syntax, schema) needs no rule here.
import { assignmentRules } from './assignments';
import { baselineRules } from './baselines';
import { circleRules } from './circles';
import { configurationRules } from './configuration';
import { controlRules } from './control';
import { cutoverRules } from './cutover';
import { dutyRules } from './duties';
import { evidenceRules } from './evidence';
import { expectedRules } from './expected';
import { fileRules } from './file';
import { grantRules } from './grants';
import { hygieneRules } from './hygiene';
import { nameRules } from './names';
import { migrationRules } from './migration';
import { planDateRules } from './plan-dates';
import { planForecastRules } from './plan-forecast';
import { planningRules } from './planning';
import { qualityRules } from './quality';
import { referenceRules } from './references';
import type { Rule } from './rule';
import { timesheetRules } from './timesheets';
import { valueRules } from './value';

export const rules: readonly Rule[] = [
  ...fileRules,
  ...referenceRules,
  ...circleRules,
  ...nameRules,
  ...dutyRules,
  ...grantRules,
  ...hygieneRules,
  ...assignmentRules,
  ...baselineRules,
  ...evidenceRules,
  ...planningRules,
  ...planDateRules,
  ...planForecastRules,
  ...cutoverRules,
  ...controlRules,
  ...configurationRules,
  ...migrationRules,
  ...qualityRules,
  ...expectedRules,
  ...valueRules,
  ...timesheetRules,
];
