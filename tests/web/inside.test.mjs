// The Inside room in Chromium: what is there before anything has arrived, that what it shows of a reader's own
// sentences is what the command line computes, and that it is as quiet, as keyboardable and as narrow as it has to be.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { countFrames, framesWhileIdle, newReader, pathPixels, pressWhenThere, project, ready, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();
const A = 'The doctor did not find anything wrong.';
const B = 'The patient was in perfect health.';

/** @param {string[]} words */
const native = (...words) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), [...words, '--json']).toString());

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  /** @type {string[]} */
  const asked = [];
  reader.page.on('request', (request) => asked.push(request.url()));
  await reader.page.goto(`${site.address}inside.html${fragment}`);
  return { ...reader, asked };
};

/** Types both sentences. @param {import('playwright-core').Page} page @param {string} a @param {string} b */
async function type(page, a, b) {
  await page.locator('textarea').first().fill(a);
  await page.locator('textarea').last().fill(b);
}

/** The table of the view that is shown, as rows of texts. @param {import('playwright-core').Page} page */
const table = (page) => page.locator('.inside-list .list-table').evaluate((element) =>
  [...element.querySelectorAll('[role="row"], tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

/** Until the table has this corner of it. @param {import('playwright-core').Page} page @param {number} row @param {number} column @param {RegExp} wanted */
const cell = (page, row, column, wanted) => page.waitForFunction(([at, place, source]) => {
  const rows = document.querySelectorAll('.inside-list .list-table tr');
  return new RegExp(/** @type {string} */ (source)).test(rows[/** @type {number} */ (at)]?.children[/** @type {number} */ (place)]?.textContent ?? '');
}, [row, column, wanted.source]);

/** @param {string} text with a real minus */
const number = (text) => Number(text.replace('−', '-'));
/** @param {import('playwright-core').Page} page @param {string} key */
const trust = (page, key) => page.locator(`.trust-strip [data-key="${key}"] .trust-value`).innerText();

test('without scripts the picture, its sentence and its numbers are there', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  assert.match(await page.locator('.side-says').innerText(), /^Of 64 pairs of words, .+ carry \d+\u00a0% of all there is\./);
  assert.ok((await page.locator('.inside-side .bar-row').allInnerTexts()).length >= 6);
  assert.ok(await page.locator('.poster img').evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth > 0));
  assert.equal(await page.locator('textarea').first().inputValue(), 'The puppy chased a ball across the yard');
  await context.close();
});

test('the first visit needs neither engine nor encoder: every view and every layer is there', async () => {
  const { page, context, faults, elsewhere, asked } = await open();
  await ready(page);
  assert.ok(await pathPixels(page) > 20, 'the end of the sum is magenta');
  for (const view of ['words', 'grid', 'groups', 'why', 'what-if', 'bridge']) {
    await page.locator(`[data-press="tab"][data-argument="${view}"]`).click();
    await page.locator(`.inside-chart.view-${view}`).waitFor();
    assert.doesNotMatch(await page.locator('.inside-side').innerText(), /Working it out|…$/m, view);
  }
  for (const layer of ['0', '6', '2']) {
    await page.locator(`.rail-stop[data-argument="${layer}"]`).click();
    await page.locator(`.rail-stop[data-argument="${layer}"][aria-current]`).waitFor();
    assert.match(await page.locator('.side-says').innerText(), /carry \d+\u00a0%/);
  }
  assert.deepEqual(asked.filter((url) => /engine[^/]*\.wasm|\/model\//.test(url)), []);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a reader’s own sentences: the bridge is the matrix of the command line, to the last digit', async () => {
  const { page, context, faults, elsewhere } = await open();
  await ready(page);
  await page.locator('.rail-stop[data-argument="6"]').click();
  await type(page, A, B);
  await cell(page, 2, 0, /^The$/);
  await page.waitForFunction(() => document.querySelector('.inside-list tr:nth-child(3) td:nth-child(1)')?.textContent === 'The' &&
    [...document.querySelectorAll('.inside-list tr:first-child th')].some((head) => head.textContent === 'patient'));
  const told = native('explain', A, B, '--method', 'exact');
  const rows = await table(page);
  assert.equal(rows.length, told.matrix.length + 2, 'heads, a row a unit, sums');
  told.matrix.forEach((/** @type {number[]} */ row, /** @type {number} */ i) => row.forEach((value, j) =>
    assert.ok(Math.abs(number(rows[i + 1][j + 1]) - value) <= 0.00051, `${i} ${j}: ${rows[i + 1][j + 1]} for ${value}`)));
  assert.ok(Math.abs(number(/** @type {string} */ (rows.at(-1)?.at(-1))) - told.sum) <= 0.00051);
  assert.equal(await page.locator('.score-value').innerText(), told.cosine.toFixed(2));
  assert.equal(await trust(page, 'gap'), '0.000');
  assert.equal(await trust(page, 'explained'), '100 %');
  assert.equal(await trust(page, 'method'), 'exact shares');

  // Below the last layer: gradients summed, the gap what the command line says of as many steps.
  await page.locator('.rail-stop[data-argument="2"]').click();
  const summed = native('explain', A, B, '--method', 'jvp', '--layer', '2', '--steps', '16');
  await page.waitForFunction((gap) => document.querySelector('.trust-strip [data-key="gap"] .trust-value')?.textContent === gap &&
    document.querySelector('.trust-strip [data-key="method"] .trust-value')?.textContent === 'Gradients summed', Math.abs(summed.gap).toFixed(3));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('four ways beside each other are those of the command line; the strip tells LIME’s fit', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await page.locator('[data-press="tab"][data-argument="words"]').click();
  await type(page, A, B);
  await page.waitForFunction(() => [...document.querySelectorAll('.method-row .bar-value')].length === 4 &&
    [...document.querySelectorAll('.method-row .bar-value')].every((value) => value.textContent !== '…') &&
    [...document.querySelectorAll('.inside-list th')].some((head) => head.textContent === 'doctor'));
  const rows = await table(page);
  const ways = [['Leaving out', 'occlusion'], ['LIME', 'lime'], ['Shapley', 'shapley'], ['Gradients', 'gradient']];
  for (const [name, method] of ways) {
    const told = native('attribute', A, '--target', B, '--method', method, '--seed', '7', '--samples', '300');
    const row = rows.find((cells) => cells[0] === name);
    assert.ok(row, name);
    const weights = told.weights.filter((/** @type {number} */ _, /** @type {number} */ i) => !/^\[(CLS|SEP)\]$/.test(told.tokens[i]));
    weights.forEach((/** @type {number} */ value, /** @type {number} */ i) =>
      assert.ok(Math.abs(number(row[i + 1]) - value) <= 0.00051, `${name} ${i}: ${row[i + 1]} for ${value}`));
    if (method === 'lime') assert.equal(await trust(page, 'r2'), told.r2.toFixed(2));
  }
  assert.equal(await trust(page, 'seed'), '7');
  // Another way in a row's place, and the race led by it.
  await page.locator('.method-row .other').first().click();
  await page.locator('.method-row .bar-name', { hasText: 'Gradients summed' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the ghost tells another story, says that it is one, and goes away again', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  const score = await page.locator('.score-value').innerText();
  const pairs = await page.locator('.inside-side .bar-row .bar-value').allInnerTexts();
  await page.locator('#chart').focus();
  await page.keyboard.press('g');
  await page.locator('.room.ghostly').waitFor();
  await page.waitForFunction((old) => document.querySelector('.score-value')?.textContent !== old, score);
  assert.notDeepEqual(await page.locator('.inside-side .bar-row .bar-value').allInnerTexts(), pairs);
  assert.equal(await page.locator('.trust-ghost .trust-value').innerText(), 'on');
  const told = native('explain', 'The puppy chased a ball across the yard', 'A small dog ran after its toy outside', '--method', 'jvp', '--layer', '4', '--steps', '16', '--ghost', '--seed', '7');
  assert.equal(await page.locator('.score-value').innerText(), told.cosine.toFixed(2));
  await page.keyboard.press('g');
  await page.locator('.room.ghostly').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.score-value').innerText(), score);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a link opens elsewhere as it was: sentences, view, layer, what is pinned', async () => {
  const { page, context } = await open();
  await ready(page);
  await type(page, A, B);
  await page.locator('[data-press="tab"][data-argument="groups"]').click();
  await page.waitForFunction(() => /The group of/.test(document.querySelector('.side-says')?.textContent ?? ''));
  await page.locator('.group-row').first().click();
  await page.waitForFunction(() => document.querySelector('.group-row[aria-pressed="true"]') && location.hash.startsWith('#inside.'));
  const says = await page.locator('.side-says').innerText();
  const elsewhere = await open({}, new URL(page.url()).hash);
  await elsewhere.page.waitForFunction((text) => /** @type {HTMLElement | null} */ (document.querySelector('.side-says'))?.innerText === text, says);
  assert.equal(await elsewhere.page.locator('textarea').first().inputValue(), A);
  assert.equal(await elsewhere.page.locator('.group-row[aria-pressed="true"]').count(), 1);
  await page.goBack();
  await page.locator('.inside-chart.view-bridge').waitFor();
  await elsewhere.context.close();
  await context.close();
});

test('what cannot be read is one sentence; one word, the same twice and emoji are answered', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  const says = (/** @type {RegExp} */ wanted) => page.waitForFunction((source) =>
    new RegExp(source).test(document.querySelector('.side-says')?.textContent ?? ''), wanted.source);
  await type(page, '', 'Rain.');
  await says(/Type a sentence in both fields/);
  await type(page, 'word '.repeat(190), 'Rain.');
  await says(/128|longer|too long|too many/i);
  await type(page, 'Rain.', 'Rain.');
  await says(/These two are the same/);
  await type(page, 'Rain', 'Snow');
  await says(/pairs? of words/);
  await page.locator('[data-press="tab"][data-argument="words"]').click();
  await says(/Rain/);
  await type(page, '🐕'.repeat(400), 'Snow');
  await page.waitForFunction(() => !/Rain/.test(document.querySelector('.side-says')?.textContent ?? '') && (document.querySelector('.side-says')?.textContent ?? '') !== '');
  assert.deepEqual(faults, []);
  await context.close();
});

test('keys alone: words, layers, views, list, and out again', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await page.locator('#chart').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.locator('.side-pointed', { hasText: /^puppy: / }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.rail-stop[data-argument="5"][aria-current]').waitFor();
  await page.keyboard.press(']');
  await page.locator('.inside-chart.view-words').waitFor();
  await page.keyboard.press('End');
  await page.locator('.inside-side .block', { hasText: /After 8 words struck/ }).first().waitFor();
  await page.keyboard.press('l');
  await page.locator('.inside-list:not(.reader-only) .list-table').waitFor();
  await page.locator('.trust-list').click();
  await page.locator('#chart').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'chart');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the picks drive the views, and what does not go says why', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await page.locator('.picks .pick-word').first().click();
  await page.locator('.pick-row', { hasText: 'cells' }).click();
  await page.locator('.inside-chart.view-grid').waitFor();
  await page.locator('.picks .pick-word').nth(2).click();
  const refused = page.locator('.pick-row:disabled');
  assert.match(await refused.first().innerText(), /a cell has no share of its own/);
  await page.locator('.pick-row', { hasText: 'how unusual that is' }).click();
  await page.locator('.picks .pick-word').nth(1).click();
  await page.keyboard.press('Escape');
  await page.locator('.pick-list').waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('reading can be stopped, and begun again', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.locator('[data-press="tab"][data-argument="words"]').click();
  const stopped = pressWhenThere(page, '.stage-progress [data-press="stop"]');
  await type(page, 'Every morning the keeper of the lighthouse climbs all the stairs to wind the great clock once more.', 'A clock must be wound.');
  await stopped;
  await page.locator('.stage-note', { hasText: 'Stopped.' }).or(page.locator('.method-row')).first().waitFor();
  await context.close();
});

test('while own sentences are read a phone shows those before, faint, and says what it waits for', async () => {
  const { page, context } = await open({ viewport: { width: 390, height: 844 } });
  await ready(page);
  const chart = page.locator('#chart');
  // The share of the picture that is darker than paper with a little ink on it.
  const ink = async () => page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let strong = 0, any = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] < 110) strong += 1;
      if (data[i] < 235) any += 1;
    }
    return { strong, any };
  }, [...await chart.screenshot()]);
  const before = await ink();
  await page.route(/\/model\//, () => {});  // nothing of the encoder ever comes
  await page.locator('textarea').first().fill('The cat slept');
  const note = page.locator('.stage-note .stage-progress');
  await note.waitFor();
  const box = await note.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && box.y > 0 && box.y + box.height < 844, JSON.stringify(box));
  await until(async () => (await ink()).strong < before.strong / 2, 'the letters are faint');
  // Under the note there is as much of it as before, but for what the note covers.
  assert.ok((await ink()).any > before.any / 3, 'the last picture stays');
  await page.locator('.stage-note [data-press="stop"]').click();
  await page.locator('.stage-note', { hasText: 'Stopped.' }).waitFor();
  await context.close();
});

test('at every width the score stands beside what is looked into', async () => {
  for (const width of [660, 820, 1024, 1180, 1280, 1440]) {
    const { page, context } = await open({ viewport: { width, height: 900 } });
    await ready(page);
    const top = async (/** @type {string} */ selector) => page.locator(selector).evaluate((element) => {
      const { top: from, bottom, right } = element.getBoundingClientRect();
      return { middle: (from + bottom) / 2, right };
    });
    const [score, sources, stage] = [await top('.score'), await top('.source-switch'), await top('.inside-stage')];
    assert.ok(Math.abs(score.middle - sources.middle) < 8, `${width}: ${score.middle}, ${sources.middle}`);
    assert.ok(score.right <= stage.right, `${width}`);
    await context.close();
  }
});

test('axe finds nothing to complain of, light, dark and on a phone', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }]) {
    const { page, context } = await open(options);
    await ready(page);
    await page.evaluate(axe);
    for (const view of ['bridge', 'words', 'groups', 'why', 'dictionary']) {
      await page.locator(`[data-press="tab"][data-argument="${view}"]`).click();
      await page.locator(`.inside-chart.view-${view}`).waitFor();
      const violations = await page.evaluate(async () => {
        const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
        return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
      });
      assert.deepEqual(violations, [], `${view} ${JSON.stringify(options)}`);
    }
    await context.close();
  }
});

