// Sounds of one's own in Chromium: files and the microphone become sounds on the map, what cannot says why, nothing
// leaves the page; and why two sounds are near.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { wavOf } from '../../web/host/own_sound.mjs';
import { newReader, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-own-sound-'));
after(() => fs.rmSync(folder, { recursive: true }));

/** A file of a knock: a tone that dies away. @param {string} name @param {number} [loudness] */
const knock = (name, loudness = 0.8) => {
  const samples = Float32Array.from({ length: 22050 }, (_, i) => loudness * Math.sin(i * 0.06) * Math.exp(-i / 3000));
  const file = path.join(folder, name);
  fs.writeFileSync(file, wavOf(samples));
  return file;
};

/**
 * The microphone of the test: a tone, or a refusal. What was asked of it stays in `microphone`.
 * @param {boolean} refuses
 */
const microphone = (refuses) => {
  const asked = { count: 0, seconds: () => 0, tracks: /** @type {MediaStreamTrack[]} */ ([]) };
  Object.assign(globalThis, { microphone: asked });
  navigator.mediaDevices.getUserMedia = async () => {
    asked.count += 1;
    if (refuses) throw new DOMException('no', 'NotAllowedError');
    const context = new AudioContext(), tone = context.createOscillator(), out = context.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    asked.tracks = out.stream.getTracks();
    asked.seconds = () => context.currentTime;
    return out.stream;
  };
};

const open = async (refuses = false) => {
  const reader = await newReader(browser);
  /** @type {string[]} */
  const sent = [];
  reader.page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  await reader.page.addInitScript(microphone, refuses);
  await reader.page.goto(`${site.address}sounds.html`);
  await ready(reader.page);
  await reader.page.locator('.own-button').click();
  return { ...reader, sent, bring: (/** @type {string} */ file) => reader.page.locator('.own-card input[type=file]').setInputFiles(file) };
};

test('a file becomes a sound on the map, is put into the beat, and can be forgotten', async () => {
  const { page, context, faults, elsewhere, sent, bring } = await open();
  await bring(knock('my knock.wav'));
  const card = page.locator('.sound-card');
  await card.locator('.track-name', { hasText: 'my knock' }).waitFor({ state: 'attached' });
  await card.locator('.button', { hasText: 'Put in' }).dispatchEvent('click');
  await page.waitForFunction(() => [...document.querySelectorAll('.grid-row')].some((row) => row.getAttribute('aria-label')?.includes('my knock')));
  // By hand: where own sounds are brought they are listed.
  await page.locator('.own-button').click();
  await page.locator('.own-list .text-button', { hasText: 'Forget' }).click();
  await page.waitForFunction(() => ![...document.querySelectorAll('.grid-row')].some((row) => row.getAttribute('aria-label')?.includes('my knock')));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(sent, []);
  await context.close();
});

test('what is no sound, too large, silent or cut off says so in one sentence', async () => {
  const { page, context, faults, bring } = await open();
  const says = (/** @type {string} */ words) => page.locator('.own-card .note', { hasText: words }).waitFor();
  fs.writeFileSync(path.join(folder, 'letter.txt'), 'Dear reader, this is no sound at all. '.repeat(40));
  await bring(path.join(folder, 'letter.txt'));
  await says('not a sound');
  const large = path.join(folder, 'large.wav');
  fs.closeSync(fs.openSync(large, 'w'));
  fs.truncateSync(large, 100 * 1024 * 1024);
  await bring(large);
  await says('too large');
  await bring(knock('silent.wav', 0));
  await says('silent');
  fs.writeFileSync(path.join(folder, 'cut.wav'), fs.readFileSync(knock('whole.wav')).subarray(0, 30));
  await bring(path.join(folder, 'cut.wav'));
  await says('not a sound');
  assert.equal(await page.locator('.sound-card').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('the microphone is asked for on a click alone, and is let go of', async () => {
  const { page, context, faults } = await open();
  const asked = () => page.evaluate(() => /** @type {any} */ (globalThis).microphone.count);
  assert.equal(await asked(), 0);
  await page.locator('.own-card .button', { hasText: 'Record' }).click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).microphone.seconds() > 0.7);  // something to hear
  await page.locator('.own-card .button', { hasText: 'Stop' }).click();
  await page.locator('.sound-card .track-name', { hasText: 'My sound' }).waitFor({ state: 'attached' });
  assert.equal(await asked(), 1);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).microphone.tracks.map((/** @type {MediaStreamTrack} */ track) => track.readyState)), ['ended']);
  assert.deepEqual(faults, []);
  await context.close();
});

test('where the microphone is refused it says so, and a file still works', async () => {
  const { page, context, bring } = await open(true);
  await page.locator('.own-card .button', { hasText: 'Record' }).click();
  await page.locator('.own-card .note', { hasText: 'no microphone' }).waitFor();
  await bring(knock('after all.wav'));
  await page.locator('.sound-card .track-name', { hasText: 'after all' }).waitFor({ state: 'attached' });
  await context.close();
});

test('why two sounds are near: parts that add up, one of the reader’s own as well', async () => {
  const { page, context, faults, bring } = await open();
  await bring(knock('mine.wav'));
  await page.locator('.sound-card .button', { hasText: 'Why near' }).dispatchEvent('click');
  const card = page.locator('.why-card');
  await card.getByText(/^Alike/).waitFor({ state: 'attached' });
  const text = await card.getByText(/^Alike/).textContent() ?? '';
  const [likeness, ...parts] = [...text.matchAll(/[+−-]?\d\.\d\d/g)].map(([number]) => Number(number.replace('−', '-')));
  assert.equal(parts.length, 7, text);
  assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - likeness) < 1e-6, text);
  assert.ok(likeness > 0.2, 'its nearest neighbour is like it');
  await page.locator('#chart').focus();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  assert.equal(await page.locator('.search input').count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});
