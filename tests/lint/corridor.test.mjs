// The house rules that a machine can hold: which room may include which, where Dear ImGui, GL and
// the Emscripten macro may be named, how long a file may grow, and which words must not be there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @type {Record<string, string[]>} the rooms each room may open a door to */
export const doors = {
  base: [],
  space: ['base'],
  text: ['base', 'space'],
  audio: ['base', 'space'],
  net: ['base', 'space', 'text', 'audio'],
  pack: ['base', 'space', 'text', 'audio', 'net'],
  engine: ['base', 'space', 'text', 'audio', 'net', 'pack'],
  canvas: ['base', 'space', 'text', 'audio', 'pack', 'engine'],
  ideas: ['base', 'space', 'text', 'pack', 'engine', 'canvas'],
  sentences: ['base', 'space', 'text', 'pack', 'engine', 'canvas'],
  inside: ['base', 'space', 'text', 'pack', 'engine', 'canvas'],
  pictures: ['base', 'space', 'text', 'pack', 'engine', 'canvas'],
  drawings: ['base', 'space', 'text', 'pack', 'engine', 'canvas'],
  sounds: ['base', 'space', 'audio', 'pack', 'engine', 'canvas'],
  host: ['base'],
  app: ['base', 'space', 'pack', 'engine', 'canvas', 'ideas', 'sentences', 'inside', 'sounds', 'pictures', 'drawings', 'host'],
  make: ['base', 'space', 'text', 'audio', 'net', 'pack'],
  cli: ['base', 'space', 'text', 'audio', 'net', 'pack', 'engine', 'canvas', 'ideas', 'sentences',
    'inside', 'sounds', 'pictures', 'drawings', 'make', 'host', 'app'],
};

/** The rooms of the pages' modules (app_ROOM.wasm), as src/app/CMakeLists.txt lists them. @param {string} list */
export function roomsOfThePage(list) {
  const deps = /add_choice\(app_rooms[^)]*\bDEPS\s+([^)]*)\)/.exec(list)?.[1] ?? '';
  return ['canvas', ...deps.split(/\s+/).filter(Boolean)];
}
const ofThePage = roomsOfThePage(fs.readFileSync(path.join(root, 'src/app/CMakeLists.txt'), 'utf8'));

/** Files git knows, or would add, below `folder`. @param {string} folder @param {RegExp} name */
export function filesBelow(folder, name) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', folder], { cwd: root });
  return listed.toString().split('\n').filter((file) => name.test(file) && fs.existsSync(path.join(root, file)));
}
/** @param {string} file */
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** Complaints about one source file. @param {string} file as 'src/room/…' @param {string} text */
export function complaintsAbout(file, text) {
  const complaints = [];
  const room = file.split('/')[1];
  const allowed = new Set([room, ...(doors[room] ?? [])]);
  if (!(room in doors)) complaints.push(`${file}: "${room}" is not a room of the corridor`);
  for (const [, included] of text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
    const first = included.split('/')[0];
    if (first in doors && !allowed.has(first)) complaints.push(`${file}: may not include "${included}"`);
    // The page's module links of the engine only its protocol, and a room what it alone asks.
    if (ofThePage.includes(room) && first === 'engine' &&
        included !== 'engine/protocol.h' && included !== `engine/${room}_messages.h` && !/window|inprocess|native/.test(file)) {
      complaints.push(`${file}: sees of the engine only engine/protocol.h, not "${included}"`);
    }
  }
  const imguiRooms = /^src\/([^/]+\/panel\/|canvas\/draw\/|canvas\/widgets\/|canvas\/theme|app\/)/;
  if (/#\s*include\s+[<"]imgui/.test(text) && !imguiRooms.test(file)) complaints.push(`${file}: Dear ImGui has no business here`);
  if (/#\s*include\s+<(GLES3|GLES2|EGL|GLFW|GL)\//.test(text) && !/^src\/(canvas\/draw|host)\//.test(file)) {
    complaints.push(`${file}: GL headers belong in canvas/draw (contexts in host)`);
  }
  if (/__EMSCRIPTEN__/.test(text) && !/^src\/(host|app)\//.test(file)) complaints.push(`${file}: __EMSCRIPTEN__ belongs in host and app`);
  return complaints;
}

test('rooms open doors to their left only', () => {
  const complaints = filesBelow('src', /\.(h|cpp)$/).flatMap((file) => complaintsAbout(file, read(file)));
  assert.deepEqual(complaints, []);
});

test('the rule notices a door to the right', () => {
  assert.equal(complaintsAbout('src/space/x.cpp', '#include "canvas/scene.h"\n').length, 1);
  assert.equal(complaintsAbout('src/canvas/x.cpp', '#include "engine/engine.h"\n').length, 1);
  for (const room of ['app', 'ideas', 'sentences']) {
    assert.equal(complaintsAbout(`src/${room}/x.cpp`, '#include "engine/engine.h"\n').length, 1, room);
    assert.equal(complaintsAbout(`src/${room}/x.cpp`, '#include "engine/protocol.h"\n').length, 0, room);
  }
  assert.equal(complaintsAbout('src/ideas/x.cpp', '#include "engine/sentences_messages.h"\n').length, 1);
  assert.deepEqual(roomsOfThePage('add_choice(app_rooms SOURCES rooms.cpp DEPS app ideas tides)'), ['canvas', 'app', 'ideas', 'tides']);
  assert.equal(complaintsAbout('src/ideas/state.cpp', '#include <imgui.h>\n').length, 1);
  assert.equal(complaintsAbout('src/base/x.h', '#ifdef __EMSCRIPTEN__\n').length, 1);
  assert.equal(complaintsAbout('src/host/x.h', '#include "base/bytes.h"\n').length, 0);
});

test('no file is longer than a sitting', () => {
  const long = filesBelow('.', /^(src|web|shaders|tests|bench|tools)\/.*\.(h|cpp|mjs|js|css|vert|frag|py|sh)$/)
    .map((file) => ({ file, lines: read(file).split('\n').length }))
    .filter(({ lines }) => lines > 401);
  assert.deepEqual(long, []);
});

test('every source file opens by saying what it does', () => {
  const silent = filesBelow('src', /\.(h|cpp)$/).filter((file) => !read(file).startsWith('//'));
  assert.deepEqual(silent, []);
});

test('nothing in the tree depends on a folder that no user has', () => {
  const outside = '../' + 'shared';
  const found = filesBelow('.', /\.(h|cpp|mjs|js|json|md|sh|py|txt|cmake|css|html)$|^(meander|\.ci\/run)$/)
    .filter((file) => read(file).includes(outside) || read(file).includes('/work' + '/'));
  assert.deepEqual(found, []);
});

test('no shared-memory threads, no eval, no inline scripts in the page', () => {
  const found = [];
  for (const file of filesBelow('web', /\.(mjs|js|html)$/)) {
    const text = read(file);
    if (/\beval\s*\(|new Function\(|\.innerHTML\s*=|SharedArrayBuffer/.test(text)) found.push(file);
    if (file.endsWith('.html') && /<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>/.test(text)) found.push(file);
  }
  assert.deepEqual(found, []);
});

test('tracked files are small: what is downloaded or built is not in the tree', () => {
  const big = filesBelow('.', /./).filter((file) => fs.statSync(path.join(root, file)).size > 1_500_000);
  assert.deepEqual(big, []);
});
