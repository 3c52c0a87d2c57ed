// The checker keeps what rules said about each entity, and asks again only where the world changed around it. A run
// that is dropped half-way does no harm: the next one compares with the last world that was finished, and asks again
// whatever the dropped one had asked.
import { keptAlone } from '../base/kept';
import { fitted, isSameList } from '../base/lists';
import type { Work } from '../base/work';
import type { Asking } from '../gates/evaluate';
import { gateRules, LET_THROUGH, letThrough } from '../gates/rules';
import { keptFigures } from '../metrics/figures';
import type { Finding } from '../model/finding';
import type { Path } from '../model/id';
import type { Entity, FileIndex } from '../project/file-index';
import type { Project } from '../project/project';
import { withTables } from '../project/tables';
import type { World } from '../project/world';
import { rules as plainRules } from '../rules';
import type { Kind } from '../schema/kinds';
import { guessing } from '../rules/references';
import type { EntityRule, FileRule, ProjectRule, SaidOf } from '../rules/rule';
import { type Changed, changedBetween, toAsk } from './changed';
import type { Checked, Checker } from './check';
import { type Coded, fileFindings, sameFindings, sameSaid } from './findings';

const rules = [...plainRules, ...gateRules];
const entityRules = rules.filter((rule): rule is EntityRule => rule.scope === 'entity');
const guessingRules = entityRules.filter((rule) => guessing.has(rule.code));
const projectRules = rules.filter((rule): rule is ProjectRule => rule.scope === 'project');
const fileRules = rules.filter((rule): rule is FileRule => rule.scope === 'file');

const groundRules = entityRules.filter(({ ground }) => ground);
const groundsOf = (project: Project) => groundRules.map(({ ground }) => ground?.(project) ?? []);

const NOTHING: readonly Coded[] = [];
const ALL = { ask: new Set<Entity>(), renamed: new Set<string>() };
const NOTHING_YET: ReadonlyMap<Entity, readonly Coded[]> = new Map();
/** Changed entities beyond which asking again is the shorter way. */
const FEW = 64;

interface Answer {
  /** The world that it was last found to hold for. */
  readonly world: World;
  readonly reads: readonly unknown[];
  readonly said: readonly SaidOf[];
}

