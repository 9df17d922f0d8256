// The words a reader sees: plain, filled in by known parts only, and free of the field's jargon.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** @type {Record<string, string>} */
const words = JSON.parse(fs.readFileSync(path.join(root, 'web/words.json'), 'utf8'));
const entries = Object.entries(words).filter(([key]) => !key.startsWith('//'));

test('there are words', () => assert.ok(entries.length > 20));

test('no word is said twice under one key, where the later would win unseen', () => {
  const keys = [...fs.readFileSync(path.join(root, 'web/words.json'), 'utf8').matchAll(/^ *"((?:[^"\\\\]|\\\\.)*)":/gm)].map((match) => match[1]);
  assert.deepEqual(keys.filter((key, place) => keys.indexOf(key) !== place), []);
  assert.ok(keys.length >= entries.length);
});

test('no jargon outside "How this was worked out"', () => {
  const jargon = /\b(cosine|embedding|t-SNE|UMAP|NMF|wasm|WebGL|token|vector)s?\b/i;
  const found = entries.filter(([key, text]) => !/^(how|tool)\./.test(key) && jargon.test(text));
  assert.deepEqual(found, []);
});

test('the program never says I and never exclaims', () => {
  // In the trust strip's title it is the reader who asks.
  const found = entries.filter(([key, text]) => (/\bI\b(?!\s*=)/.test(text) && key !== 'trust.title') || text.includes('!'));
  assert.deepEqual(found, []);
});

test('parts in braces are names', () => {
  const found = entries.filter(([, text]) => /[{}]/.test(text.replace(/\{[a-z_]+\}/g, '')));
  assert.deepEqual(found, []);
});

/** @param {string} key 'kept.open' @returns {string} as tools/words.py calls it: 'kKeptOpen' */
const constantOf = (key) => `k${key.split(/[._-]/).filter(Boolean).map((part) => part[0].toUpperCase() + part.slice(1)).join('')}`;

/** The explorers' names. */
const ROOMS = new Set(fs.readFileSync(path.join(root, 'tools/explorers.txt'), 'utf8').split('\n').filter((line) => /^[a-z]/.test(line)).map((line) => line.split(/\s+/)[0]));

/** Words that a program's text does not use by key or constant. @param {string[]} keys @param {string} text */
export function unused(keys, text) {
  const names = new Set(text.match(/\bk[A-Z]\w*/g));
  // Of a room, by its name: tools/site_coming.mjs, tools/site_embed.mjs.
  return keys.filter((key) => !names.has(constantOf(key)) && !text.includes(key) && !key.startsWith('coming.what_') && !ROOMS.has(key.replace(/^shell\./, '')));
}

test('every word is used', () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'src', 'web', 'tools', 'tests/fifth_room'], { cwd: root });
  const text = listed.toString().split('\n').filter((file) => /\.(h|cpp|mjs|js|html|py)$/.test(file) && fs.existsSync(path.join(root, file)))
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('\n');
  assert.deepEqual(unused(entries.map(([key]) => key), text), []);
  assert.deepEqual(unused(['search.none', 'no.such_word'], 'words::kSearchNone'), ['no.such_word']);
});
