// What a way looks like: rhymes tied, where it ran on the map of all lines, the controls that fit a laptop and a tablet.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, pathPixels, ready, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [fragment] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}sentences.html${fragment}`);
  await ready(reader.page);
  return reader;
};

test('by sound, words that rhyme are tied from line to line', async () => {
  const { page, context, faults } = await open();
  await page.locator('.puck').focus();
  await page.keyboard.press('s');
  await page.locator('.ties path').first().waitFor({ state: 'attached' });
  // Every arc begins under a lit word and ends above one.
  const astray = () => page.evaluate(() => {
    const near = (/** @type {number} */ x, /** @type {number} */ y) => [...document.querySelectorAll('.word')].some((word) => {
      const box = word.getBoundingClientRect();
      return x > box.left - 2 && x < box.right + 2 && y > box.top - 8 && y < box.bottom + 4;
    });
    return [...document.querySelectorAll('.ties path')].filter((path) => {
      const arc = /** @type {SVGPathElement} */ (path), origin = /** @type {SVGElement} */ (arc.ownerSVGElement).getBoundingClientRect();
      return [0, arc.getTotalLength()].some((at) => {
        const point = arc.getPointAtLength(at);
        return !near(point.x + origin.left, point.y + origin.top);
      });
    }).length;
  });
  await until(async () => await astray() === 0, 'every arc is tied to its words');
  await page.locator('.line.current .phones').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('where it ran: the way on the map of all lines, fetched only then', async () => {
  for (const options of [{}, { viewport: { width: 390, height: 844 }, hasTouch: true }]) {
    const reader = await newReader(browser, options);
    const { page } = reader;
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.address}sentences.html`);
    await ready(page);
    assert.deepEqual(asked.filter((url) => url.includes('/positions-')).length, 0);
    if ('hasTouch' in options) await page.locator('.travel-button').click();
    await page.locator('.out button', { hasText: 'Where it ran' }).click();
    await page.locator('.strip.as-map').waitFor();
    assert.match(await page.locator('#chart').getAttribute('aria-label') ?? '', /^Map of [0-9,]+ lines/);
    assert.equal(await page.locator('.controls.open').count(), 0, 'the sheet is out of the way');
    // The path is drawn over the land, and there are dots all over it.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/positions-')));
    await until(async () => await pathPixels(page) >= 300, 'the way is drawn');
    await page.locator('.map-back').click();
    await page.locator('.strip:not(.as-map)').waitFor();
    assert.deepEqual(reader.faults, []);
    await reader.context.close();
  }
});

test('the controls fit a laptop and a tablet: nothing is cut off and nothing lies on anything', async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 820, height: 1180 }]) {
    const { page, context } = await open({ viewport });
    const fits = await page.locator('.controls').evaluate((column) => ({ high: column.scrollHeight - column.clientHeight, wide: column.scrollWidth - column.clientWidth }));
    assert.ok(fits.high <= 1 && fits.wide <= 1, `${viewport.width}: ${JSON.stringify(fits)}`);
    const [others, out] = await page.locator('.block.others, .block.out').evaluateAll((blocks) => blocks.map((block) => {
      const { left, right, top, bottom } = block.getBoundingClientRect();
      return { left, right, top, bottom };
    }));
    const apart = others.bottom <= out.top + 1 || out.bottom <= others.top + 1 || others.right <= out.left + 1 || out.right <= others.left + 1;
    assert.ok(apart, `${viewport.width}: ${JSON.stringify([others, out])}`);
    await context.close();
  }
});
