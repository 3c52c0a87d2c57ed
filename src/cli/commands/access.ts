// `landfall access`: who may do what, why, and which duties collide.
import { finish } from '../../core/base/work';
import { checker } from '../../core/check/checker';
import type { State } from '../../core/access/changes';
import { accessOf } from '../../core/access/model';
import { supposed } from '../../core/access/suppose';
import { say } from '../../core/messages/message';
import { accessMarkdown, accessText, whoCanMarkdown, whoCanText, whyMarkdown, whyText } from '../../core/render/access';
import { accessChangesMarkdown, accessChangesText } from '../../core/render/access-changes';
import { hygieneJson, hygieneMarkdown, hygieneText } from '../../core/render/access-hygiene';
import { conflictsMarkdown, conflictsText } from '../../core/render/access-conflicts';
import type { Ink } from '../../core/render/ink';
import type { Language } from '../../core/messages/message';
import { accessChangesView } from '../../core/views/access-changes';
import { accessView, whoCanView, whyView } from '../../core/views/access';
import { hygieneView } from '../../core/views/access-hygiene';
import { conflictsView } from '../../core/views/access-conflicts';
import { askOf, permissionNamed, subjectNamed } from '../access';
import { matrixFormats, matrixOptions, printMatrix } from '../access-matrix';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { theProject, theRoot } from '../folders';
import { openStates, openWithPast } from '../states';
import { suppositionIn, suppositionOptions } from '../suppositions';
import { directory, format, noCache } from '../options';
import { inkOf, json } from '../output';

type Question = (call: Call) => Promise<Exit>;

const formats = ['text', 'json', 'markdown'];

const questions: Readonly<Record<string, Question>> = {
  'who-can': async (call) => {
    const world = await theProject(call);
    const { permission, level } = permissionNamed(world.project, word(call, 'who-can', 1, 'OBJECT:ACTION[@SCOPE]'));
    write(call, whoCanView(world.project, permission, askOf(call, world), level), whoCanText, whoCanMarkdown);
    return 0;
  },
  of: async (call) => {
    const world = await theProject(call);
    const subject = subjectNamed(world.project, word(call, 'of', 1, 'PERSON|ROLE'));
    write(call, accessView(world.project, subject, askOf(call, world)), accessText, accessMarkdown);
    return 0;
  },
  why: async (call) => {
    const world = await theProject(call);
    const subject = subjectNamed(world.project, word(call, 'why', 1, 'PERSON|ROLE'));
    const { permission, level } = permissionNamed(world.project, word(call, 'why', 2, 'OBJECT:ACTION[@SCOPE]'));
    write(call, whyView(world.project, subject, permission, askOf(call, world), level), whyText, whyMarkdown);
    return 0;
  },
  'what-if': async (call) => {
    const rev = call.option('rev');
    const world = await theProject(call);
    const { project } = world;
    const ask = askOf(call, world);
    const here = { project, model: accessOf(project) };
    const supposition = suppositionIn(call, project, ask);
    // Of two at once nobody could tell what makes the difference.
    if ((supposition === undefined) === (rev === undefined)) throw new WrongCall(say('access.no-change'));
    if (supposition) return changed(call, here, { project, model: supposed(here.model, supposition) }, ask.on);
    const states = await openStates(call, await theRoot(call));
    try {
      const there = (await states.at(rev ?? '')).world.project;
      return changed(call, here, { project: there, model: accessOf(there) }, ask.on);
    } finally {
      await states.close();
    }
  },
  conflicts: async (call) => {
    const world = await theProject(call);
    const found = finish(conflictsView(world, askOf(call, world).on));
    write(call, found, conflictsText, conflictsMarkdown);
    return found.counts.open ? 1 : 0;
  },
  hygiene: async (call) => {
    const found = hygieneView(finish(checker().check(await openWithPast(call, await theRoot(call)))));
    if (call.option('format') === 'json') call.write(json(hygieneJson(found, call.language)));
    else write(call, found, hygieneText, hygieneMarkdown);
    return 0;
  },
  matrix: printMatrix,
};

export const access: Command = {
  name: 'access',
  words: ['QUESTION', '[WHAT]', '[WHAT]'],
  summary: say('cli.access'),
  about: say('cli.access-about'),
  exits: say('cli.exits-access'),
  options: [
    directory,
    format([...new Set([...formats, ...matrixFormats])]),
    { name: 'env', value: 'ENV', help: say('cli.option-env') },
    { name: 'org', value: 'ORG', help: say('cli.option-org') },
    { name: 'on', value: 'DATE', help: say('cli.option-on') },
    ...suppositionOptions,
    { name: 'rev', value: 'REV', help: say('cli.option-what-if-rev') },
    ...matrixOptions,
    noCache,
  ],
  run: async (call) => {
    const given = call.words[0] ?? '';
    const question = questions[given];
    if (!question) throw new WrongCall(say('access.no-question', { given, allowed: Object.keys(questions) }));
    const asked = call.option('format') ?? '';
    const allowed = question === printMatrix ? ['text', ...matrixFormats] : formats;
    if (!allowed.includes(asked))
      throw new WrongCall(say('cli.bad-value', { value: asked, option: `${given} --format`, allowed }));
    return question(call);
  },
};

/** Tells what would differ; exit code 1 if it brings a conflict. */
function changed(call: Call, before: State, after: State, on: string): Exit {
  const found = finish(accessChangesView(before, after, on));
  write(call, { version: 1, on, ...found }, accessChangesText, accessChangesMarkdown);
  return found.brought.length ? 1 : 0;
}

function word(call: Call, question: string, at: number, what: string): string {
  const given = call.words[at];
  if (given === undefined) throw new WrongCall(say('access.needs', { question, what }));
  return given;
}

function write<T>(
  call: Call,
  answer: T,
  text: (answer: T, language: Language, ink: Ink) => string,
  markdown: (answer: T, language: Language) => string,
): void {
  const asked = call.option('format');
  if (asked === 'json') call.write(json(answer));
  else if (asked === 'markdown') call.write(markdown(answer, call.language));
  else call.write(text(answer, call.language, inkOf(call)));
}
