// The list twin in a browser: a long table that is scrolled, sorted, narrowed down, walked by keys, copied,
// saved and printed; on a phone, in a sandbox, and as axe sees it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { copied, newReader, openByTitle, PATIENCE, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** A reader who has opened Black hole and its list. @param {import('playwright-core').BrowserContextOptions} [options] */
async function lister(options = {}) {
  const reader = await newReader(browser, options);
  const { page } = reader;
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  const opener = page.locator('.shell button[data-press="search-open"]');
  if (await opener.isVisible()) await opener.click();
  await openByTitle(page, 'Black hole');
  await page.locator('#chart').focus();
  await page.keyboard.press('l');
  await page.locator('.list-table').waitFor();
  return reader;
}

/** @param {import('playwright-core').Page} page */
const titles = (page) => page.locator('.list-row .in-title').allInnerTexts();
/** @param {import('playwright-core').Page} page */
const rowCount = async (page) => Number(await page.locator('.list-table').getAttribute('aria-rowcount')) - 1;
/** Waits for closeness of every row, not only of neighbours. @param {import('playwright-core').Page} page */
const allClose = (page) => page.waitForFunction(() => {
  const rows = [...document.querySelectorAll('.list-row')];
  return rows.length > 30 && rows.every((row) => /\d\.\d\d|where/.test(row.querySelector('.in-close')?.textContent ?? ''));
});

test('a long table: as many rows as it says, few of them in the page, all of them within reach', async () => {
  const { page, context, faults } = await lister();
  await page.locator('.list-tools button[data-press="list-let-go"]').click();
  await page.waitForFunction(() => !document.querySelector('[data-press="list-let-go"]'));
  await allClose(page);
  const count = await rowCount(page);
  assert.match(await page.locator('.list-top h2').innerText(), new RegExp(count.toLocaleString('en')));
  assert.ok(count > 1000, `${count} rows`);
  assert.ok(await page.locator('.list-row').count() <= 130);
  // As high as all its rows together.
  const heights = await page.evaluate(() => {
    const scroller = /** @type {HTMLElement} */ (document.querySelector('.list-scroll'));
    return [scroller.scrollHeight, /** @type {HTMLElement} */ (document.querySelectorAll('.list-row')[1]).offsetHeight];
  });
  assert.ok(Math.abs(heights[0] - count * heights[1]) < 120, `${heights}`);
  await page.locator('.list-scroll').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
  await page.waitForFunction((middle) => {
    const scroller = /** @type {HTMLElement} */ (document.querySelector('.list-scroll'));
    const box = scroller.getBoundingClientRect();
    const row = document.elementFromPoint(box.x + 100, box.y + box.height / 2)?.closest('.list-row');
    return Math.abs(Number(row?.getAttribute('aria-rowindex')) - middle) < 40;
  }, count / 2);
  // The last row, by the keyboard; Tab then leaves the table.
  await page.locator('.list-row a[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await page.waitForFunction((last) => document.activeElement?.closest('.list-row')?.getAttribute('aria-rowindex') === String(last), count + 1);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.list-table') === null), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test('sorted by a head’s button, turned round by the same, back at the top', async () => {
  const { page, context } = await lister();
  assert.equal(await page.locator('th.in-close').getAttribute('aria-sort'), 'descending');
  assert.equal((await titles(page))[0], 'Black hole');
  await page.locator('th.in-title button').click();
  await page.waitForSelector('th.in-title[aria-sort="ascending"]');
  const up = (await titles(page))[0];
  await page.locator('th.in-title button').click();
  await page.waitForSelector('th.in-title[aria-sort="descending"]');
  assert.notEqual((await titles(page))[0], up);
  assert.equal(await page.locator('th[aria-sort]').count(), 1);
  await page.locator('th.in-links button').click();
  await page.waitForSelector('th.in-links[aria-sort="descending"]');
  const links = (await page.locator('td.in-links').allInnerTexts()).slice(0, 20).map(Number);
  assert.deepEqual(links, [...links].sort((a, b) => b - a));
  assert.ok(links[0] > 10);
  await context.close();
});

test('found by a word, narrowed down to topics, and cleared', async () => {
  const { page, context } = await lister();
  await page.locator('.list-row a[tabindex="0"]').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.closest('.list-find') !== null);
  await page.keyboard.type('star');
  await page.waitForFunction(() => [...document.querySelectorAll('.list-row .in-title')].every((title) => /star/i.test(title.textContent ?? '')));
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.closest('.list-row') !== null);
  await page.locator('.list-find input').fill('no such thing');
  await page.locator('.list-none').waitFor();
  assert.match(await page.locator('.list-none').innerText(), /None of these in view/);
  await page.locator('[data-press="list-clear"]').click();
  await page.locator('.list-table').waitFor();
  const all = await rowCount(page);
  await page.locator('[data-press="list-topics"]').click();
  await page.locator('.topic-choice', { hasText: 'Physical sciences' }).click();
  await page.waitForFunction((before) => Number(document.querySelector('.list-table')?.getAttribute('aria-rowcount')) - 1 < before, all);
  assert.equal(new Set(await page.locator('.list-row .topic-name').allTextContents()).size, 1);
  const one = await rowCount(page);
  await page.locator('[data-press="list-topics"]').click();
  await page.locator('.topic-choice', { hasText: 'Technology' }).click();
  await page.waitForFunction((before) => Number(document.querySelector('.list-table')?.getAttribute('aria-rowcount')) - 1 > before, one);
  assert.match(await page.locator('.list-tools .small').innerText(), / of /);
  await context.close();
});

