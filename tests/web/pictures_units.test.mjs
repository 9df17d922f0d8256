// Units in Chromium: a form grows, rests, goes on and is gone back over; cards lead to cards and back; a unit is found in the
// photo; and only the sheets of icons that are looked at come.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  /** @type {string[]} names of what was asked for, without their hashes */
  const asked = [];
  reader.page.on('request', (request) => asked.push(request.url().split('/').pop()?.replace(/-[0-9a-f]{12,16}(?=\.)/, '') ?? ''));
  await reader.page.goto(`${site.address}pictures.html${fragment}`);
  await ready(reader.page);
  return { ...reader, asked };
};
/** @param {import('playwright-core').Page} page */
const settled = (page) => page.waitForFunction(() => document.querySelector('.inside-side .bar-value') !== null &&
  !/Working it out|Reading your photo/.test(document.querySelector('#page')?.textContent ?? ''));
/** @param {import('playwright-core').Page} page */
const toUnits = async (page) => {
  await page.locator('[data-press="tab"][data-argument="units"]').click();
  await page.locator('.picture-chart.of-units').waitFor();
  await settled(page);
};
/** How many steps the form has come. @param {import('playwright-core').Page} page */
const step = async (page) => Number(/step (\d+) of 512/.exec(await page.locator('.growing-way').innerText())?.[1] ?? -1);
/** @param {import('playwright-core').Page} page @param {number} least */
const grownTo = (page, least) => page.waitForFunction((wanted) =>
  Number(/step (\d+) of 512/.exec(document.querySelector('.growing-way')?.textContent ?? '')?.[1] ?? -1) >= wanted, least, { timeout: 120000 });

test('a form grows on a press, rests, goes on, and its stills can be gone back to', async () => {
  const { page, context, faults, elsewhere } = await open();
  await settled(page);
  await toUnits(page);
  assert.equal(await page.locator('.form-still:not(:disabled)').count(), 0, 'nothing grows unasked');
  const play = page.locator('.growing .play-button');
  const box = await play.boundingBox();
  assert.ok(box && box.width >= 44 && box.height >= 44);
  await play.click();
  await grownTo(page, 4);
  await page.locator('.form-still:not(:disabled) canvas').first().waitFor();
  await play.click();
  await page.locator('.growing .play-button[aria-label="Go on"]').waitFor();
  const rested = await step(page);
  // It rests: what is asked after it is answered, and it has not moved.
  await page.locator('[data-press="numbers"], [data-press="list"]').first().click();
  await page.locator('.inside-list:not(.reader-only)').waitFor();
  assert.match(await page.locator('.inside-list').innerText(), /Watch one form|Step/i);
  await page.locator('[data-press="list"]').first().click();
  assert.equal(await step(page), rested);
  await page.locator('#chart').focus();
  await page.keyboard.press(' ');
  await grownTo(page, Math.max(rested + 4, 64));
  assert.match(await page.locator('.trust-strip').innerText(), /step \d+ of 512/);
  assert.match(await page.locator('.trust-strip').innerText(), /another grows another form/);
  await page.locator('.form-still').first().click();
  await page.locator('.form-still[aria-pressed="true"]').first().waitFor();
  // The tab is left: it stops, and is there when one comes back.
  await page.locator('[data-press="tab"][data-argument="grid"]').click();
  await toUnits(page);
  await page.locator('.growing .play-button[aria-label="Go on"]').waitFor();
  assert.ok(await step(page) >= 64);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a kind’s card is reached from what the net thinks, has its own link, and leads back', async () => {
  const { page, context, faults } = await open();
  await settled(page);
  await page.locator('.card-button').nth(1).click();
  await page.locator('.picture-chart.of-units').waitFor();
  await settled(page);
  const link = page.url();
  const name = await page.locator('.unit-address .small').innerText();
  assert.ok(name.length > 2 && !/channel/.test(name), name);
  await page.locator('.card-back').click();
  await page.locator('.picture-chart.of-groups').waitFor();
  assert.notEqual(page.url(), link);
  await context.close();
  const other = await open({}, new URL(link).hash);
  await settled(other.page);
  await other.page.locator('.picture-chart.of-units').waitFor();
  assert.equal(await other.page.locator('.unit-address .small').innerText(), name);
  assert.deepEqual([...faults, ...other.faults], []);
  await other.context.close();
});

test('from a channel to the kinds it speaks for, and to where it fires in the photo', async () => {
  const { page, context, faults } = await open();
  await settled(page);
  await toUnits(page);
  await page.locator('[data-key="speaks"] .bar-row').first().waitFor();
  const kind = await page.locator('[data-key="speaks"] .bar-name').first().innerText();
  assert.doesNotMatch(kind, /^kind \d/, 'it has a name');
  await page.locator('[data-key="speaks"] .bar-row').first().click();
  await page.locator('.unit-address .small', { hasText: kind }).waitFor();
  await page.locator('.card-back').click();
  await page.locator('.unit-address .small', { hasText: 'channel' }).waitFor();
  await settled(page);
  await page.locator('[data-press="find-unit"]:not(:disabled)').click();
  await page.locator('.picture-chart.of-grid').waitFor();
  await page.goBack();
  await page.locator('.picture-chart.of-units').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('only the sheets of layers that are drawn are fetched, the others with their view', async () => {
  const { page, context, asked } = await open({ viewport: { width: 1280, height: 800 } });
  await settled(page);
  /** @param {string} beginning */
  const named = (beginning) => asked.filter((name) => name.startsWith(beginning)).sort();
  const sheets = () => named('sheet-');
  await page.waitForFunction(() => performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/sheet-')).length >= 4);
  assert.deepEqual(sheets(), ['sheet-b11.exp.webp', 'sheet-b15.exp.webp', 'sheet-b5.exp.webp', 'sheet-b8.exp.webp']);
  // Small ones came before any of them, for the first picture.
  assert.deepEqual(named('first-b'), sheets().map((name) => name.replace('sheet-', 'first-')));
  assert.ok(asked.findLastIndex((name) => name.startsWith('first-')) < asked.findIndex((name) => name.startsWith('sheet-')));
  await page.locator('.card-button').first().click();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/sheet-logits')));
  assert.ok(sheets().every((name) => !name.startsWith('sheet-b1.')), 'nothing shows layer 1');
  await context.close();
});
