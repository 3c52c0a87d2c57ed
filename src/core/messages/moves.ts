// Why a task is not moved by hand.
import type { Sentences } from './sentences';

export const moveMessages = {
  'move.not-planned': ['{id} is no task of the plan.', '{id} 不是计划中的任务。'],
  'move.summary': [
    '{id} sums up other tasks: its dates are theirs. Move these.',
    '{id} 是摘要任务，日期取自下级任务。请移动下级任务。',
  ],
  'move.done': ['{id} is done: its dates are what happened.', '{id} 已完成，日期为实际发生的日期。'],
  'move.begun': [
    '{id} has begun: its start is what happened. Its end can be moved.',
    '{id} 已开始，开始日期为实际日期。可以移动其完成日期。',
  ],
  'move.milestone': ['{id} is a milestone: it has no length.', '{id} 是里程碑，没有工期。'],
  'move.computed': [
    '{id} begins when what it waits for lets it ({why}). Change that, its lag or its length, or give it a constraint.',
    '{id} 的开始取决于其前置任务（{why}）。请修改前置任务、时间间隔或工期，或为其设置约束。',
  ],
  'move.same': ['It stands on that working day already.', '已在该工作日。'],
  'move.too-short': ['Nothing would be left of it.', '调整后将没有剩余工期。'],
  'move.held': ['{id} would not stand on {day} but on {lands}: {why}.', '{id} 不会落在 {day}，而是 {lands}：{why}。'],
} as const satisfies Sentences;
