// What the editor says beyond findings: trees, commands, the status bar.
import type { Sentences } from './sentences';

export const editorMessages = {
  'group.foundation': ['Foundation', '基础'],
  'group.scope': ['Scope', '范围与需求'],
  'group.plan': ['Plan', '实施计划'],
  'group.control': ['Control', '项目管控'],
  'group.configuration': ['Configuration', '系统配置'],
  'group.access': ['Access', '角色与权限'],
  'group.data': ['Data', '数据迁移'],
  'group.quality': ['Quality and training', '测试与培训'],
  'group.golive': ['Go-live', '上线切换'],
  'group.operate': ['Operation', '运营支持'],
  'group.money': ['Money', '费用'],
  'group.knowledge': ['Knowledge', '知识库'],
  'group.other': ['Other', '其他'],
  'tree.without': ['Without: {field}', '未填写：{field}'],
  'tree.page': ['{from}–{to} …', '第 {from}–{to} 项 …'],
  'findings.no-owner': ['Without an owner', '无负责人'],
} as const satisfies Sentences;
