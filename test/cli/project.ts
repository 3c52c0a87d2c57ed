// The small project that the command line is tried on: a little of everything that can be said of one.
import type { Contents } from '../temporary';

export const project: Contents = {
  'landfall.yaml': 'landfall: 1\nname: 医院 | HIS <1>\nrules: { LF104: info }\n',
  'people.yaml': `kind: people
items:
  - { id: li.wei, title: 李伟, side: customer }
  - { id: wang.fang, title: Wang "Fang" <wf>, side: vendor }
`,
  '登记册/risks 1.yaml': `kind: risks
items:
  - id: R-001
    title: 历史患者主数据重复
    probability: 4
    impact: 9
    status: open
    owner: li.we
  # landfall-disable LF101: left the company, to be replaced
  - id: R-002
    title: =SUM(A1)
    probability: 2
    impact: 2
    status: closed
    owner: gone
`,
  'requirements.yaml': `kind: requirements
items:
  - { id: REQ-1, title: Register patients, priority: must, status: dropped }
`,
  'tests.yaml': `kind: tests
items:
  - { id: TC-1, title: Register, type: uat, covers: [REQ-1], expected: done }
  - { id: TC-1, title: Again, type: uat, covers: [REQ-1], expected: done }
`,
};
