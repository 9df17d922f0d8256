// The room of drawings in Chromium: what is there before anything has arrived, that what is drawn with a mouse or a
// finger is read as the command line reads it, that it can be taken back, and that the link brings it again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-drawings-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} file of strokes */
const read = (file) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), ['draw', file, '--json']).toString());

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}drawings.html${fragment}`);
  return reader;
};
/** Until everything that is shown has come. @param {import('playwright-core').Page} page */
const settled = (page) => page.waitForFunction(() => document.querySelector('[data-key="strokes"] .bar-value') !== null &&
  !/Working it out|Reading your drawing/.test(document.querySelector('.inside-side')?.textContent ?? ''));
/** The signs as "∑ 91 %", without their names. @param {import('playwright-core').Page} page */
const signs = (page) => page.locator('[data-key="thinks"] .bar-row').evaluateAll((rows) =>
  rows.map((row) => `${row.querySelector('.bar-name')?.textContent?.split(' ')[0]} ${row.querySelector('.bar-value')?.textContent}`));
/** @param {{ sign: string, share: number }[]} top */
const told = (top) => top.slice(0, 5).map(({ sign, share }) => `${sign} ${share < 0.005 ? '< 1' : Math.round(share * 100)} %`);
/** The strokes as the page saves them, for the tool. @param {import('playwright-core').Page} page @param {string} name */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-key="save"]').click()]);
  const file = path.join(folder, `${name}.json`);
  await download.saveAs(file);
  return file;
}
/** The empty sheet, in pixels of the page: the left of the chart. @param {import('playwright-core').Page} page */
async function sheet(page) {
  // Once it is empty: what is pressed is shown a frame later, and the page then stands where it was pressed.
  await page.waitForFunction(() => document.querySelector('.side-says')?.textContent?.startsWith('The sheet is empty'));
  await page.locator('#chart').evaluate((chart) => chart.scrollIntoView({ block: 'start' }));
  const box = await page.locator('#chart').boundingBox();
  assert.ok(box);
  return { at: (/** @type {number} */ x, /** @type {number} */ y) => ({ x: box.x + 40 + 240 * x, y: box.y + 40 + 240 * y }) };
}
/** A cap, as ∩ is drawn: from 0 … 1. */
const CAP = Array.from({ length: 41 }, (_, i) => {
  const t = i / 40;
  if (t < 0.3) return [0.2, 0.9 - t * 1.6];
  if (t > 0.7) return [0.8, 0.42 + (t - 0.7) * 1.6];
  const turn = Math.PI * (1 - (t - 0.3) / 0.4);
  return [0.5 + 0.3 * Math.cos(turn), 0.42 - 0.3 * Math.sin(turn)];
});

test('without scripts the picture, its sentence and its signs are there', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  assert.match(await page.locator('.side-says').innerText(), /^It reads the drawing as ∑ sum, \d+\s% sure\./);
  assert.equal((await signs(page)).length, 5);
  assert.ok(await page.locator('.poster img').first().evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth > 0));
  await context.close();
});

test('the first visit needs no weights', async () => {
  const { page, context, faults, elsewhere } = await open();
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await ready(page);
  await settled(page);
  assert.deepEqual(await signs(page), told(read(await saved(page, 'first')).top));
  assert.deepEqual(asked.filter((url) => /\/pen-/.test(url)), []);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('the ghost says at one key what is left when it knows nothing, and its link opens it', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await settled(page);
  const first = await signs(page);
  const losses = () => page.locator('[data-key="strokes"] .bar-value').allInnerTexts();
  const trained = await losses();
  await page.locator('#chart').focus();
  await page.keyboard.press('g');
  await page.locator('.side-says', { hasText: 'By the ghost' }).waitFor();
  await page.locator('.side-says', { hasText: 'Asked about ∑ sum' }).waitFor();
  await settled(page);
  const ghostly = await signs(page);
  assert.notDeepEqual(ghostly, first);
  assert.notDeepEqual(await losses(), trained);
  assert.equal(await page.locator('.trust-ghost').getAttribute('aria-pressed'), 'true');
  await page.reload();
  await ready(page);
  await page.locator('.side-says', { hasText: 'Asked about ∑ sum' }).waitFor();
  assert.deepEqual(await signs(page), ghostly);
  await page.locator('.trust-ghost').click();
  await page.locator('.side-says', { hasText: 'It reads the drawing as ∑ sum' }).waitFor();
  assert.deepEqual(await signs(page), first);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what is drawn with a mouse is read as the command line reads it, taken back, and in the link', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await settled(page);
  const first = await signs(page);
  await page.locator('[data-key="clear"]').click();
  await page.waitForFunction(() => document.querySelector('.side-says')?.textContent?.startsWith('The sheet is empty'));
  const { at } = await sheet(page);
  const points = CAP.map(([x, y]) => at(x, y));
  await page.mouse.move(points[0].x, points[0].y);
  await page.mouse.down();
  for (const { x, y } of points.slice(1)) await page.mouse.move(x, y);
  await page.mouse.up();
  await settled(page);
  const mine = await signs(page);
  const file = await saved(page, 'cap');
  const { top, parts } = read(file);
  assert.equal(top[0].sign, '∩');
  assert.deepEqual(mine, told(top));
  assert.equal(parts.without.length, 1, 'one stroke');
  const strokes = JSON.parse(fs.readFileSync(file, 'utf8'));
  assert.ok(strokes[0].length > 6 && strokes[0].length < 41, `${strokes[0].length} points are kept`);
  // The link has it, and is short.
  const { hash } = new URL(page.url());
  assert.match(hash, /^#drawings\.\w/);
  assert.ok(hash.length < 300, `${hash.length} letters`);
  await page.reload();
  await ready(page);
  await settled(page);
  assert.deepEqual(await signs(page), mine);
  assert.deepEqual(JSON.parse(fs.readFileSync(await saved(page, 'again'), 'utf8')), strokes);
  // Clearing is taken back; so is what was there before it, in the page where it was drawn.
  await page.locator('[data-key="clear"]').click();
  await page.locator('#chart').focus();
  await page.keyboard.press('z');
  await settled(page);
  assert.deepEqual(await signs(page), mine);
  assert.ok(await page.locator('.drawing-example canvas').evaluateAll((all) => all.length > 20 && all.every((one) => {
    const canvas = /** @type {HTMLCanvasElement} */ (one);
    return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
  })), 'each example is drawn');
  await page.locator('.drawing-example').first().click();
  await page.waitForFunction(() => /∑ sum/.test(document.querySelector('.side-says')?.textContent ?? ''));
  await settled(page);
  assert.deepEqual(await signs(page), first);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a broken link is one sentence, and the first drawing stays', async () => {
  const { page, context, faults } = await open({}, '#drawings.AQID');
  await ready(page);
  await settled(page);
  await page.locator('.toast', { hasText: /\./ }).first().waitFor();
  assert.match((await signs(page))[0], /∑/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('on a phone a finger draws, and nothing is wider than the page', async () => {
  const { page, context, faults } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await ready(page);
  await settled(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  // What takes a stroke back is seen with the sheet, and no line of the sentence begins with its comma.
  await page.locator('.pick-word').last().tap();
  await page.locator('.pick-list').waitFor();
  await page.locator('.pick-word').last().tap();
  await page.locator('.pick-list').waitFor({ state: 'detached' });
  const undo = /** @type {{ y: number, height: number }} */ (await page.locator('[data-key="undo"]').boundingBox());
  const chart = /** @type {{ y: number }} */ (await page.locator('#chart').boundingBox());
  assert.ok(undo.y + undo.height <= chart.y + 1, `${undo.y} + ${undo.height} is over ${chart.y}`);
  for (const place of await page.locator('.picks').evaluate((picks) => [...picks.querySelectorAll('.pick-plain')].filter((part) => part.textContent?.startsWith(','))
    .map((part) => part.getBoundingClientRect().left - (part.previousElementSibling?.getBoundingClientRect().right ?? Infinity)))) assert.ok(place >= -1 && place < 4, `${place} px behind its word`);
  await page.locator('[data-key="clear"]').click();
  await page.locator('#chart').evaluate((chart) => chart.scrollIntoView({ block: 'start' }));
  const { at } = await sheet(page);
  const finger = await context.newCDPSession(page);
  const touch = (/** @type {string} */ type, /** @type {{ x: number, y: number }[]} */ touchPoints) =>
    finger.send('Input.dispatchTouchEvent', { type: /** @type {'touchStart'} */ (type), touchPoints });
  await touch('touchStart', [at(0.2, 0.3)]);
  for (let i = 1; i <= 12; i += 1) await touch('touchMove', [at(0.2 + i * 0.05, 0.3 + 0.04 * i)]);
  await touch('touchEnd', []);
  await settled(page);
  const strokes = JSON.parse(fs.readFileSync(await saved(page, 'finger'), 'utf8'));
  assert.equal(strokes.length, 1);
  assert.ok(strokes[0].length >= 2);
  assert.deepEqual(faults, []);
  await context.close();
});
