// Why this one, What if, Dictionary and Influence in Chromium, against the command line and the pack.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const Q = 'The doctor did not find anything wrong.';
const A = 'The doctor found something wrong.';
const B = 'The patient was in perfect health.';

/** @param {string[]} words */
const native = (...words) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), [...words, '--json']).toString());
/** @param {string} text with a real minus */
const number = (text) => Number(text.replace('−', '-'));

/** @param {string} view @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(view, options) {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}inside.html`);
  await ready(reader.page);
  await reader.page.locator(`[data-press="tab"][data-argument="${view}"]`).click();
  await reader.page.locator(`.inside-chart.view-${view}`).waitFor();
  return reader;
}
/** @param {import('playwright-core').Page} page */
const table = (page) => page.locator('.inside-list .list-table').evaluate((element) =>
  [...element.querySelectorAll('tr')].slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

test('why this one: each word’s pull is what the command line says of A rather than B', async () => {
  const { page, context, faults } = await open('why');
  await page.locator('textarea').nth(0).fill(Q);
  await page.locator('textarea').nth(2).fill(A);
  await page.locator('textarea').nth(3).fill(B);
  const told = native('attribute', Q, '--target', A, '--versus', B, '--method', 'shapley', '--seed', '7');
  const truly = native('attribute', Q, '--target', A, '--versus', B, '--method', 'occlusion');
  await page.waitForFunction((first) => document.querySelector('.inside-list tr:nth-child(3) td:nth-child(2)')?.textContent === first &&
    document.querySelector('.inside-list tr:nth-child(3) td:nth-child(4)')?.textContent !== '',
  (told.weights[2] < 0 ? '−' : '+') + Math.abs(told.weights[2]).toFixed(3));
  const rows = await table(page);
  const words = told.tokens.map((/** @type {string} */ token, /** @type {number} */ i) => ({ token, pull: told.weights[i], truth: -truly.weights[i] }))
    .filter((/** @type {{ token: string }} */ one) => !/^\[(CLS|SEP)\]$/.test(one.token));
  assert.equal(rows.length, words.length);
  words.forEach((/** @type {{ token: string, pull: number, truth: number }} */ word, /** @type {number} */ i) => {
    assert.ok(Math.abs(number(rows[i][1]) - word.pull) <= 0.00051, `${rows[i]} for ${word.pull}`);
    assert.ok(Math.abs(number(rows[i][3]) - word.truth) <= 0.00051, `${rows[i]} for ${word.truth}`);
  });
  assert.match(await page.locator('.side-says').innerText(), /^It sits by [AB]\./);

  // Struck: what really happens is read anew; the word comes back.
  const struck = page.locator('.forecast-row').first();
  await struck.click();
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelectorAll('textarea')[1]).value.startsWith('The') || /** @type {HTMLTextAreaElement} */ (document.querySelectorAll('textarea')[1]).value.startsWith('doctor'));
  await page.waitForFunction(() => [...document.querySelectorAll('.inside-list .note')].some((note) => /forecast is right|wrong way|Right in direction/.test(note.textContent ?? '')));
  await page.locator('#chart').focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelectorAll('textarea')[1]).value === '');
  // Typed freely, nothing is forecast.
  await page.locator('textarea').nth(1).fill('The doctor found everything wrong.');
  await page.waitForFunction(() => [...document.querySelectorAll('.inside-list .note')].some((note) => /Typed freely/.test(note.textContent ?? '')));
  assert.deepEqual(faults, []);
  await context.close();
});

