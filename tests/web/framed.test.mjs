// In somebody else's page a room is a guest: the wheel and one finger stay that page's, megabytes are asked for first;
// and only as small as a figure it has nothing to type. (That nothing is kept: tests/unit/host-js/services.)
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { PATIENCE, newReader, startChromium, startHost, startSite } from './support.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startHost>>} another site that frames ours; `?` and what follows says which page and how large */
let host;
before(async () => {
  site = await startSite();
  browser = await startChromium();
  host = await startHost((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://x').searchParams;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><body style="margin:0;height:4000px"><iframe style="border:0" src="${site.address}${asked.get('page')}" width="${asked.get('width')}" height="${asked.get('height')}"></iframe>`);
  });
});
after(async () => {
  await browser.close();
  host.close();
  await site.close();
});

/** @param {string} name @param {number} width @param {number} height */
async function framed(name, width, height) {
  const reader = await newReader(browser);
  /** @type {string[]} */
  const asked = [];
  reader.context.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await reader.page.goto(`${host.address}?page=${name}&width=${width}&height=${height}`);
  const frame = reader.page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().find((one) => one.parentFrame() !== null));
  return { ...reader, frame, inside, asked };
}

test('the wheel scrolls the page around it; with Ctrl it is the map’s', async () => {
  const { page, inside, context } = await framed('ideas.html', 1200, 700);
  await page.mouse.move(850, 450);
  await page.mouse.wheel(0, 100);
  await page.waitForFunction(() => window.scrollY > 0);
  /** Whether the room leaves the wheel to the page. @param {boolean} ctrlKey @returns {Promise<boolean>} */
  const leaves = (ctrlKey) => inside.evaluate((ctrl) => /** @type {HTMLElement} */ (document.querySelector('#chart'))
    .dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: ctrl, bubbles: true, cancelable: true })), ctrlKey);
  assert.equal(await leaves(false), true);
  assert.equal(await leaves(true), false);
  // One finger scrolls past it as well.
  assert.equal(await inside.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#chart')).style.touchAction), 'pan-x pan-y');
  await context.close();
});

test('megabytes are asked for first, then it reads as anywhere', async () => {
  const { frame, asked, context, faults } = await framed('ideas.html', 1200, 700);
  await frame.locator('.search input').fill('a drink that keeps people awake');
  await frame.locator('[data-press="search-mode"][data-argument="meaning"]').click();
  const fetchIt = frame.locator('[data-press="search-fetch"]');
  await fetchIt.waitFor();
  assert.deepEqual(asked.filter((name) => name.startsWith('/model/')), []);
  await fetchIt.click();
  await frame.locator('.results .number').first().waitFor();
  assert.notDeepEqual(asked.filter((name) => name.startsWith('/model/')), []);
  await frame.locator('.search input').press('Enter');
  await frame.locator('.article .read').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the lines have fields in a large frame and none in a figure', async () => {
  const large = await framed('sentences.html', 1200, 700);
  assert.equal(await large.frame.locator('textarea').count(), 2);
  await large.context.close();
  const figure = await framed('sentences.html', 600, 400);
  await figure.frame.locator('.end-words p').first().waitFor();
  await figure.frame.locator('textarea').first().waitFor({ state: 'detached' });
  assert.equal(await figure.frame.locator('[data-press="swap"]').count(), 0);
  await figure.context.close();
});
