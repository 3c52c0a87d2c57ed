// The editor suites: each is one window of VS Code, and the test files of the folder of its name.
import {
  besideYaml,
  emptyFolder,
  ganttSample,
  hostileSample,
  longHistory,
  manyRegisters,
  manyRoles,
  manyTasks,
  ownKind,
  sampleProject,
  tinyProject,
  twoRoots,
} from './fixtures';

export type Suite = {
  /** Also the folder below test/editor. */
  readonly name: string;
  /** Fills an empty folder, which is then opened; may answer with another path to open: a `.code-workspace` file. */
  readonly workspace: (folder: string) => Promise<string | void>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: 'en' | 'zh-cn';
  readonly trusted?: boolean;
  /** It measures: it runs when it is asked for by name. */
  readonly onlyAsked?: boolean;
};

export const suites: readonly Suite[] = [
  { name: 'smoke', workspace: tinyProject },
  { name: 'diagnostics', workspace: tinyProject },
  { name: 'baselines', workspace: sampleProject },
  { name: 'language', workspace: tinyProject },
  { name: 'writing', workspace: tinyProject },
  { name: 'views', workspace: sampleProject },
  { name: 'review', workspace: sampleProject },
  { name: 'history', workspace: sampleProject },
  { name: 'readiness', workspace: sampleProject, settings: { 'workbench.colorTheme': 'Default Dark Modern' } },
  {
    name: 'readiness-chinese',
    workspace: sampleProject,
    locale: 'zh-cn',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  },
  {
    name: 'matrix',
    workspace: hostileSample,
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  },
  {
    name: 'matrix-chinese',
    workspace: sampleProject,
    locale: 'zh-cn',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  },
  {
    name: 'gantt',
    workspace: ganttSample,
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  },
  {
    name: 'gantt-chinese',
    workspace: ganttSample,
    locale: 'zh-cn',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  },
  { name: 'gantt-large', workspace: manyTasks },
  { name: 'matrix-large', workspace: manyRoles },
  { name: 'matrix-return', workspace: sampleProject },
  { name: 'commands', workspace: tinyProject },
  {
    name: 'chinese',
    workspace: sampleProject,
    locale: 'zh-cn',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  },
  { name: 'restricted', workspace: ownKind, trusted: false },
  // A repository goes while the editor's own Git asks it something, and the pipe that breaks would count as ours.
  { name: 'multiroot', workspace: twoRoots, settings: { 'git.enabled': false } },
  { name: 'beside-yaml', workspace: besideYaml },
  { name: 'empty', workspace: emptyFolder },
  { name: 'perf', workspace: manyRegisters, onlyAsked: true },
  { name: 'first-findings', workspace: manyRegisters, onlyAsked: true },
  { name: 'history-large', workspace: longHistory, onlyAsked: true },
];
