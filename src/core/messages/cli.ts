// What the command line says: help, and what was wrong with a call.
import type { Sentences } from './sentences';

export const cliMessages = {
  'cli.about': ['Landfall: implementation projects as text, checked.', '落地 Landfall：以文本管理并检查实施项目。'],
  'cli.usage': ['Usage: {call}', '用法：{call}'],
  'cli.commands': ['Commands:', '命令：'],
  'cli.options': ['Options:', '选项：'],
  'cli.exits': [
    'Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 没有问题，1 有达到 --fail-on 级别的检查结果，2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.exits-plain': [
    'Exit codes: 0 done, 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 完成，2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.exits-verify': [
    'Exit codes: 0 done, 1 `verify` found a tag that is missing, moved, beside the branch, or that it could not check, 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 完成，1 `verify` 发现标签缺失、被移动、不在当前分支或无法检查，2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.exits-access': [
    'Exit codes: 0 done, 1 `conflicts` found one in force that nothing answers for, or `what-if` brings one, 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 完成，1 `conflicts` 发现正在生效且未处理的冲突，或 `what-if` 会带来冲突，2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.exits-merge': [
    'Exit codes: 0 merged, 1 conflicts are left, 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 已合并，1 留有冲突，2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.more': ['Help on a command: landfall COMMAND --help', '查看某个命令的帮助：landfall 命令 --help'],
  'cli.see-help': ['Help: {command} --help', '查看帮助：{command} --help'],
  'cli.choices': ['{help}: {choices}', '{help}：{choices}'],
  'cli.default': ['{help} (default: {value})', '{help}（默认：{value}）'],
  'cli.option-help': ['show this help', '显示本帮助'],
  'cli.option-version': ['show the version', '显示版本'],
  'cli.option-lang': ['language: en, zh-cn (default: that of the environment)', '语言：en、zh-cn（默认：按环境）'],
  'cli.option-directory': ['work as if started in DIR', '如同在 DIR 中启动'],
  'cli.option-format': ['form of the output', '输出格式'],
  'cli.option-fail-on': ['least severity that makes the exit code 1', '使退出码为 1 的最低级别'],
  'cli.option-rev': ['check this commit, branch, tag or baseline', '检查某个提交、分支、标签或基线'],
  'cli.option-changed': [
    'only findings that came since the branch BASE was left',
    '只报告自离开分支 BASE 以来新增的问题',
  ],
  'cli.option-no-cache': ['read every file again', '重新读取每个文件'],
  'cli.option-name': ['name of the project (default: that of the folder)', '项目名称（默认：文件夹名）'],
  'cli.check': ['find what is wrong in a project', '检查项目'],
  'cli.check-about': [
    'Checks the project that DIR belongs to; without one, every project below DIR. DIR is the current folder unless given.',
    '检查 DIR 所属的项目；如不属于任何项目，则检查 DIR 之下的所有项目。DIR 默认为当前文件夹。',
  ],
  'cli.kinds': ['list the kinds of register, or the fields of one', '列出登记册类型，或某一类型的字段'],
  'cli.kinds-about': [
    'Lists every kind of register that the project knows, its own included; outside a project, those that ship. With KIND, its fields: what each takes and means. --format markdown gives the format reference, of KIND or of all.',
    '列出项目可用的全部登记册类型，包括项目自定义的；不在项目中时列出自带的类型。给出 KIND 时列出其字段：填写内容和含义。--format markdown 输出格式参考（某一类型或全部）。',
  ],
  'cli.list': ['list the entries of a kind', '列出某类条目'],
  'cli.list-about': [
    'Lists the entries of a kind, such as risks. CSV is meant for spreadsheets (UTF-8 with a byte order mark, every field); JSON for programs.',
    '列出某一类型的条目，例如 risks。CSV 供电子表格使用（带 BOM 的 UTF-8，含全部字段），JSON 供程序使用。',
  ],
  'cli.show': ['show one entry', '查看一个条目'],
  'cli.show-about': [
    'Shows an entry, what it refers to and what refers to it. Where several kinds use the id, write kind/id.',
    '显示一个条目、它引用的内容以及引用它的条目。若多个类型使用同一编号，请写成 类型/编号。',
  ],
  'cli.init': ['begin a new project', '新建项目'],
  'cli.init-about': [
    'Writes landfall.yaml and a few registers to begin with into DIR (the current folder unless given). It never overwrites a file.',
    '在 DIR（默认为当前文件夹）中写入 landfall.yaml 和几个起始登记册，绝不覆盖已有文件。',
  ],
  'cli.diff': ['compare two states of a project', '比较项目的两个状态'],
  'cli.diff-about': [
    'Tells what changed from BASE (the last commit unless given) to HEAD (the working tree, written `.`): by entry and field, whatever lines moved. Each is a commit, a branch, a tag, or the id of a baseline.',
    '列出从 BASE（默认为上一次提交）到 HEAD（默认为工作区，写作 `.`）的变化：按条目和字段比较，不看行的移动。两者可以是提交、分支、标签或基线编号。',
  ],
  'cli.review': ['review a change', '评审变更'],
  'cli.review-about': [
    'Tells what HEAD (the working tree unless given) changed since it left BASE (the main branch unless given): what no change request lets change first, then the findings that the change brought and solved. With --format markdown it is a comment on a merge request.',
    '列出 HEAD（默认为工作区）自离开 BASE（默认为主干分支）以来的变更：首先是没有变更申请允许的变更，然后是变更带来和解决的问题。使用 --format markdown 可作为合并请求的评论。',
  ],
  'cli.access': ['ask who may do what', '查询谁可以做什么'],
  'cli.access-about': [
    'Answers QUESTION: `who-can OBJECT:ACTION[@SCOPE]`, `of PERSON|ROLE` (all they may do), `why PERSON|ROLE OBJECT:ACTION` (by which assignment, roles and grant), `matrix` (roles or people against permissions, as a table or a picture), `conflicts` (of duties, with what makes and what would end them; exit code 1 if nothing answers for one that is in force), `hygiene` (what has built up in roles and assignments), `what-if --assign PERSON=ROLE`, `--grant` or `--revoke ROLE=OBJECT:ACTION[@SCOPE]`, or `--rev REV` (who would gain and lose what, which conflicts would come and go; exit code 1 if one would come). Answers are those of the status date in production unless told otherwise.',
    '回答 QUESTION：`who-can 对象:操作[@范围]`（谁可以）、`of 人员|角色`（全部权限）、`why 人员|角色 对象:操作`（经由哪条授权、哪些角色、哪项权限）、`matrix`（角色或人员与权限的矩阵，输出为表格或图形）、`conflicts`（职责冲突、成因与解决办法；存在正在生效且未处理的冲突时退出码为 1）、`hygiene`（角色与授权中需要清理的）、`what-if --assign 人员=角色`、`--grant` 或 `--revoke 角色=对象:操作[@范围]`，或 `--rev 版本`（谁会新增或失去什么权限，哪些冲突会出现或消除；会带来冲突时退出码为 1）。默认按状态日期、生产环境回答。',
  ],
  'cli.option-env': ['environment (default: production)', '系统环境（默认：生产环境）'],
  'cli.option-org': ['at this organisation (default: anywhere)', '在该组织（默认：任意组织）'],
  'cli.option-on': [
    'on this day (default: the status date); of a matrix, `any` asks for all days',
    '在该日期（默认：状态日期）；矩阵可写 `any`，不限日期',
  ],
  'cli.option-assign': [
    'what-if: suppose that the person is assigned these roles too, from --on on, at --org; may be given several times',
    'what-if：假设再授予该人员这些角色，自 --on 起，在 --org，可写多次',
  ],
  'cli.option-grant': [
    'what-if: suppose that the role may do this too; may be given several times',
    'what-if：假设该角色另有此权限，可写多次',
  ],
  'cli.option-revoke': [
    'what-if: suppose that the role grants this no more by itself; may be given several times',
    'what-if：假设该角色自身不再授予此权限，可写多次',
  ],
  'cli.option-what-if-rev': [
    'what-if: suppose this commit, branch, tag or baseline',
    'what-if：假设采用该提交、分支、标签或基线',
  ],
  'cli.no-such-revision': [
    'Git knows no commit, branch or tag `{revision}`, and the project has no baseline of that id.',
    'git 中没有名为 `{revision}` 的提交、分支或标签，项目也没有这个编号的基线。',
  ],
  'cli.no-such-revision-near': [
    'Git knows no commit, branch or tag `{revision}`, and the project has no baseline of that id. Did you mean `{near}`?',
    'git 中没有名为 `{revision}` 的提交、分支或标签，项目也没有这个编号的基线。是不是 `{near}`？',
  ],
  'cli.no-such-revision-some': [
    'Git knows no commit, branch or tag `{revision}`, and the project has no baseline of that id. There are, among others: {names}.',
    'git 中没有名为 `{revision}` 的提交、分支或标签，项目也没有这个编号的基线。现有名称如：{names}。',
  ],
  'cli.no-revision': ['There is no state `{revision}` of this project. {why}', '项目没有状态 `{revision}`。{why}'],
  'cli.no-fork': [
    '`{base}` and `{head}` have no commit in common. {why}',
    '`{base}` 与 `{head}` 没有共同的提交。{why}',
  ],
  'cli.no-main': [
    'The repository has no branch main or master. Name what to compare with.',
    '仓库没有 main 或 master 分支，请指定比较对象。',
  ],
  'cli.no-repository': [
    '{folder} is not in a git repository, so it has no past. `git init` begins one.',
    '{folder} 不在 git 仓库中，没有历史。可用 `git init` 建立仓库。',
  ],
  'cli.no-git': ['Git cannot be asked. {why}', '无法使用 git。{why}'],
  'cli.baseline': ['list, verify, compare and create baselines', '列出、核实、比较和建立基线'],
  'cli.baseline-about': [
    'ACTION is list (also where none is given), verify (exit code 1 where a baseline is not what was approved), diff ID [ID] (what the baseline covers against now or another baseline), or create [ID] with --title and --scope, which shows what it would do and does it with --yes.',
    'ACTION 为 list（列出，可省略）、verify（核实，若有基线与批准的状态不符则退出码为 1）、diff ID [ID]（基线范围内的内容与现在或另一基线比较），或 create [ID]（须给出 --title 和 --scope；先显示将做什么，加 --yes 才执行）。',
  ],
  'cli.no-action': ['There is no action `{given}`; there are {allowed}.', '没有操作 `{given}`，可用的有 {allowed}。'],
  'cli.option-title': ['title of the new baseline', '新基线的名称'],
  'cli.option-scope': ['kinds, ids or globs that it covers, with commas', '涵盖的类型、编号或通配符，用逗号分隔'],
  'cli.option-type': ['contract, current, configuration or scope', 'contract、current、configuration 或 scope'],
  'cli.option-tag': ['name of the tag (default: baseline/ID)', '标签名（默认：baseline/编号）'],
  'cli.option-yes': ['do it', '执行'],
  'cli.option-by': ['what the rows are', '行的内容'],
  'cli.option-direct': ['only what is granted directly, not what is inherited', '仅直接授予的权限，不含继承'],
  'cli.option-conflicts': ['only rows with an open conflict of duties', '仅有未处理职责冲突的行'],
  'cli.option-module': ['only the objects of a module', '仅某模块的权限对象'],
  'cli.option-object': ['only one permission object', '仅一个权限对象'],
  'cli.option-role': ['only roles whose id or title has this text', '仅编号或名称含此文字的角色'],
  'cli.option-person': [
    'only people whose id or name has this text, and their roles',
    '仅编号或姓名含此文字的人员及其角色',
  ],
  'cli.explain': ['explain a rule or a metric', '说明一条规则或一个指标'],
  'cli.explain-about': [
    'Prints the page of a rule, such as LF101: why it is there, an example, what to do. Or of a metric, such as training.coverage: its formula and source, the arithmetic, and what it was computed from.',
    '显示某条规则（例如 LF101）的说明：原因、示例和处理办法；或某个指标（例如 training.coverage）的公式、出处、计算过程和计算依据。',
  ],
  'cli.metrics': ['compute the metrics of a project', '计算项目的指标'],
  'cli.metrics-about': [
    'Prints every metric, or those of FAMILY (such as risks, or one id), for the working tree or a past revision. What nothing feeds is n/a, with the reason. --filter narrows to a wave, a module, an org unit or an audience of courses.',
    '输出全部指标，或某一族（例如 risks，或单个编号）的指标，可针对工作区或过去的某个版本。没有数据支撑的指标显示为不适用并说明原因。--filter 可限定批次、模块、组织或培训对象。',
  ],
  'cli.impact': ['see what a change touches', '查看变更的影响'],
  'cli.impact-about': [
    'Tells what the entry ID touches downstream; of a change request what everything that it covers does: requirements, tests, courses, people to train anew, roles, cutover steps, with effort, budget, delay and cost.',
    '列出条目 ID 波及的下游内容；若为变更申请，则为它所涵盖的全部内容的影响：需求、测试、课程、需重新培训的人员、角色、切换步骤，以及工作量、预算、延期和费用。',
  ],
  'cli.money': ['break down cost, funds and labour', '展开成本、资金与工时'],
  'cli.money-about': [
    'Answers QUESTION: `cost` (budget, actual, committed, remaining; --by centre, category, line, task or month), `funds` (received, paid, receivable, payable, overdue; --by month, which is the cash curve, contract or party), `labour` (days, overtime and cost; --by person, supplier, headcount, task, month or overtime). Sums are exact; each currency has its own table.',
    '回答 QUESTION：`cost`（预算、实际、已承诺、剩余；--by centre、category、line、task 或 month）、`funds`（已收、已付、应收、应付、逾期；--by month 即现金流曲线，或 contract、party）、`labour`（工日、加班与成本；--by person、supplier、headcount、task、month 或 overtime）。合计精确；不同币种各成一表。',
  ],
  'cli.option-money-on': ['as of this day (default: the status date)', '截至该日期（默认：状态日期）'],
  'cli.gate': ['tell whether a gate can be passed, and what keeps it closed', '检查能否通过阶段评审，以及被什么卡住'],
  'cli.gate-about': [
    'Holds every criterion of a gate against the project: metrics, rules, deliverables and words that somebody confirms. Each that is unmet is listed with what to mend and who owns it; what is not known is unmet. Without ID the next gate in full and all others in a line. --replay sets what was known when it was decided beside today.',
    '逐条检查阶段评审的标准：指标、规则、交付物，以及由人确认的文字。未满足的标准会列出要解决的条目及其负责人；未知即为未满足。不写 ID 时详列下一个评审，其余各占一行。--replay 将作出决定时的情况与当前对照。',
  ],
  'cli.exits-gate': [
    'Exit codes: 0 every must is met, 1 a must of the gate is unmet (without ID: of the next gate), 2 the call is wrong, 3 an error of Landfall itself.',
    '退出码：0 必须项全部满足，1 有必须项未满足（不写 ID 时指下一个评审），2 用法有误，3 Landfall 自身出错。',
  ],
  'cli.option-replay': ['beside what was known when the gate was decided', '与作出决定时的情况对照'],
  'cli.not-gate': ['`{given}` is no gate. All gates: landfall gate', '`{given}` 不是阶段评审。全部评审：landfall gate'],
  'cli.not-decided': ['`{given}` is not decided: it has no decided_at.', '`{given}` 尚未决定：没有填写 decided_at。'],
  'cli.option-metrics-rev': ['as of this commit, branch, tag or baseline', '取某个提交、分支、标签或基线时的值'],
  'cli.option-filter': [
    'wave=ID, module=ID, org=ID or audience=VALUE, with commas',
    'wave=编号、module=编号、org=编号或 audience=取值，用逗号分隔',
  ],
  'cli.bad-filter': [
    '`{given}` is no filter. Write it like wave=W1,module=fi.',
    '`{given}` 不是有效的筛选。请写成 wave=W1,module=fi 的形式。',
  ],
  'cli.filter-not-taken': [
    '`{metric}` cannot be narrowed like that. It takes: {filters}.',
    '`{metric}` 不能这样筛选，可用的筛选：{filters}。',
  ],
  'cli.filter-none': ['no filter', '无'],
  'cli.unknown-metric': [
    'There is no metric or family `{given}`. All: landfall metrics',
    '没有指标或指标族 `{given}`。全部：landfall metrics',
  ],
  'cli.unknown-metric-near': [
    'There is no metric or family `{given}`. Did you mean `{near}`?',
    '没有指标或指标族 `{given}`。是不是 `{near}`？',
  ],
  'cli.unknown-command': ['There is no command `{given}`.', '没有命令 `{given}`。'],
  'cli.unknown-command-near': [
    'There is no command `{given}`. Did you mean `{near}`?',
    '没有命令 `{given}`。是不是 `{near}`？',
  ],
  'cli.unknown-option': ['`{command}` has no option `{given}`.', '`{command}` 没有选项 `{given}`。'],
  'cli.unknown-option-near': [
    '`{command}` has no option `{given}`. Did you mean `{near}`?',
    '`{command}` 没有选项 `{given}`。是不是 `{near}`？',
  ],
  'cli.needs-value': ['`{option}` needs a value: {value}.', '`{option}` 需要一个值：{value}。'],
  'cli.takes-no-value': ['`{option}` takes no value.', '`{option}` 不带值。'],
  'cli.bad-value': [
    '`{value}` is not allowed for `{option}`. Allowed: {allowed}.',
    '`{option}` 不能是 `{value}`。允许的取值：{allowed}。',
  ],
  'cli.too-many': ['`{given}` is one word too many.', '多出了 `{given}`。'],
  'cli.missing-word': ['{word} is missing.', '缺少 {word}。'],
  'cli.no-folder': ['There is no folder `{folder}`.', '没有文件夹 `{folder}`。'],
  'cli.not-folder': [
    '`{folder}` is a file. Give the folder of the project.',
    '`{folder}` 是文件。请给出项目所在的文件夹。',
  ],
  'cli.no-project': [
    'No project: there is no landfall.yaml in `{folder}`, above it or below it. `landfall init` begins one.',
    '没有项目：在 `{folder}` 及其上级和下级文件夹中都没有 landfall.yaml。可用 `landfall init` 新建。',
  ],
  'cli.no-project-above': [
    'No project: there is no landfall.yaml in `{folder}` or above it. `landfall init` begins one.',
    '没有项目：在 `{folder}` 及其上级文件夹中没有 landfall.yaml。可用 `landfall init` 新建。',
  ],
  'cli.projects-below': [
    'There are projects below it: {projects}. Choose one with -C.',
    '其下有这些项目：{projects}。请用 -C 选择一个。',
  ],
  'cli.unknown-kind': [
    'There is no kind `{given}`. All kinds: landfall kinds',
    '没有类型 `{given}`。全部类型：landfall kinds',
  ],
  'cli.unknown-kind-near': [
    'There is no kind `{given}`. Did you mean `{near}`?',
    '没有类型 `{given}`。是不是 `{near}`？',
  ],
  'cli.unknown-id': ['No entry has the id `{given}`.', '没有编号为 `{given}` 的条目。'],
  'cli.unknown-id-near': [
    'No entry has the id `{given}`. Did you mean `{near}`?',
    '没有编号为 `{given}` 的条目。是不是 `{near}`？',
  ],
  'cli.ambiguous-id': [
    '`{given}` could be {choices}. Write one of these.',
    '`{given}` 可能是 {choices}。请写明其中一个。',
  ],
  'cli.unknown-rule': ['There is no rule `{given}`. The rules: {codes}', '没有规则 `{given}`。全部规则：{codes}'],
  'cli.unknown-rule-near': ['There is no rule `{given}`. Did you mean {near}?', '没有规则 `{given}`。是不是 {near}？'],
  'cli.in-the-way': [
    'Nothing was written: {files} in `{folder}` would be overwritten.',
    '没有写入任何文件：`{folder}` 中的 {files} 会被覆盖。',
  ],
  'cli.inside-project': [
    'Nothing was written: `{folder}` is inside the project `{project}`. Begin the new one beside it.',
    '没有写入任何文件：`{folder}` 位于项目 `{project}` 之内。请在别处新建。',
  ],
  'cli.cannot-write': ['Cannot write in `{folder}`: {detail}', '无法写入 `{folder}`：{detail}'],
  'cli.created': ['The project “{name}” is in {folder}:', '项目“{name}”已建在 {folder}：'],
  'cli.next': ['Check it: landfall check {folder}', '检查：landfall check {folder}'],
  'cli.internal': [
    'Landfall failed: {detail}. That is a mistake in Landfall, not in your project. Please report it with what the same command prints under LANDFALL_DEBUG=1.',
    'Landfall 出错：{detail}。这是 Landfall 的问题，与您的项目无关。请附上在 LANDFALL_DEBUG=1 下运行同一命令的输出进行反馈。',
  ],
  'table.kind': ['Kind', '类型'],
  'table.title': ['Title', '名称'],
  'table.about': ['What it holds', '内容'],
  'list.empty': ['There is no entry of the kind {kind} yet.', '还没有“{kind}”条目。'],
} as const satisfies Sentences;
