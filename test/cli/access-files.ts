// What the tests of `landfall access` ask about: two people, two roles of which one inherits the other, a rule.
export const accessFiles = {
  'landfall.yaml': 'landfall: 1\nname: Test\nstatus_date: 2026-06-01\n',
  'people.yaml':
    'kind: people\nitems:\n  - { id: li.wei, title: 李伟, org: fin }\n  - { id: ann, title: Ann, org: fin }\n',
  'orgs.yaml': 'kind: org-units\nitems:\n  - { id: fin, title: 财务部 }\n',
  'objects.yaml':
    'kind: permission-objects\nitems:\n  - { id: payment, title: 付款单, actions: [propose, approve], scopes: [own, company] }\n',
  'roles.yaml': `kind: roles
items:
  - id: clerk
    title: 应付会计
    grants: [{ object: payment, actions: [propose], scope: own }]
  - id: lead
    title: 应付主管
    inherits: [clerk]
    grants:
      - { object: payment, actions: [approve], when: below 500 }
`,
  'assignments.yaml': `kind: assignments
items:
  - { person: li.wei, roles: [lead], orgs: [fin], from: 2026-01-01 }
  - { person: ann, roles: [clerk] }
`,
  'rules.yaml': `kind: sod-rules
items:
  - { id: SOD-01, title: Propose and approve, conflict: ['payment:propose', 'payment:approve'], risk: high }
`,
};
