// Conflicts of duties as text and Markdown; as JSON they are what the view is.
import { type Language, type Message, type MessageId, say, tell } from '../messages/message';
import type { ConflictsView, ConflictView, RemedyView } from '../views/access-conflicts';
import { aboutOf, wayText } from './access';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

type Group = 'open' | 'upcoming' | 'answered' | 'past';

const groupOf = ({ when, open }: ConflictView): Group =>
  when === 'past' ? 'past' : !open ? 'answered' : when === 'upcoming' ? 'upcoming' : 'open';

/** `SOD-01 制付款单与审批付款分离: 陈玉兰 (chen.yulan)`, and when and where. */
function headOf(one: ConflictView, language: Language): { readonly title: string; readonly about: string } {
  const told = (message: Message): string => tell(message, language);
  const { rule, subject, environment, org, from, to } = one;
  const about = [
    subject.kind === 'role' ? told(say('access.role-itself')) : (environment ?? ''),
    subject.kind === 'role' ? '' : (org?.name ?? told(say('access.everywhere'))),
    from && to ? told(say('access.from-until', { from, to })) : '',
    from && !to ? told(say('access.from', { from })) : '',
    to && !from ? told(say('access.until', { to })) : '',
    one.certain ? '' : told(say('access.uncertain')),
    one.waiver ? told(say('access.waived', { by: one.waiver.approvedBy ?? '', to: one.waiver.expires ?? '' })) : '',
    one.enforcement === 'enforced' ? told(say('access.enforced')) : '',
    one.enforcement && one.enforcement !== 'enforced'
      ? told(
          say('access.unproven', { why: say(`access.why-${one.enforcement}` as MessageId & `access.why-${string}`) }),
        )
      : '',
    one.voidWaivers.length
      ? told(
          say('access.void', {
            why: one.voidWaivers.map((why) => say(`access.fault-${why}` as MessageId & `access.fault-${string}`)),
          }),
        )
      : '',
  ];
  const name = subject.name === subject.id ? subject.id : `${subject.name} (${subject.id})`;
  return { title: told(aboutOf(`${rule.id} ${rule.name}`, name)), about: about.filter(Boolean).join(' · ') };
}

function remedyText({ roles, grants, people, permissions }: RemedyView, language: Language): string {
  const cuts = [
    ...roles.map(({ assignment: { path, line, id }, role }) =>
      say('access.take-role', { person: id, role, path, line }),
    ),
    ...grants.map(({ grant: { path, line }, role, permission }) =>
      say('access.take-grant', { role, permission, path, line }),
    ),
  ];
  return `${tell(say('access.list', { all: cuts }), language)} – ${tell(say('access.cost', { people, permissions }), language)}`;
}

function* sections(view: ConflictsView): Generator<{ readonly title: Message; readonly all: readonly ConflictView[] }> {
  for (const group of ['open', 'upcoming', 'answered', 'past'] as const) {
    const all = view.conflicts.filter((one) => groupOf(one) === group);
    if (all.length) yield { title: say(`access.${group}`, { count: all.length }), all };
  }
}

export function conflictsText(view: ConflictsView, language: Language, ink: Ink): string {
  if (!view.conflicts.length) return `${tell(say('access.no-conflicts'), language)}\n`;
  const blocks = [...sections(view)].map(({ title, all }) => {
    const lines = all.flatMap((one) => {
      const { title: head, about } = headOf(one, language);
      return [
        `  ${harmless(head)}  ${ink.dim(harmless(about))}`,
        ...one.because.map((way) => `    ${harmless(tell(aboutOf(way.function, wayText(way, language)), language))}`),
        ...(one.remedies.length ? [`    ${ink.dim(tell(say('access.remedies'), language))}`] : []),
        ...one.remedies.map((remedy) => `      ${harmless(remedyText(remedy, language))}`),
      ];
    });
    return [ink.bold(tell(title, language)), ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

export function conflictsMarkdown(view: ConflictsView, language: Language): string {
  if (!view.conflicts.length) return `${escaped(tell(say('access.no-conflicts'), language))}\n`;
  const blocks = [...sections(view)].map(({ title, all }) => {
    const lines = all.flatMap((one) => {
      const { title: head, about } = headOf(one, language);
      return [
        `- **${escaped(head)}** ${escaped(about)}`,
        ...one.because.map((way) => `  - ${escaped(tell(aboutOf(way.function, wayText(way, language)), language))}`),
        ...one.remedies.map(
          (remedy) => `  - ${escaped(tell(say('access.remedies'), language))} ${escaped(remedyText(remedy, language))}`,
        ),
      ];
    });
    return [`### ${escaped(tell(title, language))}`, '', ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
