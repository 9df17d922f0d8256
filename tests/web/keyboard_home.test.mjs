// Where the keyboard is after a list has been opened and left again, in every room of this build: on what was pressed,
// or on the chart, and never lost to the page, from where a reader without a mouse would begin anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { newReader, project, ready, siteAndChromium, until } from './support.mjs';

const { site, browser } = await siteAndChromium();
const rooms = fs.readFileSync(path.join(project, 'tools/explorers.txt'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split(/\s+/)[0]);

/** What has the keyboard: what it presses, or its name. @param {import('playwright-core').Page} page */
const holder = (page) => page.evaluate(() => {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active.dataset.press || active.id : '';
});
/** What leads to the list, or back: other words once it has been followed. @param {import('playwright-core').Page} page */
const ways = async (page) => (await page.locator('[data-press="list"]').evaluateAll((buttons) =>
  buttons.map((button) => `${button.textContent}${button.getAttribute('aria-pressed')}`))).join('|');

for (const room of rooms) {
  test(`${room}: the list is opened and left by its button, and the keyboard stays on it`, async () => {
    const { page, context, faults } = await newReader(browser);
    await page.goto(`${site.address}${room}.html`);
    await ready(page);
    const before = await ways(page);
    await page.locator('[data-press="list"]:visible').first().focus();
    await page.keyboard.press('Enter');
    await until(async () => await ways(page) !== before, 'the list');
    if (await holder(page) !== 'list') {
      // Ideas: the list begins where one is in it.
      assert.equal(await page.evaluate(() => document.activeElement?.closest('.list-row') !== null), true, await holder(page));
      await page.locator('[data-press="list"]:visible').first().focus();
    }
    await page.keyboard.press('Enter');
    await until(async () => await ways(page) === before, 'the picture again');
    assert.equal(await holder(page), 'list');
    assert.deepEqual(faults, []);
    await context.close();
  });

  if (room === 'ideas') continue;  // its list takes the keyboard: above
  // Sounds: L locks a ring there, and with the map goes its keyboard, to the way back.
  const [key, inList] = room === 'sounds' ? ['n', 'list'] : ['l', 'chart'];
  test(`${room}: opened and left by its key, the keyboard is not lost`, async () => {
    const { page, context, faults } = await newReader(browser);
    await page.goto(`${site.address}${room}.html`);
    await ready(page);
    const before = await ways(page);
    await page.locator('#chart').focus();
    await page.keyboard.press(key);
    await until(async () => await ways(page) !== before, 'the list');
    await until(async () => await holder(page) === inList, `the keyboard on ${inList}`);
    await page.keyboard.press(inList === 'chart' ? key : 'Enter');
    await until(async () => await ways(page) === before, 'the picture again');
    await until(async () => await holder(page) === inList, `the keyboard on ${inList}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
