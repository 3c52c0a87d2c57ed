// What an editor test can do to the window from outside, as a person would. Selectors are Playwright's. The runner
// carries it out on the page; the driver is the same thing seen from inside the extension host.
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';

export type Ui = {
  /** Writes out/screenshots/NAME.png and answers with its path. */
  readonly screenshot: (name: string) => Promise<string>;
  readonly text: (selector: string) => Promise<string>;
  /** Of every element that matches now, at once: rows of a list come and go. */
  readonly texts: (selector: string) => Promise<readonly string[]>;
  readonly count: (selector: string) => Promise<number>;
  readonly click: (selector: string) => Promise<void>;
  readonly rightClick: (selector: string) => Promise<void>;
  /** A key or a chord such as `Control+Shift+P`, sent to what has the focus. */
  readonly press: (keys: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** The same inside the webview that was opened last. */
  readonly webviewText: (selector: string) => Promise<string>;
  readonly webviewCount: (selector: string) => Promise<number>;
  readonly webviewClick: (selector: string) => Promise<void>;
  /** Takes an element there by its middle, or so many pixels before its end, and drops it so many pixels to the right. */
  readonly webviewDrag: (selector: string, by: string, fromEnd?: string) => Promise<void>;
  /** What an expression comes to in there, as JSON. */
  readonly webviewValue: (expression: string) => Promise<string>;
  /** Chooses by value in a select, fills in a field, or sets a check mark to `true` or `false`. */
  readonly webviewFill: (selector: string, value: string) => Promise<void>;
};

const patience = { timeout: 10_000 };

export function uiOf(page: Page, screenshots: string): Ui {
  const webview = () => webviewFrame(page);
  return {
    screenshot: async (name) => {
      const file = path.join(screenshots, `${path.basename(name, '.png')}.png`);
      await page.screenshot({ path: file });
      return file;
    },
    text: (selector) => page.locator(selector).innerText(patience),
    texts: (selector) => page.locator(selector).allInnerTexts(),
    count: (selector) => page.locator(selector).count(),
    click: (selector) => page.locator(selector).click(patience),
    rightClick: (selector) => page.locator(selector).click({ ...patience, button: 'right' }),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    webviewText: async (selector) => (await webview()).locator(selector).innerText(patience),
    webviewCount: async (selector) => (await webview()).locator(selector).count(),
    webviewClick: async (selector) => (await webview()).locator(selector).click(patience),
    webviewDrag: async (selector, by, fromEnd) => {
      const box = await (await webview()).locator(selector).boundingBox(patience);
      if (!box) throw new Error(`${selector} is not in sight.`);
      const x = fromEnd === undefined ? box.x + box.width / 2 : box.x + box.width - Number(fromEnd);
      const y = box.y + box.height / 2;
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + Number(by) / 2, y, { steps: 4 });
      await page.mouse.move(x + Number(by), y, { steps: 4 });
      await page.mouse.up();
    },
    webviewValue: async (expression) => JSON.stringify((await (await webview()).evaluate(expression)) ?? null),
    webviewFill: async (selector, value) => {
      const control = (await webview()).locator(selector);
      const kind = await control.evaluate(
        (element: { tagName: string; type?: string }) => element.type ?? element.tagName,
      );
      if (kind.startsWith('select')) await control.selectOption(value, patience);
      else if (kind === 'checkbox') await control.setChecked(value === 'true', patience);
      else await control.fill(value, patience);
    },
  };
}

/** VS Code wraps a webview's document in two frames; the inner one is called fake.html. */
async function webviewFrame(page: Page): Promise<Frame> {
  for (const until = Date.now() + patience.timeout; Date.now() < until; ) {
    const frame = page
      .frames()
      .filter((each) => each.url().includes('fake.html') && !each.isDetached())
      .at(-1);
    if (frame) return frame;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('There is no webview in the window.');
}
