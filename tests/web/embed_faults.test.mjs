// What a figure needs, in turn not there, broken, cut short, of the wrong kind or silent: it stays a poster with a
// sentence and a way to try again, and trying again works.
import assert from 'node:assert/strict';
import test from 'node:test';
import { condition, figurePage } from './embed_support.mjs';
import { PATIENCE, newReader, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();
const SIZE = { viewport: { width: 600, height: 400 } };

/** The files from a press to the first live frame. @param {string} room */
async function filesOf(room) {
  const { page, context } = await newReader(browser, SIZE);
  await page.goto(`${site.address}embed.html?room=${room}`);
  await page.waitForSelector('html[data-poster]', { state: 'attached' });
  /** @type {string[]} */
  const files = [];
  context.on('request', (request) => files.push(new URL(request.url()).pathname));
  await page.locator('#page').click({ position: { x: 300, y: 120 } });
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  const needed = [...files];
  await context.close();
  // The engine and what it asks for is not in the first picture: the room goes on without.
  return needed.filter((name) => name.startsWith('/') && !/engine|\/model\/|\/(texts|neighbors|vectors|spelling|roads_\w+|link_counts|measures)-/.test(name));  // what is made of a blob does not travel
}

/** @type {Record<string, (route: import('playwright-core').Route) => Promise<void>>} */
const FAULTS = {
  'not there': (route) => route.fulfill({ status: 404, body: 'Not here.' }),
  'a broken server': (route) => route.fulfill({ status: 500, body: 'Broken.' }),
  'cut short': async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    const headers = { ...answer.headers() };
    delete headers['content-encoding'];
    delete headers['content-length'];
    headers['cache-control'] = 'no-store';  // or the half would be kept for good
    await route.fulfill({ status: 200, headers, body: body.subarray(0, body.length >> 1) });
  },
};

for (const [fault, answer] of Object.entries(FAULTS)) {
  test(`${fault}: each file in turn, a poster with a sentence, and trying again works`, async () => {
    const files = await filesOf('ideas');
    assert.ok(files.length > 10, `${files}`);
    // Half a style sheet is a style sheet, and faces are not held to their hash: nobody can tell.
    for (const file of files.filter((name) => fault !== 'cut short' || !/\.(css|ttf)$/.test(name))) {
      const { page, context } = await newReader(browser, SIZE);
      await page.goto(`${site.address}embed.html?room=ideas`);
      await page.waitForSelector('html[data-poster]', { state: 'attached' });
      await page.route(`**${file}`, answer);
      await page.locator('#page').click({ position: { x: 300, y: 120 } });
      const again = page.locator('.figure-note button');
      await Promise.race([again.waitFor({ timeout: PATIENCE }), page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE })]);
      assert.equal(await again.count(), 1, `${file}: it says so`);
      assert.equal(await page.locator('#page .poster img').count(), 1, `${file}: the poster is there`);
      assert.match(await page.locator('.figure-note').innerText(), /did not arrive/);
      await page.unroute(`**${file}`);
      await again.click();
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
      await context.close();
    }
  });
}

