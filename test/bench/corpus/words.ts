// What the generated registers talk about: an ERP rollout, in Chinese and in English, put together from small parts so
// that forty thousand texts differ.
import type { Random } from '../../fuzz/random';

const CHINESE = {
  area: [
    '总账',
    '应收',
    '应付',
    '固定资产',
    '采购',
    '销售',
    '库存',
    '生产计划',
    '车间',
    '质量',
    '设备',
    '人力资源',
    '成本',
    '预算',
  ],
  thing: [
    '主数据',
    '凭证',
    '审批流',
    '期末结账',
    '对账报表',
    '条码接口',
    '权限矩阵',
    '编码规则',
    '打印模板',
    '历史数据',
    '批次追溯',
    '价格表',
  ],
  verb: ['梳理', '配置', '测试', '迁移', '培训', '上线', '核对', '优化', '冻结', '评审'],
  trouble: ['重复', '缺失', '口径不一致', '未经审批', '延期', '性能不足', '无人负责', '与旧系统不符'],
  clause: [
    '由业务部门牵头,信息部门配合',
    '月结前三个工作日内完成',
    '参照蓝图第三章的流程',
    '先在测试环境验证,再进入生产环境',
    '旧系统保留只读查询六个月',
    '关键用户签字确认后生效',
    '影响华东和华南两个工厂',
    '数据量约十二万条,需要分批处理',
  ],
  family: ['李', '王', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'],
  given: ['伟', '芳', '敏', '静', '磊', '洋', '艳', '勇', '杰', '娟', '晓明', '建国', '志强', '丽华'],
} as const;

const ENGLISH = {
  area: [
    'general ledger',
    'receivables',
    'purchasing',
    'sales orders',
    'inventory',
    'shop floor',
    'quality',
    'payroll',
    'fixed assets',
  ],
  thing: [
    'master data',
    'approval flow',
    'period close',
    'barcode interface',
    'role matrix',
    'numbering',
    'print form',
    'price list',
  ],
  verb: ['Clean', 'Configure', 'Test', 'Migrate', 'Teach', 'Review', 'Freeze', 'Reconcile'],
  trouble: ['duplicated', 'missing', 'late', 'not approved', 'too slow', 'different from the old system'],
  clause: [
    'The business leads and IT supports.',
    'It is done within three working days before the close.',
    'See chapter 3 of the blueprint for the process.',
    'Verified in the test system first, then moved to production.',
    'Key users sign before it takes effect.',
    'Two plants are affected; volumes are about 120,000 records.',
  ],
} as const;

export interface Words {
  readonly name: () => string;
  readonly title: () => string;
  readonly trouble: () => string;
  readonly sentence: () => string;
  /** Several sentences, on several lines or on one. */
  readonly prose: () => string;
}

/** Seven texts of ten are Chinese, the way they are in the projects that the product was made for. */
export function words(random: Random): Words {
  const chinese = (): boolean => random.chance(0.7);
  const pick = random.pick;
  const sentence = (): string => (chinese() ? `${pick(CHINESE.clause)}。` : pick(ENGLISH.clause));
  return {
    name: () => pick(CHINESE.family) + pick(CHINESE.given),
    title: () =>
      chinese()
        ? pick(CHINESE.verb) + pick(CHINESE.area) + pick(CHINESE.thing)
        : `${pick(ENGLISH.verb)} the ${pick(ENGLISH.area)} ${pick(ENGLISH.thing)}`,
    trouble: () =>
      chinese()
        ? pick(CHINESE.area) + pick(CHINESE.thing) + pick(CHINESE.trouble)
        : `The ${pick(ENGLISH.thing)} of ${pick(ENGLISH.area)} is ${pick(ENGLISH.trouble)}`,
    sentence,
    prose: () => Array.from({ length: 1 + random.below(3) }, sentence).join(random.chance(0.3) ? '\n' : ' '),
  };
}
