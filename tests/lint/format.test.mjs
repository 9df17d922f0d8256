// docs/format.md names every section that the readers know, and no other.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** @param {string} file */
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

test('every section that a reader knows has a row in the format, and the other way round', () => {
  const known = [...read('src/pack/section_versions.h').matchAll(/\{"([a-z_]+)", \d+\}/g)].map(([, name]) => name);
  const text = read('docs/format.md');
  const tables = [...text.matchAll(/^## Sections of [^]*?(?=^## )/gm)].map(([part]) => part).join('\n');
  const rows = [...tables.matchAll(/^\| ([a-z_, ]+) \|/gm)].flatMap(([, names]) => names.split(', ')).filter((name) => name !== 'name');
  const encoder = ['layers', 'vocabulary', 'words'];
  assert.ok(rows.length > 20, 'the tables are found');
  assert.deepEqual([...new Set([...rows, ...encoder])].sort(), known.sort());
  for (const name of encoder) assert.ok(text.includes(`\`${name}\``), name);
});
