// The quick fixes of rules about practice: fields that are missing, entries that are missing.
import assert from 'node:assert/strict';
import { fixed } from './access-fixtures';

describe('quick fixes of these rules', () => {
  it('add the fields that are missing', () => {
    const issue = `
#- issues.yaml
kind: issues
items:
  - id: I-1
    title: Shut
    type: incident
    severity: critical
    status: closed
    reported_at: 2026-11-01
    resolved_at: 2026-11-02
`;
    assert.match(fixed('LF307', 'issues.yaml', issue)[0] ?? '', /root_cause:.*\n {4}lesson:/);
  });

  it('create what is missing', () => {
    const requirement = `
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Own page, priority: must, status: confirmed, acceptance: [x], fit: customization, justification: Law }
#- changes.yaml
kind: change-requests
items: []
`;
    const [mended = ''] = fixed('LF505', 'changes.yaml', requirement);
    assert.match(mended, /title: Own page/);
    assert.match(mended, /covers: \[?\s*-?\s*Q-1/);
  });
});
