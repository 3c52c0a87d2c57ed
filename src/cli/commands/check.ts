// `landfall check`: what is wrong in a project, in the form that a person or a pipeline wants.
import { finish } from '../../core/base/work';
import type { Checked } from '../../core/check/check';
import { findingsDifference } from '../../core/check/difference';
import { compareProjects, renamedKeys } from '../../core/compare/diff';
import { say } from '../../core/messages/message';
import type { Severity } from '../../core/model/finding';
import { findingsGitlab } from '../../core/render/findings-gitlab';
import { findingsJson } from '../../core/render/findings-json';
import { findingsJunit } from '../../core/render/findings-junit';
import { findingsMarkdown } from '../../core/render/findings-markdown';
import { findingsSarif } from '../../core/render/findings-sarif';
import { findingsText } from '../../core/render/findings-text';
import { catalog } from '../../core/rules/catalog';
import {
  allFindings,
  atLeast,
  type CheckedProject,
  type CheckReport,
  reportOf,
  seenFrom,
} from '../../core/views/report';
import { rulePage } from '../../node/rule-pages';
import { version } from '../../node/version';
import { reportOfTree } from '../answer';
import type { Call, Command } from '../call';
import { folderOf, projectsFor, shown } from '../folders';
import { directory, format, noCache } from '../options';
import { inkOf } from '../output';
import { openStates } from '../states';

type FailOn = Severity | 'never';

const formats: Readonly<Record<string, (report: CheckReport, call: Call, failOn: FailOn) => string | Promise<string>>> =
  {
    text: (report, call) => findingsText(report, call.language, { ink: inkOf(call), columns: call.columns }),
    json: (report, { language }) => findingsJson(report, language),
    sarif: async (report, { language }) => {
      const pages = new Map<string, string | undefined>();
      for (const { code } of allFindings(report)) if (!pages.has(code)) pages.set(code, await rulePage(code, language));
      return findingsSarif(report, language, { version, page: (code) => pages.get(code), defaultSeverity });
    },
    junit: (report, { language }, failOn) => findingsJunit(report, language, failOn),
    markdown: (report, { language }) => findingsMarkdown(report, language),
    gitlab: (report, { language }) => findingsGitlab(report, language),
  };

const defaultSeverity = (code: string): Severity => catalog.find((rule) => rule.code === code)?.severity ?? 'error';

export const check: Command = {
  name: 'check',
  words: ['[DIR]'],
  summary: say('cli.check'),
  about: say('cli.check-about'),
  exits: say('cli.exits'),
  options: [
    directory,
    format(Object.keys(formats)),
    {
      name: 'fail-on',
      value: 'SEVERITY',
      choices: ['error', 'warning', 'info', 'never'],
      fallback: 'error',
      help: say('cli.option-fail-on'),
    },
    { name: 'rev', value: 'REV', help: say('cli.option-rev') },
    { name: 'changed', value: 'BASE', help: say('cli.option-changed') },
    noCache,
  ],
  run: async (call) => {
    const roots = await projectsFor(folderOf(call, call.words[0]));
    const projects = [];
    for (const root of roots) projects.push(seenFrom(await reported(call, root), shown(call, root)));
    const report = { projects };
    const failOn = (call.option('fail-on') ?? 'error') as FailOn;
    const render = formats[call.option('format') ?? 'text'];
    if (render) call.write(await render(report, call, failOn));
    return failOn !== 'never' && allFindings(report).some((one) => atLeast(one.severity, failOn)) ? 1 : 0;
  },
};

// The working tree as it is, a revision, or only what a change brought.
async function reported(call: Call, root: string): Promise<CheckedProject> {
  const [rev, base] = [call.option('rev'), call.option('changed')];
  if (rev === undefined && base === undefined) return reportOfTree(call, root);
  const states = await openStates(call, root);
  try {
    const state = await states.at(rev ?? '.');
    const found = await states.check(state);
    return reportOf(
      base === undefined ? found : onlyBrought(await states.check(await states.forkOf(base, state)), found),
    );
  } finally {
    await states.close();
  }
}

function onlyBrought(before: Checked, after: Checked): Checked {
  const renamed = renamedKeys(finish(compareProjects(before.world.project, after.world.project)));
  const brought = new Set(findingsDifference(before, after, renamed).brought);
  const findings = new Map(
    [...after.findings].map(([path, list]) => [path, list.filter((one) => brought.has(one))] as const),
  );
  return { ...after, findings: new Map([...findings].filter(([, list]) => list.length)) };
}
