// A page's own script, or a part of it, does not come: it says so, keeps what it shows and the view, and trying again
// works.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PATIENCE, newReader, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();
const SIZE = { viewport: { width: 600, height: 400 } };

/** What is made of scripts before anybody presses. @param {string} page */
async function scriptsOf(page) {
  const reader = await newReader(browser, SIZE);
  /** @type {string[]} */
  const files = [];
  reader.context.on('request', (request) => { if (request.resourceType() === 'script') files.push(new URL(request.url()).pathname); });
  await reader.page.goto(`${site.address}${page}`);
  await reader.page.waitForSelector('html[data-begun]', { state: 'attached' });
  await reader.context.close();
  return files;
}

for (const [page, sentence] of /** @type {[string, RegExp][]} */ ([['embed.html?room=sounds', /The live figure did not arrive/], ['sounds.html', /The sounds did not arrive/], ['ideas.html#ideas.AQEB', /The map did not arrive. You see an example/]])) {
  test(`${page}: where its own script, or a part of it, does not come it says so, and trying again works`, async () => {
    const all = (await scriptsOf(page)).filter((name) => !/app_/.test(name));
    const least = page.startsWith('embed') ? 2 : 5;  // what a frame is before a press is one file
    assert.ok(all.some((name) => /waiting/.test(name)) && all.length >= least, `${all}`);
    // A page's own, what that needs at once, and one that is needed by what it needs; of a figure each. (Where a page
    // begins soon, what comes on demand has been asked for as well, and is no part of its script.)
    const tried = all.filter((name) => !/waiting/.test(name)).filter((name) => page.startsWith('embed') || /\/(main|start|kept_files)-/.test(name));
    assert.ok(page.startsWith('embed') || tried.length === 3, `${tried}`);
    for (const file of tried) for (const fault of ['not there', 'cut short']) {
      const reader = await newReader(browser, SIZE);
      await reader.page.route(`**${file}`, fault === 'not there' ? (route) => route.fulfill({ status: 404, body: 'Not here.' }) : (route) => route.fulfill({ contentType: 'text/javascript', body: 'import {' }));
      await reader.page.goto(`${site.address}${page}`);
      const said = reader.page.locator('.waiting-failed');
      await said.waitFor();
      assert.match(await said.innerText(), sentence, file);
      if (!page.startsWith('embed')) await reader.page.locator('.poster img').waitFor();  // the still picture stays
      await reader.page.unroute(`**${file}`);
      await said.locator('a').click();
      await reader.page.waitForSelector(page.startsWith('embed') ? 'html[data-poster][data-begun]' : 'html[data-ready]', { state: 'attached', timeout: PATIENCE });
      assert.equal(new URL(reader.page.url()).hash, page.includes('#') ? page.slice(page.indexOf('#')) : '', 'the view is kept');
      assert.equal(await said.count() > 0 && await said.isVisible(), false);
      await reader.context.close();
    }
  });

  test(`${page}: where no script comes at all it says so after a while, and not where scripts are not run`, async () => {
    const reader = await newReader(browser, SIZE);
    await reader.page.route('**/*.mjs', (route) => route.abort());
    await reader.page.goto(`${site.address}${page}`);
    const said = reader.page.locator('.waiting-failed');
    assert.equal(await said.isVisible(), false, 'it may still come');
    await reader.page.evaluate(() => { for (const animation of document.getAnimations()) animation.finish(); });
    await said.waitFor();
    await reader.context.close();
    const without = await newReader(browser, { ...SIZE, javaScriptEnabled: false });
    await without.page.goto(`${site.address}${page}`);
    assert.equal(await without.page.locator('.waiting-failed').evaluate((one) => getComputedStyle(one).animationName), 'none');
    await without.context.close();
  });

  test(`${page}: silence is given up after half a minute, and what comes later still begins`, async () => {
    const file = (await scriptsOf(page)).find((name) => /frame|main/.test(name));
    const reader = await newReader(browser, SIZE);
    await reader.page.clock.install();
    /** @type {import('playwright-core').Route | null} */
    let held = null;
    await reader.page.route(`**${file}`, (route) => { held = route; });
    await reader.page.goto(`${site.address}${page}`, { waitUntil: 'commit' });
    const said = reader.page.locator('.waiting-failed');
    for (const end = Date.now() + PATIENCE; !await said.isVisible();) {
      assert.ok(Date.now() < end, 'it says so');
      await reader.page.clock.runFor(5000);
    }
    await (/** @type {any} */ (held)).continue();
    await reader.page.waitForSelector('html[data-begun]:not([data-failed])', { state: 'attached', timeout: PATIENCE });
    assert.equal(await said.count() > 0 && await said.isVisible(), false);
    await reader.context.close();
  });
}
