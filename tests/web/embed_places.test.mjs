// What places that take figures do with them: WordPress writes behind their addresses, a phone loses its network or is
// turned, scripts are off, a reader spares data, and a page lays the component out as it lays out anything.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { PATIENCE, newReader, siteAndChromium, until } from './support.mjs';
import { OWN_STATE, WAYS, condition, figurePage, pressPicture, startPlaces } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();
const page = await figurePage(site.address);
const places = await startPlaces();
after(() => places.close());

const [, sandboxed] = WAYS;

for (const [name, own] of [['a view of one’s own', OWN_STATE.ideas], ['the first view', '']]) {
  test(`WordPress writes behind the address: ${name} is what it is, before a press and alive`, async () => {
    const reader = await newReader(browser);
    await reader.page.goto(places.pageOf(sandboxed, `room=ideas${own && `#${own}`}#?secret=AbCdEfGh12`));
    const frame = reader.page.frameLocator('iframe');
    await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
    assert.equal(await frame.locator('html').evaluate(() => location.hash.slice(1)), own);
    assert.equal(await frame.locator('#cover .quiet').count(), own ? 1 : 0);
    await pressPicture(frame);
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    assert.equal(await frame.locator('.toast', { hasText: 'not whole' }).count(), 0);
    await reader.context.close();
  });
}

test('without a network a figure keeps its sentence and its retry, and with one it comes', async () => {
  for (const isScript of [false, true]) {
    const reader = await newReader(browser);
    // Either what it takes to live does not come, or its own first script.
    const missing = isScript ? '**/a/frame-*.mjs' : '**/packs/**';
    await reader.page.route(missing, (route) => route.abort());
    await reader.page.goto(places.pageOf(sandboxed, 'room=ideas'));
    const frame = reader.page.frameLocator('iframe');
    if (!isScript) {
      await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
      await pressPicture(frame);
    }
    const again = frame.locator(isScript ? '.waiting-failed a' : '.figure-note button');
    await again.waitFor({ timeout: PATIENCE });
    await reader.page.unroute(missing);
    await reader.context.setOffline(true);
    await Promise.all([reader.page.waitForEvent('requestfailed', (request) => request.url().includes('/embed.html')), again.click()]);
    await again.waitFor({ timeout: PATIENCE });
    assert.match(await frame.locator(isScript ? '.waiting-failed' : '.figure-note').innerText(), /did not arrive/);
    await reader.context.setOffline(false);
    await again.click();
    await frame.locator(isScript ? 'html[data-poster]' : 'html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    await reader.context.close();
  }
});

/**
 * Components as pages lay out anything, without a picture inside; to run in a page that has the component. Sizes by name.
 * @returns {Record<string, number[]>}
 */
const layOut = () => {
  /** @type {Record<string, string>} */
  const ways = {
    hidden: '<meander-figure hidden></meander-figure>',
    'not shown': '<meander-figure style="display:none"></meander-figure>',
    'by the page’s own sheet': '<meander-figure class="away"></meander-figure>',
    block: '<div style="width:700px"><meander-figure style="margin:0 20px"></meander-figure></div>',
    row: '<div style="display:flex;width:700px"><meander-figure></meander-figure></div>',
    shared: '<div style="display:flex;width:700px"><meander-figure></meander-figure><p style="flex:none;width:300px">words</p></div>',
    'between words': '<div style="display:inline-block"><meander-figure></meander-figure></div>',
    middle: '<div style="display:grid;justify-items:center;width:700px"><meander-figure></meander-figure></div>',
    narrow: '<div style="width:360px"><div style="display:inline-block"><meander-figure></meander-figure></div></div>',
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.away { display: none; }');
  document.adoptedStyleSheets = [sheet];
  document.body.innerHTML = Object.values(ways).join('');
  const figures = [...document.querySelectorAll('meander-figure')];
  return Object.fromEntries(Object.keys(ways).map((name, i) => {
    const { width, height } = figures[i].getBoundingClientRect();
    return [name, [Math.round(width), Math.round(height)]];
  }));
};
const LAID = {
  hidden: [0, 0], 'not shown': [0, 0], 'by the page’s own sheet': [0, 0], block: [660, 440], row: [600, 400], shared: [400, 533],
  'between words': [600, 400], middle: [600, 400], narrow: [360, 480],
};

test('a page hides the component and lays it out as it does anything, in Chromium and in Firefox', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  assert.deepEqual(await reader.page.evaluate(layOut), LAID);
  await reader.context.close();
  const firefox = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, timeout: PATIENCE, protocolTimeout: 2 * PATIENCE });
  try {
    const opened = await firefox.newPage();
    await opened.goto(page.with('room="ideas"'));
    await opened.waitForFunction(() => customElements.get('meander-figure') !== undefined);
    assert.deepEqual(await opened.evaluate(layOut), LAID);
  } finally {
    await firefox.close();
  }
});

test('where a browser has no sheets for elements, the component is laid out all the same', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    Object.assign(window, { CSSStyleSheet: class { constructor() { throw new TypeError('Illegal constructor'); } } });
  });
  await reader.page.goto(page.with('room="ideas" style="margin-left:20px"'));
  await condition(reader.page, 'poster');
  assert.deepEqual(await reader.page.locator('#m1').evaluate((figure) => {
    const { display, position, marginLeft } = getComputedStyle(figure);
    return [display, position, marginLeft, figure.clientWidth > 600];
  }), ['block', 'relative', '20px', true]);
  await reader.context.close();
});

