// Not seen to pass yet (no built page in time on 2026-11-26): near by spelling is marked as the command line
// marks it; a typed text tells how it came to its place. Put them into tests/web/reading.test.mjs once they do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { newReader, openByTitle, project, ready, startChromium, startSite } from '../support.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  site = await startSite();
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** @param {string[]} words */
const native = (...words) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'),
  [words[0], path.join(project, 'build/packs/wikipedia'), ...words.slice(1), '--json']).toString());

test('near by spelling is marked in the list and told in the answer, as on the command line', async () => {
  const { page, context, faults } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Cartography');
  await page.locator('.nearest .row').first().waitFor();
  const marked = await page.locator('.nearest .row:has(.by-spelling) a').allTextContents();
  /** @type {{ title: string, by_spelling?: number }[]} */
  const told = native('neighbors', 'Cartography', '-k', '10');
  assert.deepEqual(marked, told.filter((one) => one.by_spelling !== undefined).map((one) => one.title));
  assert.ok(marked.includes('Cart') && !marked.includes('Map'), marked.join(', '));
  // What is marked is not offered as a next step.
  const next = await page.locator('.rows-next a').allTextContents();
  assert.deepEqual(next.filter((title) => marked.includes(title)), []);
  await page.locator('.nearest .row', { hasText: 'Cart' }).locator('.why').first().click();
  const said = await page.locator('.why-spelling').innerText();
  const left = told.find((one) => one.title === 'Cart')?.by_spelling ?? NaN;
  assert.match(said, new RegExp(`${left.toFixed(2)} close`));
  assert.equal(native('why', 'Cartography', 'Cart').by_spelling?.toFixed(2), left.toFixed(2));
  assert.equal(native('why', 'Cartography', 'Map').by_spelling, undefined);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a typed text tells what it went past, the same typed or pasted', async () => {
  const { page, context, faults, elsewhere } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.search [data-argument="meaning"]').click();
  const field = page.locator('.search input');
  const text = 'a hot drink made of roasted beans';
  await field.fill(text);
  const note = page.locator('.answers [data-key="trail"]');
  await note.waitFor();
  const pasted = await note.innerText();
  assert.match(pasted, /^Word by word it went past .+\.$/);
  assert.ok((await page.locator('.results .result a').allTextContents()).some((title) => /Coffee/.test(title)));
  await field.fill('');
  await field.pressSequentially(text);
  await page.waitForFunction((told) => document.querySelector('.answers [data-key="trail"]')?.textContent === told, pasted);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.answers [data-key="trail"]'));
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});
