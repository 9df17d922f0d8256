// From an article into a letter, in Chromium: Play in somebody's page, a ring dragged to another sound, the link
// copied, and whoever follows it has exactly that beat.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { startPlaces, WAYS } from './embed_support.mjs';
import { ringsOf } from './sounds_rings.mjs';
import { PATIENCE, copied, newReader, ready, siteAndChromium } from './support.mjs';

const { browser } = await siteAndChromium();
const places = await startPlaces();
after(() => places.close());

/** What is heard by itself, before the page's own scripts. */
const listen = () => {
  const heard = { blocks: 0, singles: 0 };
  Object.assign(globalThis, { heard });
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (/** @type {number[]} */ ...when) {
    if (this.buffer?.numberOfChannels === 2) heard.blocks += 1;
    else if (this.buffer) heard.singles += 1;
    return start.call(this, ...when);
  };
};
/** Rings, their sounds and steps, and the tempo. @param {import('playwright-core').Page} page */
const beatOf = (page) => page.evaluate(() => ({
  rings: [...document.querySelectorAll('.grid-row')].map((row) => row.getAttribute('aria-label')),
  steps: [...document.querySelectorAll('.grid-step')].map((step) => step.getAttribute('aria-label')),
  tempo: /** @type {HTMLInputElement | null} */ (document.querySelector('.tempo-field'))?.value,
}));

test('played and changed in an article, copied into a letter, it is the same beat there', async () => {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, context, faults } = await newReader(browser, options);
  await page.addInitScript(listen);
  await page.goto(places.pageOf(WAYS[0], 'room=sounds&start=near'));
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  const inside = /** @type {import('playwright-core').Frame} */ (page.frames().find((one) => one.parentFrame() !== null));
  await frame.locator('.play-button').click();
  await inside.waitForFunction(() => /** @type {any} */ (globalThis).heard.blocks > 5, undefined, { timeout: PATIENCE });
  await frame.locator('.play-button').click();  // rings that sound are none that can be told from others
  await frame.locator('.play-button .icon-play').waitFor({ state: 'attached' });
  const rings = await ringsOf(page, 17);
  assert.ok(rings.length >= 2, `${rings.length} rings are seen whole`);
  const box = /** @type {{ x: number, width: number }} */ (await page.locator('iframe').boundingBox());
  const [from] = rings;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x > box.x + box.width / 2 ? from.x - 120 : from.x + 120, from.y, { steps: 12 });
  await inside.waitForFunction(() => /** @type {any} */ (globalThis).heard.singles > 0, undefined, { timeout: PATIENCE });
  await page.mouse.up();
  const [room] = await Promise.all([context.waitForEvent('page'), frame.locator('.open-button').click()]);
  await ready(room);
  const changed = await beatOf(room);
  await room.locator('.keep-copy').click();
  const link = await copied(room, /#sounds\./);
  assert.equal(new URL(room.url()).hash, new URL(link).hash, 'the figure handed its own beat on');
  assert.ok(new URL(link).hash.length <= 120, link);
  assert.deepEqual(faults, []);
  await context.close();

  const letter = await newReader(browser);
  await letter.page.goto(link);
  await ready(letter.page);
  assert.deepEqual(await beatOf(letter.page), changed);
  await letter.page.goto(`${new URL(link).origin}/sounds.html`);
  await letter.page.reload();
  await ready(letter.page);
  const first = await beatOf(letter.page);
  assert.equal(changed.rings.filter((ring, track) => ring !== first.rings[track]).length, 1, 'one ring stands on another sound');
  assert.deepEqual(changed.steps, first.steps);
  await letter.context.close();
});
