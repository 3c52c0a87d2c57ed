// What an entry stands at: the time that a service level leaves, who has passed a course, what a sample proves.
import type { Sentences } from './sentences';

export const standingMessages = {
  'standing.response': ['Response', '响应'],
  'standing.resolution': ['Resolution', '解决'],
  'standing.time-left': ['{target}: {left} h left, by {due}', '{target}剩余 {left} 小时，截止 {due}'],
  'standing.time-held': ['{target}: on hold, {left} h left', '{target}已暂停，剩余 {left} 小时'],
  'standing.time-over': ['⚑ {target}: {over} h late, due {due}', '⚑ {target}超时 {over} 小时，应于 {due}'],
  'standing.time-met': ['{target}: {used} of {allowed} h', '{target}用时 {used} / {allowed} 小时'],
  'standing.coverage': ['{passed} of {owed} have passed', '{owed} 人应训，{passed} 人通过'],
  'standing.proof': ['≥ {bound} % right ({certainty} % certain)', '准确率 ≥ {bound}%（置信度 {certainty}%）'],
  'standing.figure': ['= {value}', '= {value}'],
} as const satisfies Sentences;