test('a page that does as it is told, and gets a scroll bar by it, is not told for ever', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    if (window.parent !== window) return;
    /** @type {number[]} */
    const told = [];
    Object.assign(window, { told });
    window.addEventListener('message', ({ data }) => {
      const frame = document.querySelector('iframe');
      if (data.type !== 'height' || !frame) return;
      told.push(data.height);
      // As a scroll bar does that comes and goes with the height: those of this browser lie over the page.
      frame.height = data.height;
      frame.width = data.height >= 400 ? '585' : '600';
    });
  });
  await reader.page.goto(places.pageOf(sandboxed, 'room=ideas'));
  await reader.page.waitForFunction(() => /** @type {any} */ (window).told.length >= 3);
  await reader.page.waitForTimeout(2500);
  assert.deepEqual(await reader.page.evaluate(() => /** @type {any} */ (window).told), [400, 390, 400]);
  await reader.context.close();
});

test('without scripts a frame in a sandbox has a link that leads out', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(places.pageOf({ name: 'a reader without scripts', sandbox: 'allow-popups allow-popups-to-escape-sandbox' }, 'room=ideas'));
  const [opened] = await Promise.all([reader.context.waitForEvent('page'), reader.page.frameLocator('iframe').locator('.waiting-none a').click()]);
  await opened.waitForURL(/index\.html$/);
  await reader.context.close();
});

test('Play pressed by a key: the focus is on the live figure’s Play, over any poster', async () => {
  for (const own of ['', `&poster=${encodeURIComponent(`${site.address}mark.webp`)}#${OWN_STATE.ideas}`]) {
    const reader = await newReader(browser);
    await reader.page.goto(places.pageOf(sandboxed, `room=ideas${own}`));
    const frame = reader.page.frameLocator('iframe');
    await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
    await frame.locator(`${own ? '#cover' : '#page'} .play-button`).press('Enter');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    await until(() => frame.locator('#cover').evaluate((cover) => cover.childElementCount === 0), 'the poster is gone');
    assert.equal(await frame.locator('html').evaluate(() => document.activeElement?.closest('#page .play-button') !== null), true, own);
    await reader.context.close();
  }
});

test('who spares data is given nothing unasked, and what they press', async () => {
  for (const start of ['near', 'now']) {
    const reader = await newReader(browser);
    await reader.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    /** @type {string[]} */
    const asked = [];
    reader.context.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
    await reader.page.goto(places.pageOf(sandboxed, `room=ideas&start=${start}#${OWN_STATE.ideas}`));
    const frame = reader.page.frameLocator('iframe');
    await frame.locator('.quiet', { hasText: 'once you press' }).waitFor({ timeout: PATIENCE });
    await reader.page.waitForTimeout(1000);
    assert.deepEqual(asked.filter((name) => /\.wasm$|\.meander$|\.ttf$|life-/.test(name)), []);
    // Pressed, it does not come; trying again is no second press.
    await reader.page.route('**/packs/**', (route) => route.abort());
    await pressPicture(frame);
    const again = frame.locator('.figure-note button');
    await again.waitFor({ timeout: PATIENCE });
    await reader.page.unroute('**/packs/**');
    await again.click();
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    await reader.context.close();
  }
});

