// A reader's own photo and drawing in somebody's page, on a phone: brought with a finger, asked about, answered with its
// doubt; and nothing of it leaves the frame.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { WAYS, startPlaces } from './embed_support.mjs';
import { newReader, startChromium, until } from './support.mjs';

const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
/** @type {Awaited<ReturnType<typeof startPlaces>>} */
let places;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  places = await startPlaces();
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  places.close();
});

/** A figure that lives, in a frame that may run scripts and nothing else. @param {string} room */
async function living(room) {
  const reader = await newReader(browser, { viewport: { width: 640, height: 700 }, hasTouch: true });
  await reader.page.goto(places.pageOf(WAYS[1], `room=${room}&start=near`));
  const frame = reader.page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { ...reader, frame };
}
const factOf = (/** @type {import('playwright-core').FrameLocator} */ frame) => frame.locator('.figure-fact').innerText();

test('her own photo, why not the other, and one group with its doubt', async () => {
  const { page, context, frame, faults, elsewhere } = await living('pictures');
  assert.equal(await frame.locator('.rail-stop').first().evaluate((stop) => getComputedStyle(stop).borderRadius), '50%', 'the rail is drawn as a rail');
  assert.match(await factOf(frame), /^\d+\s% sure/);
  /** @type {string[]} */
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  await frame.locator('.bring-photo input').setInputFiles({ name: 'my cat.png', mimeType: 'image/png', buffer: fs.readFileSync(path.join(cache, 'pictures/photos/chelsea.png')) });
  // Somebody's page asks before it fetches a network.
  await frame.locator('[data-press="fetch"]').tap();
  await frame.locator('.figure-title', { hasText: /^my cat\.png: / }).waitFor();
  await frame.locator('.figure-ask').tap();
  await frame.locator('[role="dialog"] input').fill('lynx');
  await frame.locator('.kind-row', { hasText: 'lynx' }).first().tap();
  await frame.locator('.figure-ask', { hasText: 'Why not lynx?' }).waitFor();
  // A finger on the photo; the groups may have to be found first.
  const chart = /** @type {{ x: number, y: number }} */ (await frame.locator('#chart').boundingBox());
  await until(async () => {
    await page.touchscreen.tap(chart.x + 90, chart.y + 90);
    return /sure\. .+: [+−]\d\.\d\d, give or take \d/.test(await factOf(frame));
  }, 'a group speaks, with its doubt');
  assert.deepEqual([sent, elsewhere, faults, places.reports], [[], [], [], []]);
  await context.close();
});

test('a sheet is cleared, drawn on, and taken back', async () => {
  const { page, context, frame, faults } = await living('drawings');
  await frame.locator('.stage-head [data-press="clear"]').tap();
  await frame.locator('.figure-fact', { hasText: 'Draw a sign here' }).waitFor();
  const box = /** @type {{ x: number, y: number }} */ (await frame.locator('#chart').boundingBox());
  const finger = await context.newCDPSession(page);
  const touch = (/** @type {string} */ type, /** @type {number[][]} */ points) => finger.send('Input.dispatchTouchEvent',
    { type: /** @type {'touchStart'} */ (type), touchPoints: points.map(([x, y]) => ({ x: box.x + 60 + 180 * x, y: box.y + 50 + 200 * y })) });
  // A cap.
  await touch('touchStart', [[0.1, 1]]);
  for (let i = 1; i <= 24; i += 1) await touch('touchMove', [[0.5 - 0.4 * Math.cos(Math.PI * i / 24), 1 - 0.9 * Math.sin(Math.PI * i / 24)]]);
  await touch('touchEnd', []);
  await frame.locator('[data-press="fetch"]').tap();
  await frame.locator('.figure-title', { hasText: /^A drawing, read as \S+ \w/ }).waitFor();
  await frame.locator('.figure-fact', { hasText: /^\d+\s% sure/ }).waitFor();
  await frame.locator('.stage-head [data-press="undo"]').tap();
  await frame.locator('.figure-fact', { hasText: 'Draw a sign here' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
