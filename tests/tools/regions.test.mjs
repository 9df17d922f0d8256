// The names of the map's regions as somebody read them: tests/reference/region_names.md holds a mark for
// each name of the two upper levels. `./meander bench regions` writes the same list from a pack, with the
// marks it has, for reading anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRegions, readReview, writeReview } from '../../bench/regions/review.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pack = path.join(root, 'build/packs/wikipedia');
const marks = readReview(fs.readFileSync(path.join(root, 'tests/reference/region_names.md'), 'utf8'));
const STOP_WORDS = new Set(['the', 'of', 'and', 'in', 'on', 'with', 'for', 'his', 'her', 'its', 'this', 'that', 'one', 'two', 'first', 'such',
  'other', 'many', 'thing', 'things', 'name', 'names', 'time', 'year', 'years', 'work', 'works', 'part', 'parts', 'group', 'groups', 'type', 'types']);

// Another kind of processor rounds otherwise and lays out another map, whose regions nobody has read yet.
test('nine in ten names of the two upper levels were read and found good', { skip: !fs.existsSync(pack) }, (context) => {
  const regions = readRegions(pack).filter((region) => region.level < 2);
  assert.ok(regions.length > 30, `${regions.length} regions`);
  const read = regions.filter((region) => marks.has(region.name));
  if (read.length < regions.length * 0.9) {
    context.skip(`a map of ${regions.length} regions of which ${read.length} have been read; ./meander bench regions, read, mark`);
    return;
  }
  const poor = regions.filter((region) => marks.get(region.name) !== 'good').map((region) => `${region.name}: ${marks.get(region.name) ?? 'not read'}`);
  assert.ok(poor.length <= regions.length / 10, `${poor.length} of ${regions.length} names are not good:\n${poor.join('\n')}`);
});

test('no name twice, none a stop word, none too long for a chart', { skip: !fs.existsSync(pack) }, () => {
  const regions = readRegions(pack);
  const names = regions.map((region) => region.name.toLowerCase());
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
  for (const { level, name } of regions.filter((region) => region.level > 0)) {
    assert.ok(Buffer.byteLength(name) <= 26, `${name}, of level ${level}`);
    const words = name.toLowerCase().split(/ & |, | of (?:the )?/);
    assert.deepEqual(words.filter((word) => STOP_WORDS.has(word)), [], name);
  }
});

test('a review is read back as it was written', () => {
  const regions = [{ level: 0, topic: 2, name: 'Geography', count: 3, members: ['Nile', 'Alps', 'Mali'] },
    { level: 1, topic: 2, name: 'Rivers & lakes', count: 12, members: ['Nile'] }, { level: 1, topic: 2, name: 'Foam', count: 4, members: ['Soap'] }];
  const given = new Map([['Geography', 'good'], ['Rivers & lakes', 'poor']]);
  const text = writeReview(regions, given);
  assert.deepEqual(readReview(text), given);
  assert.match(text, /^\|  \| Foam \| 4 \| Soap \|$/m);
});
