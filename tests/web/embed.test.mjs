// A figure in somebody's page, in Chromium: in every way such a page may frame it, for every room.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { FIRST_ACTION, ROOMS, pressPicture, startPlaces, WAYS } from './embed_support.mjs';
import { readExplorers } from '../../tools/explorers.mjs';
import { PATIENCE, countFrames, dist, framesWhileIdle, newReader, noted, project, startChromium } from './support.mjs';

/** @type {Awaited<ReturnType<typeof startPlaces>>} */
let places;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  places = await startPlaces();
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  places.close();
});

/** @param {typeof WAYS[number]} way @param {string} query @param {import('playwright-core').BrowserContextOptions} [options] */
async function opened(way, query, options = {}) {
  const reader = await newReader(browser, options);
  /** @type {string[]} */
  const asked = [];
  reader.context.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await reader.page.addInitScript(countFrames);
  await reader.page.goto(places.pageOf(way, query));
  const frame = reader.page.frameLocator('iframe');
  await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
  const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().find((one) => one.parentFrame() !== null));
  return { ...reader, frame, inside, asked };
}

/** @param {import('playwright-core').FrameLocator} frame */
async function live(frame) {
  try {
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  } catch (error) {
    throw new Error(`not alive; it says: ${await frame.locator('body').innerText()}`, { cause: error });
  }
  await frame.locator('html').evaluate(() => document.fonts.ready.then(() => true));
}

for (const way of WAYS) for (const room of /** @type {(keyof typeof FIRST_ACTION)[]} */ (ROOMS)) {
  test(`${way.name}, ${room}: a poster, alive on a press, one action, the page’s scroll, Tab leaves`, async () => {
    const { page, frame, inside, asked, faults, elsewhere, context } = await opened(way, `room=${room}`);
    assert.deepEqual(asked.filter((name) => /\.wasm$|\.meander$|\.ttf$|\.woff2$/.test(name)), [], 'a poster needs no program');
    await pressPicture(frame);
    await live(frame);
    const { press, reads } = FIRST_ACTION[room];
    const told = await noted(inside, reads);
    await frame.locator(press).first().click();
    await told.changes();
    const box = /** @type {{ x: number, y: number }} */ (await page.locator('iframe').boundingBox());
    await page.mouse.move(box.x + 300, box.y + 150);
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => window.scrollY > 0);
    await frame.locator('#chart').focus();
    for (let i = 0; i < 40 && await page.evaluate(() => document.activeElement?.localName === 'iframe'); i += 1) await page.keyboard.press('Tab');
    assert.notEqual(await page.evaluate(() => document.activeElement?.localName), 'iframe', 'Tab leads out');
    assert.deepEqual(faults, []);
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(places.reports, []);
    await context.close();
  });
}

test('alive and idle it asks for no frame, out of sight it rests, and seen again it lives', async () => {
  const { page, frame, inside, context } = await opened(WAYS[1], 'room=ideas&start=near');
  await live(frame);
  assert.equal(await framesWhileIdle(/** @type {any} */ (inside)), 0);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await frame.locator('html:not([data-ready])').waitFor({ state: 'attached', timeout: PATIENCE });
  assert.equal(await inside.evaluate(() => document.querySelectorAll('canvas').length), 0, 'no drawing context is held');
  const before = await inside.evaluate(() => /** @type {any} */ (window).frames);
  await page.waitForTimeout(2000);
  assert.equal(await inside.evaluate(() => /** @type {any} */ (window).frames), before);
  await page.evaluate(() => window.scrollTo(0, 0));
  await live(frame);
  await context.close();
});

test('sounds in a sandbox: silent until Play is pressed, silent again out of view, and then a picture', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    const given = /** @type {any} */ (window);
    given.blocks = 0;
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (/** @type {number[]} */ ...when) {
      if (this.buffer?.numberOfChannels === 2) given.blocks += 1;
      return start.call(this, ...when);
    };
  });
  await reader.page.goto(places.pageOf(WAYS[1], 'room=sounds&start=near'));
  const frame = reader.page.frameLocator('iframe');
  await live(frame);
  const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().find((one) => one.parentFrame() !== null));
  const blocksGiven = () => inside.evaluate(() => /** @type {any} */ (window).blocks);
  assert.equal(await blocksGiven(), 0);
  await frame.locator('.play-button').click();
  await inside.waitForFunction(() => /** @type {any} */ (window).blocks > 5, undefined, { timeout: PATIENCE });
  await reader.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await frame.locator('.play-button .icon-play').waitFor({ state: 'attached', timeout: PATIENCE });
  await frame.locator('html:not([data-ready])').waitFor({ state: 'attached', timeout: PATIENCE });
  const given = await blocksGiven();
  await reader.page.waitForTimeout(1000);
  assert.equal(await blocksGiven(), given);
  assert.deepEqual(reader.faults, []);
  await reader.context.close();
});

