// What travels from a page that stands there to the first beat that sounds: at most 400 kB, on the room's own page and in
// somebody else's.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readExplorers } from '../../tools/explorers.mjs';
import { PATIENCE, dist, newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

const MOST_BYTES = 400_000;
const first = readExplorers(project).find((each) => each.room === 'sounds')?.first ?? [];

/** To run before the page's own scripts: how loud the loudest sample is that the loudspeaker was given of a beat. */
function listen() {
  const given = /** @type {any} */ (window);
  given.loudest = 0;
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (/** @type {number[]} */ ...when) {
    if (this.buffer?.numberOfChannels === 2) for (const sample of this.buffer.getChannelData(0)) given.loudest = Math.max(given.loudest, Math.abs(sample));
    return start.call(this, ...when);
  };
}

/** As it travels. @param {string} name */
const weight = (name) => {
  const file = path.join(dist, name);
  return fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
};

/** A page whose requests are noted. @param {import('playwright-core').BrowserContextOptions} options @param {string} address */
async function opened(options, address) {
  const reader = await newReader(browser, options);
  /** @type {Set<string>} */
  const asked = new Set();
  reader.context.on('request', (request) => { if (request.url().startsWith(site.address)) asked.add(new URL(request.url()).pathname); });
  await reader.page.addInitScript(listen);
  await reader.page.goto(site.address + address);
  return { ...reader, asked };
}

/** @param {import('playwright-core').Page} page */
const untilHeard = (page) => page.waitForFunction(() => /** @type {any} */ (window).loudest > 0.02, undefined, { timeout: PATIENCE });
/** @param {Iterable<string>} names */
const sum = (names) => [...names].reduce((bytes, name) => bytes + weight(name), 0);

/** Whether a page needs it to stand there, silent: its words and looks, its program, what the first picture is drawn from. @param {string} name */
const isOfPage = (name) => (name.startsWith('/packs/') ? name.endsWith('.meander') || first.some((section) => path.basename(name).startsWith(`${section}-`)) : !/\/audio-[^/]*\.mjs$/.test(name));

for (const [address, options] of /** @type {[string, import('playwright-core').BrowserContextOptions][]} */ ([['sounds.html', {}], ['embed.html?room=sounds&start=near', { viewport: { width: 600, height: 400 } }]])) {
  test(`${address}: what is fetched beyond the page until the first beat sounds`, async () => {
    const { page, context, asked } = await opened(options, address);
    await ready(page);
    const before = new Set(asked);
    await page.locator('.play-button').first().click();
    await untilHeard(page);
    const beyond = [...asked].filter((name) => !before.has(name) || !isOfPage(name));
    assert.ok(beyond.some((name) => /\/sprites-[^/]*$/.test(name)) && beyond.some((name) => /\/audio-/.test(name)), `${beyond}`);
    assert.ok(sum(beyond) <= MOST_BYTES, `${sum(beyond)} bytes: ${beyond}`);
    await context.close();
  });
}

test('Play on a poster: alive and sounding by one press, within what a click and a beat may weigh', async () => {
  const { page, context, asked } = await opened({ viewport: { width: 600, height: 400 } }, 'embed.html?room=sounds');
  await page.waitForSelector('html[data-poster]', { state: 'attached' });
  const before = new Set(asked);
  await page.locator('.play-button').click();
  await untilHeard(page);
  const brought = [...asked].filter((name) => !before.has(name) && !/\.(webp|png)$/.test(name));
  assert.ok(sum(brought) <= 1_200_000 + MOST_BYTES, `${sum(brought)} bytes: ${brought}`);
  assert.equal(await page.locator('.play-button .icon-pause').count(), 1, 'a second press is silence');
  await context.close();
});
