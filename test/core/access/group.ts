// A group with one company and two people, for tests of access in words that users write.
export const GROUP = `
#- org-units.yaml
kind: org-units
items:
  - { id: group, title: 集团 }
  - { id: south, title: 华南, parent: group }
#- people.yaml
kind: people
items:
  - { id: li.wei, title: 李伟 }
  - { id: wang.fang, title: 王芳 }`;
