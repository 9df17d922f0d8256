// The page in WebKit: it becomes ready, the map is drawn, a search opens an article. Needs a display.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { magentaPixels, startSite } from './support.mjs';
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
  const chart = await page.picture('#chart');
  const example = await magentaPixels(page, chart);
  assert.ok(example > 60, `${example} pixels of the line`);

  await page.type('.search input', 'Euclid');
  await page.element('.results .result a');
  await page.type('.search input', ENTER);
  await page.waitFor(() => document.querySelector('.article h1')?.textContent === 'Euclid' && document.querySelector('.article .read'));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.journey .stop a')].map((stop) => stop.textContent)), ['Euclid']);
});
