// The key of the map in the built page: topics that are wanted, trust, the map's two layouts; by mouse,
// keyboard and on a phone; all of it comes back with the link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { countFrames, framesWhileIdle, newReader, openByTitle, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** Every file of the islands that was asked for. @param {import('playwright-core').Page} page */
function islandsAsked(page) {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => { if (/\/islands-/.test(request.url())) asked.push(request.url()); });
  return asked;
}
/** @param {import('playwright-core').Page} page */
const fragment = (page) => page.evaluate(() => location.hash);
/** @param {import('playwright-core').Page} page @param {string} before */
const newFragment = async (page, before) => {
  await page.waitForFunction((old) => location.hash !== old, before);
  return fragment(page);
};

/**
 * How many of the chart's pixels are near to a colour. @param {import('playwright-core').Page} page
 * @param {[number, number, number]} colour
 */
const pixelsOf = async (page, colour) => page.evaluate(async (/** @type {[number[], number[]]} */ [bytes, [r, g, b]]) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (Math.abs(data[i] - r) < 40 && Math.abs(data[i + 1] - g) < 40 && Math.abs(data[i + 2] - b) < 40) count += 1;
  }
  return count;
}, /** @type {[number[], number[]]} */ ([[...await page.locator('#chart').screenshot()], colour]));

const GEOGRAPHY = /** @type {[number, number, number]} */ ([0x5b, 0xb3, 0xa6]);  // its dots at 78 % on land
const PEOPLE = /** @type {[number, number, number]} */ ([0x9b, 0x72, 0x38]);

test('topics join by "or", the rest recedes, and the link brings it back', async () => {
  const { page, faults, context } = await newReader(browser, { colorScheme: 'light' });
  const asked = islandsAsked(page);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.key-open').click();
  const row = (/** @type {string} */ name) => page.locator('.key-topics button', { hasText: name });
  await page.waitForFunction(() => document.querySelectorAll('.key-topics button.key-row').length === 11);
  const people = await pixelsOf(page, PEOPLE), geography = await pixelsOf(page, GEOGRAPHY);
  assert.ok(people > 500 && geography > 500, `${people} ${geography}`);
  const bare = await fragment(page);
  await row('Geography').click();
  await page.locator('.key-topics [aria-pressed]').waitFor();
  const one = await newFragment(page, bare);
  const geographyAlone = await pixelsOf(page, GEOGRAPHY), peopleAway = await pixelsOf(page, PEOPLE);
  // Where other topics' dots lie between, theirs of a like colour recede too, and where they do depends on the map.
  assert.ok(peopleAway < people / 4, `${people} pixels of People, ${peopleAway} when they recede`);
  assert.ok(geographyAlone > geography / 2, `${geography} pixels of Geography, ${geographyAlone} alone`);
  await row('People').click();
  const both = await newFragment(page, one);
  await page.waitForFunction(() => document.querySelectorAll('.key-topics [aria-pressed]').length === 2);
  assert.ok(await pixelsOf(page, PEOPLE) > people * 0.7);
  await row('Geography').click();
  await page.waitForFunction(() => document.querySelectorAll('.key-topics [aria-pressed]').length === 1);
  const geographyAway = await pixelsOf(page, GEOGRAPHY);
  assert.ok(geographyAlone > 2 * geographyAway, `${geographyAlone} pixels of Geography alone, ${geographyAway} when it recedes`);
  const { page: other } = await newReader(browser, { colorScheme: 'light' });
  await other.goto(`${site.address}ideas.html${both}`);
  await ready(other);
  await other.locator('.key-open.in-use').click();
  await other.waitForFunction(() => document.querySelectorAll('.key-topics [aria-pressed]').length === 2);
  await other.locator('.key-all').click();
  await other.waitForFunction(() => document.querySelectorAll('.key-topics [aria-pressed]').length === 0);
  assert.deepEqual(asked, [], 'the other map is not fetched before it is wanted');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the other map is fetched when wanted, everything goes over, the link opens it so', async () => {
  const { page, faults, elsewhere, context } = await newReader(browser, { reducedMotion: 'no-preference' });
  await page.addInitScript(countFrames);
  const asked = islandsAsked(page);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Coffee');
  assert.match(await page.locator('.nearest .row-head .small').innerText(), /^\d+ of 10 are also near on the map$/);
  const before = await fragment(page);
  await page.locator('#chart').focus();
  await page.keyboard.press('k');
  await page.locator('.key-layout button', { hasText: 'Islands' }).click();
  await page.locator('.key-layout .small', { hasText: /Coffee: \d+ of its 10 nearest are near here, on the other map \d+/ }).waitFor();
  assert.equal(asked.length, new Set(asked).size);
  assert.ok(asked.length > 0);
  assert.match(await page.locator('.nearest .row-head .small').innerText(), /^\d+ of 10 are near here, \d+ on the other map$/);
  const there = await newFragment(page, before);
  const idle = await framesWhileIdle(page);
  assert.equal(idle, 0, 'arrived, nothing moves');
  const islands = await page.locator('#chart').screenshot();
  const { page: other } = await newReader(browser);
  await other.goto(`${site.address}ideas.html${await fragment(page)}`);
  await ready(other);
  await other.locator('.key-open.in-use').click();
  await other.locator('.key-layout [aria-pressed]', { hasText: 'Islands' }).waitFor();
  await other.locator('.key-layout .small', { hasText: 'Coffee:' }).waitFor();
  await page.locator('.key-layout button', { hasText: 'One land' }).click();
  await newFragment(page, there);
  await framesWhileIdle(page);
  assert.notDeepEqual(await page.locator('#chart').screenshot(), islands);
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('on a phone the key is a strip over the map, every switch as large as a finger', async () => {
  const { page, faults, context } = await newReader(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.key-open').tap();
  await page.locator('.key-layout button').first().waitFor();
  for (const button of await page.locator('.key-topics button.key-row, .key-layout button, .key-open').all()) {
    const box = await button.boundingBox();
    assert.ok(box && box.height >= 38, `${await button.innerText()}: ${box?.height}`);
  }
  const strip = await page.locator('.key-topics').boundingBox(), map = await page.locator('.stage').boundingBox();
  assert.ok(strip && map && strip.y > map.y + 100 && strip.y + strip.height <= map.y + map.height, 'over the map, not over all of it');
  await page.locator('.key-topics button', { hasText: 'Technology' }).tap();
  await page.locator('.key-topics [aria-pressed]', { hasText: 'Technology' }).waitFor();
  // By trust: words with their dots, in place of the topics' colours.
  await page.locator('.segment[data-argument="trust"]').tap();
  await page.locator('.key-grades', { hasText: 'good' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
