// A project to begin with: the manifest and three registers that say in comments what they are for. Their examples
// hold together and check clean, so that the first finding a person sees is about their own work.
import type { Language } from '../messages/message';
import { path, type Path } from '../model/id';

/** The files of a new project by their paths. */
export function starterFiles(language: Language, name: string): ReadonlyMap<Path, string> {
  const texts = language === 'en' ? english(scalar(name)) : chinese(scalar(name));
  return new Map(Object.entries(texts).map(([file, text]) => [path(file), text.trimStart()]));
}

/** A text as YAML reads it back, in quotes unless it is plainly a text without them. */
const scalar = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} _().-]*$/u.test(text) &&
  text.trim() === text &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);

type Texts = Readonly<Record<string, string>>;

const english = (name: string): Texts => ({
  'landfall.yaml': `
# The project. Every YAML file below this folder that begins with \`kind:\` is one of its registers; put them in
# whatever folders suit you. All kinds: landfall kinds
landfall: 1
name: ${name}
# customer: Who gets the system
# vendor: Who implements it
# start: 2026-06-15        # the plan begins here
# currency: EUR
# calendar: standard       # the id of an entry in a register of the kind calendars
team:
  - { role: customer-pm, person: alex.kim }
  - { role: vendor-pm, person: sam.lee }
`,
  'people.yaml': `
# Everyone with a part in the project. Other registers name them by their id.
kind: people
items:
  - id: alex.kim
    title: Alex Kim        # the person's name: replace it, and the id, by the real ones
    side: customer         # customer, vendor or third-party
    function: business
    position: Project manager
  - id: sam.lee
    title: Sam Lee
    side: vendor
    position: Project manager
`,
  'risks.yaml': `
# What may happen, how likely it is and how much it would hurt, both from 1 to 5.
kind: risks
items:
  - id: R-001
    title: Key users have no time for the project
    category: people
    probability: 3
    impact: 4
    status: open           # open, monitoring, occurred or closed
    response: mitigate     # avoid, mitigate, transfer or accept
    owner: alex.kim
    contingency: Bring in cover for the month-end work of the key users
`,
  'tasks.yaml': `
# The plan. A task stands below its parent and after the tasks that must be done before it. Its status follows from
# actual_start and actual_finish.
kind: tasks
items:
  - id: T-1
    title: Prepare the project
    phase: prepare
    owner: alex.kim
  - id: T-1.1
    title: Name the key users of every department
    parent: T-1
    duration: 5d           # working days; 14cd are calendar days
    owner: alex.kim
  - id: T-1.2
    title: Kick-off
    parent: T-1
    milestone: true
    after: [T-1.1]
    owner: sam.lee
`,
});

const chinese = (name: string): Texts => ({
  'landfall.yaml': `
# 项目主文件。本文件夹之下凡以 \`kind:\` 开头的 YAML 文件都是项目的登记册，可按习惯分文件夹存放。
# 全部登记册类型：landfall kinds
landfall: 1
name: ${name}
locale: zh-cn
# customer: 客户名称
# vendor: 实施方名称
# start: 2026-06-15        # 计划从这一天开始
# currency: CNY
# calendar: standard       # 工作日历（calendars）登记册中的编号
team:
  - { role: customer-pm, person: wang.min }
  - { role: vendor-pm, person: li.qiang }
`,
  'people.yaml': `
# 参与项目的所有人员，其他登记册用编号引用他们。
kind: people
items:
  - id: wang.min
    title: 王敏            # 姓名；请连同编号一起换成真实的人员
    side: customer         # customer 客户、vendor 实施方、third-party 第三方
    function: business
    position: 项目经理
  - id: li.qiang
    title: 李强
    side: vendor
    position: 项目经理
`,
  'risks.yaml': `
# 可能发生的事：概率与影响各分 1 至 5 级。
kind: risks
items:
  - id: R-001
    title: 关键用户投入不足
    category: people
    probability: 3
    impact: 4
    status: open           # open 开放、monitoring 监控、occurred 已发生、closed 关闭
    response: mitigate     # avoid 规避、mitigate 减轻、transfer 转移、accept 接受
    owner: wang.min
    contingency: 月结期间为关键用户安排替班
`,
  'tasks.yaml': `
# 实施计划。任务写在上级任务（parent）之下、前置任务（after）之后；状态由实际开始和实际完成日期推断。
kind: tasks
items:
  - id: T-1
    title: 项目准备
    phase: prepare
    owner: wang.min
  - id: T-1.1
    title: 确定各部门关键用户
    parent: T-1
    duration: 5d           # 工作日；14cd 表示日历日
    owner: wang.min
  - id: T-1.2
    title: 项目启动会
    parent: T-1
    milestone: true
    after: [T-1.1]
    owner: li.qiang
`,
});
