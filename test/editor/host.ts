// Loaded by VS Code as `extensionTestsPath`: runs one bundle of tests in the extension host and reports to the runner.
import { runMocha } from '../mocha';
import { send } from './driver';
import { inSources } from './source-lines';

/** Called by VS Code. The runner goes by the counts; it takes an end without them for a failure. */
export async function run(): Promise<void> {
  await send({ kind: 'hello' });
  const file = process.env.LANDFALL_TEST_FILE;
  if (!file) throw new Error('LANDFALL_TEST_FILE is not set');
  const lines: Promise<void>[] = [];
  const log = (line: string): void => void lines.push(send({ kind: 'log', line: inSources(line) }));
  try {
    const counts = await runMocha(file, { grep: process.env.LANDFALL_TEST_GREP, timeout: 30_000, log, retries: 1 });
    await Promise.all(lines);
    await send({ kind: 'counts', counts });
  } catch (error) {
    // A bundle that cannot be loaded never gets to its counts: the reason must not be lost.
    await send({
      kind: 'log',
      line: inSources(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });
    throw error;
  }
}
