// "How this was worked out, and where it fails": its numbers are the pack's own, its sentences follow them, and
// it can be read without scripts, on a phone, in the dark and on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { BOUNDS, aboutSoMany, figure, howHtml, sentences } from '../../tools/site_how.mjs';
import { newReader, project, ready, siteAndChromium } from './support.mjs';

const { site, browser } = await siteAndChromium();

const words = JSON.parse(fs.readFileSync(path.join(project, 'web/words.json'), 'utf8'));
/** @type {import('../../tools/site_how.mjs').Measures} */
const good = {
  articles: 10033, dimension: 384, seconds: 20, knn_recall_10: 0.45, knn_recall_50: 0.386, trustworthiness: 0.984,
  topic_accuracy_2d: 0.842, topic_accuracy_full: 0.89, plain: { trustworthiness: 0.739, knn_recall_10: 0.011 },
  shuffled: { trustworthiness: 0.5, knn_recall_10: 0.001 },
  example: { title: 'Coffee', region: 'Beer', neighbors: [
    { title: 'Drink', closeness: 0.54, near: true, region: 'Beer' }, { title: 'Tea', closeness: 0.44, near: false, region: 'Plants' },
    { title: 'Gardenia', closeness: 0.39, near: false, region: 'Plants' }, { title: 'Ketchup', closeness: 0.35, near: false, region: 'Food' }] },
  spelling: { title: 'Monogamy', nearest: 'Polygamy', closeness: 0.718, alike: [{ title: 'Monopoly', closeness: 0.459 }] },
  topics: [{ name: 'People', articles: 1828, recall: 0.43, among_its_own: 0.91 }], dots: [[1, 2, 'A <dot>']],
};
const pictures = { light: 'l.svg', dark: 'd.svg' };

test('sentences follow the measures, also where they miss their bounds', () => {
  const fine = sentences(good, words);
  assert.equal(fine.kept, 'Of an idea’s ten nearest neighbours, four or five stay near on the map. Coffee keeps one. Tea and Gardenia lie under “Plants”.');
  assert.match(fine.trust, /seldom a stranger.*Missing neighbours/);
  assert.equal(fine.spelling.split('.')[0], 'Monogamy stands close to Polygamy, ');
  const poor = sentences({ ...good, knn_recall_10: BOUNDS.recall - 0.1, trustworthiness: BOUNDS.trustFair - 0.01, topic_accuracy_2d: BOUNDS.kind - 0.1 }, words);
  assert.match(poor.kept, /only about three stay near/);
  assert.match(poor.trust, /often a stranger/);
  assert.match(poor.kind, /only 65 times in 100/);
  assert.match(sentences({ ...good, trustworthiness: BOUNDS.trustGood - 0.01 }, words).trust, /now and then a stranger/);
  assert.doesNotMatch(sentences({ ...good, knn_recall_10: 0.99 }, words).trust, /Missing/);
  assert.match(sentences({ ...good, spelling: null }, words).spelling, /no pair was found/);
  assert.match(sentences({ ...good, islands: good.plain }, words).coast, /second layout/);
  assert.equal(aboutSoMany(4.9, words), 'about five');
});

test('titles are text, whatever they hold', () => {
  assert.doesNotMatch(howHtml({ ...good, example: { ...good.example, title: '<script>' } }, words, pictures), /<script>|<dot>/);
  assert.match(howHtml({ ...good, islands: { trustworthiness: 0.951, knn_recall_10: 0.4 } }, words, pictures), /islands \.95/);
});

test('the page tells what check measures, and what the pack holds', async () => {
  const tool = path.join(project, 'build/native/src/cli/meander-cli');
  const checked = JSON.parse(execFileSync(tool, ['check', path.join(project, 'build/packs/wikipedia'), '--json'], { encoding: 'utf8' }));
  const { page, context } = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(`${site.address}how.html`);
  const numbers = await page.locator('.how-number b').allInnerTexts();
  assert.deepEqual(numbers, [`${(checked.knn_recall_10 * 10).toFixed(1)} of 10`, figure(checked.trustworthiness), `${Math.round(checked.topic_accuracy_2d * 100)} in 100`]);
  const table = await page.locator('.how-table').first().innerText();
  for (const key of ['trustworthiness', 'knn_recall_10', 'knn_recall_50', 'topic_accuracy_2d', 'topic_accuracy_full']) {
    assert.ok(table.includes(figure(checked[key])), `${key} ${checked[key]} in ${table}`);
  }
  assert.equal(await page.locator('.how-full').count(), Math.round(checked.topic_accuracy_2d * 100));
  assert.equal(await page.locator('.how-full, .how-empty').count(), 100);
  assert.match(await page.locator('.how-foot').innerText(), new RegExp(checked.articles.toLocaleString('en')));
  // Dots have names without any script.
  assert.ok(await page.locator('.how-map circle title').count() > 100);
  await context.close();
});

test('help leads there and tells the same measures; so does the line below the article', async () => {
  const { page, context, faults } = await newReader(browser);
  await page.goto(`${site.address}ideas.html`);
  await ready(page);
  await page.locator('.shell [data-press="help"]').click();
  await page.locator('[role="dialog"] [data-key="measured"]').waitFor();
  const told = await page.locator('[role="dialog"] [data-key="measured"]').innerText();
  assert.equal(await page.locator('.pane .trust a').getAttribute('href'), './how.html');
  await page.locator('[role="dialog"] a[href="./how.html"]').click();
  await page.locator('.how-number').first().waitFor();
  const [kept, trust, kind] = await page.locator('.how-number b').allInnerTexts();
  assert.ok(told.includes(kept.replace(' of 10', ' stay near')) && told.includes(`0${trust}`) && told.includes(kind), told);
  await page.locator('.how-back a').click();
  await ready(page);
  assert.deepEqual(faults, []);
  await context.close();
});

test('the credits are a column one can read, with room above each name, and nothing for axe', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }]) {
    const { page, context, faults } = await newReader(browser, options);
    await page.goto(`${site.address}credits.html`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const { wide, widest, least } = await page.evaluate(() => {
      const all = [...document.querySelectorAll('main .read, main h2')].map((one) => one.getBoundingClientRect());
      return { wide: document.documentElement.scrollWidth - innerWidth, widest: Math.max(...all.map((box) => box.width)),
        least: Math.min(...[...document.querySelectorAll('main h2')].map((one) => one.getBoundingClientRect().top - /** @type {Element} */ (one.previousElementSibling).getBoundingClientRect().bottom)) };
    });
    assert.ok(wide <= 0);
    assert.ok(widest <= 500, `${widest}`);  // 62 letters
    assert.ok(least >= 24, `${least}`);
    assert.equal(await page.locator('header.shell .mark').getAttribute('href'), 'ideas.html');
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], JSON.stringify(options));
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('one column on a phone, one sheet of paper, and nothing for axe', async () => {
  const axe = fs.readFileSync(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const options of [{}, { colorScheme: /** @type {const} */ ('dark') }, { viewport: { width: 390, height: 844 } }]) {
    const { page, context, faults } = await newReader(browser, options);
    await page.goto(`${site.address}how.html`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    const lefts = await page.locator('.how-column').evaluateAll((columns) => new Set(columns.map((column) => Math.round(column.getBoundingClientRect().left))).size);
    assert.equal(lefts, options.viewport ? 1 : 3);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
      return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], JSON.stringify(options));
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal(Number(/\/Count (\d+)/.exec(pdf)?.[1]), 1);
    assert.deepEqual(faults, []);
    await context.close();
  }
});
