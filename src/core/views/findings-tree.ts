// What a check found, as a tree: by file, by rule or by owner. Plain data for one moment.
import type { Checked } from '../check/check';
import { type Language, say, tell } from '../messages/message';
import { ruleTitles } from '../messages/rules';
import { RANK, type Finding, type Severity } from '../model/finding';
import { lookUp, type Project } from '../project/project';
import { member } from '../schema/json';
import { compare } from './groups';

export const findingGroupings = ['file', 'rule', 'owner'] as const;
export type FindingsBy = (typeof findingGroupings)[number];

/** Findings shown at once below a group; longer lists continue in nodes of this size. */
const PAGE = 500;

export interface FindingsNode {
  /** Unique in the project and the same from one moment to the next. */
  readonly id: string;
  readonly kind: 'group' | 'page' | 'finding';
  readonly label: string;
  readonly detail: string;
  /** Of the gravest below. */
  readonly severity: Severity;
  readonly parent: FindingsNode | undefined;
  /** Present on findings, and on them only. */
  readonly finding: Finding | undefined;
  readonly findings: readonly Finding[];
  /** A group by file has the file's path, one by rule its code. */
  readonly key: string;
}

export interface FindingsTree {
  readonly roots: readonly FindingsNode[];
  readonly count: number;
  readonly children: (node: FindingsNode) => readonly FindingsNode[];
}

export function findingsTree(checked: Checked | undefined, by: FindingsBy, language: Language): FindingsTree {
  const project = checked?.world.project;
  const byKey = new Map<string, Finding[]>();
  for (const finding of [...(checked?.findings.values() ?? [])].flat()) {
    const key = keyOf(finding, by, project);
    const list = byKey.get(key);
    if (list) list.push(finding);
    else byKey.set(key, [finding]);
  }
  const roots = [...byKey]
    .map(([key, findings]) => groupNode(key, findings))
    .sort((a, b) => (by === 'rule' ? compare(a.key, b.key) : byGravity(a, b)));

  function groupNode(key: string, findings: readonly Finding[]): FindingsNode {
    const severity = findings.reduce<Severity>(
      (worst, one) => (RANK[one.severity] < RANK[worst] ? one.severity : worst),
      'info',
    );
    const shared = {
      id: `${by}=${key}`,
      kind: 'group',
      severity,
      parent: undefined,
      finding: undefined,
      findings,
      key,
    } as const;
    const count = String(findings.length);
    if (by === 'rule') {
      return { ...shared, label: `${key} ${ruleTitle(key, language)}`, detail: count };
    }
    if (by === 'owner') return { ...shared, label: ownerTitle(key, project, language), detail: count };
    // The editor's own badge counts the findings of a file.
    const slash = key.lastIndexOf('/');
    return { ...shared, label: key.slice(slash + 1), detail: key.slice(0, Math.max(0, slash)) };
  }

  function findingNode(finding: Finding, at: number, parent: FindingsNode): FindingsNode {
    const place = by === 'file' ? '' : finding.path;
    return {
      id: `${parent.id}/${at}/${finding.code}/${finding.path}/${finding.entity ?? ''}`,
      kind: 'finding',
      label: tell(finding.message, language),
      detail: [by === 'rule' ? '' : finding.code, place].filter(Boolean).join(' · '),
      severity: finding.severity,
      parent,
      finding,
      findings: [finding],
      key: parent.key,
    };
  }

  function children(node: FindingsNode): readonly FindingsNode[] {
    if (node.kind === 'finding') return [];
    const shown = node.findings.slice(0, PAGE).map((one, at) => findingNode(one, at, node));
    if (node.kind === 'page') return shown;
    const pages: FindingsNode[] = [];
    for (let from = PAGE; from < node.findings.length; from += PAGE) {
      const findings = node.findings.slice(from, from + PAGE);
      const label = tell(say('tree.page', { from: from + 1, to: from + findings.length }), language);
      pages.push({ ...node, id: `${node.id}/#${from}`, kind: 'page', label, detail: '', parent: node, findings });
    }
    return [...shown, ...pages];
  }

  return { roots, count: roots.reduce((sum, { findings }) => sum + findings.length, 0), children };
}

/** The title of a rule; '' of one that does not exist. */
export const ruleTitle = (code: string, language: Language): string =>
  isRule(code) ? tell({ id: code, args: {} }, language) : '';

/** Whether there is a rule with this code. */
export const isRule = (code: string): code is keyof typeof ruleTitles => Object.hasOwn(ruleTitles, code);

const byGravity = (a: FindingsNode, b: FindingsNode): number =>
  RANK[a.severity] - RANK[b.severity] || compare(a.key, b.key);

function keyOf(finding: Finding, by: FindingsBy, project: Project | undefined): string {
  if (by === 'file') return finding.path;
  if (by === 'rule') return finding.code;
  const slash = finding.entity?.indexOf('/') ?? -1;
  const entity =
    project && finding.entity && slash > 0
      ? lookUp(project, finding.entity.slice(0, slash), finding.entity.slice(slash + 1))
      : undefined;
  const owner = entity && member(entity.value, 'owner');
  return typeof owner === 'string' ? owner : '';
}

const ownerTitle = (id: string, project: Project | undefined, language: Language): string =>
  id === '' ? tell(say('findings.no-owner'), language) : (project && lookUp(project, 'people', id)?.title) || id;