test('a script or a style sheet of the wrong kind is as good as none', async () => {
  const files = (await filesOf('sentences')).filter((name) => /\.(mjs|css)$/.test(name));
  for (const file of [files[0], /** @type {string} */ (files.at(-1))]) {
    const { page, context } = await newReader(browser, SIZE);
    await page.goto(`${site.address}embed.html?room=sentences`);
    await page.waitForSelector('html[data-poster]', { state: 'attached' });
    await page.route(`**${file}`, async (route) => route.fulfill({ response: await route.fetch(), headers: { 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' } }));
    await page.locator('#page').click({ position: { x: 300, y: 120 } });
    await page.locator('.figure-note button').waitFor({ timeout: PATIENCE });
    await page.unroute(`**${file}`);
    await page.locator('.figure-note button').click();
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
    await context.close();
  }
});

test('silence is given up after half a minute', async () => {
  const file = (await filesOf('ideas')).find((name) => name.endsWith('.wasm'));
  const { page, context } = await newReader(browser, SIZE);
  await page.clock.install();
  await page.goto(`${site.address}embed.html?room=ideas`);
  await page.waitForSelector('html[data-poster]', { state: 'attached' });
  let isAsked = false;
  await page.route(`**${file}`, () => { isAsked = true; });  // and never an answer
  await page.locator('#page').click({ position: { x: 300, y: 120 } });
  await page.waitForFunction(() => document.documentElement.dataset.starting !== undefined);
  for (const end = Date.now() + PATIENCE; !isAsked;) {
    assert.ok(Date.now() < end, 'it is asked for');
    await page.clock.runFor(100);
  }
  await page.clock.runFor(31_000);
  await page.locator('.figure-note button').waitFor();
  assert.equal(await page.locator('#page .poster img').count(), 1);
  await context.close();
});

test('who presses and scrolls on while it comes finds it alive, however long they were away', async () => {
  const { page, context } = await newReader(browser, SIZE);
  await page.clock.install();
  await page.goto(`${site.address}embed.html?room=ideas`);
  await page.waitForSelector('html[data-poster]', { state: 'attached' });
  // Browsers draw nothing of a frame that is scrolled away: no frame comes until it is seen again.
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window);
    /** @type {FrameRequestCallback[]} */
    const held = [];
    window.requestAnimationFrame = (callback) => held.push(callback);
    Object.assign(window, { held, see: () => { window.requestAnimationFrame = draw; for (const callback of held) draw(callback); } });
  });
  await page.locator('#page').click({ position: { x: 300, y: 120 } });
  // All has come that can; what is missing is to be drawn.
  await until(() => page.evaluate(() => /** @type {any} */ (window).held.length > 0), 'it asks to draw');
  for (let minutes = 0; minutes < 2; minutes += 1) await page.clock.runFor(60_000);
  assert.equal(await page.locator('.figure-note button').count(), 0);
  await page.evaluate(() => /** @type {any} */ (window).see());
  await until(async () => {
    await page.clock.runFor(100);
    return page.evaluate(() => document.documentElement.dataset.ready !== undefined);
  }, 'it is alive');
  await context.close();
});

test('a poster whose words do not come is still a way in', async () => {
  const { page, context } = await newReader(browser, SIZE);
  await page.route('**/a/embed_ideas-*.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.address}embed.html?room=ideas`);
  await page.locator('.figure-note button').waitFor();
  assert.match(await page.locator('#cover .open-button').getAttribute('href') ?? '', /ideas\.html$/);
  await page.unroute('**/a/embed_ideas-*.json');
  await page.locator('.figure-note button').click();
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  await context.close();
});

/** Takes from the chart what it draws with; `restore()` gives it back. @param {import('playwright-core').Page} page */
const loseContext = (page) => page.evaluate(() => {
  const loss = /** @type {HTMLCanvasElement} */ (document.getElementById('chart')).getContext('webgl2')?.getExtension('WEBGL_lose_context');
  Object.assign(window, { restore: () => loss?.restoreContext() });
  loss?.loseContext();
});

for (const [address, sentence] of [['embed.html?room=sounds&start=near', '.figure-note'], ['sounds.html', '.waiting-lost']]) {
  test(`${address}: while it has nothing to draw with the still picture stands in, with a sentence and a way out`, async () => {
    const { page, context } = await newReader(browser, SIZE);
    await page.goto(`${site.address}${address}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
    assert.equal(await page.locator('.poster img').isVisible(), false);
    await loseContext(page);
    const said = page.locator(sentence);
    await said.waitFor();
    assert.match(await said.innerText(), /The picture was interrupted[^]*Try again/);
    assert.ok(await page.locator('.poster img').isVisible(), 'it shows the same');
    assert.equal(await page.locator('#chart').evaluate((canvas) => getComputedStyle(canvas).opacity), '0');
    await page.evaluate(() => /** @type {any} */ (window).restore());
    await page.waitForSelector('html:not([data-lost])', { state: 'attached' });
    assert.equal(await page.locator('.poster img').isVisible(), false);
    assert.equal(await said.isVisible(), false);
    // Where it is another view by now, the first one is no picture of it.
    await page.locator('#chart').focus();
    await page.evaluate(() => { location.hash = ''; });
    await loseContext(page);
    await said.waitFor();
    await said.locator('button, a').click();
    await page.waitForSelector('html[data-ready]:not([data-lost])', { state: 'attached', timeout: PATIENCE });
    await context.close();
  });
}

test('resting while it has nothing to draw with leaves no broken picture', async () => {
  const { page, context } = await newReader(browser);
  const host = await figurePage(site.address);
  await page.goto(host.with('room="ideas"'));
  await condition(page, 'poster');
  await page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).live());
  await condition(page, 'live');
  const inside = /** @type {import('playwright-core').Frame} */ (page.frames().at(-1));
  await loseContext(/** @type {any} */ (inside));
  await page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).rest());
  await condition(page, 'resting');
  assert.equal(await inside.locator('html[data-lost]').count(), 0);
  assert.equal(await inside.locator('.poster img').count(), 1, 'the one before it, which shows the same');
  await context.close();
});

test('a lost drawing context comes back, and the engine’s worker may die', async () => {
  const { page, context } = await newReader(browser, SIZE);
  await page.goto(`${site.address}embed.html?room=ideas&start=near`);
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  await page.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('chart'));
    const loss = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    const lost = new Promise((done) => { canvas.addEventListener('webglcontextlost', () => setTimeout(done), { once: true }); });
    loss?.loseContext();
    await lost;
    loss?.restoreContext();
  });
  await page.waitForFunction(() => !(/** @type {HTMLCanvasElement} */ (document.getElementById('chart')).getContext('webgl2')?.isContextLost() ?? true));
  await page.locator('.play-button').click();
  await page.waitForFunction(() => document.querySelector('.figure-fact')?.textContent?.includes(' of '));
  await context.close();

  const other = await newReader(browser, SIZE);
  await other.page.addInitScript(() => {
    /** @type {any} */ (window).Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };
  });
  await other.page.goto(`${site.address}embed.html?room=ideas&start=near`);
  await other.page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  await other.context.close();
});
