// What a reader does to a way: the cloud around a line by press and hold, a stop pulled sideways, words and rhymes to
// go through, one book, first line to last, a random pair, another way and Back; reading on, listening, the pictures.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { newReader, ready, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page */
const lines = (page) => page.locator('.line .line-text').allInnerTexts();
/** @param {Page} page */
const settled = (page) => page.locator('.verse:not(.stale)').waitFor();
/** Waits until the lines are others and final. @param {Page} page @param {string[]} old */
async function changed(page, old) {
  await page.waitForFunction((before) => document.querySelector('.verse:not(.stale)') &&
    [...document.querySelectorAll('.line .line-text')].map((line) => line.textContent).join('\n') !== before, old.join('\n'));
  return lines(page);
}
/** @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [fragment] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}sentences.html${fragment}`);
  await ready(reader.page);
  return reader;
};
/** @param {Page} page @param {string} key */
const line = (page, key) => page.locator(`.line[data-key="${key}"]`);

test('press and hold opens the cloud around a line, letting go over one of its lines takes that', async () => {
  const { page, context, faults } = await open();
  const old = await lines(page);
  await page.locator('.scrub').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await line(page, 'line-3').and(page.locator('.current')).waitFor();
  const button = /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator('.others .hold').boundingBox());
  await page.mouse.move(button.x + 5, button.y + 5);
  await page.mouse.down();
  await page.locator('.cloud .cloud-line').first().waitFor();
  assert.ok(await page.locator('.line.blurred').count() === 1);
  // One that is not on the way already.
  const offered = await page.locator('.cloud .cloud-line').allInnerTexts();
  const wanted = offered.find((text) => !old.includes(text)) ?? '';
  const choice = page.locator('.cloud .cloud-line').nth(offered.indexOf(wanted));
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await choice.boundingBox());
  await page.mouse.move(box.x + 40, box.y + 10, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction((text) => document.querySelector('.line[data-key="line-3"] .line-text')?.textContent === text, wanted);
  await settled(page);
  await line(page, 'line-3').locator('.tag').waitFor();
  assert.equal(await page.locator('.cloud').count(), 0);
  assert.equal(new Set(await lines(page)).size, 7);
  // Let go elsewhere it closes and nothing is taken.
  const held = await lines(page);
  await page.mouse.move(button.x + 5, button.y + 5);
  await page.mouse.down();
  await page.locator('.cloud').waitFor();
  await page.mouse.move(600, 60);
  await page.mouse.up();
  await page.locator('.cloud').waitFor({ state: 'detached' });
  assert.deepEqual(await lines(page), held);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a stop pulled sideways takes another line that would do there', async () => {
  const { page, context } = await open();
  const old = await lines(page);
  await page.locator('.scrub').focus();
  await page.keyboard.press('ArrowRight');  // line 2
  await line(page, 'line-2').and(page.locator('.current')).waitFor();
  const others = await page.locator('.others .other').allInnerTexts();
  const row = /** @type {{ x: number, y: number, width: number, height: number }} */ (await line(page, 'line-2').locator('.line-text').boundingBox());
  const chart = /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator('#chart').boundingBox());
  const y = row.y + row.height / 2;
  // Its disc is where the river's magenta is at that height, once it has been drawn.
  const discAt = async () => page.evaluate(async ([bytes, at]) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(/** @type {number[]} */ (bytes))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context2d = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context2d.drawImage(image, 0, 0);
    const { data } = context2d.getImageData(0, Math.round(/** @type {number} */ (at)) - 9, image.width - 40, 18);
    const columns = Array.from({ length: image.width - 40 }, (_, x) => Array.from({ length: 18 }, (_row, y) => 4 * (y * (image.width - 40) + x))
      .filter((i) => data[i] > 140 && data[i + 1] < 90 && data[i + 2] > 60 && data[i + 2] < 130).length);
    const most = Math.max(...columns);
    return most > 12 ? columns.indexOf(most) : -1;
  }, /** @type {[number[], number]} */ ([[...await page.locator('#chart').screenshot()], y - chart.y]));
  const x = await until(async () => Math.max(await discAt(), 0), 'the disc is there');
  await page.mouse.move(chart.x + x, y);
  await page.mouse.down();
  await page.mouse.move(chart.x + x + 20, y, { steps: 4 });
  await page.mouse.move(chart.x + x + 45, y, { steps: 4 });
  await page.mouse.up();
  const now = await changed(page, old);
  assert.ok(now[1] !== old[1] && others.includes(now[1]), `${now[1]} / ${others}`);
  await line(page, 'line-2').locator('.tag').waitFor();
  await context.close();
});

test('through a word, and through a rhyme', async () => {
  const { page, context } = await open();
  let old = await lines(page);
  await page.locator('.via-field').fill('river');
  await page.locator('.via-field').press('Enter');
  let now = await changed(page, old);
  assert.ok(now.some((text) => /\brivers?\b/i.test(text)), now.join('\n'));
  await page.locator('.via .tag').click();
  old = await changed(page, now);
  await page.locator('.via .segment', { hasText: /rhyme/i }).click();
  await page.locator('.via-field').fill('night');
  await page.locator('.via-field').press('Enter');
  now = await changed(page, old);
  // Whose last word ends in the sound of "night", written in any of its ways, and is another word.
  assert.ok(now.some((text) => /(ight|ite|yte|eight)[.!?]$/i.test(text) && !/\bnight[.!?]$/i.test(text)), now.join('\n'));
  // A word that nobody has: a sentence, and the words stay to be taken out.
  await page.locator('.via-field').fill('zzyzzx');
  await page.locator('.via-field').press('Enter');
  await page.locator('.way-note .note').waitFor();
  await context.close();
});

