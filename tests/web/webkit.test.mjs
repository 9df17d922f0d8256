// The page in WebKit: it becomes ready, the map is drawn, a search opens an article. Needs a display.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { magentaPixels, startSite, until } from './support.mjs';
import { startWebKit } from './webdriver.mjs';

const ENTER = '\uE007';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {Awaited<ReturnType<typeof startWebKit>>} */
let page;
before(async () => {
  site = await startSite();
  page = await startWebKit();
});
after(async () => {
  await page?.close();
  await site.close();
});

test('WebKit: the page gets ready, the map is drawn, a search opens an article', async () => {
  await page.open(`${site.address}ideas.html`);
  await page.element('html[data-ready]');
  // The still picture is gone by now: the journey's magenta is the live map's.
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.poster') ?? document.head)).display), 'none');
  await page.waitFor(() => document.querySelectorAll('.journey .stop').length === 5);
  await until(async () => await magentaPixels(page, await page.picture('#chart')) > 60, 'the line is drawn');

  await page.type('.search input', 'Euclid');
  await page.element('.results .result a');
  await page.type('.search input', ENTER);
  await page.waitFor(() => document.querySelector('.article h1')?.textContent === 'Euclid' && document.querySelector('.article .read'));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.journey .stop a')].map((stop) => stop.textContent)), ['Euclid']);
});

test('WebKit: seven lines and their river, and other lines for another end', async () => {
  await page.open(`${site.address}sentences.html`);
  await page.element('html[data-ready]');
  const lines = () => page.evaluate(() => [...document.querySelectorAll('.line .line-text')].map((line) => line.textContent));
  const first = await lines();
  assert.equal(new Set(first).size, 7);
  await until(async () => await magentaPixels(page, await page.picture('#chart')) > 400, 'the river is drawn');
  await page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    field.value = 'The lamp went out before the letter was finished.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitFor((/** @type {string} */ old) => document.querySelector('.verse:not(.stale)') && document.querySelector('.line .line-text')?.textContent !== old, first[0]);
  const second = await lines();
  assert.equal(new Set(second).size, 7);
  assert.notDeepEqual(second, first);
});

test('WebKit: ribbons between two sentences, and others for another sentence', async () => {
  await page.open(`${site.address}inside.html`);
  await page.element('html[data-ready]');
  const says = () => page.evaluate(() => document.querySelector('.side-says')?.textContent ?? '');
  // On a first visit it goes through the layers by itself, and says each.
  assert.match(await says(), /^Of 64 pairs of words/);
  await until(async () => await magentaPixels(page, await page.picture('#chart')) > 20, 'the sum’s end is drawn');
  await page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    field.value = 'The kettle sang';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitFor(() => /^Of 24 pairs of words/.test(document.querySelector('.side-says')?.textContent ?? ''));
});
