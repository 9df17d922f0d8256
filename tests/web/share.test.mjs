// "Take this with you": in every room the same dialog; what it shows is what is copied and saved, its weights are
// those of what goes along, and a keyboard, a phone and a refused clipboard are enough for it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copied, dropJourney, magentaPixels, newReader, project, ready, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();
const WALK = 'ideas.AQEBAIAwdRcEnv74NABMjZ1aAe01inQBvy9x3wIDNP4';

/** @param {string} address @param {import('playwright-core').BrowserContextOptions} [options] */
async function openShare(address, options = {}) {
  const reader = await newReader(browser, { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await reader.page.goto(site.address + address);
  await ready(reader.page);
  await reader.page.locator('.shell button[data-press="share"]').click();
  await reader.page.locator('[role="dialog"].share').waitFor();
  return reader;
}
/** @param {import('playwright-core').Page} page @param {string} name */
const tab = (page, name) => page.locator(`.share-tab[data-key="${name.toLowerCase()}"]`);
/** What stands beside a tab's name, once it has been weighed. @param {import('playwright-core').Page} page @param {string} name */
async function weight(page, name) {
  await page.waitForFunction((wanted) => [...document.querySelectorAll('.share-tab')].some((one) => one.textContent?.startsWith(wanted) && !one.textContent.includes('…')), name);
  return tab(page, name).locator('.number').innerText();
}
/** As src/canvas/share_text.cpp says it. @param {number} bytes */
const said = (bytes) => (bytes < 9950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1000).toFixed(0)} kB`);
/** @param {import('playwright-core').Page} page @param {string} action */
async function saved(page, action) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[role="dialog"] ${action}`).click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(/** @type {string} */ (await download.path())) };
}

for (const [room, address] of [['ideas', `ideas.html#${WALK}`], ['sentences', 'sentences.html'], ['inside', 'inside.html'], ['sounds', 'sounds.html'],
  ['pictures', 'pictures.html'], ['drawings', 'drawings.html']]) {
  test(`${room}: every tab shows what it copies, and weighs it`, async () => {
    const { page, context, faults, elsewhere } = await openShare(address);
    const fields = [['Link', 'address', 'copy-link', ''], ['Embed', 'code', 'share-copy', 'code'], ['Letter', 'letter-code', 'share-copy', 'letter'],
      ['Markdown', 'markdown', 'share-copy', 'markdown'], ['Picture', 'json', 'share-copy', 'json']];
    /** @type {Record<string, string>} */
    const texts = {};
    for (const [name, field, action, argument] of fields) {
      await tab(page, name).click();
      await page.locator(`.share-tab[aria-pressed="true"][data-key="${name.toLowerCase()}"]`).waitFor();
      const text = await page.locator(`.share textarea[data-key="${field}"]`).inputValue();
      assert.ok(text.length > 10, name);
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.locator(`.share [data-press="${action}"]${argument ? `[data-argument="${argument}"]` : ''}`).click();
      assert.equal(await copied(page, /./), text, name);
      await page.locator('.share-copied', { hasText: 'Copied.' }).waitFor();
      texts[name] = text;
    }
    assert.equal(await weight(page, 'Link'), `${texts.Link.length.toLocaleString('en')} letters`);
    assert.equal(await weight(page, 'Markdown'), said(Buffer.byteLength(texts.Markdown)));
    await tab(page, 'Embed').click();
    const poster = await saved(page, '[data-press="share-save"][data-argument="poster"]');
    assert.ok(texts.Embed.includes(`src="${poster.name}"`), texts.Embed);
    assert.equal(await weight(page, 'Embed'), said(poster.bytes.length + Buffer.byteLength(texts.Embed)));
    const dark = await saved(page, '[data-press="share-save"][data-argument="poster-dark"]');
    assert.ok(texts.Embed.includes(`poster-dark="${dark.name}"`) && texts.Embed.includes(`srcset="${dark.name}"`), texts.Embed);
    assert.notDeepEqual(dark.bytes, poster.bytes);
    assert.deepEqual([poster.bytes.readUInt32BE(16), poster.bytes.readUInt32BE(20)], [1200, 800]);
    await tab(page, 'Letter').click();
    const letter = await saved(page, '[data-press="share-save"][data-argument="letter"]');
    assert.equal(await weight(page, 'Letter'), said(letter.bytes.length + Buffer.byteLength(texts.Letter)));
    assert.ok(letter.bytes.length <= 300_000, `${letter.bytes.length}`);
    assert.deepEqual([letter.bytes.readUInt32BE(16), letter.bytes.readUInt32BE(20)], [1200, 630]);
    const moving = await saved(page, '[data-press="share-save"][data-argument="moving"]');
    assert.equal(moving.bytes.subarray(0, 6).toString(), 'GIF89a');
    assert.ok(moving.bytes.length <= 1_000_000, `${moving.bytes.length}`);
    // The picture to be kept: wide, as high as its foot wants; tall, just as high as a phone's screen wants.
    await tab(page, 'Picture').click();
    const shape = page.locator('[data-press="share-picture"]');
    const wide = await saved(page, '[data-press="save-png"]');
    assert.equal(wide.bytes.readUInt32BE(16), 1200);
    assert.ok(wide.bytes.readUInt32BE(20) > 630, 'its foot stands below');
    await shape.filter({ hasText: '1080 × 1350' }).click();
    await page.waitForFunction(() => { const { width, height } = /** @type {HTMLCanvasElement} */ (document.querySelector('.share-preview canvas')); return width === 1080 && height === 1350; });
    const tall = await saved(page, '[data-press="save-png"]');
    assert.deepEqual([tall.bytes.readUInt32BE(16), tall.bytes.readUInt32BE(20)], [1080, 1350]);
    const drawn = await saved(page, '[data-press="save-svg"]');
    assert.match(drawn.bytes.toString(), /<svg[^>]*viewBox="0 0 1080 1350"/);
    assert.deepEqual(faults, []);
    assert.deepEqual(elsewhere, []);
    await context.close();
  });
}

