// A figure's poster is its first live frame, in every room: the same picture, but for what compressing it costs. A
// page's still picture is drawn for the chart that the page has.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { ROOMS } from './embed_support.mjs';
import { MOST_OFF, difference } from './picture_difference.mjs';
import { PATIENCE, newReader, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** Of 255, on average of all pixels and colours: what compressing the poster costs. */
const MOST_MEAN = 4;
/** As columns make them: the attributes of an iframe say 600 × 400, and a page makes it as wide as the column. @type {[number, number, 'light' | 'dark', number][]} */
const FRAMES = [[600, 400, 'light', 1], [600, 400, 'dark', 2], [360, 480, 'light', 2], [720, 400, 'light', 1], [350, 400, 'dark', 2]];
/** Those whose picture goes to the edges. @type {typeof FRAMES} */
const FRAMES_OF_MAPS = [[720, 480, 'light', 1], [390, 260, 'light', 2]];
const MAPS = ['ideas', 'sounds'];
for (const room of ROOMS) {
  for (const [width, height, colorScheme, deviceScaleFactor] of [...FRAMES, ...(MAPS.includes(room) ? FRAMES_OF_MAPS : [])]) {
    test(`${room}, ${width} × ${height}, ${colorScheme}: the poster is the first live frame`, async () => {
      const { page, context } = await newReader(browser, { viewport: { width, height }, colorScheme, deviceScaleFactor });
      await page.goto(`${site.address}embed.html?room=${room}`);
      await page.locator('.poster img').evaluate(async (image) => /** @type {HTMLImageElement} */ (image).decode());
      // Words of the page have the reader's own faces before and the chart's after: they are no part of the picture.
      await page.addStyleTag({ content: '.figure-bar, .figure-line, .figure-note, #page :not(:has(.chart), .chart, .chart *) { visibility: hidden !important }' });
      const still = await page.screenshot();
      await page.mouse.click(width / 2, 60);
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
      await page.mouse.move(0, 0);
      const live = await page.screenshot();
      const { mean, off } = await difference(page, [still, live]);
      assert.ok(mean > 0, 'not one and the same picture');
      assert.ok(mean <= MOST_MEAN && off <= MOST_OFF, `${mean.toFixed(2)} of 255 on average, ${(off * 100).toFixed(3)} % clearly`);
      assert.ok((await difference(page, [still, live], 6 * deviceScaleFactor)).off > MOST_OFF, 'six pixels aside is noticed');
      await context.close();
    });
  }
}

for (const room of MAPS) {
  test(`${room}: a picture has no buttons, and in a frame of another shape no edge`, async () => {
    const { page, context } = await newReader(browser, { viewport: { width: 720, height: 400 } });
    await page.goto(`${site.address}embed.html?room=${room}`);
    const image = page.locator('.poster img');
    const shown = async () => {
      await image.evaluate(async (one) => /** @type {HTMLImageElement} */ (one).decode());
      return await image.evaluate((one) => /** @type {HTMLImageElement} */ (one).currentSrc);
    };
    assert.match(await shown(), /-720x400-/);
    /** How far colours there are from one another, of 255. @param {{ x: number, y: number, width: number, height: number }} clip */
    const unrest = async (clip) => page.evaluate(async (png) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(png)]));
      const paper = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(picture.width, picture.height).getContext('2d'));
      paper.drawImage(picture, 0, 0);
      const { data } = paper.getImageData(0, 0, picture.width, picture.height);
      return Math.max(...[0, 1, 2].map((part) => {
        const one = data.filter((_, at) => at % 4 === part);
        return Math.max(...one) - Math.min(...one);
      }));
    }, [...await page.screenshot({ clip })]);
    assert.ok(await unrest({ x: 664, y: 8, width: 52, height: 80 }) <= 8, 'water where the buttons will be');
    // The picture is 720 px wide then: 140 px are left on either side.
    await page.setViewportSize({ width: 1000, height: 480 });
    await page.waitForFunction(() => /-720x480-/.test(/** @type {HTMLImageElement} */ (document.querySelector('.poster img')).currentSrc));
    await shown();
    for (const x of [134, 854]) for (const y of [20, 150, 330, 370]) assert.ok(await unrest({ x, y, width: 12, height: 30 }) <= 8, `${x}, ${y}`);
    await page.setViewportSize({ width: 350, height: 400 });
    await page.waitForFunction(() => /-350x400-/.test(/** @type {HTMLImageElement} */ (document.querySelector('.poster img')).currentSrc));
    await context.close();
  });
}