test('Enter opens the row’s article beside the list; the line grows', async () => {
  const { page, context } = await lister();
  await allClose(page);
  await page.locator('.list-row a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.closest('.list-row')?.getAttribute('aria-rowindex') === '3');
  const second = (await titles(page))[1];
  await page.keyboard.press('Enter');
  await page.locator('.article h1', { hasText: second }).waitFor();
  assert.equal(await page.locator('.list-view').count(), 1);
  await page.locator('[data-press="list"]', { hasText: 'Map' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.journey .stop').length === 2 && !document.querySelector('.list-view'));
  await context.close();
});

test('copied for a spreadsheet, saved as CSV, the journey as an outline', async () => {
  const { page, context } = await lister({ acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.list-row a').nth(3).click();
  await page.waitForFunction(() => document.querySelector('.article h1')?.textContent !== 'Black hole');
  const count = await rowCount(page);
  await page.locator('[data-press="list-copy"]').click();
  const text = await copied(page, /^Title\tTopic\t/);
  assert.equal(text.trimEnd().split('\n').length, count + 1);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-press="list-save"]').click()]);
  const csv = fs.readFileSync(await file.path(), 'utf8');
  assert.ok(csv.startsWith('Title,Topic,'));
  assert.equal(csv.trimEnd().split('\r\n').length, count + 1);
  await page.locator('.list-top .segment', { hasText: 'Map' }).click();
  await page.locator('.list-toggle').click();
  await page.locator('[data-press="list-outline"]').click();
  await copied(page, /1\. Black hole\n2\. /);
  await context.close();
});

test('on paper the list is whole', async () => {
  const { page, context } = await lister();
  const count = await rowCount(page);
  await page.evaluate(() => window.addEventListener('beforeprint', () => {
    const printed = /** @type {any} */ (window);
    printed.rowsOnPaper = document.querySelectorAll('.list-row').length;
    printed.gapsOnPaper = document.querySelectorAll('.gap').length;
  }));
  const paper = await page.pdf({ format: 'A4' });
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).rowsOnPaper), Math.min(count, 400));
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).gapsOnPaper), 0);
  await page.waitForFunction(() => document.querySelectorAll('.list-row').length <= 130);
  await context.close();
});

test('on a phone: two tabs, two-line rows, one button that sorts', async () => {
  const { page, context, faults } = await lister({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  const boxes = await page.locator('.list-row').nth(1).evaluate((row) => ['.in-title', '.in-kept'].map((part) => {
    const box = /** @type {Element} */ (row.querySelector(part)).getBoundingClientRect();
    return [Math.round(box.top), Math.round(box.right), row.getBoundingClientRect().height];
  }));
  assert.ok(boxes[1][0] > boxes[0][0], 'the dots stand on the second line');
  assert.ok(boxes[1][1] <= 390 && boxes[0][2] >= 44);
  await page.locator('[data-press="list-order"]').tap();
  await page.locator('.order-choice', { hasText: 'Title' }).tap();
  await page.waitForSelector('th.in-title[aria-sort="ascending"]', { state: 'attached' });
  await page.locator('.list-tabs .segment', { hasText: 'Journey' }).tap();
  await page.locator('.line .line-words a', { hasText: 'Black hole' }).waitFor();
  assert.equal(await page.locator('.list-table').isVisible(), false);
  await page.locator('.list-tabs .segment', { hasText: 'In view' }).tap();
  await page.locator('.list-row a').nth(2).tap();
  await page.locator('.article h1').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test('in a sandbox the table is text to copy', async () => {
  const html = `<iframe sandbox="allow-scripts" width="1200" height="760" src="${site.address}ideas.html"></iframe>`;
  const host = http.createServer((_, response) => { response.writeHead(200, { 'Content-Type': 'text/html' }); response.end(html); });
  await new Promise((done) => { host.listen(0, '127.0.0.1', () => done(undefined)); });
  const { page, context } = await newReader(browser);
  await page.goto(`http://localhost:${/** @type {import('node:net').AddressInfo} */ (host.address()).port}/`);
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  await frame.locator('.list-toggle').click();
  await frame.locator('[data-press="list-copy-csv"]').click();
  await frame.locator('[role="dialog"] textarea').waitFor();
  assert.match(await frame.locator('[role="dialog"] textarea').inputValue(), /^Title,Topic,/);
  await context.close();
  host.closeAllConnections();
  host.close();
});

test('axe finds nothing in the list, light, dark and on a phone', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }]) {
    const { page, context } = await lister(options);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], JSON.stringify(options));
    await context.close();
  }
});
