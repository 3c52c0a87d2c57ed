// A plan of 5,000 tasks: drawn soon, and scrolled without anything missing.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { log, ui, until } from '../driver';
import { closeAll, run } from '../workbench';

const value = async <T>(expression: string): Promise<T> => JSON.parse(await ui.webviewValue(expression)) as T;

const FRAMES = 40;
/** Times that the panel is opened anew: the best counts, on a machine that does something else now and then. */
const OPENED = 5;

/** Scrolls in every frame, and answers with how long each frame took, in milliseconds, and the frames with holes in sight. */
const scrolling = (by: string) => `(async () => {
  const grid = document.querySelector('.chart');
  const times = [];
  let holes = 0;
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < ${FRAMES}; frame++) {
    ${by}
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { left, bottom } = grid.getBoundingClientRect();
    if (!document.elementFromPoint(left + 30, bottom - 30)?.closest('[role=rowheader]')) holes++;
  }
  times.sort((a, b) => a - b);
  return { median: times[${FRAMES / 2}], slow: times[${FRAMES - 3}], worst: times[${FRAMES - 1}], holes, elements: grid.querySelectorAll('*').length };
})()`;

const rows = () =>
  value<number>(`Number(document.querySelector('.chart')?.getAttribute('aria-rowcount') ?? 0)`).catch(() => 0);

describe('a large Gantt chart', () => {
  after(closeAll);

  it('is drawn, and holds no more than what is in sight', async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showGantt');
    await until('the chart', async () => (await rows()) === 5001, 60_000);
    await until('bars', async () => (await ui.webviewCount('.row')) > 10);
    assert.ok((await value<number>(`document.querySelectorAll('.chart *').length`)) < 3000);
    await ui.screenshot('gantt-large');
  });

  it('is painted soon, each time it is opened', async function () {
    this.timeout(120_000);
    for (let time = 0; time < OPENED; time++) {
      await closeAll();
      await run('landfall.showGantt');
      const painted = (name: string) =>
        until(`the ${name}`, () =>
          value<number | null>(`performance.getEntriesByName('${name}')[0]?.duration ?? null`).catch(() => null),
        );
      const [first, drawn] = [await painted('first paint'), await painted('drawn')];
      await log(
        `first paint: ${first.toFixed(1)} ms after its page began, ${drawn.toFixed(1)} ms after the chart came`,
      );
    }
    await until('the chart', async () => (await rows()) === 5001);
  });

  it('scrolls down and across', async function () {
    this.timeout(120_000);
    for (const [name, by] of [
      ['down', 'grid.scrollTop += 90;'],
      ['across', 'grid.scrollLeft += 120;'],
      ['far', 'grid.scrollTop = (frame * 10_133) % 129_000; grid.scrollLeft = (frame * 7919) % 60_000;'],
    ] as const) {
      const frames = await value<Record<string, number>>(scrolling(by));
      await log(`${name}: ${JSON.stringify(frames)}`);
      assert.equal(frames.holes, 0, name);
    }
    await ui.screenshot('gantt-large-scrolled');
  });
});
