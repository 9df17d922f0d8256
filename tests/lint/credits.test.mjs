// The README names, with its licence, everything that a registry is asked for by name.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** @param {string} file */
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** @param {string} text of a requirements.txt */
const wheels = (text) => [...text.matchAll(/^([A-Za-z0-9][\w.-]*)==/gm)].map(([, name]) => name);
/** @param {string} text of a sources.txt */
const archives = (text) => [...text.matchAll(/^(?:npm:)?(\S+) \S+ [0-9a-f]{64}$/gm)].map(([, name]) => name);
/** @param {string} text of package.json */
const modules = (text) => {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(text);
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
};

/** Names that no cell in the first column of a table holds as a whole word. @param {string[]} names @param {string} readme */
export function unnamed(names, readme) {
  const cells = [...readme.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell]) => cell.toLowerCase()).join(' ; ');
  return names.filter((name) => {
    const plain = name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return !new RegExp(`(?<![\\w@/-])${plain}(?![\\w/-])`).test(cells);
  });
}

test('whose work it stands on is all in the README', () => {
  const names = [
    ...modules(read('package.json')),
    ...wheels(read('tools/requirements.txt')), ...wheels(read('bench/requirements.txt')), ...wheels(read('tools/sounds_requirements.txt')),
    ...archives(read('tools/sources.txt')), ...archives(read('tools/lines_sources.txt')), ...archives(read('tools/sounds_sources.txt')),
    ...archives(read('tools/pictures_sources.txt')), ...archives(read('tools/pen_sources.txt')),
  ];
  assert.ok(names.length > 50, 'the lists are read');
  assert.deepEqual(unnamed([...new Set(names)], read('README.md')), []);
});

test('a name is a whole word of a table, not part of another', () => {
  const table = '| onnxruntime-web, onnx (npm) | MIT | x |\nthree peers';
  assert.deepEqual(unnamed(['onnx', 'onnxruntime', 'onnxruntime-web', 'three'], table), ['onnxruntime', 'three']);
});