for (const room of ROOMS) {
  test(`${room}: its page’s still pictures are as large as its chart`, async () => {
    for (const [width, height] of [[1280, 800], [820, 1180], [390, 844]]) {
      const { page, context } = await newReader(browser, { viewport: { width, height } });
      await page.goto(`${site.address}${room}.html`);
      const { chart, still } = await page.evaluate(() => {
        const box = /** @type {HTMLElement} */ (document.querySelector('.chart')).getBoundingClientRect();
        const source = /** @type {HTMLSourceElement} */ ([...document.querySelectorAll('.poster source')].find((one) => matchMedia(/** @type {HTMLSourceElement} */ (one).media).matches));
        return { chart: [box.width, box.height], still: [source.width, source.height] };
      });
      for (const side of [0, 1]) assert.ok(Math.abs(chart[side] - still[side]) <= 4, `${room} at ${width} × ${height}: a chart of ${chart}, a picture of ${still}`);
      await context.close();
    }
  });
}

// Of Ideas the map and the path are the same; names still stand otherwise, and smaller ones are not there.
for (const [room, mostMean, mostOff] of /** @type {[string, number, number][]} */ ([['ideas', 10, 0.01], ['sounds', MOST_MEAN, MOST_OFF]])) {
  test(`${room}: the picture that Share saves is the figure’s first live frame as well`, async () => {
    const { page, context } = await newReader(browser, { colorScheme: 'light' });
    await page.goto(`${site.address}${room}.html`);
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
    await page.locator('[data-press="share"]').click();
    await page.locator('[data-press="share-tab"]', { hasText: 'Embed' }).click();
    await page.locator('[data-press="share-theme"]', { hasText: 'Light' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="share-save"][data-argument="poster"]').click()]);
    const saved = fs.readFileSync(/** @type {string} */ (await download.path()));
    const link = await page.locator('[data-press="share-tab"]', { hasText: 'Link' }).click().then(() => page.locator('textarea[data-key="address"]').inputValue());
    await context.close();
    const figure = await newReader(browser, { viewport: { width: 600, height: 400 }, deviceScaleFactor: 2, colorScheme: 'light' });
    await figure.page.goto(`${site.address}embed.html?room=${room}&start=near${new URL(link).hash}`);
    await figure.page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
    await figure.page.addStyleTag({ content: '.figure::after { display: none }' });
    // What only lies over a living one: its bar, and the buttons at its upper right.
    const clip = { x: 1, y: 1, width: 520, height: 300 };
    const live = await figure.page.screenshot({ clip });
    const still = await figure.page.evaluate(async ({ png, box }) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(png)]), box.x * 2, box.y * 2, box.width * 2, box.height * 2);
      const paper = new OffscreenCanvas(image.width, image.height);
      /** @type {OffscreenCanvasRenderingContext2D} */ (paper.getContext('2d')).drawImage(image, 0, 0);
      return [...new Uint8Array(await (await paper.convertToBlob()).arrayBuffer())];
    }, { png: [...saved], box: clip });
    const { mean, off } = await difference(figure.page, [Buffer.from(still), live]);
    assert.ok(mean <= mostMean && off <= mostOff, `${mean.toFixed(2)} of 255 on average, ${(off * 100).toFixed(3)} % clearly`);
    await figure.context.close();
  });
}
