// <meander-figure> in somebody's page on another origin: several of them, captions, events, and nothing at all without
// scripts but a link and a picture.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { pressPicture } from './embed_support.mjs';
import { PATIENCE, newReader, startChromium, startHost, startSite } from './support.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
const figures = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => `<meander-figure id="m${i + 1}" room="ideas" title="Figure ${i + 1}">
<a href="${site.address}ideas.html"><img src="${site.address}a/nothing.png" alt="A map"></a></meander-figure>`).join('\n');
before(async () => {
  site = await startSite();
  browser = await startChromium();
  host = await startHost((request, response) => {
    const count = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('count')) || 1;
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': `default-src 'none'; img-src ${site.address}; frame-src ${site.address}; script-src ${site.address}; style-src 'self'` });
    response.end(`<!doctype html><html lang="en"><title>Somebody’s page</title><script type="module" src="${site.address}element.js"></script>
<p><a id="caption" data-figure="m1" href="${site.address}ideas.html#ideas.AAA">the fourth hop</a></p>${figures(count)}</html>`);
  });
});
after(async () => {
  await browser.close();
  host.close();
  await site.close();
});

/** @param {import('playwright-core').Page} page @param {string} id @param {string} is */
const condition = (page, id, is) => page.waitForFunction(([name, wanted]) => /** @type {any} */ (document.getElementById(name)).is === wanted, [id, is], { timeout: PATIENCE });

test('six figures: one program fetched, two alive at most, the others rest with their picture', async () => {
  const { page, context } = await newReader(browser, { viewport: { width: 700, height: 2800 } });
  await page.goto(`${host.address}?count=6`);
  for (let i = 1; i <= 6; i += 1) await condition(page, `m${i}`, 'poster');
  for (let i = 1; i <= 6; i += 1) {
    await page.evaluate((name) => /** @type {any} */ (document.getElementById(name)).live(), `m${i}`);
    await condition(page, `m${i}`, 'live');
  }
  for (let i = 1; i <= 4; i += 1) await condition(page, `m${i}`, 'resting');
  let canvases = 0;
  for (const frame of page.frames().slice(1)) canvases += await frame.evaluate(() => document.querySelectorAll('canvas#chart').length);
  assert.equal(canvases, 2);
  // What a frame has from the browser's cache did not travel.
  let travelled = 0;
  for (const frame of page.frames().slice(1)) {
    travelled += await frame.evaluate(() => /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'))
      .filter((entry) => /app_ideas[^/]*\.wasm$/.test(entry.name) && entry.transferSize > 400).length);
  }
  assert.equal(travelled, 1, 'six figures, one program');
  const resting = page.frames()[1];
  assert.ok(await resting.evaluate(() => (/** @type {HTMLImageElement} */ (document.querySelector('.poster img')).naturalWidth)) > 0, 'its last picture');
  await context.close();
});

test('events, a caption, another theme, and a press wakes what rests', async () => {
  const { page, context, faults } = await newReader(browser);
  await page.addInitScript(() => {
    /** @type {any[]} */
    const heard = [];
    /** @type {any} */ (window).heard = heard;
    for (const name of ['ready', 'statechange', 'stop']) document.addEventListener(name, (event) => heard.push([name, /** @type {CustomEvent} */ (event).detail]));
  });
  await page.goto(host.address);
  await condition(page, 'm1', 'poster');
  const frame = page.frameLocator('#m1 >> iframe');
  assert.equal(await frame.locator('.figure-title').innerText(), 'Figure 1');
  await pressPicture(frame);
  await condition(page, 'm1', 'live');
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard[0]), ['ready', { room: 'ideas', title: 'Figure 1' }]);
  await page.locator('#m1').evaluate((figure) => figure.setAttribute('theme', 'dark'));
  await frame.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
  // A real state: the figure's own, one stop further.
  await frame.locator('#chart').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ [name]) => name === 'statechange'));
  const state = await page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).state);
  assert.match(state, /^ideas\.[\w-]+$/);
  await page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).rest());
  await condition(page, 'm1', 'resting');
  await page.locator('#caption').evaluate((link, to) => { /** @type {HTMLAnchorElement} */ (link).hash = to; }, state);
  const entries = await page.evaluate(() => history.length);
  const shown = await page.locator('#caption').evaluate((link) => {
    /** @type {HTMLElement} */ (link).click();
    return /** @type {any} */ (document.getElementById('m1')).state;
  });
  assert.equal(shown, state);
  await condition(page, 'm1', 'live');
  assert.equal(await page.evaluate(() => history.length), entries, 'nobody’s Back is longer');
  assert.equal(new URL(page.url()).hash, '');
  assert.deepEqual(faults.filter((fault) => !fault.includes('404')), []);
  await context.close();
});

test('without scripts there is a link with a picture', async () => {
  const { page, context } = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(host.address);
  assert.equal(await page.locator('#m1 a img').getAttribute('alt'), 'A map');
  assert.equal(await page.locator('iframe').count(), 0);
  await context.close();
});
