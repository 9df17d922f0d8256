// The names of the map's two upper levels of regions, each with ten of its articles, for a person to
// read: writes bench/out/region_names.md. Marks come from the review that is kept in tests/reference;
// what nobody has read yet has none.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegions, readReview, writeReview } from './regions/review.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const kept = path.join(root, 'tests/reference/region_names.md');
const marks = fs.existsSync(kept) ? readReview(fs.readFileSync(kept, 'utf8')) : new Map();
const regions = readRegions(path.join(root, 'build/packs/wikipedia')).filter((region) => region.level < 2);
const out = path.join(root, 'bench/out/region_names.md');
fs.mkdirSync(path.dirname(out), { recursive: true });
fs.writeFileSync(out, writeReview(regions, marks));
const good = regions.filter((region) => marks.get(region.name) === 'good').length;
const unread = regions.filter((region) => !marks.has(region.name)).length;
console.log(`${regions.length} names of two levels: ${good} good (${(100 * good / regions.length).toFixed(0)} %, goal 90 %), ` +
  `${regions.length - good - unread} poor, ${unread} not read yet; see bench/out/region_names.md`);
