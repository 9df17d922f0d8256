// A figure in somebody's page, in Firefox and in WebKit: in every way such a page may frame it, for every room. Needs
// a display (xvfb-run).
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { FIRST_ACTION, ROOMS, isTaken, startPlaces, WAYS } from './embed_support.mjs';
import { PATIENCE, until } from './support.mjs';
import { startWebKit } from './webdriver.mjs';

const rooms = /** @type {(keyof typeof FIRST_ACTION)[]} */ (ROOMS);
/** @type {Awaited<ReturnType<typeof startPlaces>>} */
let places;
before(async () => { places = await startPlaces(); });
after(() => places.close());

/**
 * Pressed, and then another than before, if only for a moment: without a loudspeaker Firefox shows Pause only until it gives
 * up. To run in the frame. @param {{ press: string, reads: string, patience: number }} what
 */
const act = ({ press, reads, patience }) => new Promise((done, failed) => {
  const told = () => document.querySelector(reads)?.outerHTML;
  const before = told();
  new MutationObserver(() => { if (told() !== before) done(true); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => failed(new Error(`${press} was pressed, and ${reads} is what it was: ${before}`)), patience);
  /** @type {HTMLElement} */ (document.querySelector(press)).click();
});

/** Whether the wheel, turned over the chart, is left to the page; to run in the frame. */
const leavesWheel = () => /** @type {HTMLElement} */ (document.getElementById('chart'))
  .dispatchEvent(new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true }));

/** Whether Tab, pressed on the chart, is left to the browser; to run in the frame. */
const leavesTab = () => {
  const chart = /** @type {HTMLElement} */ (document.getElementById('chart'));
  chart.focus();
  return chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }));
};

/**
 * The frame with its poster in it. Looked for anew every time: what was waited for in the empty document that a frame begins
 * with never comes. @param {import('puppeteer-core').Page} page
 */
function posterIn(page) {
  return until(async () => {
    const frame = page.frames().find((one) => one.parentFrame() && one.url().includes('embed.html'));
    const isHere = await frame?.evaluate(() => document.documentElement.dataset.poster !== undefined).catch(() => false);
    return isHere ? frame : null;
  }, 'a poster');
}

test('Firefox', async (suite) => {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, timeout: PATIENCE, protocolTimeout: 2 * PATIENCE });
  try {
    for (const way of WAYS) for (const room of rooms) {
      await suite.test(`${way.name}, ${room}`, async () => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        await page.setViewport({ width: 1280, height: 800 });
        /** @type {string[]} */
        const faults = [];
        // The page around has no sign of its own and lets none be fetched.
        const note = (/** @type {string} */ text) => { if (!text.includes('favicon.ico')) faults.push(text); };
        page.on('pageerror', (error) => note(String(error)));
        page.on('console', (message) => { if (message.type() === 'error') note(message.text()); });
        await page.goto(places.pageOf(way, `room=${room}`));
        const frame = await posterIn(page);
        await until(async () => {
          await page.mouse.click(300, 200);
          return frame.evaluate(isTaken);
        }, 'a press on the picture is taken');
        await frame.waitForSelector('html[data-ready]');
        assert.ok(await frame.evaluate(act, { ...FIRST_ACTION[room], patience: PATIENCE }));
        await page.mouse.move(300, 250);
        await until(async () => {
          await page.mouse.wheel({ deltaY: 120 });
          return page.evaluate(() => window.scrollY > 0);
        }, 'the wheel scrolls the page');
        await frame.focus('#chart');
        for (let i = 0; i < 40 && await page.evaluate(() => document.activeElement?.localName === 'iframe'); i += 1) await page.keyboard.press('Tab');
        assert.notEqual(await page.evaluate(() => document.activeElement?.localName), 'iframe');
        assert.deepEqual(faults, []);
        assert.deepEqual(places.reports, []);
        await context.close();
      });
    }
  } finally {
    await browser.close();
  }
});

test('WebKit', async (suite) => {
  const page = await startWebKit();
  /** Commands of the driver that the tests' own page has no need of. @param {string} path @param {object} body */
  const command = async (path, body) => {
    const answer = await fetch(page.session + path, { method: 'POST', body: JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${await answer.text()}`);
  };
  /** @param {string | null} selector of the frame to go into; null: out */
  const enter = async (selector) => {
    const id = selector && { 'element-6066-11e4-a52e-4f735466cecf': (await page.element(selector)).split('/').at(-1) };
    await command('/frame', { id });
  };
  try {
    for (const way of WAYS) for (const room of rooms) {
      await suite.test(`${way.name}, ${room}`, async () => {
        await page.open(places.pageOf(way, `room=${room}`));
        await enter('iframe');
        await page.element('html[data-poster]');
        await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.figure-title, .end-line')).click());
        await page.element('html[data-ready]');
        assert.ok(await page.evaluate(act, { ...FIRST_ACTION[room], patience: PATIENCE }));
        assert.ok(await page.evaluate(leavesWheel));
        // Its driver presses keys in the outermost page alone: that Tab is left to the browser is what can be seen.
        assert.ok(await page.evaluate(leavesTab));
        await enter(null);
        assert.deepEqual(places.reports, []);
      });
    }
  } finally {
    await page.close();
  }
});
