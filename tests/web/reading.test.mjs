// Reading in the built page: the arc beside every link stays with it, the list can be taken along on a phone, near by
// spelling is marked as the command line marks it, and a typed text tells how it came to its place.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { newReader, openByTitle, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

test('however a paragraph wraps, a link’s arc stands beside its last word and within the column', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Black hole');
  await page.locator('.article .read .arc').first().waitFor({ state: 'attached' });
  const { astray, seen, wrapped } = await page.evaluate(() => {
    const scroll = /** @type {HTMLElement} */ (document.querySelector('.scroll'));
    const found = { astray: /** @type {string[]} */ ([]), seen: 0, wrapped: 0 };
    for (let width = 200; width <= 420; width += 3) {
      scroll.style.width = `${width}px`;
      for (const arc of document.querySelectorAll('.article .read .arc')) {
        const link = /** @type {Element} */ (arc.previousElementSibling);
        const lines = [...link.getClientRects()];
        const last = lines[lines.length - 1];
        const drawn = /** @type {Element} */ (arc.querySelector('svg')).getBoundingClientRect();
        const column = /** @type {Element} */ (arc.closest('p')).getBoundingClientRect();
        const isBeside = Math.abs((drawn.top + drawn.bottom) / 2 - (last.top + last.bottom) / 2) < 14 &&
          drawn.left > last.right - 2 && drawn.left < last.right + 8 && drawn.right < column.right + 1;
        found.seen += 1;
        found.wrapped += lines.length > 1 ? 1 : 0;
        if (!isBeside) found.astray.push(`${link.textContent} at ${width}`);
      }
    }
    return found;
  });
  assert.ok(seen > 500 && wrapped > 20, `${seen} arcs, ${wrapped} beside links of two lines`);
  assert.deepEqual(astray, []);
  await context.close();
});

test('on a phone the list is copied and saved, too', async () => {
  const { page, context, faults } = await newReader(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
    acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('[data-press="list"]').first().evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await page.locator('.list-row').nth(3).waitFor();
  for (const name of ['list-copy', 'list-save']) {
    const box = await page.locator(`.list-top [data-press="${name}"]`).boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 44, name);
  }
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="list-save"]').tap()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  assert.deepEqual(faults, []);
  await context.close();
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
  /** @type {{ title: string, by_spelling?: number }[]} */
  const told = native('neighbors', 'Cartography', '-k', '10');
  const byName = told.filter((one) => one.by_spelling !== undefined).map((one) => one.title);
  const marks = page.locator('.nearest .row:has(.by-spelling) a');
  await marks.nth(byName.length - 1).waitFor();
  const marked = await marks.allTextContents();
  assert.deepEqual(marked, byName);
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
