// An author's tour in the built page: walked, left and joined again, by keys alone, from a file, refused where it
// leads elsewhere; and a post that drives one in a sandboxed frame as it scrolls.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { countFrames, framesWhileIdle, newReader, openByTitle, pathPixels, PATIENCE, project, ready, siteAndChromium, stops } from './support.mjs';

const { site, browser } = await siteAndChromium();

const file = path.join(project, 'data/tours/where-are-we.json');
/** @type {{ title: string, stops: { idea: string, caption: string }[] }} */
const tour = JSON.parse(fs.readFileSync(file, 'utf8'));
const address = () => `${site.address}ideas.html?tour=tours/where-are-we.json`;
/** @param {import('playwright-core').Page | import('playwright-core').FrameLocator} page @param {number} stop from 1 */
const isAt = async (page, stop) => {
  await page.locator('.article h1', { hasText: new RegExp(`^${tour.stops[stop - 1].idea}$`) }).waitFor();
  await page.locator('.caption', { hasText: tour.stops[stop - 1].caption }).waitFor();
  await page.locator('.tour-where', { hasText: `${stop} of ${tour.stops.length}` }).waitFor();
};

test('a tour beside the page is walked, left by a link, joined again, and comes back after a reload', async () => {
  const { page, faults, elsewhere, context } = await newReader(browser);
  await page.addInitScript(countFrames);
  await page.goto(address());
  await ready(page);
  await isAt(page, 1);
  assert.equal(await page.title(), `${tour.title} · Meander`);
  assert.ok(await pathPixels(page) > 300, 'its line is the path');
  for (let stop = 2; stop <= tour.stops.length; stop += 1) {
    await page.locator('.tour-next').click();
    await isAt(page, stop);
  }
  await page.locator('.tour-turn').waitFor();
  await page.locator('.tour .stop a', { hasText: 'Longitude' }).click();
  await isAt(page, 3);
  await page.locator('.article .read').first().waitFor();
  const idle = await framesWhileIdle(page);
  assert.equal(idle, 0, 'a tour waits for its reader');

  await page.locator('.article .read a[data-press="open"]').first().click();
  await page.locator('.tour-strip').waitFor();
  const own = await stops(page);
  assert.equal(own.length, 2);
  assert.equal(own[0], 'Longitude');
  await page.locator('.tour-strip [data-press="tour-back"]').click();
  await isAt(page, 3);
  await page.reload();
  await ready(page);
  await isAt(page, 3);
  await page.goBack();
  await page.waitForFunction((titles) => JSON.stringify([...document.querySelectorAll('.journey .stop a')].map((a) => a.textContent)) === titles, JSON.stringify(own));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('keys alone walk it and leave it, and a journey made before is there again', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  for (const title of ['Euclid', 'Geometry']) await openByTitle(page, title);
  await page.locator('[data-press="journeys"]').click();
  await page.locator('label[data-input="kept-file"] input').setInputFiles(file);
  await isAt(page, 1);
  await page.locator('#chart').focus();
  await page.keyboard.press('ArrowRight');
  await isAt(page, 2);
  await page.keyboard.press(' ');
  await isAt(page, 3);
  await page.keyboard.press('ArrowLeft');
  await isAt(page, 2);
  await page.keyboard.press('Escape');
  await page.locator('.article h1', { hasText: 'Geometry' }).waitFor();
  assert.deepEqual(await stops(page), ['Euclid', 'Geometry']);
  await page.locator('#chart').focus();
  await page.keyboard.press('t');
  await isAt(page, 2);
  await page.keyboard.press('Escape');
  await page.locator('.tour-strip [data-press="tour-away"]').click();
  await page.locator('.tour-strip').waitFor({ state: 'detached' });
  assert.deepEqual(await stops(page), ['Euclid', 'Geometry']);
  await context.close();
});

test('a tour elsewhere, a missing and a broken one are each refused in a sentence, and the map is there', async () => {
  const { page, context, elsewhere } = await newReader(browser);
  for (const [asked, sentence] of [
    ['https://example.org/tour.json', 'A tour’s file lies beside this page; that address leads elsewhere.'],
    ['..%2Ftour.json', 'A tour’s file lies beside this page; that address leads elsewhere.'],
    ['tours/none.json', 'The tour did not arrive.'],
  ]) {
    await page.goto(`${site.address}ideas.html?tour=${asked}`);
    await ready(page);
    await page.locator('.toast', { hasText: sentence }).waitFor();
    assert.equal((await stops(page))[0], 'Dream');
  }
  await page.route('**/tours/broken.json', (route) => route.fulfill({ body: '{"meander": "tour", "version": 1, "title": "T", "stops": [{}]}' }));
  await page.goto(`${site.address}ideas.html?tour=tours/broken.json`);
  await ready(page);
  await page.locator('.toast', { hasText: 'Stop 1 of this tour names no idea.' }).waitFor();
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a post drives the tour in a sandboxed frame as it scrolls; a reader who wanders is not pulled back', async () => {
  const { page, context, faults, elsewhere } = await newReader(browser);
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (window);
    kept.said = [];
    if (window.top === window) window.addEventListener('message', (event) => kept.said.push(event.data));
  });
  await page.goto(`${site.address}examples/tour.html`);
  const frame = page.frameLocator('iframe');
  await isAt(frame, 1);
  const told = () => page.locator('#told').textContent();
  /** @param {number} stop */
  const scrollTo = async (stop) => {
    await page.locator(`[data-stop="${stop}"]`).evaluate((section) => section.scrollIntoView({ block: 'start' }));
    await page.locator(`[data-stop="${stop}"].is-here`).waitFor();
  };
  await scrollTo(4);
  await isAt(frame, 4);
  await page.waitForFunction(() => document.getElementById('told')?.textContent === 'The map shows stop 4 of 7: Clock.');
  await frame.locator('.tour-next').click();
  await page.waitForFunction(() => document.getElementById('told')?.textContent?.includes('stop 5 of 7'));
  await frame.locator('.article .read a[data-press="open"]').first().click();
  await frame.locator('.tour-strip').waitFor();
  const wandered = await frame.locator('.article h1').textContent();
  const before = await told();
  await scrollTo(6);
  await page.waitForTimeout(500);  // in which nothing happens
  assert.equal(await frame.locator('.article h1').textContent(), wandered);
  assert.equal(await told(), before, 'where a reader goes is not told');
  await frame.locator('.tour-strip [data-press="tour-back"]').click();
  await isAt(frame, 6);
  /** @type {any[]} */
  const said = await page.evaluate(() => /** @type {any} */ (window).said);
  assert.deepEqual(said[0], { meander: 1, type: 'ready', title: tour.title, stops: tour.stops.map((stop) => stop.idea) });
  assert.ok(said.every((message) => message.meander === 1 && ['ready', 'stop'].includes(message.type)));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('on a phone the bar is within reach and nothing sticks out; on paper every caption is there', async () => {
  const { page, context } = await newReader(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address());
  await ready(page);
  await isAt(page, 1);
  await page.locator('.tour-next').tap();
  await isAt(page, 2);
  const next = await page.locator('.tour-next').boundingBox();
  assert.ok(next && next.height >= 44 && next.y + next.height <= 844, JSON.stringify(next));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  await page.emulateMedia({ media: 'print' });
  for (const { caption } of tour.stops) assert.ok(await page.locator('.stop', { hasText: caption }).isVisible());
  await context.close();
});