test('a cell is its neurons, with what fires them; another word, another cell; what it is made from', async () => {
  const { page, context, faults, elsewhere } = await open('dictionary');
  await page.locator('.preset-button', { hasText: /^puppy$/ }).click();
  await page.waitForFunction(() => /puppy/.test(document.querySelector('.side-says')?.textContent ?? '') &&
    document.querySelectorAll('.inside-list tr').length === 5 &&
    [...document.querySelectorAll('.inside-list tr td:nth-child(4)')].every((cell) => (cell.textContent ?? '').length > 20));  // told first without
  const puppy = await table(page);
  assert.ok(puppy.every((row) => number(row[2]) > 0 && row[3].length > 20), JSON.stringify(puppy));
  assert.ok(number(puppy[0][2]) >= number(puppy[3][2]), 'the strongest first');
  await page.locator('.preset-button', { hasText: /^yard$/ }).click();
  await page.waitForFunction(() => /yard/.test(document.querySelector('.side-says')?.textContent ?? ''));
  await page.waitForFunction(() => [...document.querySelectorAll('.inside-list .note')].some((note) => /^Made from .+ %.*It feeds mostly/.test(note.textContent ?? '')));
  // At layer 0 no neuron has fired.
  await page.locator('.rail-stop[data-argument="0"]').click();
  await page.waitForFunction(() => /no neuron has fired yet/.test(document.querySelector('.side-says')?.textContent ?? ''));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('struck out, the sentence moves on the map of ideas; the map leads there', async () => {
  const { page, context, faults, elsewhere } = await open('what-if');
  await page.waitForFunction(() => /Open .+ in Ideas/.test(document.querySelector('.inside-side')?.textContent ?? ''));
  const near = () => page.locator('.inside-side [data-key="open"]').innerText();
  const before = await near();
  await page.locator('textarea').nth(1).fill('The stock market fell for the third day.');
  await page.waitForFunction((old) => document.querySelector('.inside-side [data-key="open"]')?.textContent !== old, before);
  const address = await page.locator('.inside-side [data-key="open"]').getAttribute('href');
  assert.match(address ?? '', /^\.\/ideas\.html#ideas\./);
  assert.ok((await page.locator('.inside-list .note').allInnerTexts()).some((note) => /^From near .+ to near .+\.$/.test(note)));
  const title = /^Open (.+) in Ideas$/.exec(await near())?.[1];
  await page.locator('.inside-side [data-key="open"]').click();
  await page.waitForFunction((name) => document.querySelector('.article h1')?.textContent === name, title);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a neuron’s card has a link of its own; a hidden group is taken out, and the link says so', async () => {
  const { page, context, faults } = await open('dictionary');
  await page.locator('.inside-side [data-press="neuron"]').first().click();
  await page.locator('.card-context').first().waitFor();
  const named = await page.locator('.inside-side [data-key="card"] h2').innerText();
  const near = await page.locator('.inside-side [data-key="near-0"]').innerText();
  await page.waitForFunction(() => location.hash.startsWith('#inside.'));
  await page.reload();
  await ready(page);
  await page.locator('.card-context').first().waitFor();
  assert.equal(await page.locator('.inside-side [data-key="card"] h2').innerText(), named);
  assert.equal(await page.locator('.inside-side [data-key="near-0"]').innerText(), near);
  await page.locator('#chart').focus();
  await page.keyboard.press('Escape');
  await page.locator('.card-context').first().waitFor({ state: 'detached' });

  await page.locator('[data-press="tab"][data-argument="groups"]').click();
  await page.locator('.inside-side .group-row').first().waitFor();
  const shown = await page.evaluate(() => location.hash);
  await page.locator('#chart').focus();
  await page.keyboard.press('h');
  await page.locator('.inside-side [data-key="hidden"]').waitFor();
  const said = await page.locator('.inside-side [data-key="hidden"]').innerText();
  const told = native('explain', 'The puppy chased a ball across the yard', 'A small dog ran after its toy outside', '--method', 'exact');
  assert.ok(said.includes(`it was ${told.cosine.toFixed(2)}`), said);
  await page.waitForFunction((before) => location.hash !== before, shown);
  await page.reload();
  await ready(page);
  await page.locator('.inside-side [data-key="hidden"]').waitFor();
  assert.equal(await page.locator('.inside-side [data-key="hidden"]').innerText(), said);
  await page.locator('.inside-side [data-press="hide"]').click();
  await page.locator('.inside-side [data-key="hidden"]').waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('ONNX Runtime, fetched when asked for and not before, finds the same numbers on every layer', async () => {
  const { page, context, faults, elsewhere } = await open('bridge');
  /** @type {string[]} */
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('[data-press="trust"]').click();
  await page.locator('[data-press="check"]').waitFor();
  assert.deepEqual(asked.filter((name) => name.startsWith('/verify/')), []);
  await page.locator('[data-press="check"]').click();
  await page.locator('[data-key="check-says"]').waitFor({ timeout: 300_000 });
  const said = await page.locator('[data-key="check-says"]').innerText();
  const [, count, largest] = /^Of ([\d,]+) numbers .* apart than (\d\.\d+)/.exec(said) ?? [];
  const pieces = native('explain', 'The puppy chased a ball across the yard', 'x', '--method', 'exact').tokens_a.length;
  assert.equal(Number(count.replaceAll(',', '')), 7 * 384 * pieces);
  assert.ok(Number(largest) < 1e-4, said);
  assert.ok(Number(largest) > 0, 'two programs never add in quite the same order');
  assert.equal(asked.filter((name) => name.endsWith('.onnx')).length, 1);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('on a phone every view has its place', async () => {
  const { page, context, faults } = await open('why', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  for (const view of ['what-if', 'dictionary', 'influence', 'words', 'grid', 'groups', 'bridge']) {
    await page.locator(`[data-press="tab"][data-argument="${view}"]`).tap();
    await page.locator(`.inside-chart.view-${view}`).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
  }
  assert.deepEqual(faults, []);
  await context.close();
});
