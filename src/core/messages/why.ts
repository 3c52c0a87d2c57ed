// Why the dates of a task are what they are.
import type { Sentences } from './sentences';

export const whyMessages = {
  'why.lens': ['why this date', '日期依据'],
  'why.open': ['Choose a line to open it', '选择一行即可打开'],
  'why.forecast': [
    'Forecast: {days}, {length} working days, {percent} % done',
    '预测：{days}，{length} 个工作日，已完成 {percent} %',
  ],
  'why.done': ['Done: {days}, {length} working days', '已完成：{days}，{length} 个工作日'],
  'why.typed': ['As planned: {days}', '计划：{days}'],
  'why.typed-later': ['Planned: {days}; the forecast is {slip} d later', '计划：{days}；预测晚 {slip} 个工作日'],
  'why.typed-earlier': ['Planned: {days}; the forecast is {slip} d earlier', '计划：{days}；预测早 {slip} 个工作日'],
  'why.path': ['Driven by', '驱动路径'],
  'why.step': ['{why}: {name}, {days}', '{why}：{name}，{days}'],
  'why.root': ['{why} {about}', '{why} {about}'],
  'why.more': ['and {count} tasks before', '此前还有 {count} 项任务'],
  'why.others': [
    'It also waits, with room left, for {name} ({type}), {days}',
    '还等待（留有余量）：{name}（{type}），{days}',
  ],
  'why.other': ['and for {name} ({type}), {days}', '以及 {name}（{type}），{days}'],
  'why.calendar': ['Worked on the days of the calendar {name}', '按日历 {name} 计工作日'],
  'why.people': ['Worked on the days of those who are assigned: {people}', '按所分配人员的工作日计算：{people}'],
  'why.project-calendar': ['Worked on the days of the project', '按项目日历计工作日'],
  'why.float': [
    'Total float {total} d, free float {free} d; at the latest done on {late}',
    '总时差 {total} 天，自由时差 {free} 天；最迟完成 {late}',
  ],
  'why.critical': ['⚑ Critical: no float; at the latest done on {late}', '⚑ 关键任务：没有时差；最迟完成 {late}'],
  'why.behind': [
    '⚑ Critical: {total} d of float; it should be done on {late}',
    '⚑ 关键任务：总时差 {total} 天；应于 {late} 完成',
  ],
} as const satisfies Sentences;
