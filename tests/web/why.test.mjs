// "Why here?" in the built page: the same answer as the command line's, marks by form and in words,
// below neighbours, hops and steps; asked first where few bytes are wanted.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { newReader, openByTitle, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

/** @param {string} a @param {string} b */
const native = (a, b) => JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'),
  ['why', path.join(project, 'build/packs/wikipedia'), a, b, '--json']).toString());
/** @param {number} value */
const hundredths = (value) => value.toFixed(2);

test('a neighbour unfolds into the sentences and words that the command line names, and folds again', async () => {
  const { page, faults, elsewhere, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Cartography');
  const row = page.locator('.nearest .row', { has: page.getByRole('link', { name: 'Cart', exact: true }) });
  await row.locator('.why').click();
  await row.locator('.why-legend').waitFor();
  const answer = native('Cartography', 'Cart');
  const sentence = (/** @type {any} */ side) => side.sentences[side.chosen];
  assert.deepEqual(await row.locator('.why-sentence').allTextContents(), [sentence(answer.a), sentence(answer.b)]);
  const text = (await row.locator('.why-part').textContent()) ?? '';
  assert.ok(text.includes(`${hundredths(answer.without_these_sentences)} close`), text);
  assert.ok(text.includes(`${hundredths(answer.these_sentences_alone)} close`), text);
  const strongest = answer.word_pairs[0];
  assert.equal(await row.locator('.why-pair').first().textContent(), `${strongest.a} with ${strongest.b}+${hundredths(strongest.brings)}`);
  // The strongest word is marked most strongly, by a solid ground; its number stands in the words for screen readers.
  const words = [...answer.a.words, ...answer.b.words].sort((x, y) => y.brings - x.brings);
  assert.ok((await row.locator('.plus-3').allTextContents()).includes(words[0].word));
  assert.ok(text.includes(`${words[0].word} +${hundredths(words[0].brings)}`), text);
  const look = await row.evaluate((element) => ['.why-legend .plus', '.why-legend .minus'].map((name) =>
    getComputedStyle(/** @type {Element} */ (element.querySelector(name))).backgroundImage));
  assert.equal(look[0], 'none');
  assert.match(look[1], /repeating-linear-gradient/);
  await row.locator('.why').focus();
  await row.locator('.why').press('Enter');
  await row.locator('.why-part').waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test('a hop of the journey and a step of a walk answer, too', async () => {
  const { page, context } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await openByTitle(page, 'Coffee');
  await page.locator('.nearest .row a', { hasText: 'Caffeine' }).click();
  const hop = page.locator('.journey .stop', { hasText: 'Caffeine' });
  await hop.locator('.why').click();
  await hop.locator('.why-sentence').first().waitFor();
  await page.locator('button[data-press="walk-open"]').click();
  await page.locator('.why-part').waitFor({ state: 'detached' });
  for (const [end, title] of [['from', 'Coffee'], ['to', 'Black hole']]) {
    const field = page.locator(`.walk-end [data-input="walk-${end}"]`);
    await field.fill(title);
    await field.press('Enter');
  }
  const step = page.locator('.walk-step').first();
  await step.locator('.why').click();
  await step.locator('.why-legend').waitFor();
  const steps = JSON.parse(execFileSync(path.join(project, 'build/native/src/cli/meander-cli'),
    ['walk', path.join(project, 'build/packs/wikipedia'), 'Coffee', 'Black hole', '--json']).toString()).steps;
  const answer = native('Coffee', steps[0].title);
  assert.equal(await step.locator('.why-sentence').nth(1).textContent(), answer.b.sentences[answer.b.chosen]);
  await context.close();
});

test('where the page counts bytes, nothing is fetched before the reader agrees', async () => {
  const { page, context } = await newReader(browser);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => { if (/\/model\//.test(request.url())) asked.push(request.url()); });
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  const row = page.locator('.nearest .row').first();
  await row.locator('.why').click();
  const fetch = row.locator('[data-press="why-fetch"]');
  await fetch.waitFor();
  assert.deepEqual(asked, []);
  await fetch.click();
  await row.locator('.why-sentence').first().waitFor();
  assert.ok(asked.length > 0);
  await context.close();
});
