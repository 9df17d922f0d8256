// The page's promise once more, in Firefox: search, read, follow links, see the line, come back to it,
// rest. Needs a display (xvfb-run), without which Firefox has no WebGL2 even when headless.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { countFrames, framesWhileIdle, magentaPixels, PATIENCE, startSite, until } from './support.mjs';

const LINKS = '.article .read a[data-press="open"]';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  site = await startSite();
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true,
    timeout: PATIENCE, protocolTimeout: 2 * PATIENCE });
});
after(async () => {
  await browser?.close();
  await site.close();
});

/** A fresh reader; console errors are remembered. */
async function newReader() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 800 });
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  return { context, page, faults };
}

/** @typedef {import('puppeteer-core').Page} Page */
/** @param {Page} page */
const ready = (page) => page.waitForSelector('html[data-ready]');
/** @param {Page} page */
const title = (page) => page.$eval('.article h1', (heading) => heading.textContent ?? '');
/** @param {Page} page @returns {Promise<(string | null)[]>} */
const stops = (page) => page.$$eval('.journey .stop a', (links) => links.map((link) => link.textContent));
/** @param {Page} page */
async function pathPixels(page) {
  const chart = await page.waitForSelector('#chart');
  return magentaPixels(page, /** @type {Uint8Array} */ (await chart?.screenshot()));
}

/** @param {Page} page @param {string} wanted */
async function openByTitle(page, wanted) {
  await page.type('.search input', wanted);
  await page.waitForSelector('.results .result a');
  await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.querySelector('.article h1')?.textContent === name, {}, wanted);
  await page.waitForSelector('.article .read');
}

/** Follows the article's first link that leads somewhere new. @param {Page} page */
async function followLink(page) {
  const known = (await stops(page)).length;
  for (let i = 0; ; i += 1) {
    await page.waitForSelector(LINKS);
    const link = (await page.$$(LINKS))[i];
    assert.ok(link, 'no link led on');
    const before = await title(page);
    await link.click();
    await page.waitForFunction((old) => document.querySelector('.article h1')?.textContent !== old, {}, before);
    await page.waitForSelector('.article .read');
    if ((await stops(page)).length > known) return;
  }
}

test('Firefox: Euclid, three links, the line, a reload', async () => {
  const { context, page, faults } = await newReader();
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Euclid');
  assert.deepEqual(await stops(page), ['Euclid']);
  for (let i = 0; i < 3; i += 1) await followLink(page);
  const journey = await stops(page);
  assert.equal(journey.length, 4);
  assert.equal(await title(page), journey[3]);
  await until(async () => await pathPixels(page) > 60, 'the line is on the map');

  await page.waitForFunction(() => location.hash.startsWith('#ideas.'));
  await page.reload();
  await ready(page);
  await page.waitForFunction((count) => document.querySelectorAll('.journey .stop').length === count, {}, 4);
  assert.deepEqual(await stops(page), journey);
  assert.equal(await title(page), journey[3]);
  await until(async () => await pathPixels(page) > 60, 'the line is still on the map');
  assert.deepEqual(faults, []);
  await context.close();
});

test('Firefox: with nothing changing no frame is asked for', async () => {
  const { context, page } = await newReader();
  await page.evaluateOnNewDocument(countFrames);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  assert.equal(await framesWhileIdle(page), 0);
  await context.close();
});

