// What the rules about access say (LF4).
import type { Sentences } from './sentences';

export const accessRuleMessages = {
  'duty.conflict': [
    '{person} breaks {rule} "{title}": {functions} together, in {environment}, {org}.',
    '{person} 违反 {rule}“{title}”：同时拥有 {functions}（{environment}，{org}）。',
  ],
  'duty.perhaps': [
    '{person} may break {rule} "{title}", as conditions decide: {functions} together, in {environment}, {org}.',
    '{person} 视条件可能违反 {rule}“{title}”：同时拥有 {functions}（{environment}，{org}）。',
  ],
  'duty.upcoming': [
    '{person} will break {rule} "{title}" from {from}: {functions} together, in {environment}, {org}.',
    '{person} 自 {from} 起将违反 {rule}“{title}”：同时拥有 {functions}（{environment}，{org}）。',
  ],
  'duty.role': [
    'The role {role} breaks {rule} "{title}" by itself: {functions}. People who hold all of it by this role: {count}.',
    '角色 {role} 自身违反 {rule}“{title}”：{functions}。有 {count} 人因该角色而同时拥有。',
  ],
  'duty.role-perhaps': [
    'The role {role} may break {rule} "{title}" by itself, as conditions decide: {functions}. People who hold all of it by this role: {count}.',
    '角色 {role} 自身视条件可能违反 {rule}“{title}”：{functions}。有 {count} 人因该角色而同时拥有。',
  ],
  'duty.by': ['{function} comes by the role {role}', '{function} 来自角色 {role}'],
  'duty.void': ['The waiver of {rule} for {who} is void: {why}.', '{rule} 对 {who} 的豁免无效：{why}。'],
  'duty.idle-waiver': [
    '{who} has no conflict with {rule}, so there is nothing to waive.',
    '{who} 与 {rule} 没有冲突，无需豁免。',
  ],
  'duty.unproven': [
    '{rule} is to be kept by the system, which nothing proves: {why}. People who hold its functions together: {count}.',
    '{rule} 应由系统控制，但尚未证明：{why}。有 {count} 人同时拥有相关职能。',
  ],
  'duty.twice': ['{rule} names a function twice; it counts once.', '{rule} 重复写了同一职能，只算一次。'],
  'duty.never': [
    '{rule} can never be broken: it has {count} different functions and allows {limit}.',
    '{rule} 永远不会被违反：只有 {count} 个不同职能，却允许 {limit} 个。',
  ],
  'duty.overlap': [
    '{rule} is in conflict with itself: one permission is both "{a}" and "{b}".',
    '{rule} 自相矛盾：同一权限既属于“{a}”又属于“{b}”。',
  ],
  'grant.unknown-action': [
    '{object} has no action "{given}"; it has {allowed}.',
    '{object} 没有操作“{given}”，可用：{allowed}。',
  ],
  'grant.unknown-scope': [
    '{object} has no scope "{given}"; it has {allowed}.',
    '{object} 没有范围“{given}”，可用：{allowed}。',
  ],
  'grant.matches-nothing': ['`{pattern}` matches no permission object.', '`{pattern}` 没有匹配到任何权限对象。'],
  'grant.sensitive': [
    '"*" on {object} gives {actions}, which are sensitive and must be granted by name.',
    '{object} 上的 "*" 包含敏感操作 {actions}，敏感操作必须逐一写明。',
  ],
  'grant.everything': [
    '`{pattern}` grants on all {count} permission objects, and on every one that is added later.',
    '`{pattern}` 授予全部 {count} 个权限对象，以后新增的也在内。',
  ],
  'grant.redundant': [
    'This grant on {object} adds nothing: {role} has it all without it.',
    '{object} 的这项授权是多余的：没有它，{role} 也已全部拥有。',
  ],
  'grant.denied': [
    'This grant on {object} gives nothing to anybody: {by} denies all of it.',
    '{object} 的这项授权对任何人都不起作用：{by} 把它全部禁止了。',
  ],
  'grant.denied-by': ['denied by {role}', '被 {role} 禁止'],
  'role.same': ['The role {role} may do exactly what {other} may.', '角色 {role} 与 {other} 的权限完全相同。'],
  'role.nearly': [
    'The role {role} differs from {other} only by {permission}. It could inherit it.',
    '角色 {role} 与 {other} 只差 {permission}，可改为继承。',
  ],
  'role.nobody': ['Nobody holds the role {role}.', '没有人拥有角色 {role}。'],
  'role.too-many': [
    '{role} is held by more people than may in {environment} from {from}: {count}, not {limit}.',
    '自 {from} 起，{environment} 环境有 {count} 人拥有 {role}，上限为 {limit} 人。',
  ],
  'assignment.prerequisite': [
    '{name} must hold {missing} before {role}.',
    '{name} 须先拥有 {missing}，才能拥有 {role}。',
  ],
  'assignment.unapproved': ['Nobody approved this assignment of {name}.', '{name} 的这条授权没有批准人。'],
  'assignment.self-approved': ['{name} approved their own assignment.', '{name} 批准了自己的授权。'],
  'assignment.reversed': [
    'The assignment of {name} ends on {to}, before it begins on {from}; whether it is in force is not known.',
    '{name} 的授权在开始日 {from} 之前的 {to} 就已结束，无法判断是否生效。',
  ],
  'assignment.over': [
    'The assignment of {name} to {roles} is over since {to}. Remove it, or renew it.',
    '{name} 的授权（{roles}）已于 {to} 到期，请删除或续期。',
  ],
  'assignment.left': ['{name} left on {day} and still holds roles.', '{name} 已于 {day} 离开，却仍有授权。'],
  'assignment.leaves': [
    '{name} leaves on {day}; this assignment goes on after that.',
    '{name} 将于 {day} 离开，而该授权在此之后仍有效。',
  ],
  'assignment.early': [
    '{name} is only active from {day}; this assignment begins before that.',
    '{name} 自 {day} 起才在岗，而该授权更早生效。',
  ],
  'assignment.untrained': [
    '{name} holds {role} in production and has not passed {courses}.',
    '{name} 在生产环境拥有 {role}，但尚未通过 {courses}。',
  ],
  'assignment.nowhere': [
    '{name} belongs to no organisation and the assignment names none, so how far its scopes reach is not known.',
    '{name} 没有所属组织，授权也未写明组织，无法判断数据范围。',
  ],
  'assignment.elsewhere': [
    '{name} works in {org}, and this assignment is for {orgs}. Did {name} move?',
    '{name} 在{org}工作，而该授权针对{orgs}，是否已调岗？',
  ],
  'access-test.cannot': ['{who} cannot: {permission}.', '{who} 没有权限：{permission}。'],
  'access-test.can': ['{who} can, and must not: {permission}.', '{who} 不应有却有权限：{permission}。'],
  'access-test.may': [
    '{who} can under a condition, and must not: {permission}.',
    '{who} 不应有，但在一定条件下有权限：{permission}。',
  ],
} as const satisfies Sentences;
