// ./meander: the address as soon as the first explorer is there, the others made meanwhile. The project is made up
// but for the scripts that decide: building, the native tool and the laying out of pages are stand-ins, texts "come"
// only when a file says that there is a network, and a pack is done when its gate opens.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { heard, leftOfAll, notBegun, tick } from '../../tools/run.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const STAND_INS = {
  'tools/build.sh': 'mkdir -p "$BUILD"; model_state=m fonts_state=f node_state=n build_what=all TOOL="$BUILD/native/src/cli/meander-cli"\n',
  'tools/explorers.txt': '# made up\nideas wikipedia positions - 60\nsentences sentences shelves texts.sh 120\nsounds sounds places - 60\n',
  'tools/texts.sh': 'fetch_texts() { [ -e "$MEANDER_ROOT/network" ] || { say "meander: thing could not be fetched: no route to host. Is there a network?"; return 1; }; }\nstep texts fetch_texts\n',
  'tools/site.mjs': `import fs from 'node:fs';
const [out, rooms] = ['--out', '--rooms'].map((name) => process.argv[process.argv.indexOf(name) + 1]);
fs.mkdirSync(out, { recursive: true });
for (const room of ['ideas', 'sentences', 'sounds']) fs.writeFileSync(out + '/' + room + '.html', rooms.split(' ').includes(room) ? room + ' is here' : '<html data-coming="coming">');
fs.writeFileSync(out + '/index.html', 'front');
`,
  'build/native/src/cli/meander-cli': `#!/usr/bin/env bash
echo "$2" >>"$MEANDER_ROOT/begun"
echo "Reading every line of $2: 40 %, 52 s left" >&2
until [ -e "$MEANDER_ROOT/gate-$2" ]; do sleep 0.05; done
mkdir -p "$MEANDER_ROOT/build/packs/$2"
echo made >"$MEANDER_ROOT/build/packs/$2/pack.meander"
echo "$2" >>"$MEANDER_ROOT/finished"
`,
};

/** Where nothing was built: the first explorer's programs at once, all of them when a gate opens. */
const NOTHING_BUILT = `mkdir -p "$BUILD"; model_state=m fonts_state=f node_state=n
build_what=all TOOL="$BUILD/native/src/cli/meander-cli"
if [ ! -e "$TOOL" ]; then
  case "$1" in --first) build_what=first TOOL="$BUILD/native/src/cli/meander-first" ;; *)
    say "  build-native: 7 of 70 files, 600 s left"
    until [ -e "$MEANDER_ROOT/gate-build" ]; do sleep 0.05; done
    mv "$MEANDER_ROOT/tool" "$TOOL"; echo built >>"$MEANDER_ROOT/built" ;;
  esac
fi
`;

/** Whether anything of the project still runs. @param {string} folder */
const isAlive = (folder) => fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).some((pid) => {
  try {
    const words = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.some((word) => word === `${folder}/tools/later.sh` || word === `${folder}/build/native/src/cli/meander-cli`);
  } catch {
    return false;  // gone meanwhile
  }
});

/** @param {import('node:test').TestContext} t */
function project(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander later '));
  /** @type {{ program: import('node:child_process').ChildProcess, ended: Promise<unknown> }[]} */
  const started = [];
  t.after(async () => {
    for (const { program, ended } of started) {
      program.kill('SIGTERM');
      await ended;
    }
    await until(() => !isAlive(folder), 'everything to end');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  fs.cpSync(path.join(root, 'tools'), path.join(folder, 'tools'), { recursive: true });
  fs.copyFileSync(path.join(root, 'meander'), path.join(folder, 'meander'));
  for (const [name, text] of Object.entries(STAND_INS)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text, { mode: 0o755 });
  }
  for (const name of ['web', 'data/design', 'data/tours', 'build']) fs.mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['native', 'web']) fs.writeFileSync(path.join(folder, `build/${name}.stamp`), '');
  fs.copyFileSync(path.join(root, 'web/words.json'), path.join(folder, 'web/words.json'));
  const at = (/** @type {string} */ name) => path.join(folder, name);
  const open = (/** @type {string[]} */ ...names) => names.forEach((name) => fs.writeFileSync(at(name), ''));
  const lines = (/** @type {string} */ name) => (fs.existsSync(at(name)) ? fs.readFileSync(at(name), 'utf8').split('\n').filter(Boolean) : []);
  return { folder, at, open, lines, started, env: { ...process.env, MEANDER_CACHE: at('cache') } };
}

