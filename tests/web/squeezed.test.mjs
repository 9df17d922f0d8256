// Where there is little room, or none of our colours: zoomed to twice the size, on paper, in the system's own colours.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newReader, ready, siteAndChromium, startHost } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {string} name @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(name, options) {
  const reader = await newReader(browser, options);
  await reader.page.goto(site.address + name);
  await ready(reader.page);
  return reader;
}

/** What lies uppermost in the middle of it, once it has been scrolled to, is it or part of it. @param {import('playwright-core').Locator} what */
const canBeReached = (what) => what.evaluate((element) => {
  element.scrollIntoView({ block: 'center' });
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.width > 0 && top !== null && (element.contains(top) || top.contains(element));
});

test('at twice the size every room is still a page: its head, its rooms, its fields, its side', async () => {
  /** @type {Record<string, string[]>} */
  const parts = {
    'ideas.html': ['.pane .grip', '.article h1', '.walk-open', '.key-open'],
    'sentences.html': ['.end-words textarea >> nth=0', '.way-bar .play-button', '.travel-button'],
    'inside.html': ['.end-words textarea >> nth=0', '.end-words textarea >> nth=1', '.view-tab >> nth=7', '.rail .play-button', '.trust-list', '.side-says', '.inside-side .preset-button >> nth=0'],
    'pictures.html': ['.view-tab >> nth=5', '.rail .play-button', '.thumb >> nth=7', '.own-photo', '.own-camera', '.slice-card >> nth=3', '.trust-list', '.side-says', '.group-row >> nth=3'],
    'drawings.html': ['.drawing-buttons .button', '.drawing-buttons .text-button >> nth=1', '.drawing-example >> nth=9', '.rail .play-button', '.trust-list', '.side-says', '.stroke-row >> nth=3'],
  };
  for (const [name, its] of Object.entries(parts)) {
    const { page, context } = await open(name, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    for (const part of ['.shell .mark', '[data-press="share"]', '.room-stop >> nth=0', '.room-stop >> nth=2', ...its]) {
      assert.ok(await canBeReached(page.locator(part).first()), `${name}: ${part}`);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    // What is beside each other is one square high: under it the page goes on, and is not blank.
    const chart = page.locator('.picture-chart, .drawing-chart');
    if (await chart.count() > 0) assert.ok(/** @type {{ height: number }} */ (await chart.boundingBox()).height <= 360, name);
    await context.close();
  }
});

test('as small as the smallest phone the map’s buttons are whole, and none stands where zoom buttons would', async () => {
  const { page, context } = await open('ideas.html', { viewport: { width: 360, height: 480 }, hasTouch: true });
  const [walk, key, sheet] = await Promise.all(['.walk-open', '.key-open', '.pane'].map(async (part) => /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator(part).boundingBox())));
  for (const box of [walk, key]) assert.ok(box.y + box.height <= sheet.y, `${JSON.stringify(box)} over ${sheet.y}`);
  assert.ok(360 - key.x - key.width <= 16, JSON.stringify(key));
  await context.close();
});

test('on a small laptop the column of drawings ends with its last sentence', async () => {
  const { page, context } = await open('drawings.html', { viewport: { width: 1280, height: 800 } });
  await page.locator('.stroke-row').nth(3).waitFor();
  await page.waitForFunction(() => {
    const side = document.querySelector('.inside-side');
    return side !== null && side.scrollHeight <= side.clientHeight;
  });
  await context.close();
});

test('no room is wider than its window, whatever is in it that only readers of screens meet', async () => {
  for (const name of ['ideas', 'sentences', 'inside', 'pictures', 'drawings', 'sounds']) {
    const { page, context } = await open(`${name}.html`, { viewport: { width: 1280, height: 800 } });
    const [wide, high] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    assert.ok(wide <= 1280 && high <= 800, `${name}: ${wide} × ${high}`);
    await context.close();
  }
});

test('as a list on a phone: whole words, beside each other, pushed along where they are many', async () => {
  for (const [name, action] of [['inside', 'list'], ['pictures', 'list'], ['drawings', 'list'], ['sentences', 'list'], ['sounds', 'list']]) {
    const { page, context } = await open(`${name}.html`, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.evaluate((press) => /** @type {HTMLElement} */ (document.querySelector(`[data-press="${press}"]`)).click(), action);
    const cells = page.locator('.list-table:visible td, .sounds-list:visible .sound-row');
    await cells.first().waitFor();
    const found = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('.list-table td, .list-table th')].filter((cell) => cell.getBoundingClientRect().width > 1);
      const cut = seen.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent);
      const crossed = seen.filter((cell) => {
        const next = cell.nextElementSibling?.getBoundingClientRect(), box = cell.getBoundingClientRect();
        return next && getComputedStyle(cell).position !== 'sticky' && next.left < box.right - 1 && next.top < box.bottom - 1 && next.bottom > box.top + 1;
      }).map((cell) => cell.textContent);
      return { cut, crossed };
    });
    assert.deepEqual(found, { cut: [], crossed: [] }, name);
    assert.equal(await page.locator('.controls.open, .keep.open').count(), 0, `${name}: nothing lies over it`);
    if (name === 'sentences') {
      // A line is two rows, not columns of which the last are elsewhere; what pointed at the lines is not there, the way back is.
      assert.ok(await page.locator('.as-list').evaluate((list) => list.scrollWidth <= list.clientWidth));
      assert.equal(await page.locator('.strip:visible').count(), 0);
      const row = page.locator('.as-list .list-row').nth(1);
      const tops = await row.locator('td').evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
      assert.ok(tops[2][0] >= tops[1][1] - 1 && Math.abs(tops[2][0] - tops[3][0]) < 6 && Math.abs(tops[3][0] - tops[4][0]) < 2, JSON.stringify(tops));
      await page.locator('.list-button').click();
      await page.locator('.line-list').waitFor();
      assert.equal(await page.locator('.strip:visible').count(), 1);
      assert.equal(await page.locator('.list-button:visible').count(), 0, 'it is in the sheet again');
    }
    await context.close();
  }
});

