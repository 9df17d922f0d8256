// A network of the reader's own in Chromium: the file that set-up writes for tests, brought with its JSON, sees what the
// command line sees; its views are those that need no more than its answers; what is no network is told, and nothing lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { PATIENCE, newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const tensors = path.join(cache, 'pictures/tensors');
const model = path.join(tensors, 'eight_bit.onnx');
const labels = fs.readFileSync(path.join(tensors, 'classes.txt'), 'utf8').trimEnd().split('\n');
const card = { version: 1, name: 'Eight bits', labels, input: { size: [224, 224], scale: 1, mean: [127, 127, 127], std: [128, 128, 128], crop: 0.875 },
  output: { kind: 'logits', name: 'logits' }, licence: 'Apache-2.0' };
/** @param {string} name @param {object} change */
const json = (name, change = {}) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...card, ...change })) });
const onnx = (name = 'eight.onnx', buffer = fs.readFileSync(model)) => ({ name, mimeType: '', buffer });

const open = async () => {
  const reader = await newReader(browser);
  await reader.page.goto(`${site.address}pictures.html`);
  await ready(reader.page);
  return reader;
};
/** @param {import('playwright-core').Page} page @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
const bring = (page, files) => page.locator('.bring-network input').setInputFiles(files);
/** @param {import('playwright-core').Page} page */
const line = (page) => page.locator('.network-line').innerText();

test('it sees what the command line sees, looks by itself, and is left by one press', async () => {
  const { page, context, faults, elsewhere } = await open();
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await bring(page, [onnx()]);
  await page.locator('.network-line', { hasText: 'Now the JSON' }).waitFor();
  assert.deepEqual(asked.filter((url) => /ort/.test(url)), [], 'nothing is fetched for half of it');
  await bring(page, [json('eight.json')]);
  const rows = page.locator('[data-key="both"] .bar-row');
  await rows.first().waitFor();
  const [chelsea] = [JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), ['see', 'chelsea', '--json'], { maxBuffer: 1 << 26 }).toString())];
  assert.equal(await rows.first().locator('.bar-name').innerText(), chelsea.top[0].name);
  assert.match(await line(page), /Apache-2\.0\..*stays on this device/s);
  // Its occlusion goes on square by square, and ours stands beside it.
  await page.waitForFunction(() => Number(/\d+/.exec(document.querySelector('.trust-strip [data-key="steps"]')?.textContent ?? '')?.[0]) > 1, null, { timeout: PATIENCE });
  await page.locator('[data-key="both"] [data-key="beside"]').waitFor();
  assert.doesNotMatch(new URL(page.url()).hash, /Eight/);
  // What needs layers is a sentence.
  await page.locator('.view-tab', { hasText: 'Groups' }).click();
  await page.locator('.stage-note', { hasText: 'seen from outside' }).waitFor();
  await page.locator('.network-line .segment', { hasText: 'EfficientNet' }).click();
  await page.locator('[data-key="thinks"] .bar-row').first().waitFor();
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, [], 'nothing leaves the page');
  await context.close();
});

test('what is no network is told in a sentence, and the one before stays', async () => {
  const { page, context } = await open();
  await bring(page, [onnx('cat.onnx', Buffer.from('a photo of a cat')), json('cat.json')]);
  await page.locator('.network-line .problem', { hasText: 'cat.onnx is not an ONNX network' }).waitFor();
  await bring(page, [onnx()]);
  await page.locator('[data-key="both"] .bar-row').first().waitFor();
  await bring(page, [json('wrong.json', { labels: 'cat, dog' })]);
  await page.locator('.network-line .problem', { hasText: '“labels”' }).waitFor();
  assert.equal(await page.locator('.network-line .segment[aria-pressed="true"]').innerText(), 'Eight bits');
  await bring(page, [json('small.json', { input: { ...card.input, size: [64, 64] } })]);
  await page.locator('.network-line .problem', { hasText: '1 × 3 × 224 × 224' }).waitFor();
  await bring(page, [onnx('pen.onnx', fs.readFileSync(path.join(cache, 'pen/tensors/source.onnx'))), json('pen.json')]);
  await page.locator('.network-line .problem', { hasText: 'pen.onnx' }).waitFor();
  await bring(page, [onnx()]);
  await page.waitForFunction(() => document.querySelector('.network-line .problem') === null);
  await bring(page, [json('few.json', { labels: ['cat', 'dog'], name: 'Few' })]);
  await page.locator('.stage-note', { hasText: 'gives 1000 numbers, but the JSON names 2 kinds' }).waitFor();
  await page.locator('.network-line .segment', { hasText: 'EfficientNet' }).click();
  await page.locator('.side-says', { hasText: 'sure' }).waitFor();
  await context.close();
});
