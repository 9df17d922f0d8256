// The Sentences room in Chromium: what is there before anything has arrived, what a reader does with it, and
// that it is as quiet, as keyboardable and as narrow as it has to be.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copied, countFrames, framesWhileIdle, newReader, pathPixels, project, ready, siteAndChromium, untilIdle, untilStill } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {import('playwright-core').Page} page */
const lines = (page) => page.locator('.line .line-text').allInnerTexts();
/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  /** @type {string[]} */
  const asked = [];
  reader.page.on('request', (request) => asked.push(request.url()));
  await reader.page.goto(`${site.address}sentences.html${fragment}`);
  return { ...reader, asked };
};

test('without scripts a whole gradient can be read, with its sources and a picture', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  assert.equal((await lines(page)).length, 7);
  assert.ok((await page.locator('.line .source').allInnerTexts()).every((source) => source.length > 3));
  assert.equal(await page.locator('textarea').first().inputValue(), 'I went looking for adventure.');
  assert.ok(await page.locator('.poster img').evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth > 0));
  await context.close();
});

test('the first picture needs neither engine nor reader, and is the still one come alive', async () => {
  const { page, context, faults, elsewhere, asked } = await open();
  const still = await lines(page);
  await ready(page);
  assert.deepEqual(await lines(page), still);
  assert.equal(new Set(still).size, 7);
  assert.deepEqual(asked.filter((url) => /engine-[^/]*\.wasm|\/model\/|\/(lines|meaning_codes)-/.test(url)), []);
  assert.ok(await pathPixels(page) > 400, 'the river is magenta');
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('every stop stands beside its line', async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { page, context } = await open({ viewport });
    await ready(page);
    await untilStill(page.locator('#chart'));
    const rows = await page.locator('.placed').evaluateAll((elements) => elements.map((element) => {
      const box = element.getBoundingClientRect();
      return box.top + box.height / 2;
    }));
    const chart = await page.locator('#chart').boundingBox();
    const shot = await page.locator('#chart').screenshot();
    // At each row some pixels are the path's: its disc.
    const found = await page.evaluate(async ([bytes, heights]) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(/** @type {number[]} */ (bytes))]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context2d = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context2d.drawImage(image, 0, 0);
      return /** @type {number[]} */ (heights).map((y) => {
        const { data } = context2d.getImageData(0, Math.max(0, Math.round(y) - 7), image.width, 14);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] > 140 && data[i + 1] < 90 && data[i + 2] > 60 && data[i + 2] < 130) count += 1;
        return count;
      });
    }, /** @type {[number[], number[]]} */ ([[...shot], rows.slice(1, 6).map((y) => y - /** @type {{ y: number }} */ (chart).y)]));
    assert.ok(found.every((count) => count > 20), `${viewport.width}: ${found}`);
    await context.close();
  }
});

test('other ends give other lines, all real and none twice, and the address holds them', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  const first = await lines(page);
  await page.locator('textarea').first().fill('The lamp went out before the letter was finished.');
  await page.locator('.verse:not(.stale)').waitFor();
  await page.waitForFunction((old) => document.querySelector('.line .line-text')?.textContent !== old, first[0]);
  await page.locator('.verse:not(.stale)').waitFor();
  const second = await lines(page);
  assert.equal(second.length, 7);
  assert.equal(new Set(second).size, 7);
  assert.notDeepEqual(second, first);
  await page.waitForURL(/#sentences\./);
  const again = await newReader(browser);
  await again.page.goto(page.url());
  await again.page.waitForFunction((line) => document.querySelector('.line .line-text')?.textContent === line, second[0]);
  await again.page.locator('.verse:not(.stale)').waitFor();
  assert.deepEqual(await lines(again.page), second);
  assert.deepEqual(faults, []);
  await again.context.close();
  await context.close();
});

