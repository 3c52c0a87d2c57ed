// What a merge says: why it left a file to the merge by lines, what is left to a person, what came of it.
import type { Sentences } from './sentences';

export const mergeMessages = {
  'merge.markers': ['It has conflict markers already.', '其中已有冲突标记。'],
  'merge.line-ends': [
    'Line ends or byte order marks differ between the versions, or are mixed in one.',
    '各版本的换行符或字节顺序标记不一致，或同一版本内混用。',
  ],
  'merge.no-register': ['The versions are not registers of one kind.', '各版本不是同一类型的登记册。'],
  'merge.broken-frame': [
    'One version cannot be read for certain outside its entries.',
    '某个版本在条目之外的部分无法可靠读取。',
  ],
  'merge.anchors': ['Anchors outside the entries may reach into them.', '条目之外的锚点可能被条目引用。'],
  'merge.unsliceable': [
    'One version is not written line by line, so its entries cannot be taken apart.',
    '某个版本不是逐行书写的，无法拆分出各个条目。',
  ],
  'merge.no-id': [
    'The entry at line {line} of one version has no id, or cannot be read.',
    '某个版本第 {line} 行的条目没有编号或无法读取。',
  ],
  'merge.twice': ['The id {id} stands twice in one version.', '编号 {id} 在某个版本中出现两次。'],
  'merge.unfit': [
    'The versions cannot be laid over each other: two entries claim one former id, the indentation differs, or an entry that both sides changed cannot be read.',
    '各版本无法对应：两个条目声明了同一个曾用编号、缩进不一致，或双方都改动的条目无法读取。',
  ],
  'merge.unsure': ['The merged text did not say exactly what both sides say.', '合并后的文本与双方的内容不完全一致。'],
  'merge.changed': ['{file}: {place}: both sides changed it.', '{file}：{place}：双方都作了改动。'],
  'merge.deleted-by-us': [
    '{file}: {place}: removed here, changed there.',
    '{file}：{place}：本方已删除，对方作了改动。',
  ],
  'merge.deleted-by-them': [
    '{file}: {place}: changed here, removed there.',
    '{file}：{place}：本方作了改动，对方已删除。',
  ],
  'merge.comment': [
    '{file}: {place}: both sides changed the comment above it.',
    '{file}：{place}：双方都改动了其上方的注释。',
  ],
  'merge.frame': ['around the entries', '条目之外'],
  'merge.born': [
    '{file}: {place}: both sides gave this id to a new entry. To keep both, remove the marker lines, then give one of them an id of its own: landfall renumber {place} --from {branch}',
    '{file}：{place}：双方各自新增了使用此编号的条目。若都要保留，请删去标记行，再为其中一个换新编号：landfall renumber {place} --from {branch}',
  ],
  'merge.finding': [
    '{file}: wrong only since both sides are together: {code} {message}',
    '{file}：双方合并后才出现的问题：{code} {message}',
  ],
  'merge.by-lines': ['{file} was merged by lines. {reason}', '{file} 已按行合并。{reason}'],
  'merge.by-nobody': ['{file} could not be merged by lines either: {detail}', '{file} 也无法按行合并：{detail}'],
  'merge.failed': [
    'Landfall failed: {detail}. That is a mistake in Landfall, not in your project.',
    'Landfall 出错：{detail}。这是 Landfall 的问题，与您的项目无关。',
  ],
  'merge.not-text': ['One version is not text in UTF-8.', '某个版本不是 UTF-8 文本。'],
  'merge.unreadable': ['Cannot read {file}: {detail}', '无法读取 {file}：{detail}'],
  'cli.merge': ['merge a register by entries and fields, for git', '按条目和字段合并登记册（供 git 调用）'],
  'cli.merge-about': [
    'Merges THEIRS into OURS, both made from BASE, by entries and fields instead of lines, and writes the result over OURS. What collides is left between markers in the smallest field. Git calls it as a merge driver; `landfall init --merge-driver` sets a project up for that. PATH is the name of the file in the project.',
    '将同源于 BASE 的 THEIRS 合并到 OURS：按条目和字段而非按行进行，结果写回 OURS，冲突之处只在最小的字段上留下标记。由 git 作为合并驱动调用，可用 `landfall init --merge-driver` 为项目配置。PATH 是文件在项目中的名称。',
  ],
  'cli.option-marker-size': ['length of the conflict markers', '冲突标记的长度'],
  'cli.option-ours': ['what the markers call our side', '标记中本方的名称'],
  'cli.option-theirs': ['what the markers call the other side', '标记中对方的名称'],
  'cli.option-merge-driver': ['set an existing project up for merging by entries', '为已有项目配置按条目合并'],
  'cli.driver-written': [
    '{file} now says that registers are merged by Landfall: commit it. Everyone who merges says once, on their machine, how Landfall is called:',
    '{file} 已声明由落地合并登记册，请提交该文件。每位合并者还须在自己的电脑上设置一次调用方式：',
  ],
  'cli.driver-there': [
    '{file} says already that registers are merged by Landfall. Everyone who merges says once, on their machine, how Landfall is called:',
    '{file} 已有由落地合并登记册的声明。每位合并者还须在自己的电脑上设置一次调用方式：',
  ],
  'renumber.single': [
    'Only one entry has the id {id}: {place}. To give it another id, rename it in the editor. If the file has conflict markers, remove the marker lines first, so that both entries stay.',
    '只有一个条目使用编号 {id}：{place}。如需更换编号，请在编辑器中重命名。若文件中有冲突标记，请先删去标记行，保留两个条目。',
  ],
  'renumber.which': [
    'Several entries have the id {id}: {places}. Say which is to have another: --path FILE, --path FILE:LINE, or --from BRANCH for the one that came from a branch.',
    '有多个条目使用编号 {id}：{places}。请指明为哪一个换新编号：--path FILE、--path FILE:LINE（文件与行号），或用 --from 分支 指明来自该分支的条目。',
  ],
  'renumber.not-at': [
    'No entry with the id {id} is at {place}. There are: {places}',
    '{place} 没有编号为 {id} 的条目。已有：{places}',
  ],
  'renumber.not-from': [
    '{branch} has no entry {id} that can be told from the others. Choose with --path: {places}',
    '{branch} 中没有可与其他条目区分的 {id}。请用 --path 选择：{places}',
  ],
  'renumber.derived': [
    'The ids of {kind} are made of other fields: change one of these.',
    '{kind}的编号由其他字段生成，请修改那些字段。',
  ],
  'renumber.no-prefix': [
    'The ids of {kind} are not counted. Say the new one with --to.',
    '{kind}的编号不按序号生成。请用 --to 指定新编号。',
  ],
  'renumber.taken': ['The id {id} is in use: {place}', '编号 {id} 已被使用：{place}'],
  'renumber.unclear': [
    'It cannot be told which of the entries is meant here: {places}. Say --references move if all of these mean the one that gets the new id, or --references keep if none does. --from BRANCH may tell by what each branch had.',
    '无法判断以下各处指的是哪一个条目：{places}。若都指换新编号的条目，请加 --references move；若都不是，请加 --references keep。使用 --from 分支 可按各分支原有内容判断。',
  ],
  'renumber.place': ['{place} ({title})', '{place}（{title}）'],
  'renumber.done': [
    '{title} in {file} is {id} now. References that follow: {count}. References that stay with {old}: {kept}.',
    '{file} 中的“{title}”现为 {id}。随之更新的引用：{count} 处；仍指向 {old} 的引用：{kept} 处。',
  ],
  'cli.renumber': ['give one of two entries with one id a fresh id', '为编号重复的条目之一换新编号'],
  'cli.renumber-about': [
    'Gives one of several entries with the same id, as two branches make them, the next free id, and rewrites what referred to it. What referred to it is known from what each branch had; where that says nothing, nothing is changed and the choices are told.',
    '当多个条目使用同一编号（例如来自两个分支）时，为其中一个换用下一个空闲编号，并改写指向它的引用。引用的归属按各分支原有内容判断；无法判断时不作任何改动，并列出可选做法。',
  ],
  'cli.option-path': ['the entry in this file, or at this line of it', '该文件中的条目，或其某一行的条目'],
  'cli.option-from': [
    'the entry that came from this branch; `ours` and `theirs` are the sides of the merge',
    '来自该分支的条目；`ours` 和 `theirs` 指合并的双方',
  ],
  'cli.option-to': ['the new id (default: the next free one)', '新编号（默认：下一个空闲编号）'],
  'cli.option-references': [
    'what happens to references of which it cannot be told whom they mean',
    '如何处理无法判断归属的引用',
  ],
} as const satisfies Sentences;
