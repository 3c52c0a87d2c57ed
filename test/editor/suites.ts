// The editor suites: each is one window of VS Code, and the test files of the folder of its name.
import { tinyProject } from './fixtures';

export type Suite = {
  /** Also the folder below test/editor. */
  readonly name: string;
  /** Fills an empty folder, which is then opened; may answer with another path to open: a `.code-workspace` file. */
  readonly workspace: (folder: string) => Promise<string | void>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: 'en' | 'zh-cn';
  readonly trusted?: boolean;
};

export const suites: readonly Suite[] = [
  { name: 'smoke', workspace: tinyProject },
  { name: 'chinese', workspace: tinyProject, locale: 'zh-cn' },
  { name: 'restricted', workspace: tinyProject, trusted: false },
];
