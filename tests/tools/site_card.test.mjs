// Cards of the site's own pages: none without an address, whole addresses with one, and nothing said twice.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { cardOf } from '../../tools/site_card.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-card-'));
after(() => fs.rmSync(folder, { recursive: true }));
const letter = path.join(folder, 'letter.png');
fs.writeFileSync(letter, 'a picture');
const says = { title: 'A “way” & <more>', alt: 'From "a" to b', letter };
/** @type {string[]} */
const placed = [];
const place = (/** @type {string} */ name) => { placed.push(name); return `a/${name}`; };

test('a site that does not know where it lies has no cards', () => {
  assert.equal(cardOf('', 'index.html', says, place), '');
  assert.deepEqual(placed, []);
});

test('one that does names its pictures whole, and words as text', () => {
  const index = cardOf('https://x.org/meander', 'index.html', says, place);
  assert.match(index, /property="og:url" content="https:\/\/x\.org\/meander\/"/);
  assert.match(index, /property="og:image" content="https:\/\/x\.org\/meander\/a\/card-index\.png"/);
  assert.match(index, /property="og:title" content="A “way” &amp; &lt;more>"/);
  assert.match(index, /og:description" content="From &quot;a&quot; to b"/);
  assert.match(index, /name="twitter:card" content="summary_large_image"/);
});

test('a room’s page has title and description of its own, once', () => {
  const room = cardOf('https://x.org/', 'ideas.html', says, place);
  assert.match(room, /og:url" content="https:\/\/x\.org\/ideas\.html"/);
  const page = fs.readFileSync(new URL('../../web/pages/ideas.html', import.meta.url), 'utf8') + room;
  for (const name of ['og:title', 'og:description', 'og:image"', 'og:url']) assert.equal(page.split(`property="${name}`).length, 2, name);
});
