// What places that take figures do with them: WordPress writes behind their addresses, a phone loses its network or is
// turned, scripts are off, a reader spares data, and a page lays the component out as it lays out anything.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { PATIENCE, newReader, siteAndChromium } from './support.mjs';
import { OWN_STATE, WAYS, condition, figurePage, pressPicture, startPlaces } from './embed_support.mjs';

const { site, browser } = await siteAndChromium();
const page = await figurePage(site.address);
const places = await startPlaces();
after(() => places.close());

const [, sandboxed] = WAYS;

for (const [name, own] of [['a view of one’s own', OWN_STATE.ideas], ['the first view', '']]) {
  test(`WordPress writes behind the address: ${name} is what it is, before a press and alive`, async () => {
    const reader = await newReader(browser);
    await reader.page.goto(places.pageOf(sandboxed, `room=ideas${own && `#${own}`}#?secret=AbCdEfGh12`));
    const frame = reader.page.frameLocator('iframe');
    await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
    assert.equal(await frame.locator('html').evaluate(() => location.hash.slice(1)), own);
    assert.equal(await frame.locator('#cover .quiet').count(), own ? 1 : 0);
    await pressPicture(frame);
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    assert.equal(await frame.locator('.toast', { hasText: 'not whole' }).count(), 0);
    await reader.context.close();
  });
}

test('without a network a figure keeps its sentence and its retry, and with one it comes', async () => {
  for (const isScript of [false, true]) {
    const reader = await newReader(browser);
    // Either what it takes to live does not come, or its own first script.
    const missing = isScript ? '**/a/frame-*.mjs' : '**/packs/**';
    await reader.page.route(missing, (route) => route.abort());
    await reader.page.goto(places.pageOf(sandboxed, 'room=ideas'));
    const frame = reader.page.frameLocator('iframe');
    if (!isScript) {
      await frame.locator('html[data-poster]').waitFor({ state: 'attached', timeout: PATIENCE });
      await pressPicture(frame);
    }
    const again = frame.locator(isScript ? '.waiting-failed a' : '.figure-note button');
    await again.waitFor({ timeout: PATIENCE });
    await reader.page.unroute(missing);
    await reader.context.setOffline(true);
    await Promise.all([reader.page.waitForEvent('requestfailed', (request) => request.url().includes('/embed.html')), again.click()]);
    await again.waitFor({ timeout: PATIENCE });
    assert.match(await frame.locator(isScript ? '.waiting-failed' : '.figure-note').innerText(), /did not arrive/);
    await reader.context.setOffline(false);
    await again.click();
    await frame.locator(isScript ? 'html[data-poster]' : 'html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
    await reader.context.close();
  }
});
