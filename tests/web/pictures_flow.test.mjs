// Groups of two layers as a flow, in Chromium: by key, with the figures of the command line, in the link, alone and
// without, on a phone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const LYNX = 287;  // what a first visit asks about

/** @param {string[]} words */
const seen = (...words) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'), ['see', ...words, '--json'], { maxBuffer: 1 << 26 }).toString());
/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options, fragment = '') => {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${site.address}pictures.html${fragment}`);
  await ready(reader.page);
  return reader;
};
/** Until the flow has come whole. @param {import('playwright-core').Page} page */
const flowed = (page) => page.waitForFunction(() => document.querySelector('[data-key="sources"] .bar-value') !== null &&
  !document.querySelector('.stage-progress')?.hasChildNodes(), undefined, { timeout: 240_000 });
/** The rows of the list twin. @param {import('playwright-core').Page} page */
const rows = (page) => page.locator('.inside-list [data-key="flow"] tbody tr, .inside-list [data-key="flow"] [data-key^="from-"]').evaluateAll((all) =>
  [...new Set(all)].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')).filter((row) => row.length > 0));
const signed = (/** @type {number} */ value) => `${Math.round(value * 100) < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

test('every strand is what the command line tells', async () => {
  const { page, context, faults, elsewhere } = await open();
  await page.locator('#chart').focus();
  await page.keyboard.press('a');
  await flowed(page);
  const told = await rows(page);
  const first = seen('chelsea').top[0].class;
  const { flow } = seen('chelsea', '--layer', 'b11.exp', '--nmf', '4', '--attribute', `${first}/${LYNX}`, '--flow', 'b8.exp');
  assert.equal(told.length, 4);
  const close = (/** @type {string} */ text, /** @type {number} */ value) =>
    assert.ok(text === signed(value) || Math.abs(Number(text.replace('−', '-')) - value) < 0.006, `${text} for ${value}`);
  flow.groups.forEach((/** @type {any} */ group, /** @type {number} */ i) => {
    [...group.through, group.past, group.share].forEach((value, k) => close(told[i][k + 1], value));
  });
  const said = await page.locator('[data-key="sources"]').innerText();
  const past = flow.no_group + flow.groups.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.past, 0);
  close(/([+−]\d+\.\d\d) passes by/.exec(said)?.[1] ?? '', past);
  // The link opens the same.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-key="sources"] [aria-pressed="true"]').waitFor();
  await page.waitForFunction(() => location.hash.length > 10);
  const again = await open({}, new URL(page.url()).hash);
  await flowed(again.page);
  assert.deepEqual(await rows(again.page), told);
  assert.equal(await again.page.locator('[data-key="sources"] [aria-pressed="true"]').innerText(), await page.locator('[data-key="sources"] [aria-pressed="true"]').innerText());
  await again.context.close();
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('one group alone, and the picture without it', async () => {
  const { page, context, faults } = await open();
  await page.locator('.flow-switch button', { hasText: '8' }).click();
  await flowed(page);
  await page.locator('[data-key="sources"] .bar-row').first().click();
  await page.locator('[data-key="effects"] .bar-value').first().waitFor();
  await page.locator('#chart').focus();
  await page.keyboard.press('i');
  await page.locator('[data-key="only"][aria-pressed="true"]').waitFor();
  await page.keyboard.press('h');
  await page.locator('[data-key="hide"][aria-pressed="true"]').waitFor();
  assert.match(await page.locator('.block[data-key="why"]').innerText(), /Truly taken out, the difference falls by/);
  await page.locator('.flow-switch button', { hasText: 'None' }).click();
  await page.locator('[data-key="thinks"]').waitFor();
  assert.equal(await page.locator('[data-key="hide"][aria-pressed="true"]').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('on a phone it flows down, and nothing is scrolled sideways', async () => {
  const { page, context, faults } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator('.flow-switch button', { hasText: '8' }).click();
  await flowed(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  assert.deepEqual(faults, []);
  await context.close();
});
