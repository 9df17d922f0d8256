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
