// Runs one bundle of mocha tests and counts. Used in Node for the unit tests and inside VS Code for the editor tests.
import { format } from 'node:util';
import type { Counts } from '../src/build/counts';

export type MochaOptions = {
  readonly grep?: string | undefined;
  /** Every so many of the outermost suites, counted from one of them. */
  readonly share?: { readonly at: number; readonly of: number };
  /** Milliseconds that one test may take unless it says otherwise. */
  readonly timeout: number;
  /** Where a line of the report goes; the default is the console. */
  readonly log?: (line: string) => void;
  readonly color?: boolean;
  /** How often a test that fails is run again, each time with a line that says why. */
  readonly retries?: number;
};

export async function runMocha(
  file: string,
  { grep, share, timeout, log, color = false, retries = 0 }: MochaOptions,
): Promise<Counts> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.useColors = color;
  if (log) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => log(format(...args));
  const mocha = new Mocha({
    ui: 'bdd',
    color,
    timeout,
    retries,
    forbidOnly: Boolean(process.env.CI),
    ...(grep ? { grep } : {}),
  });
  mocha.addFile(file);
  if (share) {
    await mocha.loadFilesAsync();
    mocha.suite.suites = mocha.suite.suites.filter((_, at) => at % share.of === share.at);
  }
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, skipped: pending, failures });
    });
    runner.on('fail', (test, error: Error) =>
      failures.push(`${test.fullTitle()}: ${error.message.split('\n', 1)[0] ?? ''}`),
    );
    runner.on('retry', (test, error: Error) =>
      (log ?? console.log)(`    again: ${test.fullTitle()}, which failed: ${error.message}`),
    );
  });
}
