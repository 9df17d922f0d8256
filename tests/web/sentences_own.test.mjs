// A reader's own text in the Sentences room: pasted, dropped, chosen as a file; what is no text is one sentence; what
// was read before it was stopped stays; nothing of it leaves the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { newReader, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-own-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const WHO = ['The keeper', 'My neighbour', 'A tall stranger', 'The oldest sister', 'Nobody I knew'];
const DID = ['painted the gate green', 'buried a box of letters', 'sang about winter', 'mended every broken chair', 'waited for that bus', 'kept bees behind the chapel',
  'forgot his own birthday', 'rowed across to Norway', 'sold two tired horses', 'lit all seven candles', 'spoke only Latin', 'dug wells for strangers'];
const END = ['in the year of the comet', 'before anyone woke', 'and told nobody', 'for a bag of salt', 'until lamps failed', 'with both hands', 'once more'];
/** Sentences nobody published, no two of the first 400 much alike. @param {number} count */
const story = (count) => Array.from({ length: count }, (_, i) => `${WHO[i % 5]} ${DID[i % 12]} ${END[i % 7]}${i < 420 ? '' : `, number ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}`}.`).join(' ');

const open = async () => {
  const reader = await newReader(browser);
  await reader.page.goto(`${site.address}sentences.html`);
  await ready(reader.page);
  return reader;
};
/** @param {import('playwright-core').Page} page */
const openDialog = (page) => page.locator('.preset.own .preset-button').click();
/** In the page: a finished way of seven different lines, all of them of that text. @param {string} text */
const foundIn = (text) => {
  const lines = [...document.querySelectorAll('.line .line-text')].map((line) => line.textContent ?? '');
  return document.querySelector('.verse:not(.stale)') && new Set(lines).size === 7 && lines.every((line) => text.includes(line)) &&
    [...document.querySelectorAll('.line .source')].every((source) => source.textContent === 'your own text');
};
/** @param {import('playwright-core').Page} page */
const error = (page) => page.locator('.dialog [data-key="error"]');
/** @param {import('playwright-core').Page} page @param {string} name @param {Buffer} bytes */
const choose = (page, name, bytes) => page.locator('.dialog label input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });

test('pasted it is read, searched alone, and forgotten again', async () => {
  const { page, context, faults, elsewhere } = await open();
  await openDialog(page);
  await page.locator('.own-paste').fill(story(40));
  await page.locator('.dialog .segment', { hasText: 'only mine' }).click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(foundIn, story(40));
  // Another text: the same question, and not a line of the first in its answer.
  const other = story(90).slice(story(41).length + 1);
  await openDialog(page);
  await page.locator('.own-paste').fill(other);
  await page.locator('.dialog .segment[aria-pressed="true"]', { hasText: 'only mine' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(foundIn, other);
  await openDialog(page);
  await page.locator('.dialog button', { hasText: 'Forget' }).click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => [...document.querySelectorAll('.line .source')].every((source) => source.textContent !== 'your own text'));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a Latin-1 file dropped on the page is read with its letters', async () => {
  const { page, context } = await open();
  const text = `${story(30)} The caf\xe9 on the corner closed at nine.`;
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([...given].map((c) => c.charCodeAt(0)))], 'story.txt', { type: 'text/plain' }));
    document.querySelector('.verse')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await page.locator('.dialog [data-key="read"]', { hasText: '31' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.via-field').fill('café');
  await page.locator('.via-field').press('Enter');
  await page.locator('.line .line-text', { hasText: 'The café on the corner closed at nine.' }).waitFor();
  await context.close();
});

test('empty, binary, too large, and without sentences: one sentence each', async () => {
  const { page, context } = await open();
  await openDialog(page);
  const said = [];
  for (const [name, bytes] of /** @type {[string, Buffer][]} */ ([
    ['empty.txt', Buffer.alloc(0)],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8, 0, 1, 2, 3])],
    ['large.txt', Buffer.alloc(5_000_001, 'All work and no play. ')],
    ['short.txt', Buffer.from('Yes.\n\nNo.\n\nPerhaps.\n')]])) {
    const before = (await error(page).allTextContents()).join('');
    await choose(page, name, bytes);
    await page.waitForFunction((old) => (document.querySelector('.dialog [data-key="error"]')?.textContent ?? old) !== old, before);
    said.push(await error(page).innerText());
  }
  assert.equal(new Set(said).size, 4, said.join('\n'));
  for (const sentence of said) assert.match(sentence, /^[A-Z][^.]*(\.[^.]+)*\.$/);
  await context.close();
});

test('stopped on the way it keeps what it has read', async () => {
  const { page, context, faults } = await open();
  await openDialog(page);
  await choose(page, 'long.md', Buffer.from(story(3000)));
  await page.waitForFunction(() => /[1-9]\d+ of/.test(document.querySelector('.own-progress')?.textContent ?? ''));
  await page.locator('.own-progress button').click();
  const read = page.locator('.dialog [data-key="read"]');
  await read.waitFor();
  const count = Number((await read.innerText()).replace(/,/g, '').match(/\d+/)?.[0]);
  assert.ok(count > 10 && count < 3000, String(count));
  await page.locator('.dialog .segment', { hasText: 'only mine' }).click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(foundIn, story(3000));
  assert.deepEqual(faults, []);
  await context.close();
});

test('five megabytes are taken, with progress, and can be stopped', async () => {
  const { page, context } = await open();
  await openDialog(page);
  const sentence = Buffer.from(`${story(216)}\n\n`);
  await choose(page, 'five.txt', Buffer.concat(Array.from({ length: Math.floor(4_900_000 / sentence.length) }, () => sentence)));
  await page.waitForFunction(() => /\d of \d/.test(document.querySelector('.own-progress')?.textContent ?? ''));
  await page.locator('.own-progress button').click();
  await page.locator('.own-progress').waitFor({ state: 'detached' });
  await context.close();
});
