// A finger has 44 px for everything that can be pressed: in every room on a phone and on a tablet, in figures alive, in
// dialogs, on the pages of words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, ready, siteAndChromium } from './support.mjs';
import { ROOMS } from './embed_support.mjs';
import { smallTargets } from './targets.mjs';

const { site, browser } = await siteAndChromium();
const LEAST = 44;
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };

/** @param {string} address @param {import('playwright-core').ViewportSize} viewport */
async function open(address, viewport) {
  const reader = await newReader(browser, { viewport, hasTouch: true, isMobile: true });
  await reader.page.goto(site.address + address);
  await ready(reader.page);
  return reader;
}

/** @param {import('playwright-core').Page} page @param {string} where */
async function assertRoom(page, where) {
  const small = await smallTargets(page, LEAST);
  assert.deepEqual(small.map(({ what, wide, high }) => `${what}: ${wide} × ${high}`), [], where);
}

for (const room of ROOMS) {
  test(`${room}, on a phone and on a tablet, and its dialogs`, async () => {
    for (const viewport of [PHONE, TABLET]) {
      const { page, context } = await open(`${room}.html`, viewport);
      await assertRoom(page, `${room} ${viewport.width}`);
      for (const action of ['share', 'help']) {
        const button = page.locator(`[data-press="${action}"]:visible`).first();
        if (await button.count() === 0) continue;
        await button.click();
        await page.locator('[role="dialog"]:visible, dialog[open]').first().waitFor();
        await assertRoom(page, `${room} ${viewport.width}, ${action}`);
        await page.keyboard.press('Escape');
        await page.locator('[role="dialog"]:visible, dialog[open]').first().waitFor({ state: 'hidden' });
      }
      await context.close();
    }
  });

  test(`${room}, as a figure, before and after it is alive`, async () => {
    for (const viewport of [{ width: 600, height: 400 }, { width: 360, height: 480 }]) {
      const { page, context } = await newReader(browser, { viewport, hasTouch: true, isMobile: true });
      await page.goto(`${site.address}embed.html?room=${room}`);
      await page.locator('html[data-poster]').waitFor({ state: 'attached' });
      await assertRoom(page, `${room} ${viewport.width}, its poster`);
      await page.mouse.click(viewport.width / 2, 120);
      await ready(page);
      await assertRoom(page, `${room} ${viewport.width}, alive`);
      await context.close();
    }
  });
}

test('what is typed into: a walk’s ends, the sentences of Why and of What if', async () => {
  for (const [name, open_it, there] of [['ideas', '.walk-open', '.walk-field'], ['inside', '.view-tab[data-key="why"]', '.inside-chart.view-why'], ['inside', '.view-tab[data-key="what-if"]', '.inside-chart.view-what-if']]) {
    for (const viewport of [PHONE, TABLET]) {
      const { page, context } = await open(`${name}.html`, viewport);
      await page.locator(open_it).tap();
      await page.locator(there).first().waitFor();
      await assertRoom(page, `${name} ${viewport.width}, ${open_it}`);
      await context.close();
    }
  }
});

test('pages of words', async () => {
  for (const name of ['index.html', 'how.html', 'credits.html']) {
    for (const viewport of [PHONE, TABLET]) {
      const { page, context } = await newReader(browser, { viewport, hasTouch: true, isMobile: true });
      await page.goto(site.address + name);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      await assertRoom(page, `${name} ${viewport.width}`);
      await context.close();
    }
  }
});
