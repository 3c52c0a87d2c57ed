// LF1: references.
import { check } from '../support';

const PEOPLE = `
#- people.yaml
kind: people
items:
  - id: li.wei
    title: 李伟
  - id: wang.fang
    title: 王芳
`;

describe('references', () => {
  it('marks the reference to an unknown id and names the nearest', () =>
    check(`${PEOPLE}
#- risks.yaml
kind: risks
items:
  - id: R-1
    title: Dirty data
    probability: 3
    impact: 3
    status: open
    owner: li.we
    #      ^^^^^ LF101 No Person has the id "li.we". Did you mean li.wei?
  - id: R-2
    title: Late
    probability: 3
    impact: 3
    status: open
    owner: nobody
    #      ^^^^^^ LF101 No Person has the id "nobody".
`));

  it('says when an id is of another kind, and takes a title for the id', () =>
    check(`${PEOPLE}
#- risks.yaml
kind: risks
items:
  - id: R-1
    title: Dirty data
    probability: 3
    impact: 3
    status: open
    owner: R-1
    #      ^^^ LF102 "R-1" is a Risk; \`owner\` takes a Person.
  - id: R-2
    title: Late
    probability: 3
    impact: 3
    status: open
    owner: 王芳
    #      ^^ LF101 No Person has the id "王芳". Did you mean wang.fang?
`));

  it('finds a circle once and shows the way round', () =>
    check(`
#- tasks.yaml
kind: tasks
items:
  - id: T-1
    title: One
    after: [T-3]
    #       ^^^ LF105 These refer to each other in a circle: T-1 → T-3 → T-2 → T-1.
  - id: T-2
    title: Two
    after: [{ task: T-1 }]
  - id: T-3
    title: Three
    after: [T-2]
`));

  it('follows former ids and links in prose, and says which lead nowhere', () =>
    check(`
kind: risks
items:
  - id: R-1
    title: Dirty data
    formerly: [R-OLD]
    description: See [[R-2]] and [[R-9]].
    #                              ^^^ LF107 [[R-9]] leads nowhere. Did you mean R-1?
    probability: 3
    impact: 3
    status: open
  - id: R-2
    title: Late
    links: [R-OLD, risks/R-1, risks/R-7]
    #                         ^^^^^^^^^ LF101 No entry has the id "risks/R-7". Did you mean risks/R-1?
    probability: 3
    impact: 3
    status: open
`));

  it('follows a former id that something of another kind has now', () =>
    check(`
kind: risks
items:
  - id: R-1
    title: Dirty data
    owner: li.wei
    probability: 3
    impact: 3
    status: open
#- people.yaml
kind: people
items:
  - id: wang.fang
    title: Wang
    formerly: [li.wei]
#- modules.yaml
kind: modules
items:
  - id: li.wei
    title: Other
    in_scope: true
`));
});

describe('ids and suppressions', () => {
  it('reports both places of a duplicate id', () =>
    check(`
kind: risks
items:
  - id: R-1
    #   ^^^ LF007 The id "R-1" is used by 2 Risk entries. Ids must be unique: give this one another.
    title: One
    probability: 3
    impact: 3
    status: open
#- more.yaml
kind: risks
items:
  - id: R-1
    #   ^^^ LF007 The id "R-1" is used by 2 Risk entries. Ids must be unique: give this one another.
    title: Two
    probability: 3
    impact: 3
    status: open
`));

  it('silences with a reason, and only then', () =>
    check(`
kind: risks
items:
  # landfall-disable LF101: he joins in May
  - id: R-1
    title: One
    probability: 3
    impact: 3
    status: open
    owner: nobody
  - id: R-2 # landfall-disable LF101
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ LF030 Say why: \`# landfall-disable LF101: reason\`. Without a reason nothing is silenced.
    title: Two
    probability: 3
    impact: 3
    status: open
    owner: nobody
    #      ^^^^^^ LF101 No Person has the id "nobody".
  - id: R-3 # landfall-disable LF101: no need
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF031 Nothing here breaks LF101; remove this line.
    title: Three
    probability: 3
    impact: 3
    status: open
`));
});
