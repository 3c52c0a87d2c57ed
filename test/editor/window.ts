// One window of a real VS Code with the extension and the tests in it, whichever VS Code that is.
import type { Page } from 'playwright-core';

export type WindowOptions = {
  /** A folder of our own for everything that VS Code writes; short, because socket paths end at 107 bytes. */
  readonly home: string;
  /** What is opened: a folder, or a `.code-workspace` file. */
  readonly workspace: string;
  readonly extension: string;
  /** The module whose `run` VS Code calls, without `.js`. */
  readonly tests: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly locale: 'en' | 'zh-cn';
  readonly trusted: boolean;
  /** Reaches the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** Where logs go, with the beginning of their names. */
  readonly logs: string;
};

export type Window = {
  readonly page: () => Promise<Page>;
  /** Settles when VS Code ends the tests, with its exit code, or with words where it ended otherwise. */
  readonly ended: Promise<number | string>;
  /** What went wrong before any test started. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
};

export type OpenWindow = (options: WindowOptions) => Promise<Window>;