test('nothing sticks out at any of the five sizes, and nothing is asked of an idle page', async () => {
  for (const [width, height] of [[1280, 800], [820, 1180], [390, 844], [600, 400], [360, 480]]) {
    const { page, context, faults } = await open({ viewport: { width, height } });
    await ready(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
    const chart = await page.locator('#chart').boundingBox();
    assert.ok(chart && chart.width > width * 0.6 && chart.height > 180, `${width}: ${JSON.stringify(chart)}`);
    assert.deepEqual(faults, []);
    await context.close();
  }
  const { page, context } = await newReader(browser);
  await page.addInitScript(countFrames);
  await page.goto(`${site.address}inside.html`);
  await ready(page);
  assert.equal(await framesWhileIdle(page), 0);
  await context.close();
});

test('PNG and SVG hold both sentences', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.locator('[data-press="share"]').click();
  await page.locator('.share-tab[data-key="picture"]').click();
  const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="save-svg"]').click()]);
  const text = fs.readFileSync(/** @type {string} */ (await svg.path()), 'utf8');
  assert.match(text, /puppy/);
  assert.match(text, /toy/);
  assert.match(text, /0\.54 alike/);
  const [png] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="save-png"]').click()]);
  const bytes = fs.readFileSync(/** @type {string} */ (await png.path()));
  assert.equal(bytes.readUInt32BE(16), 1200);
  assert.ok(bytes.length < 300_000);
  await context.close();
});
