// <meander-figure> and what its author, or anybody, says by attributes: whatever they hold nothing is thrown, the link
// inside stays until there is something to show, and what the reader sees stays what it is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, siteAndChromium, startSite, until } from './support.mjs';
import { OWN_STATE, condition, figurePage, pressPicture } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();
const page = await figurePage(site.address);

test('attributes that hold nonsense throw nothing, and the figure is there', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" poster="http://[" ratio="1/0" theme="blue" accent="red" face="a;}b{" start="x" ui="7" lock="?" title="&#x202E;"'));
  await condition(reader.page, 'poster');
  await reader.page.evaluate(() => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    figure.setAttribute('poster', 'https://me:secret@[/');
    figure.setAttribute('title', 'x'.repeat(300_000));
    figure.open(null);
  });
  await condition(reader.page, 'live');
  assert.deepEqual(reader.faults.filter((fault) => !/404/.test(fault)), []);
  await reader.context.close();
});

test('as long as its page hides it a figure has no size: seen again it is the wide one, and what was wished is done', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  for (const [wish, becomes] of [[{ type: 'ask' }, 'poster'], [{ type: 'open', state: '' }, 'live']]) {
    const sheet = reader.page.waitForResponse(/embed_ideas-\w+\.json$/);
    await reader.page.evaluate((message) => {
      document.body.style.display = 'none';
      const figure = /** @type {any} */ (document.getElementById('m1'));
      figure.remove();
      document.body.append(figure);
      figure.say(message);
    }, wish);
    await (await sheet).finished();
    const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().at(-1));
    await inside.waitForLoadState('load');
    assert.deepEqual(await inside.evaluate(() => [window.innerWidth, document.querySelectorAll('.poster').length]), [0, 0], 'nothing is chosen for nobody');
    await reader.page.evaluate(() => { document.body.style.display = ''; });
    await condition(reader.page, String(becomes));
    const picture = reader.page.frameLocator('#m1 >> iframe').locator('.poster img');
    if (becomes === 'poster') assert.match(await picture.evaluate((image) => /** @type {HTMLImageElement} */ (image).currentSrc), /-(600x400|720x480)-/);
  }
  await reader.context.close();
});

test('until the frame says that it shows something the link inside is seen and can be pressed', async () => {
  const reader = await newReader(browser);
  await reader.page.route('**/embed.html*', (route) => route.fulfill({ status: 500, body: 'Broken.' }));
  await reader.page.goto(page.with('room="ideas" poster="http://["'));
  await reader.page.locator('#m1 >> iframe').waitFor({ state: 'attached' });
  await reader.page.waitForLoadState('load');
  assert.equal(await reader.page.locator('#m1 a img').isVisible(), true);
  await reader.page.locator('#m1 a').click();
  await reader.page.waitForURL(/ideas\.html/);
  await reader.context.close();
});

test('where the frame’s own script does not come the author’s picture stays, with a sentence and a retry that works', async () => {
  const reader = await newReader(browser);
  await reader.page.route('**/a/frame-*.mjs', (route) => route.fulfill({ status: 404, body: '' }));
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'failed');
  const frame = reader.page.frameLocator('#m1 >> iframe');
  await frame.locator('.waiting-failed', { hasText: 'did not arrive' }).waitFor();
  assert.equal(await reader.page.locator('#m1 a img').evaluate((image) => getComputedStyle(image).visibility), 'visible');
  assert.equal(await frame.locator('#page').evaluate((one) => getComputedStyle(one).backgroundColor), 'rgba(0, 0, 0, 0)');
  await reader.page.unroute('**/a/frame-*.mjs');
  await frame.locator('.waiting-failed a').click();
  await condition(reader.page, 'poster');
  assert.equal(await reader.page.locator('#m1 a img').evaluate((image) => getComputedStyle(image).visibility), 'hidden');
  await reader.context.close();
});

test('a room that is not there, and none at all, is a sentence and a way out', async () => {
  for (const room of ['room="nowhere"', '', 'room="constructor"']) {
    const reader = await newReader(browser);
    await reader.page.goto(page.with(`${room} poster="${site.address}mark.webp"`));
    await condition(reader.page, 'failed');
    const frame = reader.page.frameLocator('#m1 >> iframe');
    assert.match(await frame.locator('.quiet').innerText(), /names no room/, room);
    assert.equal(await reader.page.locator('#m1 >> iframe').evaluate((one) => getComputedStyle(one).opacity), '1', room);
    assert.match(await frame.locator('.open-button').getAttribute('href') ?? '', /index\.html$/);
    await reader.context.close();
  }
});

