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
} as const satisfies Sentences;
