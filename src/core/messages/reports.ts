// The command that writes reports.
import type { Sentences } from './sentences';

export const reportMessages = {
  'report.summary': ['draw the plan', '绘制计划图'],
  'report.about': [
    'Writes REPORT, which is `gantt`: the tasks with their forecast dates, progress, float and dependencies against the baseline and the status date, as a picture or as a page with the same facts as a table.',
    '输出报表 REPORT，即 `gantt`：各任务的预计日期、进度、时差和依赖，对照基线与状态日期，可输出为图片或附同样内容表格的网页。',
  ],
  'report.zoom': ['how fine the time is drawn', '时间刻度'],
  'report.group': ['what the tasks stand under', '任务分组方式'],
  'report.unknown': ['There is no report `{given}`. There are: {allowed}.', '没有报表 `{given}`。可用：{allowed}。'],
  'report.unknown-near': [
    'There is no report `{given}`. Did you mean `{near}`?',
    '没有报表 `{given}`。是否指 `{near}`？',
  ],
} as const satisfies Sentences;
