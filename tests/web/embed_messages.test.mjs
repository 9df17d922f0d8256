// What the page around may ask of a figure: it ends at the last state asked for, and nothing that is only said opens a
// window, takes the focus or changes what its author has decided.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PATIENCE, newReader, noted, siteAndChromium } from './support.mjs';
import { OWN_STATE, condition, figurePage } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();
const page = await figurePage(site.address);

/** @param {import('playwright-core').Page} page */
const insideOf = (page) => /** @type {import('playwright-core').Frame} */ (page.frames().at(-1));

/** Holds files of a room back, so that it starts for as long as a test wants; to be called to let them go. @param {import('playwright-core').Page} page @param {string | RegExp} files */
async function holdBack(page, files) {
  /** @type {(value?: unknown) => void} */
  let go = () => {};
  const held = new Promise((done) => { go = done; });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

test('asked for another state while it starts, it shows that one', async () => {
  const reader = await newReader(browser);
  const go = await holdBack(reader.page, /\.ttf$/);  // without letters there is no picture
  await reader.page.goto(page.with('room="ideas" title=""'));
  await condition(reader.page, 'poster');
  const inside = insideOf(reader.page);
  const title = () => inside.evaluate(() => document.querySelector('.figure-title')?.textContent);
  const first = await title();
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).live());
  await condition(reader.page, 'starting');
  // As soon as the room has read the address, and before its first picture.
  await inside.waitForSelector('#chart', { state: 'attached', timeout: PATIENCE });
  assert.equal(await inside.evaluate(() => document.documentElement.dataset.ready), undefined, 'it is still starting');
  await reader.page.locator('#caption').click();
  // Until it lives: a map that has come to rest tells its own view.
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).state), OWN_STATE.ideas);
  await inside.waitForFunction((own) => location.hash.slice(1) === own, OWN_STATE.ideas);
  go();
  await condition(reader.page, 'live');
  await inside.waitForFunction((before) => document.querySelector('.figure-title')?.textContent?.includes(' to ') && document.querySelector('.figure-title')?.textContent !== before, first, { timeout: PATIENCE });
  await reader.context.close();
});

test('told to rest while it starts it is what it was, holds no drawing context, and can be woken again', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const inside = insideOf(reader.page);
  const go = await holdBack(reader.page, '**/packs/**');
  const say = (/** @type {string} */ what) => reader.page.evaluate((name) => /** @type {any} */ (document.getElementById('m1'))[name](), what);
  await say('live');
  await condition(reader.page, 'starting');
  await say('rest');
  await condition(reader.page, 'poster');
  assert.equal(await inside.locator('.figure-note').innerText(), '');
  assert.ok(await inside.locator('.poster img').isVisible());
  // What was on its way comes, and is not wanted any more.
  go();
  await reader.page.waitForLoadState('networkidle');
  assert.equal(await inside.locator('canvas').count(), 0);
  assert.equal(await inside.locator('html[data-ready]').count(), 0);
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).is), 'poster');
  await say('live');
  await condition(reader.page, 'live');
  // One rest and a change of mind, said at once.
  await say('rest');
  await condition(reader.page, 'resting');
  await reader.page.evaluate(() => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    figure.live();
    figure.rest();
    figure.live();
  });
  await condition(reader.page, 'live');
  await reader.context.close();
});

test('what is wished while it is being put to rest is done when it rests', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  await reader.page.evaluate(() => {
    /** @type {string[]} */
    const heard = [];
    Object.assign(window, { heard });
    document.addEventListener('conditionchange', (event) => heard.push(/** @type {CustomEvent} */ (event).detail.is));
    /** @type {any} */ (document.getElementById('m1')).live();
  });
  await condition(reader.page, 'live');
  const inside = insideOf(reader.page);
  for (const wish of ['live', 'open', 'play', 'caption', 'press']) {
    const play = await noted(inside, '.play-button');
    if (wish === 'press') {
      // In the frame, so that it falls into the moment.
      await inside.evaluate(() => {
        const toBlob = HTMLCanvasElement.prototype.toBlob;
        HTMLCanvasElement.prototype.toBlob = function (/** @type {BlobCallback} */ done) {
          HTMLCanvasElement.prototype.toBlob = toBlob;
          document.getElementById('chart')?.click();
          toBlob.call(this, done);
        };
      });
    }
    await reader.page.evaluate(([what, own]) => {
      const figure = /** @type {any} */ (document.getElementById('m1'));
      /** @type {any} */ (window).heard.length = 0;
      figure.rest();
      if (what === 'caption') document.getElementById('caption')?.click();
      else if (what !== 'press') figure[what](own);
    }, [wish, OWN_STATE.ideas]);
    await reader.page.waitForFunction(() => /** @type {any} */ (window).heard.join() === 'resting,starting,live', undefined, { timeout: PATIENCE });
    if (wish === 'play') await play.has(/icon-pause/);
  }
  // The last that is said counts.
  await reader.page.evaluate(() => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    /** @type {any} */ (window).heard.length = 0;
    for (const wish of ['rest', 'live', 'rest']) figure[wish]();
  });
  await reader.page.waitForFunction(() => /** @type {any} */ (window).heard.join() === 'resting,starting,resting', undefined, { timeout: PATIENCE });
  await reader.context.close();
});