test('a view that is chosen is in view on a phone', async () => {
  const { page, context } = await open('inside.html', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('.view-tab')].at(-1)).click());
  await page.locator('.view-tab[aria-pressed]').last().waitFor();
  await page.waitForFunction(() => {
    const tab = /** @type {HTMLElement} */ (document.querySelector('.view-tab[aria-pressed]')).getBoundingClientRect();
    return tab.left >= 0 && tab.right <= innerWidth;
  });
  // Where the row is cut off it fades, and only there.
  const tabs = page.locator('.view-tabs');
  await page.locator('.view-tabs[data-more="before"]').waitFor();
  await tabs.evaluate((row) => { row.scrollLeft = 0; });
  await page.locator('.view-tabs[data-more="after"]').waitFor();
  assert.match(await tabs.evaluate((row) => getComputedStyle(row).maskImage), /44px/);
  // How alike is beside them, with its word, and so is all that one may look into above.
  for (const part of ['.score .small', '.score-value', '.source-switch .segment >> nth=0', '.source-switch .segment >> nth=2']) {
    const box = /** @type {{ x: number, width: number }} */ (await page.locator(part).boundingBox());
    assert.ok(box.x >= 0 && box.x + box.width <= 390, part);
  }
  await context.close();
});

test('on a phone what stands beside the pictures stands on one line', async () => {
  const { page, context } = await open('pictures.html', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const [camera, network] = await Promise.all(['.own-camera', '.choice-head .bring-network'].map((part) => page.locator(part).evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return words.getBoundingClientRect().bottom;
  })));
  assert.ok(Math.abs(camera - network) < 2, `${camera}, ${network}`);
  await context.close();
});

