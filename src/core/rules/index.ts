// Every rule that looks at a world. What reading a text already finds (syntax, schema) needs no rule here.
import { baselineRules } from './baselines';
import { evidenceRules } from './evidence';
import { fileRules } from './file';
import { referenceRules } from './references';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [...fileRules, ...referenceRules, ...baselineRules, ...evidenceRules];
