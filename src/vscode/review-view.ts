// The Review view: what the working tree changed since it left another state, by register, entity and field, with the
// findings of the change alone. It follows what is typed; check marks say what was looked at, and stay.
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Checked } from '../core/check/check';
import { checker } from '../core/check/checker';
import { type Language, say } from '../core/messages/message';
import type { Finding } from '../core/model/finding';
import type { World } from '../core/project/world';
import { type AccessChangeRow, accessChangeRows } from '../core/render/access-changes';
import { badges } from '../core/render/review';
import type { ComparedEntity, ComparedKind } from '../core/views/comparison';
import { type Impact, type Review, review as reviewOf } from '../core/views/review';
import { changeIcons } from './change-icons';
import { views } from './contributions';
import { type Sign, signedUri } from './decorations';
import type { Editor } from './editor';
import { type FieldItem, fieldRow } from './field-row';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { inStretches } from './stretches';

/** Milliseconds of quiet before what was typed is reviewed. */
const CALM = 300;
/** Check marks that are kept. */
const KEPT = 5000;
const VIEWED = 'landfall.review.viewed';

export type ReviewItem =
  | { readonly kind: 'register'; readonly of: ComparedKind }
  | { readonly kind: 'entity'; readonly of: ComparedEntity }
  | FieldItem
  | { readonly kind: 'access' }
  | { readonly kind: 'access-change'; readonly change: AccessChangeRow; readonly at: number }
  | { readonly kind: 'findings'; readonly which: 'brought' | 'solved' }
  | { readonly kind: 'finding'; readonly of: Finding; readonly which: 'brought' | 'solved' };

export interface ReviewView extends vscode.Disposable {
  /** Reviews the working tree of a project against a state. */
  readonly against: (folder: ProjectFolder, name: string, base: World) => Promise<void>;
  readonly stop: () => void;
  readonly openDiff: (item: Extract<ReviewItem, { kind: 'entity' }>) => Promise<void>;
}

interface Under {
  readonly folder: ProjectFolder;
  readonly name: string;
  readonly before: Checked;
}

const icons = {
  ...changeIcons,
  brought: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  solved: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
} as const;

/** What comes, goes and is otherwise. */
const accessIcons = {
  brought: icons.brought,
  ended: icons.solved,
  gained: icons.added,
  lost: icons.removed,
  changed: icons.changed,
} as const satisfies Record<AccessChangeRow['how'], vscode.ThemeIcon>;

