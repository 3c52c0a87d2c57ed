// The project as a tree: groups of kinds, kinds, and their entities, grouped further where the person wants it. Plain
// data for one project at one moment; children are made when they are asked for, so a large project costs what is open.
import { isRole, membersOf, takesOverFrom } from '../access/relations';
import { type Language, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { type Matches, matcherOf } from '../project/search';
import { droppedAs, isDone } from '../project/state';
import { member } from '../schema/json';
import type { Kind } from '../schema/kinds';
import { buckets, compare, type GroupBy, groupField, groups, groupTitle, titleOfKind } from './groups';
import { detailOf, labelOf } from './label';
import { levelsOf } from './levels';
import { noTrouble, sum, type Trouble, type TroubleOf } from './trouble';

/** Entities shown at once; longer lists continue in nodes of this size. */
const PAGE = 500;

export interface TreeOptions {
  readonly language: Language;
  readonly groupBy: GroupBy;
  /** Ids and titles to show; '' shows all. */
  readonly filter: string;
  /** The computed value of a field; undefined where there is none. */
  readonly computed?: ((entity: Entity, field: string) => string | undefined) | undefined;
}

export interface TreeNode {
  /** Unique in the project and the same from one moment to the next. */
  readonly id: string;
  readonly kind: 'group' | 'kind' | 'bucket' | 'folder' | 'page' | 'entity' | 'related';
  readonly label: string;
  /** Grey text behind the label: a detail, or how many there are. */
  readonly detail: string;
  /** The name of a codicon. */
  readonly icon: string | undefined;
  readonly state: 'plain' | 'done' | 'dropped';
  readonly trouble: Trouble;
  readonly parent: TreeNode | undefined;
  /** Present on entities, and on them only. A role has those below it that it inherits, and its members. */
  readonly entity: Entity | undefined;
  /** The entities below, or the one itself. */
  readonly entities: readonly Entity[];
}

export interface ProjectTree {
  readonly roots: readonly TreeNode[];
  readonly children: (node: TreeNode) => readonly TreeNode[];
  /** Whether there is nothing below a node. */
  readonly isLeaf: (node: TreeNode) => boolean;
  /** The node of an entity, with all its ancestors; undefined when the filter hides it. */
  readonly nodeOf: (entity: Entity) => TreeNode | undefined;
}

export function projectTree(
  project: Project,
  troubleOf: TroubleOf,
  { language, groupBy, filter, computed }: TreeOptions,
): ProjectTree {
  const made = new Map<TreeNode, readonly TreeNode[]>();
  const matches: Matches | undefined = filter.trim() ? matcherOf(filter) : undefined;

  // What is grouped otherwise, or found by a filter, stands in one list.
  const isLevelled = (kind: Kind): boolean =>
    !matches && kind.entity.parent !== undefined && !groupField(kind, groupBy);

  function node(
    kind: TreeNode['kind'],
    id: string,
    label: string,
    icon: string,
    entities: readonly Entity[],
    parent?: TreeNode,
  ): TreeNode {
    const detail = String(entities.length);
    return {
      id,
      kind,
      label,
      detail,
      icon,
      state: 'plain',
      trouble: sum(entities, troubleOf),
      parent,
      entity: undefined,
      entities,
    };
  }

  function entityNode(entity: Entity, parent: TreeNode, id: string): TreeNode {
    return {
      id,
      kind: 'entity',
      label: labelOf(entity, project, language),
      detail: detailOf(entity, project, language, computed),
      icon: entity.kind.entity.icon,
      state: droppedAs(entity) !== undefined ? 'dropped' : isDone(entity) ? 'done' : 'plain',
      trouble: isLevelled(entity.kind)
        ? sum(levelsOf(project, entity.kind).all(entity), troubleOf)
        : (troubleOf(entity) ?? noTrouble),
      parent,
      entity,
      entities: [entity],
    };
  }

  // Duplicate ids are a mistake that the tree has to live with.
  function entityNodes(entities: readonly Entity[], parent: TreeNode): readonly TreeNode[] {
    const seen = new Map<string, number>();
    return entities.map((entity) => {
      const id = `${parent.id}/${keyOf(entity)}`;
      const before = seen.get(id) ?? 0;
      seen.set(id, before + 1);
      return entityNode(entity, parent, before ? `${id}~${before}` : id);
    });
  }

  const tables = new Map<Kind, readonly Entity[]>();
  for (const kind of project.kinds.all) {
    const table = project.table(kind.name);
    const shown = matches ? table.filter((entity) => matches(entity.id, entity.title)) : table;
    if (shown.length) tables.set(kind, shown);
  }

  const kindNode = (kind: Kind, entities: readonly Entity[], parent?: TreeNode): TreeNode => {
    const id = parent ? `${parent.id}/${kind.name}` : kind.name;
    return node('kind', id, titleOfKind(kind, language), kind.entity.icon ?? 'list-unordered', entities, parent);
  };

  // What a filter leaves is few: it stands by kind, without the levels that order the many.
  const roots = matches
    ? [...tables].map(([kind, entities]) => kindNode(kind, entities))
    : groupsOf([...tables.keys()]).map((group) => {
        const kinds = [...tables].filter(([kind]) => groupOf(kind) === group);
        const below = kinds.flatMap(([, entities]) => entities);
        return node('group', group, groupTitle(group, language), GROUP_ICON, below);
      });

  function childrenOf(parent: TreeNode): readonly TreeNode[] {
    switch (parent.kind) {
      case 'group':
        return [...tables]
          .filter(([kind]) => groupOf(kind) === parent.id)
          .map(([kind, entities]) => kindNode(kind, entities, parent));
      case 'kind': {
        if (matches) return paged(parent, parent.entities);
        const kind = parent.entities[0]?.kind;
        if (kind?.entity.from === 'document' && parent.entities.some((one) => one.id.includes('/')))
          return foldersOf(parent, '');
        const field = kind && groupField(kind, groupBy);
        if (!field) return paged(parent, kind && isLevelled(kind) ? levelsOf(project, kind).top : parent.entities);
        return buckets(project, parent.entities, field, language).map(({ value, label, entities }) =>
          node('bucket', `${parent.id}/${groupBy}=${value}`, label, 'symbol-enum-member', entities, parent),
        );
      }
      case 'folder':
        return foldersOf(parent, `${parent.id.slice(parent.id.indexOf(FOLDER_MARK) + FOLDER_MARK.length)}/`);
      case 'bucket':
        return paged(parent, parent.entities);
      case 'page':
        return entityNodes(parent.entities, parent);
      case 'entity':
        return [...partsOf(parent), ...relatedOf(parent)];
      case 'related':
        return entityNodes(parent.entities, parent);
    }
  }

  function paged(parent: TreeNode, entities: readonly Entity[]): readonly TreeNode[] {
    const shown = entityNodes(entities.slice(0, PAGE), parent);
    const pages: TreeNode[] = [];
    for (let from = PAGE; from < entities.length; from += PAGE) {
      const rest = entities.slice(from, from + PAGE);
      const label = tell(say('tree.page', { from: from + 1, to: from + rest.length }), language);
      pages.push({ ...node('page', `${parent.id}/#${from}`, label, 'ellipsis', rest, parent), detail: '' });
    }
    return [...shown, ...pages];
  }

  // Parts stand below what they are parts of, where nothing else orders the entities.
  function partsOf(parent: TreeNode): readonly TreeNode[] {
    const { entity } = parent;
    if (!entity || !isLevelled(entity.kind)) return [];
    return entityNodes(levelsOf(project, entity.kind).below(entity), parent);
  }

  // What a role inherits, and who holds it. A role that stands above itself is a mistake that ends here.
  function relatedOf(parent: TreeNode): readonly TreeNode[] {
    const { entity } = parent;
    if (!entity || !isRole(entity.kind)) return [];
    const above = new Set<Entity>();
    for (let at: TreeNode | undefined = parent; at; at = at.parent) if (at.entity) above.add(at.entity);
    const inherited = takesOverFrom(project, entity).filter((one) => !above.has(one));
    const members = membersOf(project, entity);
    const related = (name: 'inherits' | 'members', icon: string, entities: readonly Entity[]) =>
      entities.length
        ? [node('related', `${parent.id}/:${name}`, tell(say(`tree.${name}`), language), icon, entities, parent)]
        : [];
    return [...related('inherits', 'type-hierarchy-super', inherited), ...related('members', 'organization', members)];
  }

  // Documents stand in the folders of their files.
  function foldersOf(parent: TreeNode, prefix: string): readonly TreeNode[] {
    const folders = new Map<string, Entity[]>();
    const here: Entity[] = [];
    for (const entity of parent.entities) {
      const rest = entity.id.slice(prefix.length);
      const slash = rest.indexOf('/');
      if (slash < 0) here.push(entity);
      else folders.set(rest.slice(0, slash), [...(folders.get(rest.slice(0, slash)) ?? []), entity]);
    }
    const top = parent.kind === 'folder' ? parent.id.slice(0, parent.id.indexOf(FOLDER_MARK)) : parent.id;
    const nodes = [...folders]
      .sort(([a], [b]) => compare(a, b))
      .map(([name, entities]) =>
        node('folder', `${top}${FOLDER_MARK}${prefix}${name}`, name, 'symbol-folder', entities, parent),
      );
    here.sort((a, b) => orderOf(a) - orderOf(b) || compare(a.title, b.title));
    return [...nodes, ...paged(parent, here)];
  }

  function children(parent: TreeNode): readonly TreeNode[] {
    let found = made.get(parent);
    if (!found) made.set(parent, (found = childrenOf(parent)));
    return found;
  }

  function nodeOf(entity: Entity): TreeNode | undefined {
    let level: readonly TreeNode[] = roots;
    const way = [entity, ...(isLevelled(entity.kind) ? levelsOf(project, entity.kind).above(entity) : [])];
    const leads = (inner: Entity): boolean => way.some((one) => same(inner, one));
    for (;;) {
      const own = level.find((one) => one.entity && same(one.entity, entity));
      if (own) return own;
      const holder = level.find((one) => (one.entity ? leads(one.entity) : one.entities.some(leads)));
      if (!holder) return undefined;
      level = children(holder);
    }
  }

  const isLeaf = (one: TreeNode): boolean =>
    one.entity !== undefined &&
    ((!isRole(one.entity.kind) && !isLevelled(one.entity.kind)) || children(one).length === 0);

  return { roots, children, isLeaf, nodeOf };
}

// The tree may be a moment older than the entity that is looked for.
const same = (a: Entity, b: Entity): boolean => a === b || (a.kind === b.kind && a.id === b.id && a.path === b.path);

const FOLDER_MARK = '//';
const GROUP_ICON = 'layers';
const OTHER = 'other';
const groupOf = (kind: Kind): string => kind.entity.group ?? OTHER;

/** The groups of these kinds in the order of a project's life; those that only the project knows come last. */
function groupsOf(kinds: readonly Kind[]): readonly string[] {
  const found = new Set(kinds.map(groupOf));
  const known: readonly string[] = groups.filter((group) => found.has(group));
  return [...known, ...[...found].filter((group) => !known.includes(group)).sort()];
}

function orderOf(entity: Entity): number {
  const order = member(entity.value, 'order');
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER;
}