test('every choice is in what is pasted, and redraws the picture', async () => {
  const { page, context } = await openShare(`ideas.html#${WALK}`);
  await tab(page, 'Embed').click();
  const code = () => page.locator('.share textarea[data-key="code"]').inputValue();
  /** Waits until what is pasted says so. @param {RegExp} wanted */
  const says = (wanted) => until(async () => wanted.test(await code()), `${wanted} is pasted`);
  const picture = () => page.locator('.share canvas.drawn').screenshot();
  await page.waitForFunction(() => document.querySelector('.share canvas.drawn')?.getAttribute('width') === '600');
  const light = await picture();
  await page.locator('.share [data-press="share-theme"][data-argument="dark"]').click();
  await says(/ theme="dark"/);
  await until(async () => !(await picture()).equals(light), 'the picture is drawn anew');
  await page.locator('.share [data-press="share-start"][data-argument="near"]').click();
  await says(/ start="near"/);
  await page.locator('.share [data-press="share-shape"][data-argument="column"]').click();
  await page.waitForFunction(() => document.querySelector('.share canvas.drawn')?.getAttribute('width') === '360');
  await says(/ ratio="3\/4"/);
  await page.locator('.share [data-press="share-theme"][data-argument="light"]').click();
  await page.locator('.share [data-input="share-accent"]').fill('#FFE8F0');
  await page.locator('.share-problem', { hasText: 'Too faint' }).waitFor();
  assert.doesNotMatch(await code(), /accent=/);
  const magenta = async () => magentaPixels(page, await picture());
  await until(async () => await magenta() > 50, 'the path is magenta at first');
  await page.locator('.share [data-input="share-accent"]').fill('#0B6E75');
  await page.waitForFunction(() => !document.querySelector('.share-problem'));
  await says(/ accent="#0B6E75"/);
  await until(async () => await magenta() < 20, 'the path is drawn in its colour');
  await tab(page, 'Letter').click();
  const letter = await saved(page, '[data-press="share-save"][data-argument="letter"]');
  const left = await magentaPixels(page, letter.bytes);
  assert.ok(left < 400, `the letter has it too, but for our own mark: ${left}`);
  await tab(page, 'Embed').click();
  assert.match(await page.locator('.share-fact', { hasText: 'After a click' }).innerText(), /\d kB/);
  await page.locator('.share textarea[data-key="alt"]').fill('"><script>alert(1)</script>');
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('.share textarea[data-key="code"]')).value.includes('alert(1)'));
  await says(/alt="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/);
  await page.locator('.share [data-press="share-alt-again"]').click();
  await says(/ alt="A path of/);
  assert.match(await page.locator('.share textarea[data-key="alt"]').inputValue(), /^A path of/);
  await page.locator('.share [data-press="share-paste"][data-argument="frame"]').click();
  await says(/^<iframe src="[^"]*embed\.html\?room=ideas&amp;theme=light&amp;start=near/);
  await context.close();
});

test('a keyboard alone: arrows between tabs, Escape, and back on Share', async () => {
  const { page, context } = await openShare('sentences.html');
  const here = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  assert.match(await here(), /^Link/);
  await page.keyboard.press('ArrowRight');
  await page.locator('.share-tab[aria-pressed="true"]', { hasText: 'Embed' }).waitFor();
  assert.match(await here(), /^Embed/);
  await page.keyboard.press('End');
  await page.locator('.share-tab[aria-pressed="true"]', { hasText: 'Picture' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('.share-tab[aria-pressed="true"]', { hasText: 'Link' }).waitFor();
  // Tab goes from the tabs into what they show, never behind the dialog.
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]') !== null));
  }
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
  assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.press), 'share');
  await context.close();
});