test('the puck goes to spelling by a key, and shared letters are lit', async () => {
  const { page, context, faults } = await open();
  await ready(page);
  await page.locator('.puck').focus();
  await page.keyboard.press('l');
  await page.locator('.word .lit').first().waitFor();
  assert.match(await page.locator('.puck').getAttribute('aria-valuetext') ?? '', /spelling 100/i);
  await page.keyboard.press('ArrowUp');
  await page.locator('.puck[aria-valuetext^="Meaning 2,"]').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a line is read, held and let go by keyboard alone', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.locator('.scrub').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.locator('.line.current[data-key="line-3"]').waitFor();
  await page.locator('#chart').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('.line.current[data-key="line-4"]').waitFor();
  await page.keyboard.press('h');
  await page.locator('.line[data-key="line-4"] .tag').waitFor();
  assert.match(await page.locator('.line[data-key="line-4"] .reader-only').innerText(), /Held: yes/);
  await page.keyboard.press('h');
  await page.locator('.line[data-key="line-4"] .tag').waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'chart');
  await context.close();
});

test('the poem, the picture and the list', async () => {
  const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await ready(page);
  await page.locator('.out button', { hasText: 'Copy as poem' }).click();
  await page.locator('.toast', { hasText: 'Copied.' }).waitFor();
  const poem = await copied(page, /./);
  assert.equal(poem.split('\n').filter(Boolean).length, 10);
  await page.locator('.shell .primary').click();
  await page.locator('.share-tab[data-key="picture"]').click();
  const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('.dialog [data-press="save-svg"]').click()]);
  assert.match(svg.suggestedFilename(), /\.svg$/);
  await page.keyboard.press('Escape');
  await page.locator('.list-button').click();
  await page.waitForFunction(() => document.querySelectorAll('.list-table .list-row').length === 9);
  await context.close();
});

test('between two lines no mixture can be read: only what both have is there', async () => {
  const { page, context } = await newReader(browser, { reducedMotion: 'no-preference' });
  await page.addInitScript(countFrames);
  await page.goto(`${site.address}sentences.html`);
  await ready(page);
  await untilIdle(page);  // the river has been drawn
  const knob = /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator('.scrub').boundingBox());
  await page.mouse.move(knob.x + knob.width * 2.5 / 8, knob.y + 12);
  await page.mouse.down();
  await page.locator('.slide .glide').first().waitFor({ state: 'attached' });
  const seen = await page.locator('.slide .glide').evaluateAll((words) => words.filter((word) => Number(/** @type {HTMLElement} */ (word).style.opacity) > 0.02).map((word) => word.textContent?.trim()));
  const [second, third] = (await lines(page)).slice(1, 3).map((line) => line.split(' '));
  for (const word of seen) {
    assert.ok(second.some((other) => other.toLowerCase().includes(String(word).toLowerCase().replace(/\W/g, ''))) && third.length > 0, String(word));
  }
  await page.mouse.up();
  await page.locator('.slide').waitFor({ state: 'detached' });
  await context.close();
});

test('nothing is drawn while nothing changes', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(countFrames);
  await reader.page.goto(`${site.address}sentences.html`);
  await ready(reader.page);
  assert.equal(await framesWhileIdle(reader.page), 0);
  await reader.context.close();
});

test('a phone, a column and a figure hold it without anything cut off', async () => {
  for (const [width, height, rows] of [[390, 844, 7], [360, 480, 3], [600, 400, 5]]) {
    const { page, context } = await newReader(browser, { viewport: { width, height }, hasTouch: width < 500 });
    const isPage = height > 520;  // the smaller ones are figures
    await page.goto(`${site.address}${isPage ? 'sentences.html' : 'embed.html?room=sentences'}`);
    if (isPage) await ready(page);
    else await page.locator('.line').first().waitFor();
    assert.equal(await page.locator('.line:visible').count(), rows, `${width}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: too wide`);
    const small = await page.locator('body *:visible').evaluateAll((elements) => elements.filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) && !element.closest('.reader-only, svg') &&
      parseFloat(getComputedStyle(element).fontSize) < 11).map((element) => element.textContent));
    assert.deepEqual(small, []);
    await context.close();
  }
});

test('on a phone everything else is one press away, and the page scrolls over the strip', async () => {
  const { page, context } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await ready(page);
  assert.equal(await page.locator('.puck').isVisible(), false);
  await page.locator('.travel-button').click();
  await page.locator('.controls.open .puck').waitFor();
  assert.equal(await page.locator('#chart').evaluate((canvas) => getComputedStyle(canvas).touchAction), 'pan-y');
  await context.close();
});

test('axe finds nothing to complain of, light, dark and on a phone', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }]) {
    const { page, context } = await open(options);
    await ready(page);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], JSON.stringify(options));
    await context.close();
  }
});