test('Firefox: sentences, typed, by spelling, held, and the same again from the address', async () => {
  const { context, page, faults } = await newReader();
  await page.goto(`${site.address}sentences.html`);
  await ready(page);
  const lines = () => page.$$eval('.line .line-text', (all) => all.map((line) => line.textContent ?? ''));
  /** Until the lines are others than these, and final. @param {string[]} old */
  const changed = async (old) => {
    await page.waitForFunction((before) => document.querySelector('.verse:not(.stale)') &&
      [...document.querySelectorAll('.line .line-text')].map((line) => line.textContent).join('\n') !== before, {}, old.join('\n'));
    return lines();
  };
  const first = await lines();
  assert.equal(new Set(first).size, 7);
  await until(async () => await pathPixels(page) > 400, 'the river is drawn');
  const field = await page.waitForSelector('textarea');
  await field?.click({ count: 3 });
  await page.keyboard.type('The lamp went out before the letter was finished.');
  const second = await changed(first);
  assert.equal(new Set(second).size, 7);
  await page.focus('.puck');
  await page.keyboard.press('l');
  const third = await changed(second);
  assert.notDeepEqual(third, second);
  await page.waitForSelector('.word .lit');
  await page.focus('#chart');
  await page.keyboard.press('h');
  await page.waitForSelector('.line .tag');
  await page.waitForFunction(() => location.hash.startsWith('#sentences.'));
  await page.reload();
  await ready(page);
  await page.waitForFunction((wanted) => document.querySelector('.verse:not(.stale)') && document.querySelector('.line .tag') &&
    document.querySelector('.line .line-text')?.textContent === wanted, {}, third[0]);
  assert.deepEqual(await lines(), third);
  assert.deepEqual(faults, []);
  await context.close();
});

test('Firefox: a text of one’s own, and where the way ran', async () => {
  const { context, page, faults } = await newReader();
  await page.goto(`${site.address}sentences.html`);
  await ready(page);
  await page.click('.preset.own .preset-button');
  await page.waitForSelector('.own-paste');
  // Any two of them differ in more than half of their words, or no way of seven would hold them.
  const story = ['The keeper painted the gate green.', 'My neighbour buried a box of letters.', 'A tall stranger sang about winter.', 'The oldest sister kept bees.',
    'Nobody I knew waited for that bus.', 'One ferryman rowed across to Norway.', 'His twins forgot their own birthday.', 'She sold two tired horses.',
    'We lit all seven candles.', 'Monks spoke only Latin there.', 'Somebody mended every broken chair.', 'They dug wells for strangers.'].join(' ');
  await page.$eval('.own-paste', (field, text) => {
    /** @type {HTMLTextAreaElement} */ (field).value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, story);
  await page.waitForSelector('.dialog [data-key="read"]');
  await page.click('.dialog [data-key="own"].segment');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('.verse:not(.stale)') && [...document.querySelectorAll('.line .source')].every((source) => source.textContent === 'your own text'));
  await page.click('.out [data-press="where"]');
  await page.waitForSelector('.strip.as-map');
  await page.click('.map-back');
  await page.waitForSelector('.strip:not(.as-map)');
  assert.deepEqual(faults, []);
  await context.close();
});

test('Firefox: inside, typed, two views, the ghost, and the same again from the address', async () => {
  const { context, page, faults } = await newReader();
  await page.goto(`${site.address}inside.html`);
  await ready(page);
  await until(async () => await pathPixels(page) > 20, 'the end of the sum is drawn');
  const says = () => page.$eval('.side-says', (said) => said.textContent ?? '');
  const first = await says();
  const field = await page.waitForSelector('textarea');
  await field?.click({ count: 3 });
  await page.keyboard.type('The kettle sang');
  await page.waitForFunction((old) => document.querySelector('.side-says')?.textContent !== old && /carry/.test(document.querySelector('.side-says')?.textContent ?? ''), {}, first);
  const second = await says();
  await page.click('[data-press="tab"][data-argument="words"]');
  await page.waitForFunction(() => document.querySelectorAll('.method-row').length === 4 &&
    [...document.querySelectorAll('.method-row .bar-value')].every((value) => value.textContent !== '…'));
  await page.click('[data-press="tab"][data-argument="bridge"]');
  await page.waitForFunction((old) => document.querySelector('.side-says')?.textContent === old, {}, second);
  await page.focus('#chart');
  await page.keyboard.press('g');
  await page.waitForSelector('.trust-ghost[aria-pressed="true"]');
  await page.waitForFunction((old) => document.querySelector('.side-says')?.textContent !== old, {}, second);
  await page.keyboard.press('g');
  await page.waitForFunction((old) => document.querySelector('.side-says')?.textContent === old, {}, second);
  await page.reload();
  await ready(page);
  await page.waitForFunction((old) => document.querySelector('.side-says')?.textContent === old, {}, second);
  assert.deepEqual(faults, []);
  await context.close();
});
