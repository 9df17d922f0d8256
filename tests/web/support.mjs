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

/** @param {import('playwright-core').Page} page */
export const ready = (page) => page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });

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
  for (const until = Date.now() + PATIENCE; ;) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (wanted.test(text)) return text;
    if (Date.now() > until) throw new Error(`Never copied: ${wanted}; there is ${JSON.stringify(text.slice(0, 200))}`);
    await page.waitForTimeout(100);
  }
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

const wait = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });
/** Frames asked for since countFrames. @param {AnyPage} page @returns {Promise<number>} */
const framesOf = (page) => page.evaluate(() => /** @type {any} */ (window).frames);

/** Waits until something has been drawn and then a second has passed without a frame. @param {AnyPage} page @returns {Promise<number>} frames until then */
export async function untilIdle(page) {
  let before = await framesOf(page);
  for (let tries = 0; tries < 60; tries += 1) {
    await wait(1000);
    const now = await framesOf(page);
    if (now > 0 && now === before) break;
    before = now;
  }
  return before;
}

/** Waits until the page is idle, then counts the frames of five seconds more. @param {AnyPage} page */
export async function framesWhileIdle(page) {
  const before = await untilIdle(page);
  await wait(5000);
  return await framesOf(page) - before;
}

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