export function reviewView({ projects, language, tell, context, texts }: Editor): ReviewView {
  const changed = new vscode.EventEmitter<void>();
  let under: Under | undefined;
  let found: Review | undefined;
  let timer: NodeJS.Timeout | undefined;
  let runs = 0;

  const provider: vscode.TreeDataProvider<ReviewItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => (found ? childrenOf(found, item, language) : []),
    getTreeItem: (item) => rowOf(item),
  };
  const view = vscode.window.createTreeView(views.review, { treeDataProvider: provider, showCollapseAll: true });

  const viewed = (): ReadonlySet<string> => new Set(context.workspaceState.get<readonly string[]>(VIEWED) ?? []);

  // What was looked at is this change: once it is another, it is to be looked at again.
  const markOf = ({ key, change }: ComparedEntity): string => {
    const said = change.how === 'changed' ? change.fields : change.how;
    return createHash('sha256')
      .update(JSON.stringify([under?.folder.root, key, said]))
      .digest('base64url');
  };

  function rowOf(item: ReviewItem): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    switch (item.kind) {
      case 'register': {
        const row = new vscode.TreeItem(item.of.title, Expanded);
        row.id = `register ${item.of.kind.name}`;
        row.description = String(item.of.entities.length);
        return row;
      }
      case 'entity': {
        const { change, label, fields, key } = item.of;
        const impact = found?.impacts.get(key);
        const row = new vscode.TreeItem(label, fields.length ? Collapsed : None);
        row.id = `entity ${key} ${change.how}`;
        row.iconPath = icons[change.how];
        const sign = impact && signOf(impact);
        if (sign) row.resourceUri = signedUri(key, sign);
        const renamed =
          change.how === 'changed' && change.renamed ? [tell(say('compare.renamed', { id: change.before.id }))] : [];
        row.description = [...renamed, ...(impact ? badges(impact, language) : [])].join(' · ');
        row.tooltip = [label, tell(say(`compare.${change.how}`)), row.description].filter(Boolean).join('\n');
        row.contextValue = 'reviewed';
        const { Checked: On, Unchecked: Off } = vscode.TreeItemCheckboxState;
        row.checkboxState = { state: viewed().has(markOf(item.of)) ? On : Off, tooltip: tell(say('review.viewed')) };
        row.command = { command: 'landfall.openChange', title: tell(say('review.open')), arguments: [item] };
        return row;
      }
      case 'field':
        return fieldRow(tell, item);
      case 'access': {
        const row = new vscode.TreeItem(
          tell(say('access.changes', { count: found ? accessChangeRows(found.access, language).length : 0 })),
          Collapsed,
        );
        row.id = 'access';
        row.iconPath = new vscode.ThemeIcon('shield');
        return row;
      }
      case 'access-change': {
        const { how, text, label, detail } = item.change;
        const row = new vscode.TreeItem(label, None);
        row.id = `access ${item.at} ${text}`;
        row.description = detail;
        row.tooltip = text;
        row.accessibilityInformation = { label: text };
        row.iconPath = accessIcons[how];
        return row;
      }
      case 'findings': {
        const list = found?.[item.which] ?? [];
        const row = new vscode.TreeItem(tell(say(`review.${item.which}`, { count: list.length })), Collapsed);
        row.id = `findings ${item.which}`;
        row.iconPath = icons[item.which];
        return row;
      }
      case 'finding':
        return findingRow(item);
    }
  }

  function findingRow({ of, which }: Extract<ReviewItem, { kind: 'finding' }>): vscode.TreeItem {
    const row = new vscode.TreeItem(tell(of.message));
    row.description = `${of.code} ${of.path}`;
    row.tooltip = tell(of.message);
    const file = which === 'brought' ? under?.folder.session.project().files.get(of.path) : undefined;
    if (!under || !file) return row;
    row.command = {
      command: 'vscode.open',
      title: tell(say('tree.open')),
      arguments: [uriOf(under.folder, of.path), { selection: rangeIn(file, of.span) }],
    };
    return row;
  }

  async function refresh(): Promise<void> {
    const now = under;
    const run = ++runs;
    if (!now) return;
    const after = await now.folder.session.settled();
    const made = await inStretches(reviewOf(now.before, after, language), () => run !== runs);
    if (!made || run !== runs) return;
    found = made;
    view.description = `${now.name} → ${tell(say('review.working-tree'))}`;
    const entities = made.kinds.reduce((sum, one) => sum + one.entities.length, 0);
    const nothing = !entities && !made.brought.length && !made.solved.length;
    const { length: uncovered } = made.uncovered;
    const told = nothing ? say('compare.same') : uncovered ? say('review.uncovered', { count: uncovered }) : undefined;
    view.message = told ? tell(told) : '';
    changed.fire();
  }

  function refreshSoon(folder: ProjectFolder): void {
    if (folder !== under?.folder) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), CALM);
  }

  function stop(): void {
    runs++;
    under = undefined;
    found = undefined;
    view.description = '';
    view.message = '';
    void vscode.commands.executeCommand('setContext', 'landfall.reviewing', false);
    changed.fire();
  }

  const listeners = vscode.Disposable.from(
    view,
    changed,
    projects.onDidCheck(({ folder }) => refreshSoon(folder)),
    projects.onDidClose((folder) => (folder === under?.folder ? stop() : undefined)),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const marks = new Set(viewed());
      for (const [item, state] of items) {
        if (item.kind !== 'entity') continue;
        marks.delete(markOf(item.of));
        if (state === vscode.TreeItemCheckboxState.Checked) marks.add(markOf(item.of));
      }
      await context.workspaceState.update(VIEWED, [...marks].slice(-KEPT));
    }),
  );
  return {
    against: async (folder, name, base) => {
      const before = await inStretches(checker().check(base), () => false);
      if (!before) return;
      under = { folder, name, before };
      await vscode.commands.executeCommand('setContext', 'landfall.reviewing', true);
      await refresh();
      await vscode.commands.executeCommand(`${views.review}.focus`);
    },
    stop,
    openDiff: async (item) => {
      if (!found || !under) return;
      const { change, label } = item.of;
      const [was, is] = [found.before.world.project, found.after.world.project];
      await texts.diff(
        change.how === 'added' ? undefined : { entity: change.before, project: was, state: under.name },
        change.how === 'removed'
          ? undefined
          : { entity: change.after, project: is, state: tell(say('review.working-tree')) },
        `${label} (${under.name} → ${tell(say('review.working-tree'))})`,
      );
    },
    dispose: () => {
      clearTimeout(timer);
      runs++;
      listeners.dispose();
    },
  };
}

/** What stays in sight where the words have no room: not approved, a score that moved, how many new findings. */
function signOf({ baseline, requests, scores, brought }: Impact): Sign | undefined {
  const isUncovered = baseline !== undefined && !requests.length;
  const [score] = scores;
  const signs = [
    isUncovered ? '!' : '',
    score ? (score.after > score.before ? '↑' : '↓') : '',
    brought ? String(Math.min(brought, 9)) : '',
  ];
  const badge = signs.join('').slice(0, 2);
  return badge === '' ? undefined : { badge, grave: isUncovered || brought > 0 };
}

function childrenOf(review: Review, item: ReviewItem | undefined, language: Language): ReviewItem[] {
  if (!item) {
    const lists = (['brought', 'solved'] as const).filter((which) => review[which].length);
    return [
      ...lists.map((which) => ({ kind: 'findings' as const, which })),
      ...(accessChangeRows(review.access, language).length ? [{ kind: 'access' as const }] : []),
      ...review.kinds.map((of) => ({ kind: 'register' as const, of })),
    ];
  }
  switch (item.kind) {
    case 'register':
      return item.of.entities.map((of) => ({ kind: 'entity', of }));
    case 'entity':
      return item.of.fields.map((of) => ({ kind: 'field', of, key: item.of.key }));
    case 'access':
      return accessChangeRows(review.access, language).map((change, at) => ({ kind: 'access-change', change, at }));
    case 'findings':
      return review[item.which].map((of) => ({ kind: 'finding', of, which: item.which }));
    default:
      return [];
  }
}