test('another accent, title or lock leaves the reader where they are, alive; another state or room does not', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" title="One"'));
  await condition(reader.page, 'poster');
  const frame = reader.page.frameLocator('#m1 >> iframe').last();
  await pressPicture(frame);
  await condition(reader.page, 'live');
  await reader.page.evaluate(() => document.addEventListener('statechange', () => { document.title = 'told'; }));
  await frame.locator('#chart').focus();
  await reader.page.keyboard.press('ArrowRight');
  await reader.page.keyboard.press('Enter');
  await reader.page.waitForFunction(() => document.title === 'told');
  const { state, ...changed } = await reader.page.locator('#m1').evaluate(async (figure) => {
    for (const [name, value] of [['accent', '#66cc66'], ['title', 'Two'], ['lock', ''], ['face', 'Georgia'], ['theme', 'dark'], ['poster', 'none.webp'], ['start', 'near'], ['ui', 'minimal']]) figure.setAttribute(name, value);
    const before = /** @type {any} */ (figure).state;
    await null;  // what is set together is one change
    return { state: before, is: /** @type {any} */ (figure).is, isSeen: [...figure.shadowRoot?.querySelectorAll('iframe') ?? []].some((one) => one.style.opacity === '1') };
  });
  assert.deepEqual(changed, { is: 'waiting', isSeen: true }, 'what was seen stands there until then');
  await condition(reader.page, 'live');
  assert.equal(await reader.page.locator('#m1 >> iframe').count(), 1);
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).state), state);
  const inside = /** @type {import('playwright-core').Frame} */ (reader.page.frames().at(-1));
  assert.equal(await inside.evaluate(() => location.hash.slice(1)), state);
  assert.deepEqual(await inside.evaluate(() => [document.documentElement.style.getPropertyValue('--accent'), document.documentElement.dataset.theme]), ['#66cc66', 'dark']);
  assert.equal(await frame.locator('.figure-title').innerText(), 'Two');
  // The same state again is a wish as well, and a room with its state is where it goes.
  const wished = await reader.page.evaluate((own) => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    figure.setAttribute('state', own);
    return figure.state;
  }, OWN_STATE.ideas);
  assert.equal(wished, OWN_STATE.ideas);
  await reader.page.evaluate(() => document.getElementById('m1')?.setAttribute('room', 'inside'));
  await reader.page.waitForFunction(() => /** @type {any} */ (document.getElementById('m1')).state === '');
  await reader.page.evaluate((own) => {
    document.getElementById('m1')?.setAttribute('room', 'ideas');
    document.getElementById('m1')?.setAttribute('state', own);
  }, OWN_STATE.ideas);
  await reader.page.waitForFunction((own) => /** @type {any} */ (document.getElementById('m1')).state === own, OWN_STATE.ideas);
  assert.match(await reader.page.locator('#m1 >> iframe').last().getAttribute('src') ?? '', new RegExp(`room=ideas.*#${OWN_STATE.ideas}$`));
  await reader.context.close();
});

test('asked to play and given another accent in one breath it plays', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" title="One"'));
  await condition(reader.page, 'poster');
  await reader.page.locator('#m1').evaluate((/** @type {any} */ figure) => {
    figure.play();
    figure.setAttribute('accent', '#66cc66');
  });
  await condition(reader.page, 'live');
  await reader.context.close();
});

test('a view of one’s own without a title is told by the room’s, never by that of its first view', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas" title=""'));
  await condition(reader.page, 'poster');
  const inside = () => /** @type {import('playwright-core').Frame} */ (reader.page.frames().at(-1));
  const first = await inside().title();
  await reader.page.goto(page.with(`room="ideas" title="" state="${OWN_STATE.ideas}"`));
  await condition(reader.page, 'poster');
  assert.equal(await inside().title(), 'Ideas');
  const told = await reader.page.locator('#m1').evaluate((/** @type {any} */ figure) => new Promise((done) => {
    figure.addEventListener('ready', (/** @type {CustomEvent} */ event) => done(event.detail.title), { once: true });
    figure.live();
  }));
  assert.match(String(told), / to /);
  assert.notEqual(told, first);
  assert.equal(told, await inside().title());
  await reader.context.close();
});