test('the same size in a frame is a figure: no head, nothing to type', async () => {
  const host = await startHost((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><iframe src="${site.address}inside.html" width="600" height="400"></iframe>`);
  });
  try {
    const { page, context } = await newReader(browser);
    await page.goto(host.address);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    await frame.locator('.figure-bar').waitFor();
    assert.equal(await frame.locator('.shell:visible').count(), 0);
    assert.equal(await frame.locator('textarea:visible').count(), 0);
    await context.close();
  } finally {
    host.close();
  }
});

test('Inside on paper: what is asked, the sentences, the drawing, the table; nothing to press', async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { page, context } = await open('inside.html', { viewport });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    assert.match(await page.locator('.picks').innerText(), /Show\s+pairs of words\s+of\s+both sentences/);
    for (const words of await page.locator('.inside-texts .behind').all()) {
      assert.ok(/** @type {{ height: number }} */ (await words.boundingBox()).height < 50, 'a sentence is a line, not a column');
    }
    const picture = /** @type {{ width: number, height: number }} */ (await page.locator('.inside .on-paper').boundingBox());
    assert.ok(picture.width > 600 && picture.height > 380, JSON.stringify(picture));
    const table = /** @type {{ width: number, height: number }} */ (await page.locator('.inside-list table').boundingBox());
    assert.ok(table.width > 500 && table.height > 200, JSON.stringify(table));
    assert.equal(await page.locator('.play-button:visible, textarea:visible, .slider:visible, .view-tab:visible, .preset-button:visible').count(), 0);
    assert.equal(await page.locator('.heading:visible', { hasText: 'Try another' }).count(), 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut at the right');
    await context.close();
  }
});

test('in the system’s colours Play is seen, and so is where one stands', async () => {
  /** @param {import('playwright-core').Page} page @param {string} what @param {string} [part] */
  const colours = (page, what, part) => page.locator(what).first().evaluate((element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [style.color, style.backgroundColor];
  }, part);
  const { page, context } = await open('inside.html', { forcedColors: 'active' });
  const [, sign] = await colours(page, '.rail .play-button .icon');
  const [, ground] = await colours(page, '.rail .play-button');
  assert.notEqual(sign, ground);
  for (const [here, elsewhere, part] of [['.rail-stop[aria-current]', '.rail-stop:not([aria-current])'], ['.room-stop[aria-current]', '.room-stop:not([aria-current])', '::after']]) {
    assert.notEqual((await colours(page, here, part))[1], (await colours(page, elsewhere, part))[1], here);
  }
  const dots = await page.locator('.group-dot').evaluateAll((all) => all.map((dot) => getComputedStyle(dot).forcedColorAdjust));
  assert.ok(dots.length > 1 && dots.every((adjust) => adjust === 'none'), 'the groups keep their colours');
  await context.close();
});

test('in the system’s colours the essay’s path begins with a disc', async () => {
  const { page, context } = await newReader(browser, { forcedColors: 'active' });
  await page.goto(`${site.address}index.html`);
  const [disc, around] = await page.locator('.essay-head').evaluate((head) => [getComputedStyle(head, '::before').backgroundColor, getComputedStyle(document.body).backgroundColor]);
  assert.notEqual(disc, around);
  await context.close();
});

test('in the system’s colours the picture that is chosen is seen to be', async () => {
  for (const [name, choice] of [['pictures.html', '.thumb'], ['pictures.html', '.slice-card'], ['drawings.html', '.drawing-example']]) {
    const { page, context } = await open(name, { forcedColors: 'active' });
    const rings = await page.locator(choice).evaluateAll((all) => all.map((one) => [one.getAttribute('aria-pressed') !== null, getComputedStyle(one).outlineStyle === 'solid']));
    assert.ok(rings.length > 3 && rings.some(([isChosen]) => isChosen), `${name}: ${choice}`);
    assert.ok(rings.every(([isChosen, hasRing]) => isChosen === hasRing), `${choice}: ${JSON.stringify(rings)}`);
    await context.close();
  }
});

test('on a phone depth is in view whatever is looked at, and what is aimed at is 44 high', async () => {
  const { page, context } = await open('inside.html', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  for (const view of ['bridge', 'words', 'groups']) {
    await page.locator(`.view-tab[data-key="${view}"]`).click();
    await page.locator(`.inside-chart.view-${view}`).waitFor();
    const rail = /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator('.rail').boundingBox());
    const last = /** @type {{ x: number, width: number }} */ (await page.locator('.rail-stop').last().boundingBox());
    assert.ok(rail.y + rail.height <= 844 - 74 + 1, `${view}: ${JSON.stringify(rail)}`);
    assert.ok(last.x + last.width <= 390 - 8, view);
  }
  for (const field of await page.locator('.inside-texts textarea').all()) {
    assert.ok(/** @type {{ height: number }} */ (await field.boundingBox()).height >= 44);
  }
  await context.close();
});

test('on a phone the ring of the keyboard is about the sentence that it is on, and crosses no line beside it', async () => {
  const { page, context } = await open('inside.html', { viewport: { width: 390, height: 844 } });
  for (const place of [0, 1]) {
    const field = page.locator('.inside-texts textarea').nth(place);
    await field.focus();
    const { ring, beside, target } = await field.evaluate((element) => {
      const ringed = /** @type {Element} */ (element.closest('.end-words'));
      const own = getComputedStyle(element).outlineStyle !== 'none' ? element : ringed;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(own);
      const reach = outlineStyle === 'none' ? NaN : parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const box = own.getBoundingClientRect();
      /** The letters themselves, without the room between lines. @param {Element} one */
      const letters = (one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const spare = (bottom - top - parseFloat(getComputedStyle(one).fontSize)) / 2;
        return [top + spare, bottom - spare];
      };
      const others = [...document.querySelectorAll('.inside-texts .behind, .pick-word')].filter((one) => !ringed.contains(one));
      return { ring: [box.top - reach, box.bottom + reach], beside: others.map(letters), target: element.getBoundingClientRect().height };
    });
    assert.ok(ring[1] > ring[0], 'there is one');
    assert.ok(beside.length >= 4, `${beside.length}`);
    for (const [top, bottom] of beside) assert.ok(bottom <= ring[0] || top >= ring[1], `${top} to ${bottom} beside ${ring}`);
    assert.ok(target >= 44, 'a finger has as much as before');
  }
  await context.close();
});

test('on a phone what is said over everything is whole, and beside nothing', async () => {
  for (const room of ['ideas', 'sentences', 'inside', 'sounds', 'pictures', 'drawings']) {
    const { page, context } = await newReader(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto(`${site.address}${room}.html#${room}.broken`);
    await page.locator('.toast').waitFor();
    const seen = await page.locator('.toast').evaluate((toast) => {
      const box = toast.getBoundingClientRect();
      const inside = [[box.left + 30, box.top + 4], [box.right - 30, box.top + 4], [box.left + 30, box.bottom - 4], [box.right - 30, box.bottom - 4]];
      return { left: box.left, right: innerWidth - box.right, below: innerHeight - box.bottom, lines: box.height / 18,
        covered: inside.filter(([x, y]) => !toast.contains(document.elementFromPoint(x, y))).length };
    });
    assert.ok(seen.left >= 8 && seen.right >= 8 && seen.below >= 8, `${room}: ${JSON.stringify(seen)}`);
    assert.equal(seen.covered, 0, `${room}: ${JSON.stringify(seen)}`);
    // A sentence of eighty letters in three lines, not one word a line.
    assert.ok(seen.lines < 6, `${room}: ${JSON.stringify(seen)}`);
    await context.close();
  }
});