test('a broken link says so, and a room that is not there too', async () => {
  const { frame, context } = await opened(WAYS[0], 'room=ideas#ideas.broken');
  await frame.locator('.quiet p').waitFor();
  await frame.locator('#cover .play-button').click();
  await live(frame);
  await frame.locator('.toast', { hasText: 'That link is not whole' }).waitFor();
  await context.close();
  const reader = await newReader(browser);
  await reader.page.goto(places.pageOf(WAYS[0], 'room=%3Cscript%3E'));
  await reader.page.frameLocator('iframe').locator('.quiet', { hasText: 'names no room' }).waitFor();
  await reader.context.close();
});

test('where new windows are refused, Open shows the address', async () => {
  const { frame, context } = await opened(WAYS[1], 'room=sentences&title=Two%20lines');
  assert.equal(await frame.locator('html').evaluate(() => document.title), 'Two lines');
  await frame.locator('.open-button').first().click();
  const field = frame.locator('.figure-address input');
  assert.match(await field.inputValue(), /\/sentences\.html$/);
  assert.equal(await field.evaluate((one) => { const { selectionStart, selectionEnd, value } = /** @type {HTMLInputElement} */ (one); return selectionStart === 0 && selectionEnd === value.length; }), true);
  await field.press('Escape');
  assert.equal(await frame.locator('.figure-address').count(), 0);
  await context.close();
});

test('heights are told in three shapes, hang on the width alone, and are told once a width', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    /** @type {any[]} */
    const told = [];
    /** @type {any} */ (window).told = told;
    window.addEventListener('message', (event) => told.push(event.data));
  });
  await reader.page.goto(places.pageOf(WAYS[1], 'room=ideas&id=m1'));
  const heights = () => reader.page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (window).told).flatMap((said) =>
    (said.type === 'height' ? [['ours', said.height]] : said['datawrapper-height'] ? [['datawrapper', said['datawrapper-height'].m1]] : said.sentinel === 'amp' ? [['amp', said.height]] : [])));
  await reader.page.frameLocator('iframe').locator('html[data-poster]').waitFor({ state: 'attached' });
  await reader.page.waitForFunction(() => /** @type {any} */ (window).told.some((/** @type {any} */ said) => said.sentinel === 'amp'));
  assert.deepEqual(await heights(), [['ours', 400], ['datawrapper', 400], ['amp', 400]]);
  // A page that does as it is told, and then some.
  for (const height of [400, 900, 123]) await reader.page.locator('iframe').evaluate((frame, high) => { /** @type {HTMLIFrameElement} */ (frame).height = String(high); }, height);
  await reader.page.waitForTimeout(1000);
  assert.equal((await heights()).length, 3);
  await reader.page.locator('iframe').evaluate((frame) => { /** @type {HTMLIFrameElement} */ (frame).width = '360'; });
  await reader.page.waitForFunction(() => /** @type {any} */ (window).told.filter((/** @type {any} */ said) => said.sentinel === 'amp').length === 2);
  assert.deepEqual((await heights()).at(-1), ['amp', 480]);
  await reader.context.close();
});