test('a poster on a phone that is turned is the one for that shape, and alive it stays alive', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" style="width:360px"'));
  await condition(reader.page, 'poster');
  const frame = reader.page.frameLocator('#m1 >> iframe');
  /** @param {number} width */
  const turn = (width) => reader.page.locator('#m1').evaluate((figure, wide) => { figure.style.width = `${wide}px`; }, width);
  /** @param {RegExp} name */
  const shows = (name) => until(() => frame.locator('.poster img').evaluate((image) => /** @type {HTMLImageElement} */ (image).currentSrc).then((shown) => name.test(shown)), `${name}`);
  await shows(/360x480/);
  await turn(640);
  await shows(/600x400/);
  await turn(360);
  await shows(/360x480/);
  await pressPicture(frame);
  await condition(reader.page, 'live');
  await turn(640);
  await reader.page.waitForTimeout(500);
  assert.equal(await frame.locator('#chart').count(), 1);
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).is), 'live');
  await reader.context.close();
});

test('a figure that rests and wakes again and again keeps one picture, not all of them', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    /** @type {Set<string>} */
    const held = new Set();
    Object.assign(window, { held });
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (made) => {
      const address = createObjectURL.call(URL, made);
      if (made instanceof Blob && made.type.startsWith('image/')) held.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      held.delete(address);
      revokeObjectURL.call(URL, address);
    };
  });
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().at(-1));
  const count = () => inside.evaluate(() => /** @type {any} */ (window).held.size);
  for (let times = 0; times < 3; times += 1) {
    await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).live());
    await condition(reader.page, 'live');
    assert.ok(await count() <= 1, 'alive');
    await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).rest());
    await condition(reader.page, 'resting');
    assert.equal(await count(), 1, 'its picture');
    await inside.locator('.poster img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
  }
  await reader.context.close();
});

test('whatever the page’s own sheet makes of the component, its frame stays where it stands', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  for (const style of ['* { all: unset; }', 'body * { all: revert; }', 'meander-figure { all: initial; }', 'meander-figure { position: static; }', 'meander-figure { display: contents; }',
    'meander-figure { aspect-ratio: 1; height: 300px; width: auto; }', 'meander-figure { max-height: 200px; width: 700px; }', 'meander-figure { padding: 40px; }']) {
    const [top, frame, whole] = await reader.page.evaluate((said) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(said);
      document.adoptedStyleSheets = [sheet];
      const figure = /** @type {HTMLElement} */ (document.getElementById('m1'));
      const { width, height, top: begins } = /** @type {Element} */ (figure.shadowRoot?.querySelector('iframe')).getBoundingClientRect();
      const { bottom } = /** @type {Element} */ (document.querySelector('p')).getBoundingClientRect();
      return [[begins, bottom], [Math.round(width), Math.round(height)], [window.innerWidth, window.innerHeight]];
    }, style);
    assert.ok(top[0] >= top[1] - 1, `${style}: after the words before it, ${top}`);
    assert.ok(frame[0] > 0 && frame[0] <= whole[0] && frame[1] >= 150 && frame[1] <= Math.max(Math.round(frame[0] * 2 / 3) + 1, 300), `${style}: ${frame}`);
  }
  await reader.context.close();
});

test('a page that writes the style attribute at every frame leaves the figure its shape', async () => {
  const reader = await newReader(browser, { viewport: { width: 616, height: 900 } });
  await reader.page.goto(page.with('room="ideas" ratio="16/9"'));
  await condition(reader.page, 'poster');
  const seen = await reader.page.evaluate(async () => {
    const figure = /** @type {HTMLElement} */ (document.getElementById('m1'));
    const heights = new Set();
    for (let i = 0; i < 8; i += 1) {
      await new Promise(requestAnimationFrame);
      figure.setAttribute('style', `opacity: ${i / 8}`);
      heights.add(figure.clientHeight);
    }
    await new Promise((done) => setTimeout(done, 300));
    return [...heights, figure.clientHeight, figure.getAttribute('style')];
  });
  assert.deepEqual(seen, [338, 338, 'opacity: 0.875']);
  await reader.context.close();
});
