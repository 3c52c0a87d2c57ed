// Filters of metrics: what belongs to a wave, a module or an org unit.
import assert from 'node:assert/strict';
import { shown } from './shown';

describe('what belongs to a wave or a module', () => {
  const files = {
    'w.yaml':
      'kind: waves\nitems:\n  - { id: W1, title: A, modules: [fi], orgs: [hq], go_live: 2026-12-01 }\n  - { id: W2, title: B, modules: [mm], go_live: 2027-01-01 }\n',
    'm.yaml':
      'kind: modules\nitems:\n  - { id: fi, title: F, in_scope: true, wave: W1 }\n  - { id: mm, title: M, in_scope: true, wave: W2 }\n',
    'p.yaml': 'kind: processes\nitems:\n  - { id: P, title: P, level: 1, org: hq, modules: [fi, mm] }\n',
    'o.yaml': 'kind: org-units\nitems:\n  - { id: hq, title: H }\n',
    'r.yaml': [
      'kind: requirements\nitems:',
      '  - { id: R-1, title: A, module: fi, process: P, priority: must, status: confirmed }',
      '  - { id: R-2, title: B, process: P, priority: must, status: draft }',
      '  - { id: R-3, title: C, module: mm, process: P, priority: must, status: draft }\n',
    ].join('\n'),
    'i.yaml': [
      'kind: issues\nitems:',
      '  - { id: I-1, title: A, type: issue, severity: critical, wave: W1, affects: [R-3], reported_at: 2026-11-01 }',
      '  - { id: I-2, title: B, type: issue, severity: critical, affects: [R-3], reported_at: 2026-11-01 }\n',
    ].join('\n'),
  };

  it('is what an entry names itself before what its process touches', () => {
    // R-1 is of W1 alone; R-2 names no module, so that its process stands for it.
    assert.equal(shown('scope.confirmed{wave=W1}', files), '50.0 %');
    assert.equal(shown('scope.confirmed{wave=W2}', files), '0.0 %');
    assert.equal(shown('scope.confirmed{module=fi}', files), '50.0 %');
    assert.equal(shown('scope.confirmed{org=hq}', files), '33.3 %');
  });

  it("is the wave that an entry names, whatever else it affects; its modules are not the wave's", () => {
    assert.equal(shown('issues.open-critical{wave=W1}', files), '1');
    assert.equal(shown('issues.open-critical{wave=W2}', files), '1');
    assert.equal(shown('issues.open-critical{module=mm}', files), '2');
    assert.equal(shown('issues.open-critical{module=fi}', files), '0');
    assert.equal(shown('issues.open-critical{org=hq}', files), '2');
  });

  it('is one wave where sites go live one after the other with the same modules, and a site is a part of what it is in', () => {
    const sites = {
      'w.yaml':
        'kind: waves\nitems:\n  - { id: W1, title: A, modules: [fi], orgs: [east], go_live: 2026-12-01 }\n  - { id: W2, title: B, modules: [fi], orgs: [west], go_live: 2027-01-01 }\n',
      'm.yaml': 'kind: modules\nitems:\n  - { id: fi, title: F, in_scope: true, wave: W1 }\n',
      'o.yaml':
        'kind: org-units\nitems:\n  - { id: hq, title: H }\n  - { id: east, title: E, parent: hq }\n  - { id: west, title: W, parent: hq }\n',
      'i.yaml':
        'kind: issues\nitems:\n  - { id: I-1, title: A, type: issue, severity: critical, wave: W2, reported_at: 2026-11-01 }\n',
    };
    assert.equal(shown('issues.open-critical{wave=W1}', sites), '0');
    assert.equal(shown('issues.open-critical{wave=W2}', sites), '1');
    assert.equal(shown('issues.open-critical{org=west}', sites), '1');
    assert.equal(shown('issues.open-critical{org=east}', sites), '0');
    assert.equal(shown('issues.open-critical{org=hq}', sites), '1');
  });
});