test('axe finds nothing wrong with a figure, before and after', async () => {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const room of ROOMS) for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, context } = await newReader(browser, { viewport: { width: 600, height: 400 }, colorScheme });
    await page.goto(`${places.site}embed.html?room=${room}`);
    await page.waitForSelector('html[data-poster]', { state: 'attached' });
    for (const isLive of [false, true]) {
      if (isLive) {
        await page.mouse.click(300, 120);
        await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
      }
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { rules: { 'page-has-heading-one': { enabled: true } } }))
        .violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 120)).join(' | ')}`));
      assert.deepEqual(found, [], `${room}, ${colorScheme}, ${isLive ? 'alive' : 'poster'}`);
    }
    await context.close();
  }
});

/** As it travels. @param {string} name */
const weight = (name) => {
  const file = path.join(dist, name.replace(/^\//, ''));
  return fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
};

test('in a frame of any shape nothing takes the wheel, before and after', async () => {
  const { page, context } = await newReader(browser);
  const takes = () => page.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) &&
    one.scrollHeight > one.clientHeight + 1 && one.getBoundingClientRect().width > 2).map((one) => one.className));
  for (const room of ROOMS) {
    for (const [width, height] of [[600, 400], [720, 400], [900, 600]]) {
      await page.setViewportSize({ width, height });
      await page.goto(`${places.site}embed.html?room=${room}`);
      await page.locator('html[data-poster]').waitFor({ state: 'attached' });
      assert.deepEqual(await takes(), [], `${room} ${width}×${height}, its poster`);
      await page.mouse.click(width / 2, 120);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      assert.deepEqual(await takes(), [], `${room} ${width}×${height}, alive`);
    }
  }
  await context.close();
});

test('weights: a poster is light, and a press costs what it may', async () => {
  assert.ok(weight('element.js') <= 6000, `${weight('element.js')} bytes of element.js`);
  for (const room of ROOMS) {
    const { frame, asked, context } = await opened(WAYS[0], `room=${room}`);
    await frame.locator('.poster img').first().waitFor();
    const files = () => asked.filter((name) => name.startsWith('/') && name !== '/' && name !== '/favicon.ico');  // a blob never travelled
    const isPicture = (/** @type {string} */ name) => /\.(webp|png)$/.test(name);
    const words = files().filter((name) => !isPicture(name)).reduce((sum, name) => sum + weight(name), weight('element.js'));
    const pictures = files().filter(isPicture).reduce((sum, name) => sum + weight(name), 0);
    assert.ok(words <= 20_000, `${room}: ${words} bytes beside the picture`);
    assert.ok(pictures > 0 && pictures <= 60_000, `${room}: ${pictures} bytes of picture`);
    const before = files().length;
    await pressPicture(frame);
    await live(frame);
    const pressed = files().slice(before).reduce((sum, name) => sum + weight(name), 0);
    assert.ok(pressed > 200_000 && pressed <= 1_200_000, `${room}: ${pressed} bytes from a press to the first live frame`);
    // The number that the Share dialog names, counted by the site: what the first picture needs, of which each
    // travels once. What the state then asks for, by the engine, is not in it.
    const first = readExplorers(project).find((each) => each.room === room)?.first ?? [];
    const needed = new Set(files().slice(before).filter((name) => !/\/engine(_inside|_pictures|_drawings)?-/.test(name) &&
      (!name.startsWith('/packs/') || name.endsWith('.meander') || first.some((section) => path.basename(name).startsWith(`${section}-`)))));
    const fetched = [...needed].reduce((sum, name) => sum + weight(name), 0);
    const counted = JSON.parse(/id="meander">([^]*?)<\/script>/.exec(fs.readFileSync(path.join(dist, `${room}.html`), 'utf8'))?.[1] ?? '{}').clickBytes;
    assert.ok(Math.abs(counted - fetched) <= fetched * 0.02, `${room}: ${counted} bytes counted, ${fetched} fetched`);
    await context.close();
  }
});

test('locked it stays as its author left it, its path has their colour, a faint one is not taken', async () => {
  const { page, frame, inside, context } = await opened(WAYS[0], 'room=ideas&lock=1&accent=%23006600&start=near');
  await live(frame);
  const accent = () => inside.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
  assert.equal(await accent(), '#006600');
  const title = await frame.locator('.figure-title').innerText();
  const box = /** @type {{ x: number, y: number }} */ (await page.locator('iframe').boundingBox());
  for (const [x, y] of [[250, 120], [300, 180], [350, 220]]) await page.mouse.click(box.x + x, box.y + y);
  await frame.locator('#chart').press('ArrowRight');
  await frame.locator('#chart').press('Enter');
  await frame.locator('.play-button').click();
  await frame.locator('.figure-fact', { hasText: 'of 5' }).waitFor();
  assert.equal(await frame.locator('.figure-title').innerText(), title);
  assert.equal(await inside.evaluate(() => location.hash), '');
  await context.close();
  const faint = await opened(WAYS[0], 'room=ideas&accent=%23e0e0e0');
  assert.notEqual(await faint.inside.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()), '#e0e0e0');
  await faint.context.close();
});

for (const room of ROOMS) {
  test(`${room}: the whole room where its author wants it, laid out as its own page is in a frame`, async () => {
    /** @type {Record<string, number[]>[]} */
    const laid = [];
    for (const page of [`embed.html?room=${room}&ui=full&start=near`, `${room}.html`]) {
      const reader = await newReader(browser);
      await reader.page.route('**/somebody.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe style="border:0" width="900" height="600" src="${places.site}${page}"></iframe>` }));
      await reader.page.goto(`${places.site}somebody.html`);
      const frame = reader.page.frameLocator('iframe');
      await live(frame);
      await frame.locator('.shell .share-button, .shell [data-press="share"]').first().waitFor();
      assert.equal(await frame.locator('.figure-bar').count(), 0);
      laid.push(await frame.locator('html').evaluate(async () => {
        // Letters of the page's own faces are of another width than those that stand in for them: lines break elsewhere.
        await document.fonts.ready;
        const read = () => Object.fromEntries(['.shell', '.room', '#chart', '[data-press="share"]', '.play-button', '.search'].map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return [selector, box ? [box.x, box.y, box.width, box.height].map(Math.round) : []];
        }));
        // As it is once nothing of it has moved for half a second.
        let last = '', calm = 0;
        for (let tries = 0; calm < 5 && tries < 200; tries += 1) {
          await new Promise((next) => setTimeout(next, 100));
          const now = JSON.stringify(read());
          calm = now === last ? calm + 1 : 0;
          last = now;
        }
        return read();
      }));
      await reader.context.close();
    }
    assert.deepEqual(laid[0], laid[1]);
  });
}

test('where the whole room does not come, the poster has its own looks again', async () => {
  const reader = await newReader(browser, { viewport: { width: 900, height: 600 } });
  await reader.page.route('**/packs/**', (route) => route.fulfill({ status: 404, body: '' }));
  await reader.page.goto(`${places.site}embed.html?room=ideas&ui=full`);
  const bar = reader.page.locator('.figure-bar');
  await bar.waitFor();
  const before = await bar.boundingBox();
  await reader.page.mouse.click(300, 120);
  await reader.page.locator('.figure-note button').waitFor();
  assert.deepEqual(await bar.boundingBox(), before);
  await reader.context.close();
});