test('a poster that is no picture’s address is none, and the page’s console stays empty', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with('room="ideas"'));
  await condition(reader.page, 'poster');
  const shown = await reader.page.evaluate(() => Promise.all(['javascript:alert(1)', 'file:///etc/passwd', 'about:blank', 'data:text/html,x', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', 'mark.webp', '//127.0.0.1:1/x.webp']
    .map(async (poster) => {
      const figure = document.createElement('meander-figure');
      figure.setAttribute('room', 'ideas');
      figure.setAttribute('poster', poster);
      figure.setAttribute('poster-dark', poster);
      document.body.append(figure);
      const image = figure.shadowRoot?.querySelector('slot img');
      const isNamed = new URL(/** @type {HTMLIFrameElement} */ (figure.shadowRoot?.querySelector('iframe')).src).searchParams.has('poster');
      figure.remove();
      return [image !== null, isNamed];
    })));
  assert.deepEqual(shown, [...Array(4).fill([false, false]), ...Array(3).fill([true, true])]);
  assert.deepEqual(reader.faults.filter((fault) => !/404|ERR_/.test(fault)), []);
  await reader.context.close();
});

test('figures of two sites in one page are each of their own', async () => {
  const other = await startSite();
  const reader = await newReader(browser);
  await reader.page.goto(page.with(`room="ideas" site="${other.address}"`));
  await condition(reader.page, 'poster');
  const origin = (/** @type {string} */ site) => reader.page.locator('#m1').evaluate((figure, said) => {
    figure.setAttribute('site', said);
    return Promise.resolve().then(() => [...figure.shadowRoot?.querySelectorAll('iframe') ?? []].at(-1)?.src.replace(/\?.*/, ''));
  }, site);
  for (const said of [other.address, other.address.replace(/\/$/, '')]) assert.equal(await origin(said), `${other.address}embed.html`);
  await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).live());
  await condition(reader.page, 'live');
  // What is no site is as if nothing had been said, and what is changed later is another frame.
  for (const nonsense of ['javascript:alert(1)', 'http://[', '']) assert.equal(await origin(nonsense), `${site.address}embed.html`, nonsense);
  await condition(reader.page, 'live');
  await reader.context.close();
  await other.close();
});

test('what can be no state is as if it had not been said, by whatever way it is said', async () => {
  const reader = await newReader(browser);
  await reader.page.goto(page.with(`room="ideas" state="<b>bad"`));
  await condition(reader.page, 'poster');
  const states = await reader.page.evaluate((own) => {
    const figure = /** @type {any} */ (document.getElementById('m1'));
    const found = [figure.state];
    const note = () => found.push(figure.state);
    figure.say({ type: 'open', state: `#${own}` });
    note();
    figure.open('<b>bad');
    note();
    figure.say({ type: 'open', state: 'ideas' });
    note();
    figure.state = 'a b';
    note();
    figure.open('');
    note();
    figure.state = own;
    note();
    figure.open(null);
    note();
    return found;
  }, OWN_STATE.ideas);
  const own = OWN_STATE.ideas;
  assert.deepEqual(states, ['', own, own, own, own, '', own, '']);
  await reader.context.close();
});

test('a shape that nobody could use is the nearest that one can', async () => {
  const reader = await newReader(browser, { viewport: { width: 616, height: 900 } });
  await reader.page.goto(page.with('room="ideas"'));
  /** @param {string} ratio */
  const size = (ratio) => reader.page.locator('#m1').evaluate((figure, value) => {
    figure.setAttribute('ratio', value);
    const { width, height } = figure.getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  }, ratio);
  assert.deepEqual(await size('9999/1'), [600, 240]);
  assert.deepEqual(await size('1/9999'), [600, 1200]);
  assert.deepEqual(await size('16:9'), [600, 338]);
  for (const nonsense of ['0/0', '0/5', '5/0', '-1/2', 'wide', '']) assert.deepEqual(await size(nonsense), [600, 400], nonsense);
  await reader.page.setViewportSize({ width: 376, height: 800 });
  await reader.page.waitForFunction(() => document.getElementById('m1')?.getBoundingClientRect().width === 360);
  assert.deepEqual(await size('16:9'), [360, 240], 'in a phone’s column it still can live');
  await reader.context.close();
});