test('Play, pressed or asked for while it starts, is not lost', async () => {
  for (const isPressed of [true, false]) {
    const reader = await newReader(browser);
    await reader.page.goto(page.with('room="ideas"'));
    await condition(reader.page, 'poster');
    const inside = insideOf(reader.page);
    const go = await holdBack(reader.page, '**/packs/**');
    const say = (/** @type {string} */ what) => reader.page.evaluate((name) => /** @type {any} */ (document.getElementById('m1'))[name](), what);
    await say('live');
    await condition(reader.page, 'starting');
    const play = await noted(inside, '.play-button');
    if (isPressed) await inside.locator('.play-button').evaluate((button) => /** @type {HTMLElement} */ (button).click());
    else await say('play');
    assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).is), 'starting');
    go();
    await condition(reader.page, 'live');
    await play.has(/icon-pause/);
    await reader.context.close();
  }
});

test('asked to play twice it plays', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const inside = insideOf(reader.page);
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).live());
  await condition(reader.page, 'live');
  await inside.evaluate(() => {
    /** @type {string[]} */
    const presses = [];
    Object.assign(window, { presses });
    document.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.play-button') : null;
      if (button) presses.push(button.querySelector('.icon-pause') ? 'paused' : 'played');
    }, { capture: true });
  });
  // The first is said and done before the second is said.
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).play());
  await inside.locator('.play-button .icon-pause').waitFor({ state: 'attached', timeout: PATIENCE });
  await reader.page.evaluate(() => new Promise((done) => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    document.addEventListener('conditionchange', done, { once: true });
    for (const message of [{ type: 'play' }, { type: 'ask' }]) figure.say(message);
  }));
  assert.deepEqual(await inside.evaluate(() => /** @type {any} */ (window).presses), ['played']);
  await reader.context.close();
});

for (const [name, attributes, width] of /** @type {[string, string, number][]} */ ([['a still figure', 'start="still"', 700], ['one too small to live', 'start="near" ratio="3/2"', 300]])) {
  test(`${name} is told to move: it shows the words of that state, and nothing opens or takes the focus`, async () => {
    const reader = await newReader(browser, { viewport: { width, height: 700 } });
    await reader.page.goto(page.with(`room="ideas" poster="${site.address}nothing.webp" ${attributes}`));
    await condition(reader.page, 'poster');
    await reader.page.evaluate(() => document.addEventListener('conditionchange', (event) => {
      document.title += ` ${/** @type {CustomEvent} */ (event).detail.is}`;
    }));
    await reader.page.locator('#caption').click();
    const frame = reader.page.frameLocator('#m1 >> iframe');
    await frame.locator('#cover .quiet', { hasText: 'to be opened in its room' }).waitFor();
    await reader.page.evaluate(() => {
      const figure = /** @type {any} */ (document.getElementById('m1'));
      figure.live();
      figure.play();
    });
    await reader.page.waitForFunction(() => (document.title.match(/ poster/g) ?? []).length >= 3);
    assert.doesNotMatch(await reader.page.title(), /starting|live/);
    assert.equal(reader.context.pages().length, 1);
    assert.equal(await frame.locator('.figure-address').count(), 0);
    assert.notEqual(await reader.page.evaluate(() => document.activeElement?.localName), 'meander-figure');
    // A press in it may.
    const [opened] = await Promise.all([reader.context.waitForEvent('page'), frame.locator('#cover .open-button').click()]);
    await opened.waitForURL(new RegExp(`ideas\\.html#${OWN_STATE.ideas}`));
    await reader.context.close();
  });
}

test('a picture that does not come: the room’s own first view, and for a state of one’s own the words', async () => {
  for (const [state, wanted] of [['', '#page .poster img'], [`state="${OWN_STATE.ideas}"`, '#cover .quiet']]) {
    const reader = await newReader(browser);
    await reader.page.goto(page.with(`room="ideas" ${state} poster="${site.address}nothing.webp"`));
    await condition(reader.page, 'poster');
    const frame = reader.page.frameLocator('#m1 >> iframe');
    await frame.locator(wanted).waitFor();
    if (!state) {
      assert.equal(await frame.locator('#cover > *').count(), 0, 'nothing lies over it');
      await frame.locator('#page .poster img').evaluate(async (image) => /** @type {HTMLImageElement} */ (image).decode());
    }
    await reader.context.close();
  }
});

test('only a word is a theme', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const theme = () => insideOf(reader.page).evaluate(() => document.documentElement.dataset.theme);
  await reader.page.evaluate(() => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    for (const value of [['dark'], { theme: 'dark' }, null, 7, 'blue']) figure.say({ type: 'theme', theme: value });
  });
  await reader.page.evaluate(() => new Promise((done) => {
    // Answered in order: what was said before has been heard.
    document.addEventListener('conditionchange', done, { once: true });
    /** @type {any} */ (document.getElementById('m1')).say({ type: 'ask' });
  }));
  assert.equal(await theme(), undefined);
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).say({ type: 'theme', theme: 'dark' }));
  await insideOf(reader.page).waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await reader.context.close();
});

