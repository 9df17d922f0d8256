// Two journeys in the built page: a second one asks first, lies beside one's own, both are played, pointed at and
// swapped by hand and by keys, and one's own is never lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { dropJourney, newReader, noted, openByTitle, pathPixels, ready, siteAndChromium, stops } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** A journey's link, made in a window of its own. @param {string[]} titles */
async function linkThrough(titles) {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  for (const title of titles) await openByTitle(page, title);
  const address = page.url();
  await context.close();
  return address;
}

/** @param {import('playwright-core').Page} page @param {string} side */
const column = (page, side) => page.$$eval(`.ladder-stops.${side} .stop a`, (links) => links.map((link) => link.textContent));

test('a second link in the address asks; laid over, both are there, played, swapped and put away', async () => {
  const theirs = await linkThrough(['Music', 'Dance', 'Euclid']);
  const { page, context, faults, elsewhere } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  for (const title of ['Euclid', 'Geometry', 'Music']) await openByTitle(page, title);
  const own = page.url();
  await page.evaluate((hash) => { location.hash = hash; }, new URL(theirs).hash);
  await page.locator('[role="dialog"] [data-press="second-over"]').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction((address) => location.href === address, own);
  assert.deepEqual(await stops(page), ['Euclid', 'Geometry', 'Music']);

  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, theirs);
  await page.locator('[data-press="second-over"]').click();
  await page.locator('.other .note', { hasText: 'You both passed Euclid and Music, in opposite directions.' }).waitFor();
  assert.deepEqual(await column(page, 'yours'), ['Euclid', 'Geometry', 'Music']);
  assert.deepEqual(await column(page, 'theirs'), ['Music', 'Dance', 'Euclid']);
  assert.equal(await page.locator('.ladder-ties .tie').count(), 2);
  assert.equal(await page.locator('.tracks circle:not(.head)').count(), 6);

  await page.locator('.ladder-stops.yours a', { hasText: 'Music' }).hover();
  await page.waitForFunction(() => document.querySelectorAll('.ladder-stops .lit').length === 2);
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => document.querySelectorAll('.ladder-stops .lit').length === 0);

  const whole = await pathPixels(page);
  await page.locator('#chart').focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.tracks line.line.walked[x2="50.00%"]').waitFor({ state: 'attached' });
  assert.ok(await pathPixels(page) < whole, 'the way to come is thin');
  const play = await noted(page, '.duet [data-press="other-play"]');
  await page.keyboard.press(' ');
  await play.has(/aria-label="Pause"/);
  await page.locator('.duet [data-press="other-play"][aria-label="Play"]').waitFor();
  await page.locator('.tracks line.line.walked[x2="100.00%"]').waitFor({ state: 'attached' });

  await page.keyboard.press('x');
  await page.locator('[data-press="other-walk"]', { hasText: 'Walk yours' }).waitFor();
  assert.deepEqual(await column(page, 'yours'), ['Euclid', 'Geometry', 'Music'], 'whose is whose stays');
  await page.locator('[data-press="other-away"]').first().click();
  await page.waitForFunction(() => document.querySelector('.ladder') === null);
  assert.deepEqual(await stops(page), ['Euclid', 'Geometry', 'Music']);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a dropped file opens where there is no journey yet, and asks where there is one', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  /** @param {string[]} titles */
  const drop = (titles) => dropJourney(page, titles.map((title, i) => (i > 0 ? { title, from: i - 1 } : { title })), 1);
  await drop(['Euclid', 'Circle']);
  await page.locator('.article h1', { hasText: 'Circle' }).waitFor();
  await drop(['Whale', 'Ocean']);
  await page.locator('[data-press="second-open"]').click();
  await page.locator('.article h1', { hasText: 'Ocean' }).waitFor();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'good morning');
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.locator('.toast', { hasText: 'There is no journey and no tour in that.' }).waitFor();
  await context.close();
});

test('where they never met the nearest two are named; on a phone all is within reach', async () => {
  const theirs = await linkThrough(['Whale', 'Fish']);
  const { page, context, faults } = await newReader(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.goto(await linkThrough(['Euclid', 'Ocean']));
  await ready(page);
  await page.evaluate((hash) => { location.hash = hash; }, new URL(theirs).hash);
  await page.locator('[data-press="second-over"]').tap();
  await page.locator('.other .note', { hasText: /^You never met. Nearest: your Ocean, their (Whale|Fish)\.$/ }).waitFor();
  await page.locator('[data-press="other-whose"]').tap();
  await page.locator('[data-press="other-whose"]', { hasText: 'Theirs' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  const row = await page.locator('.ladder-stops .stop').first().boundingBox();
  assert.ok(row && row.height >= 44);
  assert.deepEqual(faults, []);
  await context.close();
});
