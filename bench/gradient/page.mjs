// How long a reader waits in the page once both ends are encoded: in a Chromium, on one worker thread, from the press
// that swaps two ends (which changes all lines and encodes nothing) to the first lines on the page, and to the last.
import path from 'node:path';
import { serve } from '../../tools/server.mjs';
import { median, root, startChromium } from '../common.mjs';

/**
 * To run in the page: presses what swaps the ends and watches the lines; milliseconds to the first change of a line
 * and to the final way.
 * @returns {Promise<{ first: number, all: number }>}
 */
function swapAndWatch() {
  return new Promise((done) => {
    const texts = () => [...document.querySelectorAll('.line .line-text')].map((line) => line.textContent).join('\n');
    const before = texts();
    let first = -1;
    const begun = performance.now();
    const look = () => {
      const isNews = texts() !== before;
      if (isNews && first < 0) first = performance.now() - begun;
      if (!isNews || !document.querySelector('.verse:not(.stale)')) return;
      watcher.disconnect();
      done({ first, all: performance.now() - begun });
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class'] });
    /** @type {HTMLElement} */ (document.querySelector('[data-press="swap"]')).click();
  });
}

/**
 * @param {{ a: string, b: string }[]} pairs
 * @param {{ name: string, key: string }[]} spaces with the key that takes the puck there
 */
export async function timePage(pairs, spaces) {
  const { server, address } = await serve(path.join(root, 'dist'), { port: 0 });
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(240_000);
    await page.goto(`${address}sentences.html`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const found = [];
    for (const { name, key } of spaces) {
      await page.locator('.puck').focus();
      await page.keyboard.press(key);
      /** @type {{ first: number, all: number }[]} */
      const times = [];
      for (const { a, b } of pairs) {
        const last = page.locator('textarea').last();
        await page.locator('textarea').first().fill(a);
        await last.fill(b);
        await last.press('Enter');
        await page.waitForFunction((to) => document.querySelector('.end.last .behind')?.textContent === to && document.querySelector('.verse:not(.stale)'), b);
        times.push(await page.evaluate(swapAndWatch));
      }
      found.push({ name, first: median(times.map((time) => time.first)), all: median(times.map((time) => time.all)), count: times.length });
    }
    return found;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
