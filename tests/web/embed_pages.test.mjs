// A link to a view, opened where the room does not come: its still picture is the room's own example and says so, and
// trying again keeps the view.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PATIENCE, newReader, ready, siteAndChromium } from './support.mjs';
import { OWN_STATE, ROOMS } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();

test('what did not come says so, an example is called one, trying again keeps the view', async () => {
  const { page, context } = await newReader(browser);
  await page.route('**/app_*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  const failed = page.locator('.waiting-failed');
  for (const room of ROOMS.toReversed()) {
    await page.goto(`${site.address}${room}.html#${OWN_STATE.ideas}`);
    await failed.waitFor();
    assert.match(await failed.innerText(), /did not arrive\. You see an example, not what your link shows\. Try again/, room);
  }
  await page.unroute('**/app_*.wasm');
  const again = page.waitForEvent('load');
  await failed.locator('a').click();  // it can be pressed: nothing lies over it
  await again;
  await ready(page);
  assert.equal(new URL(page.url()).hash.slice(1), OWN_STATE.ideas);
  assert.equal(await page.locator('.waiting-own').evaluateAll((all) => all.some((one) => one.checkVisibility())), false);
  await context.close();
});

test('without a view in the address nothing is said of examples', async () => {
  const { page, context } = await newReader(browser);
  await page.route('**/app_*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.address}ideas.html`);
  await page.locator('.waiting-failed').waitFor();
  assert.equal((await page.locator('.waiting-failed').innerText()).trim(), 'The map did not arrive. Try again');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.waiting-failed a').click({ trial: true });
  await context.close();
});

test('until the view is drawn the example is called one', async () => {
  const { page, context } = await newReader(browser);
  /** @type {(value?: unknown) => void} */
  let go = () => {};
  const held = new Promise((done) => { go = done; });
  await page.route('**/packs/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.address}ideas.html#${OWN_STATE.ideas}`, { waitUntil: 'commit' });
  await page.locator('.waiting-map', { hasText: 'Until then you see an example' }).waitFor({ timeout: PATIENCE });
  go();
  await ready(page);
  await page.locator('.waiting-map').waitFor({ state: 'hidden' });
  await context.close();
});
