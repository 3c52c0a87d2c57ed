// The two programs that npm cannot bring: git, and Chromium as the window of the editor tests. Fetched by apt where we
// are root on Debian or a relative of it; elsewhere the person is told exactly what to install.
import { existsSync } from 'node:fs';
import { run, which } from './processes';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

export const chromium = (): string | undefined =>
  process.env.CHROMIUM ?? chromiumNames.map(which).find((file) => file !== undefined);

/** Makes sure that the programs are there; throws with what to do otherwise. */
export async function needPrograms(programs: readonly ('git' | 'chromium')[]): Promise<void> {
  const missing = programs.filter((name) => (name === 'git' ? !which('git') : !chromium()));
  if (missing.length === 0) return;
  const byHand = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(
      `The tests need ${missing.join(' and ')}. On Debian or Ubuntu, as root: ${byHand}\n` +
        'Elsewhere install git from https://git-scm.com, and Chromium or Chrome; CHROMIUM may name its path.',
    );
  }
  console.log(`Installing ${missing.join(' and ')} by apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env });
  const added = await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
  if (added.code !== 0)
    throw new Error(`apt-get failed; try it by hand: ${byHand}\n${(updated.output + added.output).slice(-3000)}`);
}