export function checker(): Checker {
  let last: Checked | undefined;
  let hushed: ReadonlyMap<Path, readonly Finding[]> = new Map();
  const figures = keptFigures();
  // What is said about gates, once everything else has been.
  let late = NOTHING_YET;
  const said = new WeakMap<Entity, readonly Coded[]>();
  const guessed = new Set<Entity>();
  const answers = new Map<ProjectRule, Answer>();
  let grounds: readonly (readonly unknown[])[] = [];
  // The same by entity.
  const whole = new Map<Entity, readonly Coded[]>();
  // Entities and files that a run has touched since the last one that was finished.
  const open = { entities: new Set<Entity>(), paths: new Set<Path>() };

  function* check(world: World): Work<Checked> {
    const { project } = world;
    const before = last && sameGround(last.world, world) ? last.world.project : undefined;
    const changed = changedBetween(before, project);
    yield;
    yield* withTables(project);
    // Where nothing was ever finished, all are asked, and nothing that was kept can be out of date.
    const first = last === undefined;
    const { ask, renamed } = first ? ALL : yield* toAsk(changed, before, project);
    yield;
    const dirty = new Set<FileIndex>(changed.files);
    for (const path of open.paths) addFile(dirty, project, path);
    const ground = groundsOf(project);
    const due = union(union(ask, open.entities), onAnotherGround(project, before && ground));
    const queue = first ? changed.come : renamed.size ? union(due, guessed) : due;
    yield;
    const askAgain = (entity: Entity, file: FileIndex): void => {
      if (renamed.size && !due.has(entity) && (!mayMean(entity, renamed) || guessesAgain(entity, world))) return;
      const found = askEntity(entity, world, 'every');
      // Nearly always the same as before, so that there is nothing to tell.
      if (sameSaid(said.get(entity) ?? NOTHING, found)) return;
      if (found.length) said.set(entity, found);
      else said.delete(entity);
      if (found.some((one) => guessing.has(one.code))) guessed.add(entity);
      else guessed.delete(entity);
      dirty.add(file);
    };
    let asked = 0;
    for (const entity of queue) {
      if (asked % 64 === 63) yield;
      if (!first) {
        open.entities.add(entity);
        open.paths.add(entity.path);
      }
      // Those that came stand first in the queue and in the project.
      const file = asked++ < changed.come.length ? project.files.get(entity.path) : fileOf(project, entity);
      if (file) askAgain(entity, file);
      else guessed.delete(entity);
    }
    const ofProject = yield* wholeAnswers(world, changed, dirty);
    yield;
    const findings = new Map<Path, readonly Finding[]>();
    const silenced = new Map<Path, readonly Finding[]>();
    const isFresh = (file: FileIndex | undefined): boolean => !before || !file || dirty.has(file);
    const tell = (path: Path, file: FileIndex, more: typeof late): void => {
      const inFile = fileRules.flatMap((rule) =>
        [...rule.check(file, world)].map((one): Coded => ({ ...one, code: rule.code })),
      );
      const made = fileFindings(file, world, {
        said: (entity) => {
          const [own, shared, lately] = [said.get(entity), ofProject.get(entity), more.get(entity)];
          return lately || (own && shared)
            ? [...(own ?? NOTHING), ...(shared ?? NOTHING), ...(lately ?? NOTHING)]
            : (own ?? shared ?? NOTHING);
        },
        inFile,
      });
      const old = last?.findings.get(path);
      if (made.silenced.length) silenced.set(path, made.silenced);
      else silenced.delete(path);
      if (made.findings.length) findings.set(path, old && sameFindings(old, made.findings) ? old : made.findings);
      else findings.delete(path);
    };
    const keep = (path: Path): void => {
      const [old, hush] = [last?.findings.get(path), hushed.get(path)];
      if (old) findings.set(path, old);
      if (hush) silenced.set(path, hush);
    };
    for (const [path, file] of project.files) {
      if (!isFresh(file)) {
        keep(path);
        continue;
      }
      tell(path, file, NOTHING_YET);
      yield;
    }
    const found = [...findings.values()];
    const lately = yield* ofGates({ world, findings: found, silenced: [...silenced.values()].flat(), figures });
    for (const path of changedLately(lately, ({ path }) => isFresh(project.files.get(path)))) {
      const file = project.files.get(path);
      if (file) tell(path, file, lately);
      yield;
    }
    late = lately;
    hushed = silenced;
    open.entities.clear();
    open.paths.clear();
    grounds = ground;
    last = { world, findings, silenced: [...silenced.values()].flat(), figures };
    return last;
  }

  /** The entities of kinds whose rules rest on something that was another one in the run before. */
  function onAnotherGround(project: Project, now: readonly (readonly unknown[])[] | undefined): ReadonlySet<Entity> {
    const moved = groundRules.filter((_, at) => now && !isSameList(now[at] ?? [], grounds[at] ?? []));
    const about = project.kinds.all.filter((kind) => moved.some(({ of }) => !of || of(kind)));
    return new Set(about.flatMap(({ name }) => project.table(name)));
  }

  // Files of gates of which something is said that the file does not say yet, or no longer the same.
  function changedLately(now: typeof late, isFresh: (entity: Entity) => boolean): ReadonlySet<Path> {
    const differs = (entity: Entity): boolean =>
      isFresh(entity) ? now.has(entity) : !sameSaid(late.get(entity) ?? NOTHING, now.get(entity) ?? NOTHING);
    return new Set([...late.keys(), ...now.keys()].filter(differs).map(({ path }) => path));
  }

  // Whoever guessed at an id guesses again whenever any id changes, nearly always the same.
  function guessesAgain(entity: Entity, world: World): boolean {
    const before = said.get(entity)?.filter((one) => guessing.has(one.code)) ?? NOTHING;
    return sameSaid(before, askEntity(entity, world, 'guessing'));
  }

  function* wholeAnswers(
    world: World,
    changed: Changed,
    dirty: Set<FileIndex>,
  ): Work<ReadonlyMap<Entity, readonly Coded[]>> {
    for (const rule of projectRules) {
      const reads = rule.reads(world);
      const known = answers.get(rule);
      if (known && (isSameList(known.reads, reads) || stillHolds(rule, known, world, changed))) {
        answers.set(rule, { world, reads, said: known.said });
        continue;
      }
      const said: SaidOf[] = [];
      for (const one of rule.check(world)) {
        if (one) said.push(one);
        else yield;
      }
      const news = notSaidByBoth(known?.said ?? [], said);
      for (const { entity } of news) {
        open.paths.add(entity.path);
        addFile(dirty, world.project, entity.path);
      }
      answers.set(rule, { world, reads, said });
      if (news.length) put(whole, rule.code, said, new Set(news.map(({ entity }) => entity)));
      yield;
    }
    return whole;
  }

  // What changed is told from the last world that was finished, so only an answer for that one can be judged by it.
  function stillHolds(
    rule: ProjectRule,
    { world: before, said }: Answer,
    world: World,
    { left, come }: Changed,
  ): boolean {
    if (!rule.holds || before !== last?.world || !sameGround(before, world) || left.length + come.length > FEW)
      return false;
    const gone = new Set(left);
    const isGone = ({ entity }: { readonly entity: Entity }): boolean => gone.has(entity);
    return !said.some((one) => isGone(one) || one.others?.some(isGone)) && rule.holds(left, come, world, said);
  }

  return { check };
}

