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
} as const satisfies Sentences;
