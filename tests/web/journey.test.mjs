// The promise of the page, as a reader would try it: search, read, follow links, see the line, come
// back to it after a reload and elsewhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { countFrames, framesWhileIdle, newReader, openByTitle, pathPixels, ready, siteAndChromium, stops } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** Follows the article's first link that leads somewhere new. @param {import('playwright-core').Page} page */
async function followLink(page) {
  const known = await stops(page);
  const links = page.locator('.article .read a[data-press="open"]');
  await links.first().waitFor();
  for (let i = 0; i < await links.count(); i += 1) {
    const before = await page.locator('.article h1').textContent();
    await links.nth(i).click();
    await page.waitForFunction((old) => document.querySelector('.article h1')?.textContent !== old, before);
    await page.locator('.article .read').first().waitFor();
    const now = await stops(page);
    if (now.length > known.length) return;
  }
  throw new Error('no link led on');
}

test('Euclid, three links, the line, a reload, another browser', async () => {
  const { page, faults, elsewhere, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Euclid');
  assert.deepEqual(await stops(page), ['Euclid']);
  for (let i = 0; i < 3; i += 1) await followLink(page);
  const journey = await stops(page);
  assert.equal(journey.length, 4);
  assert.equal(journey[0], 'Euclid');
  assert.ok(await pathPixels(page) > 60, 'the line is on the map');

  await page.waitForFunction(() => location.hash.startsWith('#ideas.'));
  await page.reload();
  await ready(page);
  await page.waitForFunction((count) => document.querySelectorAll('.journey .stop').length === count, 4);
  assert.deepEqual(await stops(page), journey);
  assert.ok(await pathPixels(page) > 60, 'the line is still on the map');

  const link = page.url();
  assert.ok(new URL(link).hash.length < 200);
  const other = await newReader(browser, { colorScheme: 'dark' });
  await other.page.goto(link);
  await ready(other.page);
  await other.page.locator('.journey .stop').nth(journey.length - 1).waitFor();
  assert.deepEqual(await stops(other.page), journey);

  await page.locator('.crumb button[data-press="back"]').click();
  await page.waitForFunction((title) => document.querySelector('.article h1')?.textContent === title, journey[2]);
  assert.deepEqual(await stops(page), journey, 'back keeps what was walked');
  assert.deepEqual(faults.concat(other.faults), []);
  assert.deepEqual(elsewhere.concat(other.elsewhere), []);
  await context.close();
  await other.context.close();
});

test('a broken link gives a sentence and the plain map', async () => {
  for (const fragment of ['#ideas.AAAA', '#nonsense', '#ideas.' + 'x'.repeat(500)]) {
    const { page, context, faults } = await newReader(browser);
    await page.goto(`${site.address}ideas.html${fragment}`);
    await ready(page);
    await page.locator('.toast').waitFor();
    assert.match(await page.locator('.toast').innerText(), /That link is not whole/);
    assert.equal(await page.locator('#chart').count(), 1);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('a typing mistake still finds the article', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.search input').fill('phtosynthesis');
  await page.locator('.results .result a', { hasText: 'Photosynthesis' }).waitFor();
  await page.locator('.search input').fill('zzqqx');
  await page.locator('.answers .note', { hasText: 'Nothing by that name' }).waitFor();
  await context.close();
});

test('typed words are read in the page and answered by meaning', async () => {
  const { page, context, elsewhere } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.segment', { hasText: 'Meaning' }).click();
  await page.locator('.search input').fill('a hot drink that keeps you awake');
  await page.locator('.results .result .number').first().waitFor();
  const titles = await page.locator('.results .result a').allTextContents();
  assert.ok(titles.slice(0, 4).some((title) => /Drink|Caffeine|Coffee|Tea/.test(title)), titles.join(', '));
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('with nothing changing no frame is asked for', async () => {
  const { page, context } = await newReader(browser, { reducedMotion: 'no-preference' });
  await page.addInitScript(countFrames);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  // The first move plays once; then everything rests.
  assert.equal(await framesWhileIdle(page), 0);
  await context.close();
});