/** What is said of gates that were passed, each by its entity. */
function* ofGates(asking: Asking): Work<ReadonlyMap<Entity, readonly Coded[]>> {
  const found = new Map<Entity, readonly Coded[]>();
  for (const one of letThrough(asking)) {
    if (one) found.set(one.entity, [{ code: LET_THROUGH, span: one.span, message: one.message }]);
    yield;
  }
  return found;
}

// What is said with the very same value needs no other finding, unless others belong to it, whose places may be others.
function notSaidByBoth(before: readonly SaidOf[], now: readonly SaidOf[]): readonly SaidOf[] {
  const [a, b] = [before, now].map((all) => new Set(all.filter(({ others }) => !others)));
  return [...before.filter((one) => !b?.has(one)), ...now.filter((one) => !a?.has(one))];
}

// What a rule says of these entities takes the place of what it said of them. What rules say stands in their order.
function put(
  whole: Map<Entity, readonly Coded[]>,
  code: Coded['code'],
  said: readonly SaidOf[],
  about: ReadonlySet<Entity>,
): void {
  const own = new Map([...about].map((entity): readonly [Entity, Coded[]] => [entity, []]));
  for (const one of said) own.get(one.entity)?.push({ ...one, code });
  for (const [entity, now] of own) {
    const others = whole.get(entity)?.filter((one) => one.code !== code) ?? [];
    if (!others.length && !now.length) whole.delete(entity);
    else whole.set(entity, fitted([...others, ...now].sort((a, b) => rankOf(a) - rankOf(b))));
  }
}

const ranks = new Map<string, number>(projectRules.map(({ code }, at) => [code, at]));
const rankOf = ({ code }: Coded): number => ranks.get(code) ?? 0;

// Whether one of its references may lead to an entity of these kinds, so that a guess may turn out otherwise.
const mayMean = (entity: Entity, kinds: ReadonlySet<string>): boolean =>
  entity.sites.some(({ ref }) => ref.to.some((name) => name === 'any' || kinds.has(name)));

const rulesAbout = (all: readonly EntityRule[]) =>
  keptAlone((kind: Kind): readonly EntityRule[] => all.filter(({ of }) => !of || of(kind)));
const asking = { every: rulesAbout(entityRules), guessing: rulesAbout(guessingRules) };

function askEntity(entity: Entity, world: World, which: keyof typeof asking): readonly Coded[] {
  let found: Coded[] | undefined;
  for (const rule of asking[which](entity.kind)) {
    if (rule.concerns && !rule.concerns(entity, world)) continue;
    for (const one of rule.check(entity, world)) (found ??= []).push({ ...one, code: rule.code });
  }
  return found ?? NOTHING;
}

// The elements of the first stand first. Never one of the sets that change while they are walked.
const union = (a: ReadonlySet<Entity>, b: ReadonlySet<Entity>): ReadonlySet<Entity> =>
  b.size ? new Set([...a, ...b]) : a;

function addFile(files: Set<FileIndex>, project: Project, path: Path): void {
  const file = project.files.get(path);
  if (file) files.add(file);
}

/** The file in which this very entity stands now; undefined when it belongs to an earlier project. */
function fileOf(project: Project, entity: Entity): FileIndex | undefined {
  return project.byId.get(entity.id)?.includes(entity) ? project.files.get(entity.path) : undefined;
}

// Whatever every answer may depend on. Another ground means that all is asked again.
const sameGround = (a: World, b: World): boolean =>
  a.project.kinds === b.project.kinds &&
  a.settings === b.settings &&
  a.asOf === b.asOf &&
  a.files === b.files &&
  a.past === b.past;
