// Reading in the built page: the arc beside every link stays with it, and the list can be taken along on a
// phone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, openByTitle, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

test('however a paragraph wraps, a link’s arc stands beside its last word and within the column', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Black hole');
  await page.locator('.article .read .arc').first().waitFor({ state: 'attached' });
  const { astray, seen, wrapped } = await page.evaluate(() => {
    const scroll = /** @type {HTMLElement} */ (document.querySelector('.scroll'));
    const found = { astray: /** @type {string[]} */ ([]), seen: 0, wrapped: 0 };
    for (let width = 200; width <= 420; width += 3) {
      scroll.style.width = `${width}px`;
      for (const arc of document.querySelectorAll('.article .read .arc')) {
        const link = /** @type {Element} */ (arc.previousElementSibling);
        const lines = [...link.getClientRects()];
        const last = lines[lines.length - 1];
        const drawn = /** @type {Element} */ (arc.querySelector('svg')).getBoundingClientRect();
        const column = /** @type {Element} */ (arc.closest('p')).getBoundingClientRect();
        const isBeside = Math.abs((drawn.top + drawn.bottom) / 2 - (last.top + last.bottom) / 2) < 14 &&
          drawn.left > last.right - 2 && drawn.left < last.right + 8 && drawn.right < column.right + 1;
        found.seen += 1;
        found.wrapped += lines.length > 1 ? 1 : 0;
        if (!isBeside) found.astray.push(`${link.textContent} at ${width}`);
      }
    }
    return found;
  });
  assert.ok(seen > 500 && wrapped > 20, `${seen} arcs, ${wrapped} beside links of two lines`);
  assert.deepEqual(astray, []);
  await context.close();
});

test('on a phone the list is copied and saved, too', async () => {
  const { page, context, faults } = await newReader(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
    acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('[data-press="list"]').first().evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await page.locator('.list-row').nth(3).waitFor();
  for (const name of ['list-copy', 'list-save']) {
    const box = await page.locator(`.list-top [data-press="${name}"]`).boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 44, name);
  }
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="list-save"]').tap()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  assert.deepEqual(faults, []);
  await context.close();
});
