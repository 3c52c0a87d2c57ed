// What a change means for access as lines: conflicts first, then who gains, loses and has otherwise.
import { type Language, say, tell } from '../messages/message';
import type { AccessChangesView, ConflictChangeView, PermissionChangeView } from '../views/access-changes';
import { extentText, nameText, orgsText } from './access';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

/** One change: as a sentence, and in short where there is little room. */
export interface AccessChangeRow {
  readonly how: 'brought' | 'ended' | PermissionChangeView['how'];
  readonly text: string;
  /** Who and what. */
  readonly label: string;
  /** How far and where. */
  readonly detail: string;
}

/** One row for each change, the gravest first. */
export function accessChangeRows(
  { permissions, brought, ended }: AccessChangesView,
  language: Language,
): readonly AccessChangeRow[] {
  const conflict =
    (how: 'brought' | 'ended') =>
    ({ environment, org, from, rule, subject }: ConflictChangeView): AccessChangeRow => {
      const where = [
        ...(environment === null ? [say('access.role-itself')] : [environment, org?.name ?? say('access.everywhere')]),
        ...(from === null ? [] : [say('access.from', { from })]),
      ];
      return {
        how,
        text: tell(say(`access.${how}`, { who: nameText(subject), rule: rule.id, title: rule.name, where }), language),
        label: `${subject.name} · ${rule.id}`,
        detail: tell(say('access.list', { all: [rule.name, ...where] }), language),
      };
    };
  const permission = (one: PermissionChangeView): AccessChangeRow => {
    const { how, environment, permission: name } = one;
    const [scope, org] = [extentText(one, language), orgsText(one.orgs, language)];
    return {
      how,
      text: tell(
        say(`access.${how}`, { person: nameText(one.person), permission: name, scope, environment, org }),
        language,
      ),
      label: `${one.person.name} · ${name}`,
      detail: tell(say('access.list', { all: [scope, environment, org] }), language),
    };
  };
  const order = ['gained', 'changed', 'lost'];
  const sorted = [...permissions].sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
  return [...brought.map(conflict('brought')), ...ended.map(conflict('ended')), ...sorted.map(permission)];
}

export const accessChangeLines = (view: AccessChangesView, language: Language): readonly string[] =>
  accessChangeRows(view, language).map(({ text }) => text);

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
