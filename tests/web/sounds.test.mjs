// The room of sounds in Chromium: what is there before a press, what is heard after one, and that the whole beat
// is in the link.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { copied, countFrames, framesWhileIdle, newReader, pathPixels, project, ready, siteAndChromium, until, untilStill } from './support.mjs';
import { ringsOf } from './sounds_rings.mjs';

const { site, browser } = await siteAndChromium();
const cli = path.join(project, 'build/native/src/cli/meander-cli');

/** Remembers what is given to the loudspeaker: blocks of a beat, and single sounds. */
const listen = () => {
  const heard = { blocks: /** @type {[number, Float32Array, Float32Array][]} */ ([]), singles: /** @type {number[]} */ ([]) };
  Object.assign(globalThis, { heard });
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (/** @type {number[]} */ ...when) {
    const { buffer } = this;
    if (buffer?.numberOfChannels === 2) heard.blocks.push([when[0] ?? 0, buffer.getChannelData(0).slice(), buffer.getChannelData(1).slice()]);
    else if (buffer) heard.singles.push(buffer.length);
    return start.call(this, ...when);
  };
};

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '', before = async (/** @type {import('playwright-core').Page} */ _page) => /** @type {unknown} */ (undefined)) => {
  const reader = await newReader(browser, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  /** @type {string[]} */
  const asked = [];
  reader.page.on('request', (request) => asked.push(request.url()));
  await reader.page.addInitScript(listen);
  await before(reader.page);
  await reader.page.goto(`${site.address}sounds.html${fragment}`);
  return { ...reader, asked };
};

/** Samples that the loudspeaker was given so far, in seconds. @param {import('playwright-core').Page} page */
const secondsHeard = (page) => page.evaluate(() => {
  const { heard } = /** @type {any} */ (globalThis);
  return heard.blocks.reduce((/** @type {number} */ sum, /** @type {any[]} */ block) => sum + block[1].length, 0) / 44100;
});
/** @param {import('playwright-core').Page} page @param {number} seconds */
const untilHeard = (page, seconds) => page.waitForFunction((wanted) => {
  const { heard } = /** @type {any} */ (globalThis);
  return heard.blocks.reduce((/** @type {number} */ sum, /** @type {any[]} */ block) => sum + block[1].length, 0) / 44100 >= wanted;
}, seconds);
const play = (/** @type {import('playwright-core').Page} */ page) => page.locator('.transport .play-button');

test('a first visit is a finished, silent picture, and nothing is fetched of the engine or the encoder', async () => {
  const { page, context, faults, elsewhere, asked } = await open();
  await ready(page);
  assert.ok(await page.locator('.grid-step[aria-pressed]').count() > 8, 'a beat is in the grid');
  assert.match(await page.title(), /Meander/);
  assert.deepEqual(asked.filter((url) => /engine[^/]*\.wasm|\/model\//.test(url)), []);
  assert.equal(await secondsHeard(page), 0);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('one press plays; the clock of the blocks has no gap; a second press is silence and rest', async () => {
  const { page, context, faults } = await open({}, '', (page) => page.addInitScript(countFrames));
  await ready(page);
  await play(page).click();
  // Three seconds without a gap. Where the machine has no time for the page, a block may come late and is then given
  // no time: what follows begins anew.
  await page.waitForFunction(() => {
    const { blocks } = /** @type {any} */ (globalThis).heard;
    let samples = 0;
    return blocks.some((/** @type {any[]} */ [when, left], /** @type {number} */ i) => {
      const [before, its] = blocks[i - 1] ?? [0, left];
      const isBeside = before > 0 && Math.abs((when - before) * 44100 - its.length) < 0.01;
      samples = isBeside ? samples + left.length : 0;
      return samples > 3 * 44100;
    });
  });
  const peak = await page.evaluate(() => {
    let most = 0;
    for (const [, left, right] of /** @type {any} */ (globalThis).heard.blocks) for (const side of [left, right]) for (const sample of side) most = Math.max(most, Math.abs(sample));
    return most;
  });
  assert.ok(peak > 0.05 && peak <= 0.892, `${peak}`);
  // A picture taken holds the page up, so it comes after what is measured.
  await until(async () => await pathPixels(page) > 60, 'what sounds is magenta');
  await play(page).click();
  await page.locator('.transport .play-button[aria-label="Play"]').waitFor();
  const heard = await secondsHeard(page);
  await page.waitForTimeout(600);
  assert.ok(await secondsHeard(page) <= heard + 0.06);
  assert.equal(await framesWhileIdle(page), 0, 'still when nothing changes');
  assert.deepEqual(faults, []);
  await context.close();
});

test('an untouched beat is copied and shared whole, though the address stays plain', async () => {
  const { page, context } = await open();
  await ready(page);
  assert.equal(new URL(page.url()).hash, '');
  await page.locator('.keep-copy').click();
  const link = await copied(page, /#sounds\./);
  await page.locator('.shell button[data-press="share"]').click();
  assert.equal(await page.locator('.share textarea[data-key="address"]').inputValue(), link);
  assert.equal(new URL(page.url()).hash, '');
  await context.close();
});

test('the beat in the link is the beat that is heard, and the tool hears the same', async () => {
  const first = await open();
  await ready(first.page);
  await first.page.locator('.keep .button', { hasText: 'Shuffle' }).click();
  await first.page.locator('.tempo-field').fill('171');
  await first.page.locator('.tempo-field').press('Enter');
  await first.page.evaluate(() => navigator.clipboard.writeText(''));  // every reader of this browser has the same one
  await first.page.locator('.keep-copy').click();
  const link = await copied(first.page, /#sounds\./);
  assert.ok(link.slice(link.indexOf('#')).length <= 120, link);
  await first.context.close();
  const second = await open({}, link.slice(link.indexOf('#')));
  await ready(second.page);
  assert.equal(await second.page.locator('.tempo-field').inputValue(), '171');
  await play(second.page).click();
  await untilHeard(second.page, 3);
  // What the page gave its loudspeaker, put together, against the tool's file: the same samples but for 16 bits.
  const heard = await second.page.evaluate(() => {
    const { blocks } = /** @type {any} */ (globalThis).heard;
    return blocks.flatMap((/** @type {any[]} */ block) => [...block[1]]);
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-beat-'));
  const file = path.join(folder, 'beat.wav');
  execFileSync(cli, ['beat', link, '--wav', file, '--bars', '2', '--pack', path.join(project, 'build/packs/sounds')]);
  const bytes = fs.readFileSync(file);
  const samples = (bytes.length - 44) / 4 - 100;  // the last millisecond fades
  let worst = 0;
  let power = 0;
  for (let i = 0; i < Math.min(samples, heard.length); i += 1) {
    worst = Math.max(worst, Math.abs(heard[i] - bytes.readInt16LE(44 + 4 * i) / 32768));
    power = Math.max(power, Math.abs(heard[i]));
  }
  assert.ok(power > 0.05, 'there is something to hear');
  assert.ok(worst < 0.001, `native and page differ by ${20 * Math.log10(worst)} dB`);
  fs.rmSync(folder, { recursive: true });
  await second.context.close();
});

test('the WAV that is saved is what was played', async () => {
  const { page, context } = await open({ acceptDownloads: true });
  await ready(page);
  await play(page).click();
  await untilHeard(page, 3);
  await play(page).click();
  await page.locator('.keep .button', { hasText: 'WAV' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.dialog .button', { hasText: 'Save WAV' }).click()]);
  const bytes = fs.readFileSync(await download.path());
  assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
  const heard = await page.evaluate(() => {
    const { blocks } = /** @type {any} */ (globalThis).heard;
    return blocks.flatMap((/** @type {any[]} */ block) => [...block[1]]);
  });
  // One bar at 104 beats a minute is 2.3 seconds; each sample is the nearest of 16 bits.
  let compared = 0;
  for (let i = 0; i < 100_000; i += 1) {
    const expected = Math.max(-32768, Math.min(32767, Math.round(heard[i] * 32767)));
    const other = Math.max(-32768, Math.min(32767, Math.round(heard[i] * 32768)));
    const got = bytes.readInt16LE(44 + 4 * i);
    assert.ok(Math.abs(got - expected) <= 1 || Math.abs(got - other) <= 1, `sample ${i}: ${got}, not ${expected}`);
    compared += got !== 0 ? 1 : 0;
  }
  assert.ok(compared > 1000);
  await context.close();
});

test('a ring is dragged by hand to another sound: heard on its way, put where it is let go, brought back by Undo', async () => {
  const { page, context } = await open();
  await ready(page);
  await untilStill(page.locator('#chart'));  // the rings have come to their places
  const labels = () => page.locator('.grid-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  const old = await labels();
  const rings = await ringsOf(page);
  assert.ok(rings.length >= 2, `${rings.length} rings are seen whole`);
  const [from] = rings;
  const to = { x: from.x > 640 ? from.x - 150 : from.x + 150, y: from.y > 300 ? from.y - 60 : from.y + 60 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.singles.length > 0);
  assert.equal(new URL(page.url()).hash, '', 'it is put only where it is let go');
  await page.mouse.up();
  await page.waitForFunction(() => location.hash.startsWith('#sounds.'));
  const changed = (await labels()).filter((label, track) => label !== old[track]);
  assert.equal(changed.length, 1, `${changed}`);
  // It stands on the sound nearest to where it was let go, and not where it was.
  await untilStill(page.locator('#chart'));
  const now = await ringsOf(page);
  assert.ok(now.every((ring) => Math.hypot(ring.x - from.x, ring.y - from.y) > 30), JSON.stringify({ from, now }));
  assert.ok(now.some((ring) => Math.hypot(ring.x - to.x, ring.y - to.y) < 60), JSON.stringify({ to, now }));
  await page.locator('.keep-small .text-button', { hasText: 'Undo' }).click();
  await page.waitForFunction((was) => JSON.stringify([...document.querySelectorAll('.grid-row')].map((row) => row.getAttribute('aria-label'))) === was, JSON.stringify(old));
  // And by keys: chosen by its number, moved by an arrow.
  await page.locator('#chart').focus();
  await page.keyboard.press('1');
  await page.locator('.track-card').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((was) => document.querySelector('.grid-row')?.getAttribute('aria-label') !== was, old[0]);
  await context.close();
});

test('steps are switched with the mouse on the drawn grid, and the twin says so', async () => {
  const { page, context } = await open();
  await ready(page);
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator('#chart').boundingBox());
  const step = page.locator('.grid-row').nth(1).locator('.grid-step').nth(2);
  assert.equal(await step.getAttribute('aria-pressed'), null);
  // Lane 2 of 5, third of sixteen steps (src/sounds/layout.cpp).
  const x = box.x + 206 + 184 + 2.5 * (1280 - 206 - 248 - 184) / 16;
  const y = box.y + box.height - 266 + 44 + 1.5 * (266 - 44 - 6) / 5;
  await page.mouse.click(x, y);
  await page.waitForFunction(() => document.querySelectorAll('.grid-row')[1].querySelectorAll('.grid-step')[2].getAttribute('aria-pressed') !== null);
  assert.match(/** @type {string} */ (await step.getAttribute('aria-label')), /Snare, beat 1, step 3, on/);
  // Up by four levels' worth: louder.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 8, { steps: 3 });
  await page.mouse.move(x, y - 24, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction(() => /loud/.test(document.querySelectorAll('.grid-row')[1].querySelectorAll('.grid-step')[2].getAttribute('aria-label') ?? ''));
  await context.close();
});

test('search finds, goes there, and the sound can be put into a ring; sound only after a press', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.locator('.search input').fill('door');
  await page.locator('.result-button').first().waitFor();
  const name = await page.locator('.result-button').first().innerText();
  await page.locator('.result-button').first().click();
  await page.locator('.sound-card').waitFor({ state: 'attached' });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.singles.length > 0);
  await page.locator('.sound-card .button', { hasText: 'Put in' }).dispatchEvent('click');
  await page.waitForFunction((wanted) => [...document.querySelectorAll('.grid-row')].some((row) => row.getAttribute('aria-label')?.includes(wanted)), name);
  await page.locator('.search input').fill('zzzz');
  await page.locator('.answers .note').waitFor();
  await context.close();
});

test('as a list everything is there to be heard and played without the map', async () => {
  const { page, context } = await open();
  await ready(page);
  await page.getByRole('button', { name: 'Show as a list' }).first().click();
  await page.locator('.sounds-list').waitFor();
  assert.ok(await page.locator('.sound-row').count() > 100);
  await page.locator('.sounds-list .grid-step').nth(3).click();
  await page.waitForFunction(() => document.querySelectorAll('.sounds-list .grid-step')[3].getAttribute('aria-pressed') !== null);
  await page.locator('.sounds-list .button', { hasText: 'Back to the map' }).click();
  await page.locator('.sounds-list').waitFor({ state: 'detached' });
  await context.close();
});

test('hidden, the beat ends with its bar and says so', async () => {
  const { page, context } = await open();
  await ready(page);
  await play(page).click();
  await untilHeard(page, 1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.locator('.audio-note', { hasText: 'Paused' }).waitFor();
  const length = await page.evaluate(() => /** @type {any} */ (globalThis).heard.blocks.reduce((/** @type {number} */ sum, /** @type {any[]} */ block) => sum + block[1].length, 0));
  // A bar at 104 beats a minute, and what rings out after it: whole bars and 1.8 seconds.
  const bar = 16 * 15 / 104 * 44100;
  const over = (length - 1.8 * 44100) % bar;
  assert.ok(Math.min(over, bar - over) < 2, `${length} samples`);
  await context.close();
});

test('on a phone nothing overflows, Play and Keep are there, and the sheet opens', async () => {
  const { page, context, faults } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await ready(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.locator('.dock .play-button').tap();
  await untilHeard(page, 1);
  await page.locator('.dock .button', { hasText: 'Keep' }).tap();
  await page.locator('.keep.open').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a broken link says so and the first beat is there', async () => {
  const { page, context } = await open({}, '#sounds.AQnonsense');
  await page.locator('.notice, .toast').first().waitFor();
  await play(page).waitFor();
  await context.close();
});
