// An author's captions drive a living figure of every room: to another view, and, where a caption names none, back to the
// one that the figure began with.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PATIENCE, newReader, ready, siteAndChromium, until } from './support.mjs';
import { ROOMS, condition, figurePage } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();
const page = await figurePage(site.address);

test('a caption is the page’s own where that has said so, and one for another window, a file or a letter leads there', async () => {
  const { page: somebodys, context } = await newReader(browser);
  await somebodys.goto(page.with('room="ideas"'));
  await condition(somebodys, 'poster');
  const taken = await somebodys.locator('#caption').evaluate((link) => {
    const caption = /** @type {HTMLAnchorElement} */ (link);
    const figure = /** @type {any} */ (document.getElementById('m1'));
    /** @type {string[]} */
    const found = [];
    figure.open = () => found.push(name);
    let name = '';
    /** @param {string} said @param {MouseEventInit} how */
    const click = (said, how = {}) => {
      name = said;
      window.addEventListener('click', (event) => event.preventDefault(), { once: true });
      caption.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
    };
    click('plainly');
    for (const key of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) click(key, { [key]: true });
    caption.addEventListener('click', (event) => event.preventDefault(), { once: true });
    click('prevented');
    caption.target = '_blank';
    click('another window');
    caption.target = '_self';
    click('this window');
    caption.download = '';
    click('a file');
    caption.removeAttribute('download');
    caption.href = `mailto:somebody@host.example${caption.hash}`;
    click('a letter');
    return found;
  });
  assert.deepEqual(taken, ['plainly', 'this window']);
  await context.close();
});

/** What leads a reader of each room's page to a view of another link. @type {Record<string, string>} */
const ANOTHER = {
  ideas: '.journey [data-press="open"]',
  sentences: '.preset-button >> nth=1',
  inside: '.inside-side .preset-button >> nth=1',
  sounds: '[data-press="next-beat"]',
  pictures: '.thumb >> nth=2',
  drawings: '.drawing-example >> nth=3',
};

/** The words of what is shown. @param {import('playwright-core').FrameLocator} frame */
const said = async (frame) => (await frame.locator('.figure-title, .end-line, .line-text').allInnerTexts()).join(' | ');

for (const room of ROOMS) {
  test(`${room}: a caption shows its view, one without a state the first again`, async () => {
    const own = await newReader(browser);
    await own.page.goto(`${site.address}${room}.html`);
    await ready(own.page);
    await own.page.locator(ANOTHER[room]).first().click();
    await own.page.waitForFunction((name) => location.hash.startsWith(`#${name}.`), room, { timeout: PATIENCE });
    const another = await own.page.evaluate(() => location.hash);
    await own.context.close();

    const { page: somebodys, context, faults } = await newReader(browser);
    await somebodys.goto(page.with(`room="${room}" start="now"`));
    await condition(somebodys, 'live');
    const frame = somebodys.frameLocator('#m1 iframe');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    const first = await said(frame);
    assert.ok(first.length > 5, first);
    const follow = (/** @type {string} */ hash) => somebodys.locator('#caption').evaluate((link, [state, name]) => {
      const caption = /** @type {HTMLAnchorElement} */ (link);
      caption.pathname = `/${name}.html`;
      caption.hash = state;
      caption.click();
    }, [hash, room]);
    const differs = (/** @type {boolean} */ wanted) => until(async () => ((await said(frame)) !== first) === wanted, `words that ${wanted ? 'differ' : 'are the first again'}`);
    await follow(another);
    await differs(true);
    // Ideas writes the hops' lengths into it once it knows them.
    assert.ok((await somebodys.evaluate(() => /** @type {any} */ (document.getElementById('m1')).state)).startsWith(another.slice(1, room === 'ideas' ? 14 : undefined)));
    await follow('');
    await differs(false);
    assert.equal(await said(frame), first);
    // What leads to another room, or to a part of a page, is a link like any other.
    const isLeft = await somebodys.locator('#caption').evaluate((link, name) => {
      const caption = /** @type {HTMLAnchorElement} */ (link);
      return [`/${name === 'ideas' ? 'sounds' : 'ideas'}.html`, `/${name}.html#${name === 'ideas' ? 'sounds' : 'ideas'}.AAA`, `/${name}.html#part-two`].map((address) => {
        caption.href = address;
        let isTaken = true;
        window.addEventListener('click', (event) => { isTaken = event.defaultPrevented; event.preventDefault(); }, { once: true });
        caption.click();
        return isTaken;
      });
    }, room);
    assert.deepEqual(isLeft, [false, false, false]);
    assert.deepEqual(faults.filter((fault) => !/nothing\.png|404/.test(fault)), []);
    await context.close();
  });
}
