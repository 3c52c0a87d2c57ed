// Answers about access as text and Markdown; as JSON they are what the views are.
import { type Argument, type Language, type Message, say, tell } from '../messages/message';
import type {
  AccessView,
  ExtentView,
  HolderView,
  Named,
  PermissionView,
  QuestionView,
  WayView,
  WhoCanView,
} from '../views/access';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { tableText } from './table';
import { harmless } from './width';

/** `department, perhaps company`. */
export function extentText(extent: ExtentView, language: Language): string {
  const name = (scope: string): Argument => (scope === '*' ? say('access.all') : scope);
  const { scope, perhaps, except } = extent;
  let told: Message | string = '';
  if (scope && perhaps) told = say('access.to-perhaps', { scope: name(scope), more: name(perhaps) });
  else if (perhaps) told = say('access.perhaps', { scope: name(perhaps) });
  else if (scope) told = scope === '*' ? say('access.all') : scope;
  if (except && told) told = say('access.except', { scope: told, except: name(except) });
  return typeof told === 'string' ? told : tell(told, language);
}

/** One thing and what is said of it. */
export const aboutOf = (what: string, about: string): Message => say('access.about', { what, about });

export const orgsText = (orgs: readonly Named[] | null, language: Language): string =>
  orgs ? orgs.map(({ name }) => name).join(language === 'en' ? ', ' : '、') : tell(say('access.everywhere'), language);

export const nameText = ({ id, name }: Named): string => (name === id ? id : `${name} (${id})`);

/** `assignments.yaml:12 → gl-lead → fin-viewer → journal:[view]@company (roles.yaml:8)`. */
export function wayText({ assignment, roles, grant }: WayView, language: Language): string {
  const start = assignment
    ? assignment.line
      ? `${assignment.path}:${assignment.line}`
      : tell(say('access.supposed'), language)
    : undefined;
  const actions = grant && (grant.actions === '*' ? '*' : `[${grant.actions.join(', ')}]`);
  const end =
    grant && `${grant.object}:${actions}${grant.scope ? `@${grant.scope}` : ''} (${grant.path}:${grant.line})`;
  const steps = [start, ...roles.map(({ id }) => id), end].filter((one) => one !== undefined && one !== null);
  const when = grant?.when ? `  ${tell(say('access.when', { when: grant.when }), language)}` : '';
  return `${steps.join(' → ')}${when}`;
}

const askedOf = (permission: string, { environment, org, on }: QuestionView): Message =>
  org === null
    ? say('access.asked', { permission, environment, on: on ?? '' })
    : say('access.asked-org', { permission, environment, org, on: on ?? '' });

const answerOf = ({ answer }: { readonly answer: HolderView['answer'] }): Message => say(`access.answer-${answer}`);

function holderRows({ holders }: WhoCanView, language: Language): readonly (readonly string[])[] {
  return holders.map((one) => [
    nameText(one.person),
    tell(answerOf(one), language),
    extentText(one, language),
    orgsText(one.orgs, language),
    one.ways[0] ? wayText(one.ways[0], language) : '',
  ]);
}

const holderHead = (language: Language): readonly string[] =>
  [say('access.person'), say('access.answer'), say('access.scope'), say('access.orgs'), say('access.by')].map((one) =>
    tell(one, language),
  );

export function whoCanText(view: WhoCanView, language: Language, ink: Ink): string {
  const asked = askedOf(view.permission, view.question);
  if (!view.holders.length) return `${harmless(tell(say('access.nobody', { asked }), language))}\n`;
  return `${harmless(tell(asked, language))}\n\n${tableText(holderHead(language), holderRows(view, language), ink, undefined)}`;
}

export const whoCanMarkdown = (view: WhoCanView, language: Language): string =>
  `**${escaped(tell(askedOf(view.permission, view.question), language))}**\n\n${markdownTable(holderHead(language), holderRows(view, language))}`;

const permissionHead = (language: Language): readonly string[] =>
  [
    say('access.object'),
    say('access.action'),
    say('access.answer'),
    say('access.scope'),
    say('access.orgs'),
    say('access.by'),
  ].map((one) => tell(one, language));

const permissionRow = (one: PermissionView, language: Language): readonly string[] => [
  nameText(one.object),
  one.action,
  tell(answerOf(one), language),
  extentText(one, language),
  orgsText(one.orgs, language),
  [...new Set(one.ways.map(({ roles }) => roles.at(-1)?.id ?? ''))].join(', '),
];

export function accessText(view: AccessView, language: Language, ink: Ink): string {
  const { subject, question, permissions } = view;
  if (!permissions.length) {
    const { environment, on } = question;
    const told = say('access.nothing', { name: nameText(subject), environment, on: on ?? '' });
    return `${harmless(tell(told, language))}\n`;
  }
  const head = tell(
    subject.kind === 'person'
      ? askedOf(nameText(subject), question)
      : say('access.subject', { name: nameText(subject) }),
    language,
  );
  const rows = permissions.map((one) => permissionRow(one, language));
  return `${ink.bold(harmless(head))}\n\n${tableText(permissionHead(language), rows, ink, undefined)}`;
}

export const accessMarkdown = (view: AccessView, language: Language): string =>
  `**${escaped(nameText(view.subject))}**\n\n${markdownTable(
    permissionHead(language),
    view.permissions.map((one) => permissionRow(one, language)),
  )}`;

/** The derivation of each answer, a way a line. */
export function whyText({ subject, permissions, question }: AccessView, language: Language, ink: Ink): string {
  const told = (what: string | Message, about: string): string =>
    tell(aboutOf(harmless(typeof what === 'string' ? what : tell(what, language)), about), language);
  const lines = permissions.flatMap((one) => {
    const asked =
      subject.kind === 'person'
        ? askedOf(`${one.object.id}:${one.action}`, question)
        : `${one.object.id}:${one.action}`;
    // After "perhaps" its scope needs no other.
    const known = one.scope === null ? { ...one, scope: one.perhaps, perhaps: null } : one;
    const extent = one.answer === 'no' ? '' : ` ${extentText(known, language)}`;
    const head = told(nameText(subject), told(asked, `${ink.bold(tell(answerOf(one), language))}${extent}`));
    const list = (title: Message, ways: readonly WayView[]): readonly string[] =>
      ways.length
        ? [`  ${tell(title, language)}`, ...ways.map((way) => `    ${harmless(wayText(way, language))}`)]
        : [];
    const none = one.ways.length || one.denials.length ? [] : [`  ${tell(say('access.never-granted'), language)}`];
    return [head, ...list(say('access.granted-by'), one.ways), ...list(say('access.denied-by'), one.denials), ...none];
  });
  return `${lines.join('\n')}\n`;
}

export function whyMarkdown({ subject, permissions }: AccessView, language: Language): string {
  const lines = permissions.flatMap((one) => [
    `**${escaped(nameText(subject))}** \`${one.object.id}:${one.action}\` ${escaped(tell(answerOf(one), language))} ${escaped(extentText(one, language))}`,
    '',
    ...one.ways.map(
      (way) => `- ${escaped(tell(say('access.granted-by'), language))} ${escaped(wayText(way, language))}`,
    ),
    ...one.denials.map(
      (way) => `- ${escaped(tell(say('access.denied-by'), language))} ${escaped(wayText(way, language))}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return `${[line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`;
}
