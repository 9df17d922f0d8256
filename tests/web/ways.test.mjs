// Ways through the map in the built page: a walk between two ideas, taken along; the journey kept,
// named, pruned, replayed, laid under another, saved and opened again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { countFrames, framesWhileIdle, newReader, noted, openByTitle, project, ready, siteAndChromium, stops } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {import('playwright-core').Page} page @param {string} from @param {string} to */
async function askWalk(page, from, to) {
  await page.locator('button[data-press="walk-open"]').click();
  for (const [end, title] of [['from', from], ['to', to]]) {
    const field = page.locator(`.walk-end [data-input="walk-${end}"]`);
    await field.fill(title);
    await field.press('Enter');
  }
  await page.locator('.walk-steps').waitFor();
}
test('the page walks as the command line does, dial and avoid included; taken along, sent, opened elsewhere', async () => {
  const { page, faults, elsewhere, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await askWalk(page, 'Coffee', 'Black hole');
  /** @param {string[]} more */
  const native = (...more) => {
    const answer = JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'),
      ['walk', path.join(project, 'build/packs/wikipedia'), 'Coffee', 'Black hole', '--json', ...more]).toString());
    return [answer.from, ...answer.steps.map((/** @type {{title: string}} */ step) => step.title)];
  };
  const same = async (/** @type {string[]} */ wanted) => {
    await page.waitForFunction((titles) => JSON.stringify([...document.querySelectorAll('.walk-stop a')].map((a) => a.textContent)) === titles,
      JSON.stringify(wanted));
  };
  await same(native());
  await page.locator('.dial .slider').fill('1');
  await same(native('--scenic', '1'));
  await page.locator('.dial .slider').fill('0');
  const direct = native('--scenic', '0');
  await same(direct);
  await page.locator(`.walk-stop [data-press="walk-avoid"]`).first().click();
  await same(native('--scenic', '0', '--avoid', direct[1]));
  await page.locator('.chips .chip').click();
  await same(direct);
  await page.locator('.ways [data-argument="links"]').evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await same(native('--scenic', '0', '--by', 'links'));
  await page.locator('.ways [data-argument="meaning"]').evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await same(direct);
  assert.equal(await page.locator('.walk-step.weakest').count(), 1);

  await page.locator('[data-press="walk-take"]').click();
  await page.waitForFunction((count) => document.querySelectorAll('.journey .stop').length === count, direct.length);
  assert.deepEqual(await stops(page), direct);
  const other = await newReader(browser);
  await other.page.goto(page.url());
  await ready(other.page);
  assert.deepEqual(await stops(other.page), direct);
  assert.deepEqual(faults.concat(other.faults), []);
  assert.deepEqual(elsewhere.concat(other.elsewhere), []);
  await context.close();
  await other.context.close();
});

test('a journey is kept over visits, named, pruned, saved as a file and opened from it', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  for (const title of ['Euclid', 'Geometry', 'Music']) await openByTitle(page, title);
  await page.locator('.name-field').fill('Lines and songs');
  await page.waitForFunction(() => document.title.startsWith('Lines and songs'));
  await page.locator('.journey .stop', { hasText: 'Geometry' }).hover();
  await page.locator('.journey .stop', { hasText: 'Geometry' }).locator('[data-press="drop-stop"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.journey .stop').length === 2);
  await page.locator('.toast [data-press="undo"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.journey .stop').length === 3);
  await page.locator('[data-press="journeys"]').click();
  const saved = page.waitForEvent('download');
  await page.locator('[data-press="kept-save"]').click();
  const file = await (await saved).path();
  assert.deepEqual(JSON.parse(fs.readFileSync(file, 'utf8')).stops.map((/** @type {{title: string}} */ stop) => stop.title),
    ['Euclid', 'Geometry', 'Music']);

  const again = await context.newPage();
  await again.goto(`${site.address}ideas.html`);
  await ready(again);
  await again.locator('[data-press="journeys"]').click();
  await again.locator('.kept-title', { hasText: 'Lines and songs' }).click();
  await again.waitForFunction(() => document.querySelectorAll('.journey .stop').length === 3);
  assert.deepEqual(await stops(again), ['Euclid', 'Geometry', 'Music']);
  await again.locator('[data-press="journeys"]').click();
  await again.locator('[data-press="kept-forget-all"]').click();
  await again.waitForFunction(() => document.querySelectorAll('.kept-row').length === 0);
  assert.equal(await again.evaluate(() => localStorage.getItem('meander.ideas.journeys')), null);
  await again.locator('label[data-input="kept-file"] input').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"meander":') });
  await again.locator('.dialog [data-key="error"]').waitFor();
  await again.locator('label[data-input="kept-file"] input').setInputFiles(file);
  await again.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
  assert.deepEqual(await stops(again), ['Euclid', 'Geometry', 'Music']);
  await context.close();
});

test('another journey lies beside one\'s own, and nothing is lost', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  for (const title of ['Music', 'Dance']) await openByTitle(page, title);
  const theirs = page.url();
  await page.locator('.journey [data-press="forget"]').click();
  for (const title of ['Euclid', 'Music']) await openByTitle(page, title);
  const own = await stops(page);
  await page.locator('[data-press="journeys"]').click();
  await page.locator('.paste').fill(theirs);
  await page.locator('[data-press="kept-use"][data-argument="over"]').click();
  await page.locator('.other .note', { hasText: 'You met once, at Music.' }).waitFor();
  assert.deepEqual(await page.$$eval('.theirs .stop a', (links) => links.map((link) => link.textContent)), ['Music', 'Dance']);
  await page.locator('[data-press="other-away"]').click();
  await page.waitForFunction(() => document.querySelector('.other') === null);
  assert.deepEqual(await stops(page), own);
  await context.close();
});

test('the replay runs to its end, then asks for no frame; with reduced motion it cuts', async () => {
  for (const reducedMotion of /** @type {const} */ (['no-preference', 'reduce'])) {
    const { page, context } = await newReader(browser, { reducedMotion });
    await page.addInitScript(countFrames);
    await page.goto(`${site.address}ideas.html`);
    await ready(page);
    for (const title of ['Euclid', 'Geometry', 'Circle']) await openByTitle(page, title);
    const where = await noted(page, '.replay-where');
    await page.locator('.journey [data-press="replay-open"]').click();
    await where.has(/1 of 3, Euclid/);
    await page.locator('.replay-where', { hasText: '3 of 3, Circle' }).waitFor();
    await page.locator('.replay [data-press="replay-play"][aria-label="Play"]').waitFor();
    assert.equal(await framesWhileIdle(page), 0);
    await page.locator('.replay [data-press="replay-step"][data-argument="-1"]').click();
    await page.locator('.replay-where', { hasText: '2 of 3, Geometry' }).waitFor();
    await page.locator('.replay [data-press="replay-close"]').click();
    await page.waitForFunction(() => document.querySelector('.replay') === null);
    await context.close();
  }
});
