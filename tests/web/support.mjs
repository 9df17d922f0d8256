// What the browser tests share: the built site on a free port, a Chromium, and waiting for what a
// reader would wait for. Conditions are waited for; a number of seconds passes
// only where it is to be seen that nothing happens in it.
import http from 'node:http';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/server.mjs';

export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = path.join(project, 'dist');
export const PATIENCE = 120_000;

export const chromiumArgs = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @returns {Promise<{ address: string, close: () => Promise<void> }>} */
export async function startSite() {
  const { server, address } = await serve(dist, { port: 0 });
  return { address, close: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }) };
}

/** The built site and a Chromium, for all tests of the file that asks; closed after its last. */
export async function siteAndChromium() {
  const site = await startSite();
  const browser = await startChromium();
  after(async () => {
    await browser.close();
    await site.close();
  });
  return { site, browser };
}

export const startChromium = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArgs });

/**
 * A fresh reader's page; every console error and every request elsewhere is remembered.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function newReader(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const elsewhere = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['127.0.0.1', 'localhost'].includes(url.hostname) && !['blob:', 'data:'].includes(url.protocol)) elsewhere.push(request.url());
  });
  return { context, page, faults, elsewhere };
}

/**
 * Drops a journey's file on a page: its stops, the place of the one that is read.
 * @param {import('playwright-core').Page} page @param {{ title: string, from?: number }[]} stops @param {number} current
 */
export const dropJourney = (page, stops, current) => page.evaluate((text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'journey.json', { type: 'application/json' }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}, JSON.stringify({ meander: 'journey', version: 1, current, stops }));

/** Alive, and in its own letters: those that stand in for them are of another width. @param {import('playwright-core').Page} page */
export async function ready(page) {
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

const wait = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });

/** Looks again and again until it is so. @template T @param {() => Promise<T>} look @param {string} what is waited for @returns {Promise<NonNullable<T>>} what was seen */
export async function until(look, what) {
  for (const end = Date.now() + PATIENCE; ; await wait(100)) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never: ${what}`);
  }
}

/** Until it looks the same twice: what moved has come to its place. @param {import('playwright-core').Locator} what */
export async function untilStill(what) {
  let last = await what.screenshot();
  await until(async () => {
    await wait(200);
    const before = last;
    last = await what.screenshot();
    return last.equals(before);
  }, 'it comes to rest');
}

/**
 * Notes from now on how the first element that matches stands in the page, at every change of it: what comes may be gone
 * before a test looks. @param {import('playwright-core').Page | import('playwright-core').Frame} page @param {string} selector
 */
export async function noted(page, selector) {
  await page.evaluate((wanted) => {
    const { noted: kept } = Object.assign(window, { noted: /** @type {any} */ (window).noted ?? {} });
    /** @type {string[]} */
    const notes = kept[wanted] = [];
    const note = () => {
      const now = document.querySelector(wanted)?.outerHTML ?? '';
      if (now !== notes.at(-1)) notes.push(now);
    };
    note();
    new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, selector);
  /** @type {() => Promise<string[]>} */
  const notes = () => page.evaluate((wanted) => /** @type {any} */ (window).noted[wanted], selector);
  return {
    /** @param {RegExp} wanted */
    has: (wanted) => until(async () => (await notes()).some((note) => wanted.test(note)), `${selector} with ${wanted}`),
    changes: () => until(async () => (await notes()).length > 1, `${selector} is another`),
  };
}

/** Presses something the moment it is there. To be called before what brings it. @param {import('playwright-core').Page} page @param {string} selector */
export const pressWhenThere = (page, selector) => page.evaluate((wanted) => new Promise((done) => {
  const observer = new MutationObserver(() => {
    const button = document.querySelector(wanted);
    if (!(button instanceof HTMLElement)) return;
    observer.disconnect();
    button.click();
    done(true);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}), selector);

/** The titles of the journey's stops, in order. @param {import('playwright-core').Page} page */
export const stops = (page) => page.locator('.journey .stop a').allTextContents();

/** Types a title and opens the first answer. @param {import('playwright-core').Page} page @param {string} title */
export async function openByTitle(page, title) {
  const field = page.locator('.search input');
  await field.fill(title);
  await page.locator('.results .result a').first().waitFor();
  await field.press('Enter');
  await page.locator('.article h1', { hasText: title }).waitFor();
  await page.locator('.article .read').first().waitFor();
}

/** What lies on the clipboard once it holds that. (waitForFunction takes a promise for a yes.) @param {import('playwright-core').Page} page @param {RegExp} wanted */
export async function copied(page, wanted) {
  let text = '';
  await until(async () => {
    text = await page.evaluate(() => navigator.clipboard.readText());
    return wanted.test(text);
  }, `${wanted} is copied`);
  return text;
}

/**
 * What Chromium's and Firefox's drivers have in common.
 * @typedef {{ evaluate: (run: any, given?: any) => Promise<any> }} AnyPage
 */

/** How many pixels of the chart are as magenta as the path. @param {import('playwright-core').Page} page */
export const pathPixels = async (page) => magentaPixels(page, await page.locator('#chart').screenshot());

/** @param {AnyPage} page @param {Uint8Array} png @returns {Promise<number>} */
export const magentaPixels = (page, png) => page.evaluate(async (/** @type {number[]} */ bytes) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (Math.abs(data[i] - 0xb3) < 30 && Math.abs(data[i + 1] - 0x12) < 40 && Math.abs(data[i + 2] - 0x5f) < 40) count += 1;
  }
  return count;
}, [...png]);

/** To run in the page before its own scripts: counts the frames asked for. */
export function countFrames() {
  const real = window.requestAnimationFrame.bind(window);
  const counter = /** @type {any} */ (window);
  counter.frames = 0;
  window.requestAnimationFrame = (callback) => {
    counter.frames += 1;
    return real(callback);
  };
}

/** Frames asked for since countFrames. @param {AnyPage} page @returns {Promise<number>} */
const framesOf = (page) => page.evaluate(() => /** @type {any} */ (window).frames);

/**
 * Waits until so many milliseconds have passed without a frame.
 * @param {AnyPage} page @param {number} [calm_ms] @returns {Promise<number>} frames of the last such time: 0, or it never rests
 */
export async function untilIdle(page, calm_ms = 1000) {
  for (const end = Date.now() + PATIENCE; ;) {
    const before = await framesOf(page);
    await wait(calm_ms);
    const asked = await framesOf(page) - before;
    if (asked === 0 || Date.now() > end) return asked;
  }
}

/** How many frames five seconds have once nothing changes: an answer that comes late is a frame; what moves by itself never rests. @param {AnyPage} page */
export const framesWhileIdle = (page) => untilIdle(page, 5000);

/**
 * Somebody else's site, on another origin than ours. @param {http.RequestListener} respond
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function startHost(respond) {
  const server = http.createServer(respond);
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  return {
    address: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