/** @param {() => boolean | Promise<boolean>} met @param {string} what */
async function until(met, what) {
  const begun = Date.now();
  while (!(await met())) {
    if (Date.now() - begun > 240_000) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => { setTimeout(done, 30); });
  }
}

/** ./meander, until its address is printed. @param {ReturnType<typeof project>} made */
async function start(made) {
  const program = spawn(made.at('meander'), ['--port', '0'], { env: made.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, address] = ['', ''];
  program.stderr.on('data', (part) => { said += part; });
  program.stdout.on('data', (part) => { address += part; });
  const ended = new Promise((done) => { program.on('close', (code, signal) => done(code ?? signal)); });
  made.started.push({ program, ended });
  await until(() => address.endsWith('/\n') || program.exitCode !== null, `the address; ${said}`);
  const get = async (/** @type {string} */ name) => (await fetch(address.trim() + name)).text();
  const told = async (/** @type {string} */ room) => JSON.parse(await get('coming.json')).rooms[room];
  return { program, address, ended, get, told, said: () => said };
}

test('the address comes with the first explorer; a later one opens when its pack is made', async (t) => {
  const made = project(t);
  made.open('gate-wikipedia', 'gate-sounds', 'network');
  const run = await start(made);
  assert.match(run.address, /^http:\/\/127\.0\.0\.1:\d+\/\n$/, run.said());
  assert.deepEqual(made.lines('finished'), ['wikipedia']);
  assert.equal(await run.get('ideas.html'), 'ideas is here');
  assert.match(await run.get('sentences.html'), /data-coming/);
  await until(async () => (await run.told('sentences')).detail === '40 %', 'progress');
  const told = await run.told('sentences');
  assert.equal(told.state, 'making');
  assert.equal(told.step, 'Reading every line of sentences');
  assert.ok(told.left_s >= 52 && told.left_s <= 120, `${told.left_s} s left`);
  assert.equal((await run.told('sounds')).state, 'waits');
  assert.match(run.said(), /^Sentences is made now, in the background \(about 2 minutes on two cores\); its page says how far it is and opens by itself\.$/m);
  await until(() => run.said().includes('  sentences: Reading every line of sentences, 40 %, 52 s left\n'), 'the terminal');
  made.open('gate-sentences');
  await until(async () => await run.get('sentences.html') === 'sentences is here', 'the room');
  await until(async () => await run.get('sounds.html') === 'sounds is here', 'the last room');
  await until(async () => (await run.told('sounds')).state === 'ready', 'its state');
  assert.ok(run.said().includes(`Sentences is there: ${run.address.trim()}sentences.html\n`), run.said());
  assert.deepEqual(made.lines('begun'), ['wikipedia', 'sentences', 'sounds']);
  run.program.kill('SIGTERM');
  await run.ended;
  // Everything is there: nothing is made, nothing is said to be coming.
  const again = await start(made);
  assert.deepEqual(JSON.parse(await again.get('coming.json')), { rooms: {} });
  assert.deepEqual(made.lines('begun'), ['wikipedia', 'sentences', 'sounds']);
  assert.doesNotMatch(again.said(), /background/);
});

test('where nothing was built the address waits for the first explorer’s programs alone', async (t) => {
  const made = project(t);
  const [tool, first] = ['meander-cli', 'meander-first'].map((name) => made.at(`build/native/src/cli/${name}`));
  fs.copyFileSync(tool, first);
  fs.appendFileSync(tool, '# all of it\n');
  fs.renameSync(tool, made.at('tool'));
  fs.writeFileSync(made.at('tools/build.sh'), NOTHING_BUILT);
  made.open('gate-wikipedia', 'gate-sentences', 'gate-sounds', 'network');
  const run = await start(made);
  assert.equal(await run.get('ideas.html'), 'ideas is here', run.said());
  assert.deepEqual([made.lines('finished'), made.lines('built')], [['wikipedia'], []]);
  await until(async () => (await run.told('sentences')).step === 'build-native', 'the building');
  const { detail, left_s } = await run.told('sentences');
  assert.equal(detail, '7 of 70 files');
  assert.ok(left_s >= 600, `${left_s} s left`);
  // The time of building stands in what the first of them is said to take.
  assert.match(run.said(), /^Sentences is made now, in the background \(about 17 minutes on two cores\)/m);
  made.open('gate-build');
  await until(async () => await run.get('sounds.html') === 'sounds is here', 'the last room');
  assert.deepEqual([await run.get('ideas.html'), await run.get('sentences.html')], ['ideas is here', 'sentences is here']);
  assert.match(run.said(), /^Sounds is made now, in the background \(about a minute on two cores\)/m);
  assert.deepEqual(made.lines('built'), ['built']);
  // The whole tool takes the first pack over before it makes another one of it.
  assert.deepEqual(made.lines('finished'), ['wikipedia', 'wikipedia', 'sentences', 'sounds']);
  run.program.kill('SIGTERM');
  await run.ended;
  const again = await start(made);
  assert.deepEqual(JSON.parse(await again.get('coming.json')), { rooms: {} });
  assert.equal(made.lines('finished').length, 4);
});

test('who has seen all rooms is not sent back to one: how much is built is told by stamps, not by programs', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander build '));
  // build.sh as it is, up to where it has decided; nothing is fetched and nothing compiled.
  const decided = fs.readFileSync(path.join(root, 'tools/build.sh'), 'utf8').split('TOOL="$BUILD/native/src/cli/meander-cli"')[0]
    .replace('source "$TOOLS/setup.sh"', 'mkdir -p "$CACHE"; : >"$CACHE/toolchain.env"');
  fs.writeFileSync(path.join(folder, 'decide.sh'), `set -euo pipefail\nverb=run\nsource "${root}/tools/common.sh"\nBUILD="$PWD/build"\nset -- --first\n${decided}\necho $build_what\n`);
  const decides = () => {
    const { stdout, stderr } = spawnSync('bash', ['decide.sh'], { cwd: folder, encoding: 'utf8', env: { ...process.env, MEANDER_ROOT: root, MEANDER_CACHE: path.join(folder, 'cache') } });
    return stdout.trim() || stderr;
  };
  try {
    assert.equal(decides(), 'first');
    fs.writeFileSync(path.join(folder, 'build/native.stamp'), 'of other sources');
    assert.equal(decides(), 'first', 'no page but one was ever built');
    fs.writeFileSync(path.join(folder, 'build/web.stamp'), 'of other sources');
    assert.equal(decides(), 'all');
    // Another version of the compiler at the same place: headers that the old one has read are gone.
    fs.mkdirSync(path.join(folder, 'cache/emscripten'), { recursive: true });
    fs.mkdirSync(path.join(folder, 'build/web'));
    fs.writeFileSync(path.join(folder, 'cache/emscripten/versions.txt'), 'emscripten 4');
    assert.equal(decides(), 'first');
    assert.equal(fs.existsSync(path.join(folder, 'build/web')), false);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('a source that does not come is one sentence; the server and the other explorers go on', async (t) => {
  const made = project(t);
  made.open('gate-wikipedia', 'gate-sentences', 'gate-sounds');
  const run = await start(made);
  await until(async () => (await run.told('sentences')).state === 'failed', 'the failure');
  assert.equal((await run.told('sentences')).sentence, 'Thing could not be fetched: no route to host. Is there a network?');
  await until(async () => await run.get('sounds.html') === 'sounds is here', 'the explorer after it');
  assert.match(run.said(), /^Sentences could not be made: thing could not be fetched: no route to host\. Is there a network\? Everything else works; \.\/meander, started again, goes on where this stopped\.$/m);
  assert.equal(await run.get('ideas.html'), 'ideas is here');
  assert.match(await run.get('sentences.html'), /data-coming/);
  run.program.kill('SIGTERM');
  await run.ended;
  // With a network it is made the next time, and only it.
  made.open('network');
  const again = await start(made);
  await until(async () => await again.get('sentences.html') === 'sentences is here', 'the room');
  assert.deepEqual(made.lines('begun'), ['wikipedia', 'sounds', 'sentences']);
});

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGKILL'])) {
  test(`ended by ${signal} while it makes a pack, nothing goes on by itself and the next start finishes`, async (t) => {
    const made = project(t);
    made.open('gate-wikipedia', 'gate-sounds', 'network');
    const run = await start(made);
    await until(() => made.lines('begun').includes('sentences'), 'the pack being made');
    assert.ok(isAlive(made.folder));
    run.program.kill(signal);
    assert.equal(await run.ended, signal === 'SIGINT' ? 130 : 'SIGKILL');
    if (signal === 'SIGINT') assert.match(run.said(), /Stopped; what was finished is kept, and the next \.\/meander goes on from there\.$/m);
    await until(() => !isAlive(made.folder), 'the maker to end');
    assert.deepEqual(made.lines('finished'), ['wikipedia']);
    made.open('gate-sentences');
    const again = await start(made);
    await until(async () => await again.get('sounds.html') === 'sounds is here', 'the last room');
    assert.equal(await again.get('sentences.html'), 'sentences is here');
    assert.deepEqual(made.lines('finished'), ['wikipedia', 'sentences', 'sounds']);
  });
}

test('for a host everything is made before it ends, or one sentence says why not', (t) => {
  const made = project(t);
  made.open('gate-wikipedia', 'gate-sentences', 'gate-sounds');
  const site = () => spawnSync(made.at('meander'), ['site'], { env: made.env, encoding: 'utf8', timeout: 240_000 });
  const refused = site();
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /\nmeander: thing could not be fetched: no route to host\. Is there a network\?\n$/);
  made.open('network');
  const whole = site();
  assert.equal(whole.status, 0, whole.stderr);
  for (const room of ['ideas', 'sentences', 'sounds']) assert.equal(fs.readFileSync(made.at(`dist/${room}.html`), 'utf8'), `${room} is here`);
});

test('what a maker says is understood: steps, how far, how long, complaints', () => {
  assert.deepEqual(heard('lines-registry               …'), { step: 'lines-registry', detail: '' });
  assert.deepEqual(heard('Choosing the lines: 0 %'), { step: 'Choosing the lines', detail: '0 %', left_s: undefined });
  assert.deepEqual(heard('Reading every line for its meaning: 40 %, 50 s left'), { step: 'Reading every line for its meaning', detail: '40 %', left_s: 50 });
  assert.deepEqual(heard('  site: 6.2 of 62.1 MB compressed, 121 s left'), { step: 'site', detail: '6.2 of 62.1 MB compressed', left_s: 121 });
  assert.deepEqual(heard('  npm:@some/thing: 1.0 of 9.5 MB, 3 s left'), { step: 'npm:@some/thing', detail: '1.0 of 9.5 MB', left_s: 3 });
  assert.deepEqual(heard('meander: the disk is full: 50 MB are needed.'), { complaint: 'the disk is full: 50 MB are needed.' });
  assert.deepEqual(heard('site                         12 s'), {});
  assert.equal(leftOfAll(240, 100), 140);
  assert.equal(leftOfAll(240, 230, 52), 52);
  assert.equal(leftOfAll(240, 400), 5);
  const progress = notBegun();
  const clock = { usual_s: 240, begun_ms: 0, step_left_s: 300, heard_ms: 60_000 };
  tick(progress, clock, 60_000);
  assert.deepEqual([progress.left_s, progress.share], [300, 60 / 360]);
  tick(progress, clock, 120_000);  // nothing was said for a minute
  assert.deepEqual([progress.left_s, progress.share], [240, 120 / 360]);
  clock.step_left_s = 9000;
  tick(progress, clock, 130_000);
  assert.equal(progress.share, 120 / 360);
});
