// Every command by its id.
import type { CommandId } from '../contributions';
import { checkProject } from './check-project';
import { chooseBaseline } from './choose-baseline';
import type { Command } from '../command';
import { compareBaseline } from './compare-baseline';
import { copyReference } from './copy-reference';
import { explainRule } from './explain-rule';
import { filterHistory } from './filter-history';
import {
  clearHistoryFilter,
  moreHistory,
  openCommit,
  openHistoryChange,
  refreshHistory,
  showHistory,
  stopHistory,
} from './history';
import { showGantt } from './gantt';
import { showImpact } from './impact';
import { showMatrix } from './matrix';
import { explainMetric, showMetrics, showReadiness } from './metrics';
import { newProject } from './new-project';
import { openFormat } from './open-format';
import { openEntity } from './open-entity';
import { openSample } from './open-sample';
import { moveEntity, sortRegister } from './rearrange';
import { openChange, reviewChanges, stopReview } from './review';
import { restoreFromBaseline } from './restore';
import { setBaseline } from './set-baseline';
import { setField } from './set-field';
import { showFindings, showLog, showProject } from './show';
import { clearFilter, filter, groupBy, groupFindings, reveal } from './tree';
import { whyDate } from './why-date';

export const commands: Readonly<Record<CommandId, Command>> = {
  'landfall.newProject': newProject,
  'landfall.openSample': openSample,
  'landfall.showProject': showProject,
  'landfall.showFindings': showFindings,
  'landfall.checkProject': checkProject,
  'landfall.openEntity': openEntity,
  'landfall.setBaseline': setBaseline,
  'landfall.compareBaseline': compareBaseline,
  'landfall.restoreFromBaseline': restoreFromBaseline,
  'landfall.chooseBaseline': chooseBaseline,
  'landfall.copyReference': copyReference,
  'landfall.explainRule': explainRule,
  'landfall.explainMetric': explainMetric,
  'landfall.showReadiness': showReadiness,
  'landfall.showMetrics': showMetrics,
  'landfall.openFormat': openFormat,
  'landfall.filter': filter,
  'landfall.clearFilter': clearFilter,
  'landfall.groupBy': groupBy,
  'landfall.groupFindings': groupFindings,
  'landfall.reveal': reveal,
  'landfall.setField': setField,
  'landfall.sortRegister': sortRegister,
  'landfall.moveEntity': moveEntity,
  'landfall.reviewChanges': reviewChanges,
  'landfall.stopReview': stopReview,
  'landfall.openChange': openChange,
  'landfall.showHistory': showHistory,
  'landfall.filterHistory': filterHistory,
  'landfall.clearHistoryFilter': clearHistoryFilter,
  'landfall.refreshHistory': refreshHistory,
  'landfall.stopHistory': stopHistory,
  'landfall.moreHistory': moreHistory,
  'landfall.openHistoryChange': openHistoryChange,
  'landfall.openCommit': openCommit,
  'landfall.showImpact': showImpact,
  'landfall.showMatrix': showMatrix,
  'landfall.showGantt': showGantt,
  'landfall.whyDate': whyDate,
  'landfall.showLog': showLog,
};
