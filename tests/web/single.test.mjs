// What `./meander figure` makes of a state, in browsers: the one file works from disk and asks nobody for anything,
// and the poster is the first live picture.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { singleFile } from '../../tools/figure_single.mjs';
import { placeFigures, readFigures } from '../../tools/site_figures.mjs';
import { pressPicture } from './embed_support.mjs';
import { PATIENCE, dist, magentaPixels, newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const tool = path.join(project, 'build/native/src/cli/meander-cli');
const WALK = 'ideas.AQEBAIAwdRcEnv74NABMjZ1aAe01inQBvy9x3wIDNP4';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-single-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {string} link @param {string[]} [choices] */
function make(name, link, choices = []) {
  const figure = path.join(folder, name);
  const parts = path.join(folder, `${name}-parts`);
  execFileSync(tool, ['figure', link, ...choices, '--out', figure, '--parts', parts], { cwd: project, stdio: 'pipe' });
  const file = path.join(figure, 'figure-single.html');
  fs.writeFileSync(file, singleFile({ dist, parts, figure }));
  return { file, figure: JSON.parse(fs.readFileSync(path.join(figure, 'figure.json'), 'utf8')) };
}

for (const [room, link] of [['ideas', WALK], ['sentences', 'sentences'], ['inside', 'inside'], ['sounds', 'sounds'], ['pictures', 'pictures'], ['drawings', 'drawings']]) {
  test(`${room}: one file from disk is the whole figure, and asks nobody`, async () => {
    const { file, figure } = make(room, link);
    // The icons and answers of every layer that Play goes along are in it, for nothing can be fetched.
    assert.ok(fs.statSync(file).size < 4_300_000, `${fs.statSync(file).size} bytes`);
    const { page, context, faults } = await newReader(browser);
    /** @type {string[]} */
    const asked = [];
    context.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) asked.push(request.url()); });
    const address = pathToFileURL(file).href;
    await page.goto(address);
    await ready(page);
    assert.deepEqual(asked, [address]);
    assert.ok((await page.title()).length > 10);
    const seen = await page.locator('#chart').screenshot();
    assert.ok(await magentaPixels(page, seen) > 50, 'the path is drawn');
    assert.deepEqual(faults, []);
    if (room === 'ideas') {
      // The words count the line that is walked; side trips are stops as well.
      const walked = Number(/of (\d+) stops/.exec(figure.alt)?.[1]);
      assert.ok(walked >= 2 && await page.locator('.journey .stop').count() >= walked, figure.alt);
      // A stop's article is in the file; something else's is not, and it says where it is.
      await page.locator('.journey .stop a').first().click();
      await page.locator('.article .read').first().waitFor();
      await page.locator('.article .read a[data-press="open"]').first().click();
      await page.locator('.article').getByText('This one file is the whole figure').waitFor();
    }
    assert.deepEqual(asked, [address]);
    await context.close();
    // Its still picture, drawn 600 wide, is whole on a phone as well.
    const phone = await newReader(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    await phone.page.goto(address);
    const still = await phone.page.locator('.poster img').boundingBox();
    assert.ok(still && still.x >= 0 && still.x + still.width <= 390, JSON.stringify(still));
    await phone.context.close();
  });
}

