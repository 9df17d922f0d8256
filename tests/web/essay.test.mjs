// The front page: whole without scripts, alive in place, driven by its own words, and an old link still finds its room.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { PATIENCE, framesWhileIdle, countFrames, newReader, project, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
/** @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(options, fragment = '') {
  const reader = await newReader(browser, options);
  await reader.page.addInitScript(countFrames);
  await reader.page.goto(`${site.address}${fragment}`);
  return reader;
}

test('without scripts: words, pictures, links to the rooms', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator('h1').innerText(), 'The way there is the picture');
  assert.equal(await page.locator('h2').count(), 6);
  for (const image of await page.locator('.essay-figure img').all()) {
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction((it) => /** @type {HTMLImageElement} */ (it).naturalWidth > 0, await image.elementHandle());
    assert.ok((await image.getAttribute('alt') ?? '').length > 40);
    const [drawn, own] = await image.evaluate((it) => { const { naturalWidth, naturalHeight, clientWidth, clientHeight } = /** @type {HTMLImageElement} */ (it); return [clientWidth / clientHeight, naturalWidth / naturalHeight]; });
    assert.ok(Math.abs(drawn / own - 1) < 0.02 && drawn > 1, `${drawn}, drawn for ${own}`);
  }
  assert.deepEqual(await page.locator('.essay-figure a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), ['sentences.html', 'ideas.html', 'inside.html', 'pictures.html', 'drawings.html', 'sounds.html']);
  await context.close();
});

test('what the words say of a figure is what the figure shows', async () => {
  const { page, context, faults, elsewhere } = await open();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const said = await page.locator('.essay-part .read').allInnerTexts();
  await page.locator('#figure-sentences').scrollIntoViewIfNeeded();
  const lines = page.frameLocator('#figure-sentences iframe').locator('.end-words');
  await lines.nth(1).waitFor();
  for (const end of await lines.allInnerTexts()) assert.ok(said[0].includes(end.trim().replace(/\.$/, '')), `${end}: ${said[0]}`);
  assert.equal(await lines.count(), 2);
  await page.locator('#figure-ideas').scrollIntoViewIfNeeded();
  const title = await page.frameLocator('#figure-ideas iframe').locator('.figure-title').innerText();
  for (const end of title.replace(/^From /, '').split(' to ')) assert.ok(said[1].includes(end), `${end}: ${said[1]}`);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a figure plays in place, underlined words drive it, and nothing is fetched for readers who do neither', async () => {
  const { page, context, faults } = await open();
  /** @type {string[]} */
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  for (const stop of await page.locator('[data-stop]').all()) await stop.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  assert.deepEqual(asked.filter((name) => /\.wasm$|\/packs\/|\/model\//.test(name)), []);
  assert.equal(await framesWhileIdle(page), 0);

  await page.locator('a[data-figure]', { hasText: 'ball on toy' }).click();
  const frame = page.frameLocator('#figure-inside iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('#figure-inside')).state.startsWith('inside.'));
  assert.deepEqual(asked.filter((name) => name.startsWith('/model/')), [], 'the example came with the site');
  assert.ok(page.url().endsWith('/'), 'the essay’s own address stays');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the line is walked as far as the reader has come; where nothing is to move it is whole', async () => {
  const { page, context } = await open({ reducedMotion: 'no-preference' });
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const length = () => page.locator('.essay-line .walked').evaluate((line) => parseFloat(/** @type {SVGPathElement} */ (line).style.strokeDasharray));
  const first = await length();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.waitForFunction((before) => parseFloat(/** @type {SVGPathElement} */ (document.querySelector('.essay-line .walked')).style.strokeDasharray) > before + 200, first);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('.essay-foot.is-here').waitFor();
  const whole = await length();
  await context.close();
  const still = await open({ reducedMotion: 'reduce' });
  await still.page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const at = await still.page.locator('.essay-line .walked').evaluate((line) => parseFloat(/** @type {SVGPathElement} */ (line).style.strokeDasharray));
  assert.ok(Math.abs(at - whole) < 2, `${at} of ${whole}`);
  await still.context.close();
});

test('a link that was made for a room still leads there', async () => {
  const { page, context } = await open({}, '#ideas.AQ');
  await page.waitForURL(/\/ideas\.html#ideas\.AQ$/);
  await context.close();
});

test('axe finds nothing; narrow, nothing is cut and a finger finds every link', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }]) {
    const { page, context } = await open(options);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {{ id: string, nodes: { html: string }[] }} */ one) => `${one.id}: ${one.nodes[0].html}`);
    });
    assert.deepEqual(violations, []);
    await context.close();
  }
});