test('where the clipboard refuses, the text is there, selected', async () => {
  const reader = await newReader(browser);
  const { page, context } = reader;
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await page.goto(`${site.address}ideas.html#${WALK}`);
  await ready(page);
  await page.locator('.shell button[data-press="share"]').click();
  await tab(page, 'Markdown').click();
  const text = await page.locator('.share textarea[data-key="markdown"]').inputValue();
  await page.locator('.share [data-argument="markdown"][data-press="share-copy"]').click();
  await page.locator('.share-copied', { hasText: 'Press Ctrl + C to copy.' }).waitFor();
  const marked = () => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : null;
  };
  assert.equal(await page.evaluate(marked), text);
  // Asked for once more after the selection was lost, it is selected once more.
  await page.locator('.share [data-argument="markdown"][data-press="share-copy"]').focus();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.keyboard.press('Enter');
  await page.waitForFunction(`(${marked})() === ${JSON.stringify(text)}`);
  await context.close();
});

test('on a phone nothing sticks out, and axe finds nothing on any tab', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{ viewport: { width: 390, height: 844 } }, { viewport: { width: 820, height: 1180 } }, { colorScheme: /** @type {const} */ ('dark') }]) {
    const { page, context } = await openShare('inside.html', options);
    for (const name of ['Link', 'Embed', 'Letter', 'Markdown', 'Picture']) {
      await tab(page, name).click();
      await weight(page, name);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name);
      const cut = await page.evaluate(() => [...document.querySelectorAll('.share-column > *, .share-preview > *')].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < 0 || right > window.innerWidth + 0.5;
      }).map((one) => one.className));
      assert.deepEqual(cut, [], name);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const found = await /** @type {any} */ (window).axe.run('[role="dialog"]', { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
        return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
      });
      assert.deepEqual(violations, [], `${name} ${JSON.stringify(options)}`);
    }
    await context.close();
  }
});

test('a long link can do without side trips; where the system sends links, that comes first', async () => {
  const line = ['Coffee', 'Drink', 'Cup', 'Liquid', 'Matter'];
  const trips = ['Tea', 'Water', 'Milk', 'Beer', 'Wine', 'Gas', 'Solid', 'Plasma (physics)', 'Atom', 'Molecule', 'Energy', 'Heat', 'Light', 'Sugar', 'Salt', 'Oil', 'Glass', 'Metal', 'Ice', 'Steam',
    'Cat', 'Dog', 'Horse', 'Bird', 'Fish', 'Moon', 'Sun', 'Mars', 'Venus', 'Earth', 'Gold', 'Iron', 'Copper', 'Silver'];
  const stops = [...line.map((title, i) => ({ title, ...(i > 0 && { from: i - 1 }) })), ...trips.map((title, i) => ({ title, from: i % 4 }))];
  const { page, context } = await newReader(browser, { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addInitScript(() => {
    const sent = /** @type {any[]} */ ([]);
    Object.assign(window, { sent });
    Object.defineProperty(navigator, 'share', { value: async (/** @type {any} */ what) => { sent.push(what); } });
  });
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await dropJourney(page, stops, 4);
  await page.waitForFunction(() => document.querySelectorAll('.journey .stop').length > 12);
  await page.locator('.shell button[data-press="share"]').click();
  const address = () => page.locator('.share textarea[data-key="address"]').inputValue();
  const whole = await address();
  assert.ok(whole.length > 250, `${whole.length} letters`);
  await page.locator('.share [data-press="share-shorten"]').click();
  await page.waitForFunction((before) => /** @type {HTMLTextAreaElement} */ (document.querySelector('.share textarea[data-key="address"]')).value !== before, whole);
  const short = await address();
  assert.ok(short.length < whole.length / 2, `${short.length} letters instead of ${whole.length}`);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('.share [data-press="share-copy"][data-argument="link"]').click();
  assert.equal(await copied(page, /./), short);
  assert.equal(await page.locator('.share [data-key="link-actions"] button').first().innerText(), 'Send it');
  await page.locator('.share [data-press="share-send"]').click();
  await page.waitForFunction(() => /** @type {any} */ (window).sent.length > 0);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).sent), [{ title: 'From Coffee to Matter', url: short }]);
  await context.close();
  const again = await newReader(browser);
  await again.page.goto(short);
  await ready(again.page);
  assert.equal(await again.page.locator('.journey .stop').count(), 5);
  assert.equal(await again.page.locator('.journey .stop.side').count(), 0);
  await again.context.close();
});
