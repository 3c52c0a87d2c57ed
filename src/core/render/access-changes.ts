// What a change means for access as lines: conflicts first, then who gains, loses and has otherwise.
import { type Language, say, tell } from '../messages/message';
import type { AccessChangesView, ConflictChangeView, PermissionChangeView } from '../views/access-changes';
import { extentText, nameText, orgsText } from './access';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

/** One line for each change, the gravest first. */
export function accessChangeLines(
  { permissions, brought, ended }: AccessChangesView,
  language: Language,
): readonly string[] {
  const conflict = (id: 'access.brought' | 'access.ended') => (one: ConflictChangeView) => {
    const { environment, org, from, rule, subject } = one;
    const where = [
      ...(environment === null ? [say('access.role-itself')] : [environment, org?.name ?? say('access.everywhere')]),
      ...(from === null ? [] : [say('access.from', { from })]),
    ];
    return tell(say(id, { who: nameText(subject), rule: rule.id, title: rule.name, where }), language);
  };
  const permission = (one: PermissionChangeView): string =>
    tell(
      say(`access.${one.how}`, {
        person: nameText(one.person),
        permission: one.permission,
        scope: extentText(one, language),
        environment: one.environment,
        org: orgsText(one.orgs, language),
      }),
      language,
    );
  const order = ['gained', 'changed', 'lost'];
  const sorted = [...permissions].sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
  return [
    ...brought.map(conflict('access.brought')),
    ...ended.map(conflict('access.ended')),
    ...sorted.map(permission),
  ];
}

export function accessChangesText(view: AccessChangesView, language: Language, ink: Ink): string {
  const lines = accessChangeLines(view, language);
  if (!lines.length) return `${tell(say('access.unchanged'), language)}\n`;
  const brought = view.brought.length;
  return `${lines.map((one, at) => (at < brought ? ink.error(harmless(one)) : harmless(one))).join('\n')}\n`;
}

export function accessChangesMarkdown(view: AccessChangesView, language: Language): string {
  const lines = accessChangeLines(view, language);
  if (!lines.length) return `${escaped(tell(say('access.unchanged'), language))}\n`;
  return `${lines.map((one) => `- ${escaped(one)}`).join('\n')}\n`;
}