test('who has it dark sees the dark poster from the first moment, and nobody fetches the other', async () => {
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>';
  for (const [theme, colorScheme, wanted] of /** @type {const} */ ([['auto', 'dark', 'night'], ['auto', 'light', 'day'], ['dark', 'light', 'night'], ['light', 'dark', 'day']])) {
    const reader = await newReader(browser, { colorScheme });
    /** @type {string[]} */
    const fetched = [];
    await reader.page.route(/\/(day|night)\.svg$/, (route) => {
      fetched.push(/(\w+)\.svg$/.exec(route.request().url())?.[1] ?? '');
      return route.fulfill({ body, contentType: 'image/svg+xml' });
    });
    await reader.page.goto(page.with(`room="ideas" theme="${theme}" poster="day.svg" poster-dark="night.svg"`));
    await condition(reader.page, 'poster');
    const shown = reader.page.frameLocator('#m1 >> iframe').locator('.own-poster img');
    /** @param {import('playwright-core').Locator} image @param {string} name */
    const shows = (image, name) => until(() => image.evaluate((one, end) => one instanceof HTMLImageElement && one.complete && one.currentSrc.endsWith(end), `/${name}.svg`), `${theme} in the ${colorScheme} is the ${name}`);
    await shows(shown, wanted);
    // Before any frame has come, a figure without a link inside shows it itself.
    await reader.page.evaluate((said) => {
      const figure = document.createElement('meander-figure');
      for (const [name, value] of Object.entries({ id: 'm2', room: 'ideas', theme: said, poster: 'day.svg', 'poster-dark': 'night.svg' })) figure.setAttribute(name, value);
      document.body.append(figure);
    }, theme);
    await shows(reader.page.locator('#m2 >> slot img'), wanted);
    assert.deepEqual([...new Set(fetched)], [wanted], `${theme} in the ${colorScheme}`);
    // The page has its own switch: the poster goes with it.
    const other = wanted === 'day' ? 'night' : 'day';
    await reader.page.locator('#m1').evaluate((figure, said) => figure.setAttribute('theme', said), other === 'night' ? 'dark' : 'light');
    await shows(shown, other);
    await reader.context.close();
  }
});

test('a dark poster that is written into the address, with spaces, is shown', async () => {
  const reader = await newReader(browser, { colorScheme: 'dark' });
  await reader.page.route('**/embed.html*', () => {});
  await reader.page.goto(page.with('room="ideas"'), { waitUntil: 'commit' });
  await reader.page.waitForFunction(() => customElements.get('meander-figure'));
  const picture = (/** @type {string} */ fill) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'><rect width='600' height='400' fill='${fill}'/></svg>`;
  await reader.page.evaluate(([light, dark]) => {
    const figure = document.createElement('meander-figure');
    for (const [name, value] of Object.entries({ id: 'm2', room: 'ideas', poster: light, 'poster-dark': dark })) figure.setAttribute(name, value);
    document.body.append(figure);
  }, [picture('teal'), picture('maroon')]);
  const image = reader.page.locator('#m2 >> slot img');
  await until(() => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth === 600 && one.currentSrc.includes('maroon')), 'the dark one');
  await reader.context.close();
});

test('until the poster has come to the frame the one in its place stays, and one that never comes is not waited for', async () => {
  const reader = await newReader(browser);
  /** @type {() => void} */
  let send = () => {};
  const asked = new Promise((done) => { void reader.page.route('**/slow.svg', (route) => {
    send = () => void route.fulfill({ body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>', contentType: 'image/svg+xml' });
    done(undefined);
  }); });
  await reader.page.goto(page.with('room="ideas" poster="slow.svg"'));
  await asked;
  const frame = reader.page.frameLocator('#m1 >> iframe');
  await frame.locator('.own-poster').waitFor({ state: 'attached' });
  assert.equal(await reader.page.evaluate(() => /** @type {any} */ (document.getElementById('m1')).is), 'waiting');
  assert.equal(await reader.page.locator('#m1 >> iframe').evaluate((one) => getComputedStyle(one).opacity), '0');
  send();
  await condition(reader.page, 'poster');
  for (const image of [reader.page.locator('#m1 a img'), frame.locator('.own-poster img')]) {
    assert.equal(await image.evaluate((one) => getComputedStyle(one).objectFit), 'contain', 'whole, whatever its shape');
  }
  assert.equal(await reader.page.locator('#m1 >> iframe').evaluate((one) => getComputedStyle(one).opacity), '1');
  await reader.page.unroute('**/slow.svg');
  await reader.page.route('**/slow.svg', () => {});
  await reader.page.reload({ waitUntil: 'commit' });
  await condition(reader.page, 'poster');
  await reader.context.close();
});