test('the poster is the first live picture', async () => {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const file = path.join(folder, `poster-${theme}.png`);
    execFileSync(tool, ['poster', WALK, '--out', file, '--size', '600x400', '--scale', '1', '--theme', theme], { cwd: project, stdio: 'pipe' });
    const { page, context } = await newReader(browser, { colorScheme: theme, viewport: { width: 900, height: 700 } });
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe style="border:0" width="600" height="400" src="ideas.html#${WALK}"></iframe>` }));
    await page.goto(`${site.address}host.html`);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    const chart = frame.locator('#chart');
    // Without what lies over it in the page.
    await chart.evaluate((canvas) => { canvas.style.position = 'fixed'; canvas.style.zIndex = '99'; });
    const live = await chart.screenshot();
    const difference = await page.evaluate(async ([a, b]) => {
      /** @param {number[]} bytes */
      const pixels = async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context2d = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context2d.drawImage(image, 0, 0);
        return context2d.getImageData(0, 0, image.width, image.height);
      };
      const [one, other] = [await pixels(a), await pixels(b)];
      if (one.width !== other.width || one.height !== other.height) return `${one.width}x${one.height} and ${other.width}x${other.height}`;
      let sum = 0;
      for (let i = 0; i < one.data.length; i += 1) sum += Math.abs(one.data[i] - other.data[i]);
      return sum / one.data.length;
    }, [[...live], [...fs.readFileSync(file)]]);
    assert.ok(typeof difference === 'number' && difference < 2, `${theme}: ${difference} of 255`);
    await context.close();
  }
});

test('a listed figure has a page of its own: its cards name what is there, its frame is alive', async () => {
  const listed = readFigures(JSON.stringify([{ name: 'euclid', link: WALK, title: 'A "walk"', accent: '#0B6E75' }]), 'figures.json');
  placeFigures({ figures: listed, url: site.address, tool, folder });
  const { page, context, faults } = await newReader(browser);
  await page.route((address) => address.pathname.includes('/figures/'), (route) => route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }));
  await page.goto(`${site.address}figures/euclid/page.html`);
  assert.equal(await page.locator('h1').innerText(), 'A "walk"');
  const said = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('meta[property], meta[name]')].map((meta) => [meta.getAttribute('property') ?? meta.getAttribute('name'), meta.getAttribute('content')])));
  assert.equal(said['og:url'], page.url());
  assert.equal(said['twitter:card'], 'summary_large_image');
  assert.match(said['og:description'] ?? '', /from Euclid to Circle/);
  assert.equal(await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth), Number(said['og:image:width']));
  assert.equal(await page.locator('img').getAttribute('src'), said['og:image']);
  const oembed = await page.evaluate(async () => (await fetch(document.querySelector('link[type="application/json+oembed"]')?.getAttribute('href') ?? '')).json());
  assert.deepEqual([oembed.version, oembed.type, oembed.width, oembed.height], ['1.0', 'rich', 600, 400]);
  await page.locator('main a').last().click();
  await ready(page);
  assert.ok(await page.locator('.journey .stop').count() >= 3);  // side trips are stops as well
  // What a blog that understands oEmbed pastes.
  await page.route('**/post.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${oembed.html}` }));
  await page.goto(`${site.address}post.html`);
  const frame = page.frameLocator('iframe');
  await frame.locator('.poster img, img').first().waitFor();
  await pressPicture(frame);
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  assert.equal(await frame.locator('.figure-title').innerText(), 'A "walk"');
  assert.deepEqual(faults, []);
  await context.close();
});

test('from disk, other pages are opened where the site is, Share names that place, and the title is the author’s', async () => {
  for (const isPlaced of [true, false]) {
    const name = isPlaced ? 'placed' : 'unplaced';
    const { file } = make(name, 'drawings', ['--title', 'My sign', ...isPlaced ? ['--url', site.address] : []]);
    const { page, context, faults } = await newReader(browser);
    const address = pathToFileURL(file).href;
    await page.goto(address);
    await ready(page);
    assert.equal(await page.title(), 'My sign');
    const other = page.locator('nav a[href="./ideas.html"]').first();
    if (isPlaced) {
      const [opened] = await Promise.all([context.waitForEvent('page'), other.click()]);
      assert.equal(opened.url(), `${site.address}ideas.html`);
      await opened.close();
      await page.locator('[data-press="share"]').first().click();
      assert.equal(await page.locator('.share [data-key="address"]').inputValue(), `${site.address}drawings.html`);
    } else {
      assert.equal(await other.isVisible(), false);
    }
    assert.equal(page.url(), address);
    assert.deepEqual(faults, []);
    await context.close();
  }
});
