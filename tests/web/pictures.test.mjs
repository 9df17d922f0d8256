// The room of pictures in Chromium: what is there before anything has arrived, that it says of a photo what the
// command line says, that a reader's own stays on the device, and that it is as keyboardable and as narrow as it has to be.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const photoFile = (/** @type {string} */ name) => path.join(cache, 'pictures/photos', name);

/** @param {string} photo a name, or a file */
const seen = (photo) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), ['see', photo, '--json'], { maxBuffer: 1 << 26 }).toString());

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}pictures.html${fragment}`);
  return reader;
};
/** Until everything that the view shows has come. @param {import('playwright-core').Page} page */
const settled = (page) => page.waitForFunction(() => document.querySelector('.inside-side .bar-value') !== null &&
  !/Working it out|Reading your photo/.test(document.querySelector('#page')?.textContent ?? ''));
/** The five kinds, as "tiger cat 41 %". @param {import('playwright-core').Page} page */
const kinds = (page) => page.locator('[data-key="thinks"] .bar-row').evaluateAll((rows) =>
  rows.map((row) => [...row.querySelectorAll('.bar-name, .bar-value')].map((part) => part.textContent).join(' ')));
/** @param {{ name: string, share: number }[]} top */
const told = (top) => top.slice(0, 5).map(({ name, share }) => `${name} ${share < 0.005 ? '< 1' : Math.round(share * 100)} %`);

test('without scripts the picture, its sentence and its kinds are there', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  assert.match(await page.locator('.side-says').innerText(), /^It says .+\s% sure\. Why not .+\?/);
  assert.equal((await kinds(page)).length, 5);
  assert.ok(await page.locator('.poster img').evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth > 0));
  await context.close();
});

test('the first visit needs no network; its kinds are those of the command line', async () => {
  const { page, context, faults, elsewhere } = await open();
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await ready(page);
  await settled(page);
  const [chelsea] = [seen('chelsea')];
  assert.deepEqual(await kinds(page), told(chelsea.top));
  assert.deepEqual(asked.filter((url) => /convnet-/.test(url)), []);
  assert.equal(await page.locator('.thumb').count() >= 2, true);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a layer by key, a kind from the list, the ghost, the list twin', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await settled(page);
  await page.locator('#chart').focus();
  await page.keyboard.press(']');
  await page.locator('.rail-stop[data-argument="5"][aria-current]').waitFor();
  await settled(page);
  // Another kind instead of the second, found by a part of its name.
  await page.locator('.class-pick').last().click();
  await page.locator('[role="dialog"] input').fill('espresso');
  await page.locator('.kind-row', { hasText: 'espresso' }).first().click();
  await page.locator('.class-pick', { hasText: 'espresso' }).waitFor();
  await settled(page);
  await page.waitForFunction(() => location.hash !== '');
  await page.locator('#chart').focus();
  await page.keyboard.press('g');
  await page.locator('.room.ghostly').waitFor();
  await page.keyboard.press('g');
  await page.locator('.room:not(.ghostly)').waitFor();
  await page.keyboard.press('l');
  await page.locator('.inside-list:not(.reader-only) td').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a photo of one’s own is read here, is what the command line sees, and is in no link', async () => {
  const { page, context, faults, elsewhere } = await open();
  await ready(page);
  await settled(page);
  /** @type {string[]} */
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  const file = photoFile('coffee.png');
  await page.locator('input[accept="image/*"]').setInputFiles(file);
  await page.locator('.choice-head', { hasText: 'Nothing is sent.' }).waitFor();
  await settled(page);
  const now = await kinds(page);
  assert.match(now[0], /^espresso \d\d %/);
  assert.ok(Math.abs(Number(/(\d+) %/.exec(now[0])?.[1]) - 100 * seen(file).top[0].share) <= 3, now[0]);
  await page.waitForFunction(() => location.hash !== '');
  const link = page.url();
  assert.ok(new URL(link).hash.length < 120, link);
  assert.deepEqual(sent, []);
  assert.deepEqual(elsewhere, []);
  // Elsewhere the same link shows another picture, and says so.
  const other = await open({}, new URL(link).hash);
  await other.page.locator('.toast', { hasText: 'never left their device' }).waitFor();
  await other.context.close();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a link that is none is one sentence, and the first picture stays', async () => {
  const { page, context, faults } = await open({}, '#pictures.AQID');
  await page.locator('.toast', { hasText: /\w\./ }).waitFor();
  await ready(page);
  await settled(page);
  assert.match((await kinds(page))[0], /^tiger cat/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what is no picture is one sentence', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await settled(page);
  await page.locator('input[accept="image/*"]').setInputFiles({ name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') });
  await page.locator('.other-pictures .problem').waitFor();
  assert.match(await page.locator('.other-pictures .problem').innerText(), /^[A-Z].+\.$/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('from sentences to photos and back by one switch', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.locator('.source-switch a', { hasText: 'Two sentences' }).click();
  await page.waitForURL(/inside\.html/);
  await page.locator('.source-switch a', { hasText: 'A photo' }).click();
  await page.waitForURL(/pictures\.html/);
  await context.close();
});

test('nothing is scrolled sideways, and what is touched is large enough', async () => {
  for (const [width, height] of [[320, 640], [390, 844], [820, 1180], [1280, 800], [1920, 1080]]) {
    const { page, context, faults } = await open({ viewport: { width, height }, hasTouch: width < 641 });
    await ready(page);
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${width}`);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('axe finds nothing, in light and dark, in every view and dialog', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, context } = await open({ colorScheme });
    await ready(page);
    await settled(page);
    await page.evaluate(axe);
    const check = async (/** @type {string} */ what) => {
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
        return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0]?.html}`);
      });
      assert.deepEqual(found, [], `${what}, ${colorScheme}`);
    };
    for (const view of ['groups', 'grid', 'why', 'dictionary', 'units']) {
      await page.locator(`[data-press="tab"][data-argument="${view}"]`).click();
      await page.locator(`.picture-chart.of-${view}`).waitFor();
      await settled(page);
      await check(view);
    }
    await page.locator('[data-press="help"]').click();
    await check('help');
    await page.keyboard.press('Escape');
    await context.close();
  }
});
