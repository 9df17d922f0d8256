// The words a reader sees: plain, filled in by known parts only, and free of the field's jargon.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** @type {Record<string, string>} */
const words = JSON.parse(fs.readFileSync(path.join(root, 'web/words.json'), 'utf8'));
const entries = Object.entries(words).filter(([key]) => !key.startsWith('//'));

test('there are words', () => assert.ok(entries.length > 20));

test('no jargon outside "How this was worked out"', () => {
  const jargon = /\b(cosine|embedding|t-SNE|UMAP|NMF|wasm|WebGL|token|vector)s?\b/i;
  const found = entries.filter(([key, text]) => !/^(how|tool)\./.test(key) && jargon.test(text));
  assert.deepEqual(found, []);
});

test('the program never says I and never exclaims', () => {
  const found = entries.filter(([, text]) => /\bI\b(?!\s*=)/.test(text) || text.includes('!'));
  assert.deepEqual(found, []);
});

test('parts in braces are names', () => {
  const found = entries.filter(([, text]) => /[{}]/.test(text.replace(/\{[a-z_]+\}/g, '')));
  assert.deepEqual(found, []);
});
