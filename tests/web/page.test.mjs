// The page around the map: its skip link, the search's field, Escape, and paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { MOST_OFF, difference } from './picture_difference.mjs';
import { newReader, openByTitle, ready, siteAndChromium, stops } from './support.mjs';

const { site, browser } = await siteAndChromium();

test('the skip link leads to the main part, before any script and after', async () => {
  const { page, context } = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(`${site.address}ideas.html`);
  const skip = page.locator('a.skip');
  assert.equal(await skip.getAttribute('href'), '#main');
  assert.equal(await page.locator('main#main').count(), 1);
  await context.close();

  const live = await newReader(browser);
  await live.page.goto(`${site.address}ideas.html#main`);  // as it is where it was used while the page loaded
  await ready(live.page);
  assert.equal(await live.page.locator('.toast').count(), 0, 'the name of a part of the page is no broken link');
  await live.page.locator('a.skip').focus();
  await live.page.keyboard.press('Enter');
  assert.equal(await live.page.evaluate(() => document.activeElement?.id), 'main');
  await live.context.close();
});

for (const [room, place] of [['ideas', '.stage'], ['sounds', '.sounds-chart']]) test(`${room}: the first live frame is the still picture`, async () => {
  for (const options of [{}, { viewport: { width: 820, height: 1180 } }, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }]) {
    /** @type {Buffer[]} */
    const pictures = [];
    const { page, context } = await newReader(browser, options);
    for (const isLive of [false, true]) {
      if (!isLive) await page.route(/\.wasm$/, () => {});  // never answered
      await page.goto(`${site.address}${room}.html`, { waitUntil: 'domcontentloaded' });
      await page.addStyleTag({ content: '.loading-line, .waiting { visibility: hidden }' });
      if (isLive) await ready(page);
      else await page.waitForFunction(() => /** @type {HTMLImageElement | null} */ (document.querySelector('.poster img'))?.naturalWidth);
      await page.evaluate(() => document.fonts.ready);
      pictures.push(await page.locator(place).screenshot());
      await page.unroute(/\.wasm$/);
    }
    const { off } = await difference(page, pictures);
    assert.ok(off <= MOST_OFF, `${off} of ${JSON.stringify(options)}`);
    await context.close();
  }
});

test('a search that is over leaves an empty field', async () => {
  const { page, context, faults } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  const field = page.locator('.search input');
  await openByTitle(page, 'Euclid');
  await page.waitForFunction(() => document.querySelector('.search input')?.matches(':placeholder-shown'));
  assert.equal(await page.locator('.answers').count(), 0);
  await field.fill('Photo');
  await page.locator('.results .result a').first().waitFor();
  await field.press('Escape');
  await page.locator('.answers').waitFor({ state: 'detached' });
  assert.equal(await field.inputValue(), '');
  assert.deepEqual(await stops(page), ['Euclid'], 'leaving opens nothing');
  await field.pressSequentially('Pla');
  await page.locator('.results .result a').first().waitFor();
  await page.locator('.segment', { hasText: 'Meaning' }).focus();
  await page.keyboard.press('Escape');
  await page.locator('.answers').waitFor({ state: 'detached' });
  assert.equal(await field.inputValue(), '');
  assert.deepEqual(faults, []);
  await context.close();
});

test('on paper: the map as it stands, the stops, whose work it is', async () => {
  const { page, context } = await newReader(browser, { colorScheme: 'dark' });
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Euclid');
  await page.locator('.article .read a[data-press="open"]').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.journey .stop').length === 2);
  await page.evaluate(() => {
    // Looked at while the browser prints: how many different colours the copy of the chart has.
    window.addEventListener('beforeprint', () => {
      const copy = /** @type {HTMLCanvasElement} */ (document.querySelector('.chart .on-paper'));
      const { data } = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d')).getImageData(0, 0, copy.width, copy.height);
      const colors = new Set();
      for (let i = 0; i < data.length; i += 4) colors.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
      document.documentElement.dataset.colors = String(colors.size);
    });
  });
  const paper = await page.pdf({ format: 'A4' });
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
  const colors = Number(await page.evaluate(() => document.documentElement.dataset.colors));
  assert.ok(colors > 100, `${colors} colours`);
  assert.equal(await page.locator('.on-paper').count(), 0, 'gone after printing');

  await page.emulateMedia({ media: 'print' });
  const look = await page.evaluate(() => {
    const shown = (/** @type {string} */ selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
    return { live: shown('#chart'), still: shown('.poster img'), stops: shown('.journey .stop'), credit: shown('.credit'), search: shown('.search'),
      paper: getComputedStyle(document.body).backgroundColor };
  });
  assert.deepEqual(look, { live: false, still: true, stops: true, credit: true, search: false, paper: 'rgb(252, 252, 250)' });
  await context.close();
});
