// Writers of the kinds that describe the system: its parameters, who may do what in it, how it is tested and taught.
import type { BenchKind } from './ids';
import { sometimes, type Writer } from './make';

export const system: Partial<Readonly<Record<BenchKind, Writer>>> = {
  environments: (_, at) => ({
    purpose: ['sandbox', 'dev', 'test', 'uat', 'training', 'prod'][at % 6],
    url: `https://erp-${at}.example.com`,
    masked: at % 6 < 5,
  }),
  configuration: (make, at) => ({
    module: make.any('modules'),
    type: ['string', 'number', 'boolean', 'enum'][at % 4],
    values: at % 4 === 3 ? ['period', 'year', 'manual'] : undefined,
    default: ['0010', 30, false, 'period'][at % 4],
    value: ['1.10', make.below(900), true, 'year'][at % 4],
    unit: at % 4 === 1 ? 'days' : undefined,
    rationale: make.sentence(),
    requirement: make.any('requirements'),
    environments: sometimes(make, 0.1, () => ({
      [make.any('environments')]: { value: make.below(900), reason: make.sentence() },
    })),
    location: `SPRO > ${make.title()}`,
  }),
  'permission-objects': (make) => ({
    module: make.any('modules'),
    actions: ['read', 'create', 'change', 'delete', 'approve'],
    scopes: ['own', 'department', 'company'],
    sensitive_actions: ['approve'],
  }),
  roles: (make, at) => ({
    inherits: at < 8 || make.chance(0.7) ? undefined : [make.id('roles', make.below(at))],
    grants: Array.from({ length: 1 + make.below(5) }, () => ({
      object: make.any('permission-objects'),
      actions: ['read', 'create'],
      scope: 'department',
    })),
    business_owner: make.any('people'),
  }),
  assignments: (make) => ({
    person: make.any('people'),
    roles: make.some('roles', 3),
    orgs: sometimes(make, 0.05, () => make.some('org-units', 2)),
    from: make.day(),
    approved_by: make.any('people'),
  }),
  'sod-rules': (make) => ({
    conflict: [
      `${make.any('permission-objects')}:create`,
      [`${make.any('permission-objects')}:approve@company`, make.any('roles')],
    ],
    risk: make.pick(['high', 'medium', 'low']),
    owner: make.any('people'),
  }),
  tests: (make) => ({
    type: make.chance(0.03) ? 'uat' : make.pick(['unit', 'integration', 'regression']),
    covers: [...make.some('requirements', 3), make.any('configuration')],
    role: make.any('roles'),
    steps: [make.title(), make.title(), make.title()],
    expected: make.sentence(),
    criteria: sometimes(make, 0.1, () => [{ name: 'response', at_most: 3, unit: 's' }]),
  }),
  'test-runs': (make) => ({
    test: make.any('tests'),
    date: make.day(),
    by: make.any('people'),
    environment: make.any('environments'),
    ...(make.chance(0.2)
      ? { result: 'fail', defect: sometimes(make, 0.9, () => make.any('issues')) }
      : { result: 'pass' }),
  }),
  courses: (make) => ({
    audience: make.pick(['executive', 'manager', 'operator', 'it']),
    roles: sometimes(make, 0.1, () => make.some('roles', 3)),
    wave: make.any('waves'),
    form: 'hands-on',
    scenario: make.any('tests'),
    pass_mark: 80,
  }),
  'training-sessions': (make) => ({
    course: make.any('courses'),
    date: make.day(),
    status: make.pick(['planned', 'held']),
    trainer: make.any('people'),
    invited: make.some('people', 12),
    attendance: sometimes(make, 0.5, () => [{ person: make.any('people'), score: 50 + make.below(50) }]),
  }),
};
