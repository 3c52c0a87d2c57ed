// Small matrices for tests, told by texts: a row is its name and a sign for each column.
import { bandOf, type Face, facePalette, type Matrix } from '../../../src/core/views/matrix';

export const hostile = [
  `<img src=x onerror="alert(1)">`,
  `</script><script>alert(1)</script>`,
  '=cmd|x',
  '`|`',
  '\u202e\u0000',
];

const faces: Readonly<Record<string, Face>> = {
  '.': { effect: 'none', direct: false, scope: '', conflict: 'none' },
  A: { effect: 'allow', direct: true, scope: 'company', conflict: 'none' },
  a: { effect: 'allow', direct: false, scope: 'department', conflict: 'none' },
  x: { effect: 'deny', direct: true, scope: '', conflict: 'none' },
  u: { effect: 'unknown', direct: true, scope: 'own', conflict: 'none' },
  '!': { effect: 'allow', direct: true, scope: 'company', conflict: 'open' },
  '~': { effect: 'allow', direct: false, scope: 'company', conflict: 'waived' },
};

/** Columns as `module/object:action`, rows as `id title` and signs. */
export function matrixOf(columns: readonly string[], rows: readonly (readonly [string, string, string])[]): Matrix {
  const palette = facePalette();
  const parts = columns.map((column) => {
    const [module = '', rest = ''] = column.split(/\/(.*)/s);
    const [object = '', action = ''] = rest.split(/:(.*)/s);
    return { module, object, action };
  });
  return {
    title: '角色 × 权限',
    facts: ['恒岳机械 ERP 实施', '2026-11-16'],
    heading: '角色',
    rows: rows.map(([id, title, signs]) => ({
      key: `roles/${id}`,
      id,
      title,
      conflict: signs.includes('!') ? ('open' as const) : signs.includes('~') ? ('waived' as const) : ('none' as const),
    })),
    columns: parts.map(({ object, action }) => ({
      key: `${object}:${action}`,
      label: action,
      sensitive: action === 'approve',
    })),
    bands: [
      bandOf(
        parts,
        ({ module }) => module,
        ({ module }) => module,
      ),
      bandOf(
        parts,
        ({ module, object }) => `${module}/${object}`,
        ({ object }) => object,
      ),
    ],
    faces: palette.faces,
    cells: Uint16Array.from(
      rows.flatMap(([, , signs]) =>
        columns.map((_, at) => palette.numberOf(faces[signs[at] ?? '.'] ?? (faces['.'] as Face))),
      ),
    ),
  };
}

export const finance = matrixOf(
  [
    '财务/会计凭证:create',
    '财务/会计凭证:post',
    '财务/付款单:propose',
    '财务/付款单:approve',
    '采购/采购订单（含补货申请单）:create',
    '采购/PO:approve',
  ],
  [
    ['ap-clerk', '应付会计', 'A.A...'],
    ['ap-approver', '付款审批', 'a.xu..'],
    ['cfo', '财务总监（兼华南分公司负责人，代行付款审批与凭证复核）', 'Aa!!.~'],
    ['auditor', '', '......'],
  ],
);
