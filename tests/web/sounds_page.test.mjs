// The page around the map of sounds in Chromium: by keys alone, in words, on a phone, at twice its size.
import assert from 'node:assert/strict';
import test from 'node:test';
import { copied, newReader, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await reader.page.goto(`${site.address}sounds.html${fragment}`);
  await ready(reader.page);
  return reader;
};
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };

/** What has the focus, in words. @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') || element?.textContent?.trim() || '';
});
/** @param {import('playwright-core').Page} page @param {RegExp} wanted */
const untilFocused = (page, wanted) => page.waitForFunction((source) => {
  const element = document.activeElement;
  return new RegExp(source).test(element?.getAttribute('aria-label') || element?.textContent?.trim() || '');
}, wanted.source);

/** Texts and controls that are cut off or lie beside the page. @param {import('playwright-core').Page} page */
const overflows = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const out = [];
  if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll('#page button, #page input, #page p, #page h1, #page h2')) {
    if (element.closest('.reader-only, [role="status"]') || !element.checkVisibility?.({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.skip')) continue;
    // What its own box scrolls sideways is reached.
    let within = element.parentElement;
    while (within && !/auto|scroll/.test(getComputedStyle(within).overflowX)) within = within.parentElement;
    if (within && within.id !== 'page' && within.getBoundingClientRect().right <= width && within.scrollWidth > within.clientWidth) continue;
    if (box.right > width + 1 || box.left < -1) out.push(`${element.className} "${element.textContent}" ${Math.round(box.left)}–${Math.round(box.right)}`);
  }
  return out;
});

test('Play is the first control after the skip link, Space plays on the map', async () => {
  const { page, context, faults } = await open();
  await page.keyboard.press('Tab');
  await untilFocused(page, /Skip to the beat/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await untilFocused(page, /^Play$/);
  await page.keyboard.press('Enter');
  await untilFocused(page, /^Pause$/);
  await page.keyboard.press('Enter');
  await untilFocused(page, /^Play$/);
  await page.locator('#chart').focus();
  await page.keyboard.press(' ');
  await page.locator('.transport .play-button[aria-label="Pause"]').waitFor();
  await page.keyboard.press(' ');
  await page.locator('.transport .play-button[aria-label="Play"]').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the twin of the steps is one stop for Tab; arrows walk it, Enter switches, Shift makes louder', async () => {
  const { page, context } = await open();
  const steps = page.locator('.grid-twin .grid-step');
  assert.equal(await page.locator('.grid-twin .grid-step[tabindex="0"]').count(), 1);
  await steps.first().focus();
  await untilFocused(page, /^Kick, beat 1, step 1, /);
  await page.keyboard.press('ArrowRight');
  await untilFocused(page, /^Kick, beat 1, step 2, off$/);
  await page.keyboard.press('ArrowDown');
  await untilFocused(page, /^Snare, beat 1, step 2, off$/);
  await page.keyboard.press('Enter');
  await untilFocused(page, /^Snare, beat 1, step 2, on, middling$/);
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await untilFocused(page, /^Snare, beat 1, step 2, on, loud$/);
  await page.keyboard.press('Home');
  await untilFocused(page, /^Snare, beat 1, step 1/);
  await page.keyboard.press('End');
  await untilFocused(page, /^Snare, beat 4, step 4/);
  await page.keyboard.press('Tab');
  assert.doesNotMatch(await focused(page), /, step /, 'one Tab leaves it');
  await context.close();
});

test('search: found by name with where and how long; narrowed down by region; one press shows all again', async () => {
  const { page, context } = await open();
  await page.locator('#chart').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('.search input'));
  await page.keyboard.type('metal');
  await page.locator('.result').first().waitFor();
  assert.match(await page.locator('.result-where').first().innerText(), /^.+, 0\.\d\d s$/);
  const all = await page.locator('.result').count();
  await page.locator('.filter-chip').first().click();
  await page.locator('.filter-chip[aria-pressed]').first().waitFor();
  assert.ok(await page.locator('.result').count() < all, 'fewer are found in one region');
  await page.keyboard.press('Escape');
  await page.locator('.answers').waitFor({ state: 'detached' });
  // What is left out is still left out, and said by the button that brings it back.
  await page.locator('.search .icon-button').click();
  await page.locator('.search .icon-button').waitFor({ state: 'detached' });
  await page.locator('.search input').fill('qqqqq');
  await page.locator('.answers .note', { hasText: 'No sound by that name' }).waitFor();
  await context.close();
});

test('the card of a ring: what is muted is told, sliders go by keys, each press one step', async () => {
  const { page, context } = await open();
  await page.locator('#chart').focus();
  await page.keyboard.press('2');
  const card = page.locator('.track-card');
  await card.waitFor();
  await card.locator('.switch', { hasText: 'Mute' }).click();
  await card.locator('.switch[aria-pressed="true"]', { hasText: 'Mute' }).waitFor();
  const pitch = card.getByRole('slider', { name: 'Pitch' });
  await pitch.focus();
  for (const words of ['+1 semitone', '+2 semitones', '+3 semitones']) {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-valuetext') === wanted, words);
  }
  await card.locator('.like-this .preset-button').first().waitFor();
  const name = await card.locator('.like-this .preset-button').first().innerText();
  await card.locator('.like-this .preset-button').first().click();
  await page.locator('.track-sound', { hasText: name }).waitFor();
  // The pressed neighbour is none of the new sound's: the keyboard goes on from a switch.
  await card.locator('.switch').first().focus();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await context.close();
});

test('dialogs open, hold the focus, say whose the sounds are, and give it back', async () => {
  const { page, context } = await open();
  const whose = page.locator('.map-foot .text-button', { hasText: 'Whose sounds' });
  await whose.focus();
  await page.keyboard.press('Enter');
  await page.locator('.credit-row').first().waitFor();
  assert.match(await page.locator('.credit-row').first().innerText(), /\(.+ \d/);
  await page.locator('.dialog .button', { hasText: 'Copy the credit line' }).click();
  assert.match(await copied(page, /\(.+ \d/), /.+ (by .+, )?.+ \(.+\)/);
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
  await untilFocused(page, /^Whose sounds$/);
  await page.locator('.map-foot .text-button', { hasText: 'How far to trust it' }).click();
  await page.locator('.dialog', { hasText: 'trustworthiness 0.' }).waitFor();
  await page.keyboard.press('Escape');
  await context.close();
});

test('as a list: rings with what sounds like them, steps, every sound by region; it prints', async () => {
  const { page, context, faults } = await open();
  await page.locator('.map-foot .text-button', { hasText: 'Show as a list' }).click();
  await page.locator('.sounds-list h1').waitFor();
  const other = page.locator('.ring-row').first().locator('.preset-button').first();
  await other.waitFor();
  const name = await other.innerText();
  await other.click();
  await page.locator('.ring-row').first().locator('.ring-sound', { hasText: name }).waitFor();
  assert.ok(await page.locator('.list-region').count() >= 6);
  // A mouse over the steps takes no focus away from where the reader types.
  await page.locator('.tempo-field').focus();
  await page.locator('.sounds-list .grid-step').nth(5).hover();
  await page.locator('.sounds-list .grid-step').nth(6).hover();
  assert.ok(await page.evaluate(() => document.activeElement?.matches('.tempo-field')));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.sounds-list').isVisible());
  assert.deepEqual(faults, []);
  await context.close();
});

test('without WebGL the list stands in and the beat can still be played and kept', async () => {
  const reader = await newReader(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await reader.page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    // @ts-ignore
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); };
  });
  const { page } = reader;
  await page.goto(`${site.address}sounds.html`);
  await page.locator('.sounds-list .note', { hasText: 'cannot draw the live map' }).waitFor();
  assert.equal(await page.locator('.sounds-list .button', { hasText: 'Back to the map' }).count(), 0);
  await page.locator('.transport .play-button').click();
  await page.locator('.transport .play-button[aria-label="Pause"]').waitFor();
  await page.locator('.sounds-list .grid-step').nth(2).click();
  await page.waitForFunction(() => location.hash.startsWith('#sounds.'));
  await page.locator('.keep-copy').click();
  await copied(page, /#sounds\./);
  await reader.context.close();
});

test('on a phone, until the program is there, Play and the tempo stand where the dock will be', async () => {
  const { page, context } = await newReader(browser, phone);
  await page.route('**/app_*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.address}sounds.html`);
  await page.locator('.waiting-failed').waitFor();
  await page.locator('.room.sounds > .transport .play-button').click({ trial: true });  // the message does not lie over it
  const edges = await page.evaluate(() => {
    const box = (/** @type {string} */ selector) => /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect();
    return { steps: box('.sounds-stage').bottom, above: box('.transport').top, below: box('.transport').bottom, rooms: box('.rooms').top };
  });
  assert.deepEqual([edges.above, edges.below], [edges.steps, edges.rooms], 'no strip without anything');
  assert.equal(await page.locator('.transport .tempo-field').isVisible(), true);
  assert.equal(await page.locator('.transport .slider').first().isVisible(), false, 'swing and chance come with the sheet');
  await context.close();
});

test('on a phone: dock, sheet and cards; every touch is large enough, nothing is cut off', async () => {
  const { page, context } = await open(phone);
  assert.deepEqual(await overflows(page), []);
  await page.locator('.dock .button', { hasText: 'Keep' }).tap();
  await page.locator('.keep.open').waitFor();
  await untilFocused(page, /^Copy the link/);
  assert.deepEqual(await overflows(page), []);
  const small = await page.evaluate(() => {
    const low = [];
    for (const element of document.querySelectorAll('.dock button, .keep.open button, .keep.open input')) {
      const box = element.getBoundingClientRect();
      const after = getComputedStyle(element, '::after');
      const grown = after.content !== 'none' && after.position === 'absolute' ? -2 * (parseFloat(after.top) || 0) : 0;
      if (box.height > 0 && box.height + grown < 44) low.push(`${element.className} "${element.textContent}" ${box.height}`);
    }
    return low;
  });
  assert.deepEqual(small, []);
  await page.locator('.keep.open').getByRole('slider', { name: 'Swing' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.keep.open .setting-value', { hasText: '19 %' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.keep.open').waitFor({ state: 'detached' });
  await context.close();
});

for (const [name, width, height] of /** @type {[string, number, number][]} */ ([['at twice its size', 640, 400], ['in a narrow window', 320, 568], ['on a tablet', 820, 1180], ['on a wide screen', 1280, 800]])) {
  test(`${name} nothing lies beside the page, with card and list as well`, async () => {
    const { page, context } = await open({ viewport: { width, height } });
    assert.deepEqual(await overflows(page), []);
    await page.locator('#chart').focus();
    await page.keyboard.press('1');
    await page.locator('.track-card').waitFor();
    assert.deepEqual(await overflows(page), []);
    const play = page.locator('.play-button:visible').first();
    const box = /** @type {{ y: number, height: number }} */ (await play.boundingBox());
    assert.ok(box.y >= 0 && box.y + box.height <= height, 'Play can be reached');
    await page.keyboard.press('Escape');
    await page.locator('#chart').focus();
    await page.keyboard.press('n');
    await page.locator('.sounds-list h1').waitFor();
    assert.deepEqual(await overflows(page), []);
    await context.close();
  });
}
