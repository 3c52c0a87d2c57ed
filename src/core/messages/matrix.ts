// What a permission matrix says: its headings, its legend, its refusals, and the words of its panel.
import type { Sentences } from './sentences';

export const matrixMessages = {
  'matrix.allow-direct': ['allowed, granted here', '允许（直接授予）'],
  'matrix.allow-inherited': ['allowed, inherited', '允许（继承）'],
  'matrix.deny': ['denied', '禁止'],
  'matrix.unknown': ['depends on a condition', '视条件而定'],
  'matrix.none': ['not allowed', '不允许'],
  'matrix.conflict': ['part of a conflict of duties', '存在职责冲突'],
  'matrix.waived': ['part of a waived conflict', '冲突已豁免'],
  'matrix.sensitive': ['sensitive action', '敏感操作'],
  'matrix.scope': ['scope {scope}', '范围 {scope}'],
  'matrix.legend': ['Legend', '图例'],
  'matrix.too-large': [
    'The matrix has {cells} cells ({rows} rows, {columns} columns); at most {most} can be exported. Filter by module, object, organisation or person.',
    '矩阵有 {cells} 个单元格（{rows} 行 {columns} 列），最多导出 {most} 个。请按模块、权限对象、组织或人员筛选。',
  ],
  'matrix.id': ['Id', '编号'],
  'matrix.empty': ['Nothing fits: there are no rows or no columns.', '没有符合条件的内容：没有行或没有列。'],
} as const satisfies Sentences;