test('a state of another room is as if it had not been said, and what was wished of the old room is not wished of the new', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  const said = await reader.page.evaluate((own) => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    figure.open(own);
    const found = [figure.state];
    figure.setAttribute('room', 'drawings');
    found.push(figure.state, figure.wishes.length);
    for (const way of ['open', 'say', 'state']) {
      if (way === 'open') figure.open(own);
      else if (way === 'say') figure.say({ type: 'open', state: own });
      else figure.state = own;
      found.push(figure.state);
    }
    return found;
  }, OWN_STATE.ideas);
  assert.deepEqual(said, [OWN_STATE.ideas, '', 0, '', '', '']);
  await condition(reader.page, 'poster');
  // Nor does the frame itself take it, whoever says it.
  await reader.page.evaluate((own) => {
    document.addEventListener('conditionchange', () => { document.title = 'told'; });
    const { frame } = /** @type {any} */ (document.getElementById('m1'));
    for (const message of [{ type: 'open', state: own }, { type: 'ask' }]) frame.contentWindow.postMessage({ meander: 1, ...message }, '*');
  }, OWN_STATE.ideas);
  await reader.page.waitForFunction(() => document.title === 'told');
  assert.deepEqual(await insideOf(reader.page).evaluate(() => [location.hash, document.querySelectorAll('#cover > *').length]), ['', 0]);
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).is), 'poster');
  await reader.context.close();
});

test('what lies under a poster is nobody’s, and an author’s title is of the author’s view alone', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" start="still" title="Mine"'));
  await condition(reader.page, 'poster');
  const inside = insideOf(reader.page);
  const titles = () => inside.evaluate(() => [...document.querySelectorAll('h1')].filter((title) => !title.closest('[inert]')).map((title) => title.textContent));
  assert.deepEqual(await titles(), ['Mine']);
  await reader.page.locator('#caption').click();
  await inside.waitForSelector('#cover .quiet');
  const [title, ...others] = await titles();
  assert.deepEqual([others.length, title === 'Mine'], [0, false]);
  for (let i = 0; i < 6; i += 1) {
    await reader.page.keyboard.press('Tab');
    assert.equal(await inside.evaluate(() => document.getElementById('page')?.contains(document.activeElement)), false);
  }
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).open(''));
  await inside.waitForSelector('#cover:empty', { state: 'attached' });
  assert.deepEqual(await titles(), ['Mine']);
  await reader.context.close();
});

test('told to live, to rest and to live before there is anything to show, it lives, and its document has its author’s title', async () => {
  const reader = await newReader(browser);
  const go = await holdBack(reader.page, /embed_ideas-\w+\.json$/);
  const asked = reader.page.waitForRequest(/embed_ideas-\w+\.json$/);
  await reader.page.goto(page.with('room="ideas" title="Mine"'));
  await asked;
  await reader.page.evaluate(() => {
    const { frame } = /** @type {any} */ (document.getElementById('m1'));
    for (const type of ['live', 'rest', 'live']) frame.contentWindow.postMessage({ meander: 1, type }, '*');
  });
  await insideOf(reader.page).evaluate(() => new Promise((done) => setTimeout(done, 0)));
  go();
  await condition(reader.page, 'live');
  assert.equal(await insideOf(reader.page).evaluate(() => document.title), 'Mine');
  await reader.context.close();
});

test('of a life that is over nothing listens any more', async () => {
  const reader = await newReader(browser);
  await reader.page.addInitScript(() => {
    /** @type {Record<string, number>} */
    const listening = {};
    Object.assign(window, { listening });
    for (const scope of [window, document]) {
      const add = scope.addEventListener;
      scope.addEventListener = (/** @type {string} */ name, /** @type {any} */ listener, /** @type {any} */ options) => {
        const signal = options?.signal;
        listening[name] = (listening[name] ?? 0) + 1;
        signal?.addEventListener('abort', () => { listening[name] -= 1; });
        add.call(scope, name, listener, options);
      };
      const remove = scope.removeEventListener;
      scope.removeEventListener = (/** @type {string} */ name, /** @type {any} */ listener, /** @type {any} */ options) => {
        listening[name] -= 1;
        remove.call(scope, name, listener, options);
      };
    }
  });
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const counted = () => insideOf(reader.page).evaluate(() => ({ .../** @type {any} */ (window).listening }));
  const say = (/** @type {string} */ what) => reader.page.evaluate((name) => /** @type {any} */ (document.getElementById('m1'))[name](), what);
  const before = await counted();
  await say('live');
  await condition(reader.page, 'live');
  assert.ok((await counted()).beforeprint === 1, 'the life itself is counted');
  await say('rest');
  await condition(reader.page, 'resting');
  assert.deepEqual(Object.entries(await counted()).filter(([name, count]) => count > (before[name] ?? 0)), []);
  await reader.context.close();
});
