// LF50: one fixture with what each rule finds and what it leaves alone.
import { check } from '../support';

describe('rules about configuration (LF50)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- environments.yaml
kind: environments
items:
  - { id: uat, title: UAT, purpose: uat }
#- parameters.yaml
kind: configuration
items:
  - { id: bank.key, title: Declared, type: secret, sensitive: true, value: hunter2 }
  #                                                                        ^^^^^^^ LF501 A secret in clear: it is declared as one.
  - { id: bank.vault, title: In a vault, type: secret, sensitive: true, value: "vault:erp/bank" }
  - { id: smtp.password, title: By its name, type: string, value: Sommer2026, environments: { uat: { value: "env:SMTP", reason: Test } } }
  #                                                               ^^^^^^^^^^ LF501 A secret in clear, to judge by the name of the parameter.
  - { id: smtp.password-length, title: No secret, type: number, value: 12 }
  - { id: api.header, title: By its look, type: string, value: Zk83hQpLw0TnVb5YxGm2RcUd }
  #                                                            ^^^^^^^^^^^^^^^^^^^^^^^^ LF501 A secret in clear, to judge by its look.
  - { id: doc.path, title: A path, type: string, value: /usr/Share/Templates01/invoice }
  - { id: fi.tolerance, title: Set, type: number, default: 100, value: 500, environments: { uat: { value: 900 } } }
  #                                                                    ^^^ LF502 Set to 500 instead of 100, and nobody says why.
  #                                                                    ^^^ LF503 Set to 500 instead of 100, and no requirement asks for it.
  #                                                                                         ^^^ LF504 This should be filled in: Reason.
  - { id: fi.usual, title: Usual, type: number, default: 100, value: 100 }
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Own page, priority: must, status: confirmed, acceptance: [x], fit: customization, justification: Law }
  #                                                                                      ^^^^^^^^^^^^^ LF505 A customization that no approved change request covers.
  - { id: Q-2, title: Let, priority: must, status: confirmed, acceptance: [x], fit: customization, justification: Law }
  - { id: Q-3, title: Not yet, priority: must, status: draft, fit: customization, justification: Law }
#- changes.yaml
kind: change-requests
items:
  - { id: CR-1, title: Let it, requested_by: x, requested_on: 2026-10-01, reason: X, status: approved, approvals: [{ person: y, verdict: approved }], covers: [Q-2] }
`,
      { only: /LF5/ },
    ));
});
