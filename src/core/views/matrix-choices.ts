// What a permission matrix can be filtered by, and what it says of the question that it answers.
import type { AccessModel } from '../access/model';
import { tablePlaying } from '../access/parts';
import { takesOverFrom } from '../access/relations';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { type Project, withId } from '../project/project';
import type { World } from '../project/world';
import { MODULES, moduleOf } from './matrix-axes';
import type { MatrixChoice, MatrixChoices, MatrixQuery } from './matrix-query';

/** Objects are those of the module that was chosen. */
export function choicesOf(
  project: Project,
  { assignments, usual, design }: AccessModel,
  query: MatrixQuery,
): MatrixChoices {
  const named = ({ id, title }: Entity): MatrixChoice => ({ id, label: title && title !== id ? `${title} ${id}` : id });
  const used = new Set(design.objects.map(({ entity }) => moduleOf(entity)));
  const environments = new Set([usual, ...assignments.map((one) => one.environment)]);
  return {
    module: project
      .table(MODULES)
      .filter(({ id }) => used.has(id))
      .map(named),
    object: design.objects
      .filter(({ entity }) => query.module === '' || moduleOf(entity) === query.module)
      .map(({ entity }) => named(entity)),
    org: tablePlaying(project, 'org').map((unit) => ({
      id: unit.id,
      // Below what it belongs to.
      label: `${'\u2003'.repeat(depthOf(project, unit))}${unit.title || unit.id}`,
    })),
    environment: [...environments].filter(Boolean).map((id) => ({ id, label: withId(project, id)[0]?.title || id })),
  };
}

function depthOf(project: Project, unit: Entity): number {
  const seen = new Set<Entity>();
  let [at] = takesOverFrom(project, unit);
  for (; at && !seen.has(at); [at] = takesOverFrom(project, at)) seen.add(at);
  return seen.size;
}

export function factsOf(
  { project }: World,
  { usual }: AccessModel,
  query: MatrixQuery,
  language: Language,
): readonly string[] {
  const facts: Message[] = [say(query.direct ? 'matrix.only-direct' : 'matrix.whole')];
  if (query.by === 'person' || query.environment) {
    facts.push(say('matrix.in-environment', { environment: query.environment || usual }));
    facts.push(query.on ? say('matrix.on-day', { day: query.on }) : say('matrix.any-day'));
  }
  const filters = (['module', 'object', 'org', 'role', 'person'] as const).filter((name) => query[name] !== '');
  for (const name of filters) facts.push(say(`matrix.only-${name}`, { value: query[name] }));
  if (query.conflicts) facts.push(say('matrix.only-conflicts'));
  return [project.settings.name, ...facts.map((fact) => tell(fact, language))].filter(Boolean);
}