test('inside one book only its lines are stops, and reading on shows the passage', async () => {
  const { page, context, faults } = await open();
  const old = await lines(page);
  await page.locator('.pick-word').click();
  await page.locator('.pick-row', { hasText: 'Moby-Dick' }).click();
  await changed(page, old);
  const sources = await page.locator('.line .source').allInnerTexts();
  assert.ok(sources.every((source) => source.includes('Moby-Dick')), sources.join('\n'));
  const read = await page.locator('.line.current .line-text').innerText();
  await page.locator('.line.current .text-button', { hasText: 'Read on' }).click();
  await page.locator('.passage .marked').waitFor();
  const marked = (await page.locator('.passage .marked').innerText()).replaceAll(/["'“”‘’]/g, '');
  assert.equal(marked, read.replaceAll(/["'“”‘’]/g, ''));
  assert.match(await page.locator('.passage .small').first().innerText(), /Chapter/i);
  assert.ok((await page.locator('.passage').innerText()).length > marked.length + 100);
  await page.keyboard.press('Escape');
  await page.locator('.passage').waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('first line to last, a random pair, swapped, another way; Back leads back; another browser sees the same', async () => {
  const { page, context } = await open();
  const first = await lines(page);
  await page.locator('.preset-button', { hasText: 'Moby-Dick' }).click();
  const preset = await changed(page, first);
  assert.equal(await page.locator('textarea').first().inputValue(), 'Call me Ishmael.');
  const presetAddress = page.url();
  await page.locator('button', { hasText: 'Another way' }).click();
  const other = await changed(page, preset);
  assert.deepEqual(other.filter((text) => preset.includes(text)), []);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector('.line .line-text')?.textContent === text, preset[0]);
  await settled(page);
  assert.deepEqual(await lines(page), preset);
  await page.locator('button[data-press="swap"]').click();
  await changed(page, preset);
  assert.equal(await page.locator('textarea').last().inputValue(), 'Call me Ishmael.');
  await page.locator('button[data-press="random"]').click();
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelectorAll('textarea')[1]).value !== 'Call me Ishmael.');
  await settled(page);
  const random = await lines(page);
  assert.equal(new Set(random).size, 7);
  await page.waitForFunction((old) => location.href !== old, presetAddress);
  const elsewhere = await open({}, new URL(page.url()).hash);
  await elsewhere.page.waitForFunction((text) => document.querySelector('.line .line-text')?.textContent === text, random[0]);
  await settled(elsewhere.page);
  assert.deepEqual(await lines(elsewhere.page), random);
  await elsewhere.context.close();
  await context.close();
});

test('the lines are read aloud where there is a voice, and where there is none nothing offers it', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    const heard = /** @type {any} */ (window).heard = /** @type {string[]} */ ([]);
    /** @type {any[]} */
    const waiting = /** @type {any} */ (window).waiting = [];
    Object.defineProperty(window, 'speechSynthesis', { value: { cancel: () => { waiting.length = 0; }, speak: (/** @type {any} */ one) => waiting.push(one), getVoices: () => [] } });
    /** @type {any} */ (window).SpeechSynthesisUtterance = class { constructor(/** @type {string} */ text) { this.text = text; } };
    /** @type {any} */ (window).sayNext = () => {
      const one = waiting.shift();
      if (!one) return;
      heard.push(one.text);
      one.onstart?.();
      one.onend?.();
    };
  });
  const { page } = reader;
  await page.goto(`${site.address}sentences.html`);
  await ready(page);
  await page.locator('button', { hasText: 'Listen' }).click();
  await page.waitForFunction(() => /** @type {any} */ (window).waiting.length > 3);
  await page.evaluate(() => { /** @type {any} */ (window).sayNext(); /** @type {any} */ (window).sayNext(); /** @type {any} */ (window).sayNext(); });
  await line(page, 'line-2').and(page.locator('.current')).waitFor();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ['I went looking for adventure.', ...(await lines(page)).slice(0, 2)]);
  await page.locator('.out button[aria-pressed="true"]').first().click();
  await page.locator('button', { hasText: 'Listen' }).waitFor();
  await page.evaluate(() => { /** @type {any} */ (window).sayNext(); });
  assert.equal((await page.evaluate(() => /** @type {any} */ (window).heard)).length, 3, 'silent after Stop');
  await reader.context.close();

  const deaf = await newReader(browser);
  await deaf.page.addInitScript(() => { delete (/** @type {any} */ (window).speechSynthesis); delete (/** @type {any} */ (Window.prototype).speechSynthesis); });
  await deaf.page.goto(`${site.address}sentences.html`);
  await ready(deaf.page);
  assert.equal(await deaf.page.locator('button', { hasText: 'Listen' }).count(), 0);
  await deaf.context.close();
});

test('PNG and SVG hold the poem', async () => {
  const { page, context } = await open();
  const poem = await lines(page);
  await page.locator('.shell .primary').click();
  await page.locator('.share-tab[data-key="picture"]').click();
  const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('.dialog [data-press="save-svg"]').click()]);
  const drawn = fs.readFileSync(await svg.path(), 'utf8');
  // As a reader of the picture sees it, over as many rows as it takes.
  const said = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('text')].map((row) => row.textContent).join(' '), drawn);
  for (const word of poem.join(' ').split(' ')) assert.ok(said.includes(word), word);
  const [png] = await Promise.all([page.waitForEvent('download'), page.locator('.dialog [data-press="save-png"]').click()]);
  const bytes = fs.readFileSync(await png.path());
  assert.deepEqual([...bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.equal(bytes.readUInt32BE(16), 1200);
  assert.ok(bytes.readUInt32BE(20) >= 630);
  assert.ok(bytes.length <= 300_000, String(bytes.length));
  await context.close();
});
