// Every sentence the product says, gathered from one file an area. Each has its English and its Chinese side by side.
import { accessMessages } from './access';
import { accessRuleMessages } from './access-rules';
import { actionMessages } from './actions';
import { baselineMessages } from './baselines';
import { cliMessages } from './cli';
import { compareMessages } from './compare';
import { completionMessages } from './completion';
import { cutoverMessages } from './cutover';
import { earnedMessages } from './earned';
import { editorMessages } from './editor';
import { ganttMessages } from './gantt';
import { gateMessages } from './gates';
import { gitMessages } from './git';
import { historyMessages } from './history';
import { impactMessages } from './impact';
import { matrixMessages } from './matrix';
import { mergeMessages } from './merge';
import { metricMessages } from './metrics';
import { earnedMetricMessages } from './metrics-earned';
import { planMetricMessages } from './metrics-plan';
import { valueMetricMessages } from './metrics-value';
import { moneyMessages } from './money';
import { moveMessages } from './moves';
import { practiceRuleMessages } from './practice-rules';
import { projectMessages } from './project';
import { referenceMessages } from './reference';
import { renameMessages } from './rename';
import { renderMessages } from './render';
import { reportMessages } from './reports';
import { ruleTitles } from './rules';
import { scheduleMessages } from './schedule';
import { schemaMessages } from './schema';
import { standingMessages } from './standing';
import { syntaxMessages } from './syntax';
import { whyMessages } from './why';
import { valueRuleMessages } from './value-rules';

export const catalogue = {
  ...accessMessages,
  ...accessRuleMessages,
  ...actionMessages,
  ...baselineMessages,
  ...compareMessages,
  ...completionMessages,
  ...cutoverMessages,
  ...earnedMessages,
  ...editorMessages,
  ...cliMessages,
  ...ganttMessages,
  ...gateMessages,
  ...gitMessages,
  ...historyMessages,
  ...impactMessages,
  ...matrixMessages,
  ...mergeMessages,
  ...metricMessages,
  ...earnedMetricMessages,
  ...planMetricMessages,
  ...moneyMessages,
  ...moveMessages,
  ...practiceRuleMessages,
  ...projectMessages,
  ...referenceMessages,
  ...renameMessages,
  ...renderMessages,
  ...reportMessages,
  ...ruleTitles,
  ...scheduleMessages,
  ...schemaMessages,
  ...standingMessages,
  ...syntaxMessages,
  ...valueMetricMessages,
  ...whyMessages,
  ...valueRuleMessages,
} as const;
