// LF1, references: where they lead, and where they should not.
import { type Argument, type Bilingual, say } from '../messages/message';
import type { Fix } from '../model/finding';
import type { Path } from '../model/id';
import type { Entity } from '../project/file-index';
import { backrefsOf, keyOf, type Project } from '../project/project';
import { follow, kindsWanted, nearestId, type Resolution, resolve } from '../project/resolve';
import { droppedAs, isDone } from '../project/state';
import { member } from '../schema/json';
import type { Site } from '../schema/sites';
import { type Reference, refers } from '../schema/shape';
import type { EntityRule, Said } from './rule';

const goesAstray: NonNullable<EntityRule['concerns']> = (entity, { project }) =>
  leads(project, entity).astray.length > 0;

const unknownId: EntityRule = {
  scope: 'entity',
  code: 'LF101',
  concerns: goesAstray,
  *check(entity, { project }) {
    for (const { site, to } of leads(project, entity).astray) {
      if (site.ref.prose || to.kind !== 'missing') continue;
      const near = nearestId(project, site);
      const about = { kind: kindNames(project, site), id: site.text };
      if (near === undefined) yield at(site, say('ref.missing', about));
      else yield at(site, say('ref.missing-near', { ...about, near }), { kind: 'replace', with: near });
    }
  },
};

const wrongKind: EntityRule = {
  scope: 'entity',
  code: 'LF102',
  concerns: goesAstray,
  *check(entity, { project }) {
    for (const { site, to } of leads(project, entity).astray) {
      if (to.kind !== 'wrong-kind') continue;
      const field = site.pointer.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '';
      yield at(
        site,
        say('ref.wrong-kind', { id: site.text, given: to.entity.kind.one, field, wanted: kindNames(project, site) }),
      );
    }
  },
};

const ambiguous: EntityRule = {
  scope: 'entity',
  code: 'LF103',
  concerns: goesAstray,
  *check(entity, { project }) {
    for (const { site, to } of leads(project, entity).astray) {
      if (to.kind === 'ambiguous')
        yield at(site, say('ref.ambiguous', { id: site.text, choices: to.entities.map(keyOf) }));
    }
  },
};

const dropped: EntityRule = {
  scope: 'entity',
  code: 'LF104',
  concerns: (entity, { project }) => leads(project, entity).dropped.length > 0,
  *check(entity, { project }) {
    // What is itself finished or dropped looks back.
    if (isDone(entity) || droppedAs(entity) !== undefined) return;
    for (const { site, target, status } of leads(project, entity).dropped) {
      yield at(site, say('ref.dropped', { kind: target.kind.one, id: target.id, title: target.title, status }));
    }
  },
};

const orphan: EntityRule = {
  scope: 'entity',
  code: 'LF106',
  of: ({ entity, home }) => entity.from === 'document' && home !== 'manifest',
  *check(entity, { project }) {
    const about = member(entity.value, 'about');
    const linked =
      (Array.isArray(about) && about.length > 0) || backrefsOf(project, entity).some(({ from }) => from !== entity);
    if (!linked) yield { span: entity.mark, message: say('ref.orphan-article') };
  },
};

const brokenLink: EntityRule = {
  scope: 'entity',
  code: 'LF107',
  concerns: goesAstray,
  *check(entity, { project }) {
    for (const { site, to } of leads(project, entity).astray) {
      if (!site.ref.prose || to.kind !== 'missing') continue;
      const near = nearestId(project, site);
      if (near === undefined) yield at(site, say('ref.broken-link', { id: site.text }));
      else yield at(site, say('ref.broken-link-near', { id: site.text, near }), { kind: 'replace', with: near });
    }
  },
};

const missingPath: EntityRule = {
  scope: 'entity',
  code: 'LF108',
  of: ({ shape }) => refers(shape, isPath),
  concerns: ({ sites }, { files }) => files.kind === 'known' && sites.some(({ ref }) => isPath(ref)),
  *check(entity, { files }) {
    if (files.kind !== 'known') return;
    for (const site of entity.sites) {
      if (!isPath(site.ref) || /^[a-z][a-z0-9+.-]+:/i.test(site.text)) continue;
      const path = site.text
        .replace(/^\.?\//, '')
        .replace(/#.*$/, '')
        .normalize('NFC');
      if (path !== '' && !files.value.has(path as Path)) yield at(site, say('ref.no-path', { path: site.text }));
    }
  },
};

const isPath = ({ to }: Reference): boolean => to[0] === '@file';

/** Where the references of an entity lead. */
interface Leads {
  /** Those that lead to no entity, to several or to one of another kind. */
  readonly astray: readonly { readonly site: Site; readonly to: Resolution }[];
  /** Those that lead to another entity that is dropped, and mean it as it is today. */
  readonly dropped: readonly { readonly site: Site; readonly target: Entity; readonly status: Bilingual | string }[];
}

// Every rule about an entity asks where its references lead, one rule after the other: the last answer is kept.
const asked = new WeakMap<Project, { readonly entity: Entity; readonly leads: Leads }>();

// Nearly every entity has nothing of the sort.
const NONE: readonly never[] = [];

function leads(project: Project, entity: Entity): Leads {
  const known = asked.get(project);
  if (known?.entity === entity) return known.leads;
  let astray: Leads['astray'][number][] | undefined;
  let dropped: Leads['dropped'][number][] | undefined;
  for (const site of entity.sites) {
    const target = follow(project, site);
    if (!target) {
      const to = resolve(project, site);
      if (to.kind !== 'unchecked') (astray ??= []).push({ site, to });
      continue;
    }
    const looksBack = site.ref.historical || site.ref.prose || target === entity;
    const status = looksBack ? undefined : droppedAs(target);
    if (status !== undefined) (dropped ??= []).push({ site, target, status });
  }
  const found: Leads = { astray: astray ?? NONE, dropped: dropped ?? NONE };
  asked.set(project, { entity, leads: found });
  return found;
}

const at = (site: Site, message: Said['message'], fix?: Fix): Said => ({
  span: { start: site.start, end: site.end },
  message,
  ...(fix ? { fix } : {}),
});

function kindNames(project: Project, site: Site): Argument {
  const names = kindsWanted(site).flatMap((name) => project.kinds.kind(name)?.one ?? []);
  return names.length ? names : say('ref.anything');
}

/** Codes whose answer names the nearest id, which any other id may change. */
export const guessing: ReadonlySet<string> = new Set([unknownId.code, brokenLink.code]);

export const referenceRules = [unknownId, wrongKind, ambiguous, dropped, orphan, brokenLink, missingPath] as const;
