// Writers of the kinds that say who does what, why and when.
import type { BenchKind } from './ids';
import { sometimes, type Make, type Writer } from './make';

const approvals = (make: Make) => [{ person: make.any('people'), verdict: 'approved', on: make.day() }];
const earlier = (make: Make, kind: BenchKind, at: number): string => make.id(kind, make.below(at));

export const work: Partial<Readonly<Record<BenchKind, Writer>>> = {
  people: (make) => ({
    side: make.pick(['customer', 'customer', 'vendor', 'third-party']),
    org: make.any('org-units'),
    function: make.pick(['business', 'it', 'finance', 'pmo']),
    position: make.pick(['财务主管', '仓库管理员', '生产计划员', 'Consultant', 'Key user', '项目经理']),
    email: `user${make.below(100_000)}@example.com`,
    capacity: sometimes(make, 0.3, () => 10 * (1 + make.below(10))),
    skills: sometimes(make, 0.4, () => [{ topic: make.any('modules'), level: 1 + make.below(4) }]),
    key_user: sometimes(make, 0.2, () => true),
  }),
  'org-units': (make, at) => ({
    parent: at === 0 ? undefined : earlier(make, 'org-units', at),
    type: make.pick(['company', 'plant', 'department', 'branch']),
    head: make.any('people'),
    headcount: 10 + make.below(400),
  }),
  tasks: (make, at) => ({
    owner: make.any('people'),
    parent: at < 8 ? undefined : make.id('tasks', Math.floor(at / 8)),
    phase: make.pick(['prepare', 'blueprint', 'build', 'migrate', 'test', 'train', 'cutover']),
    wave: sometimes(make, 0.3, () => make.any('waves')),
    start: make.day(),
    duration: make.duration(),
    after:
      at > 8 && make.chance(0.5)
        ? [earlier(make, 'tasks', at), { task: earlier(make, 'tasks', at), type: 'SS', lag: '2d' }]
        : undefined,
    assigned: sometimes(make, 0.5, () => [{ person: make.any('people'), units: 50 }]),
    ...(make.chance(0.3) ? { actual_start: make.day(), percent: make.below(99) } : {}),
    // Those that others are parts of have none.
    budget: at > 2000 ? sometimes(make, 0.2, make.amount) : undefined,
    deliverables: sometimes(make, 0.1, () => [make.any('deliverables')]),
    description: sometimes(make, 0.2, make.prose),
  }),
  waves: (make) => ({
    modules: make.some('modules', 6),
    orgs: make.some('org-units', 3),
    strategy: 'pilot',
    go_live: make.day(),
  }),
  modules: (make) => ({
    in_scope: true,
    priority: make.pick(['must', 'should', 'could']),
    wave: make.any('waves'),
    owner: make.any('people'),
  }),
  processes: (make, at) => ({
    level: 1 + make.below(4),
    parent: at < 8 ? undefined : make.id('processes', Math.floor(at / 8)),
    org: make.any('org-units'),
    process_owner: make.any('people'),
    status: make.pick(['mapped', 'standardised', 'live']),
    pain_points: sometimes(make, 0.5, () => [make.trouble(), make.trouble()]),
    to_be: { text: make.prose(), lead_time: make.duration(), steps: [make.title(), make.title(), make.title()] },
    modules: make.some('modules', 3),
  }),
  deliverables: (make) => ({
    owner: make.any('people'),
    type: make.pick(['蓝图', '测试报告', '培训材料', 'Specification']),
    url: `https://docs.example.com/d/${make.below(1_000_000)}`,
    status: make.pick(['planned', 'draft', 'review']),
  }),
  requirements: (make) => ({
    type: 'functional',
    process: make.any('processes'),
    module: make.any('modules'),
    owner: make.any('people'),
    priority: make.pick(['must', 'should', 'could', 'wont']),
    status: make.chance(0.03) ? make.pick(['confirmed', 'built', 'verified']) : make.pick(['draft', 'clarified']),
    fit: make.pick(['standard', 'configuration', 'extension', 'gap']),
    acceptance: [make.sentence(), make.sentence()],
    confirmed_by: sometimes(make, 0.3, () => [{ person: make.any('people'), on: make.day() }]),
    effort: make.duration(),
    description: sometimes(make, 0.3, () => `${make.prose()} [[${make.any('processes')}]]`),
  }),
  risks: (make) => ({
    category: make.pick(['scope', 'schedule', 'cost', 'data', 'people', 'technology']),
    cause: make.trouble(),
    probability: 1 + make.below(5),
    impact: 1 + make.below(5),
    owner: make.any('people'),
    status: make.pick(['open', 'open', 'monitoring', 'closed']),
    response: 'mitigate',
    contingency: make.prose(),
    cost_impact: sometimes(make, 0.4, make.amount),
    review_by: make.due(),
    threatens: [make.any('tasks'), make.any('requirements')],
  }),
  issues: (make) => ({
    type: make.pick(['issue', 'defect', 'incident', 'request']),
    severity: make.pick(['critical', 'major', 'minor']),
    status: make.pick(['recorded', 'analysed', 'fixed']),
    owner: make.any('people'),
    environment: make.any('environments'),
    reported_by: make.any('people'),
    reported_at: `${make.day()}T0${make.below(10)}:30:00+08:00`,
    root_cause: make.prose(),
    affects: [make.any('requirements'), make.any('modules')],
    timeline: sometimes(make, 0.1, () => [
      { at: make.day(), text: make.sentence() },
      { at: make.day(), text: make.sentence() },
    ]),
  }),
  actions: (make) => ({
    owner: make.any('people'),
    due: make.due(),
    done_on: sometimes(make, 0.5, make.day),
    from: make.any('risks'),
  }),
  'change-requests': (make) => ({
    type: 'normal',
    requested_by: make.any('people'),
    requested_on: make.day(),
    reason: make.prose(),
    impact: { scope: make.sentence(), risk: make.trouble() },
    cost: make.amount(),
    status: make.pick(['assessed', 'approved', 'implemented']),
    approvals: approvals(make),
    covers: [make.any('configuration'), 'configuration/fi.*'],
  }),
  decisions: (make) => ({
    date: make.day(),
    status: 'accepted',
    context: make.prose(),
    options: [make.title(), make.title()],
    decision: make.sentence(),
    decided_by: make.some('people', 3),
    links: sometimes(make, 0.5, () => [make.any('requirements')]),
  }),
};
