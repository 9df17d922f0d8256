// What every set-up and build step stands on (tools/common.sh): one sentence for a failure, progress,
// a clean stop, one at a time, and which Emscripten is taken. Steps here are made up; nothing is fetched.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander steps '));  // with spaces, as people have
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const cache = path.join(folder, 'cache');
/** A script as ./meander would run it. @param {string} lines */
const script = (lines) => `set -euo pipefail; MEANDER_ROOT='${root}'; verb=setup; source "$MEANDER_ROOT/tools/common.sh"\n${lines}`;
/** @param {NodeJS.ProcessEnv} [more] */
const env = (more) => ({ ...process.env, MEANDER_CACHE: cache, ...more });
/** @param {string} lines @param {NodeJS.ProcessEnv} [more] */
function run(lines, more) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script(lines)], { encoding: 'utf8', env: env(more), timeout: 240_000 });
  return { status, stdout, stderr: stderr.split('\n').map((line) => line.trimEnd()).filter(Boolean) };
}

test('a step that says why it failed is quoted, and only that', () => {
  const got = run('work() { echo chatter; echo "meander: the cat is away." >&2; echo more; return 1; }; step feed-cat work; echo reached');
  assert.deepEqual(got.stderr, ['feed-cat                     …', 'meander: the cat is away.']);
  assert.equal(got.status, 1);
  assert.equal(got.stdout, '');
});

test('a step that does not say why shows the end of its log and where the rest is', () => {
  const got = run('work() { for i in $(seq 100); do echo "line $i"; done; false; }; step count work');
  assert.equal(got.status, 1);
  assert.deepEqual(got.stderr.slice(1), [...Array.from({ length: 15 }, (_, i) => `line ${86 + i}`),
    `meander: the step "count" did not finish; its whole output is in ${cache}/logs/count.log.`]);
});

test('nothing stops in silence', () => {
  const got = run('x="$(ls /nowhere 2>/dev/null | sort)"; echo reached');
  assert.equal(got.status, 2);
  assert.equal(got.stdout, '');
  assert.match(got.stderr.join('\n'), /^meander: stopped by "x=.*" \(line \d+ of .*\)\.$/);
});

test('with no stderr to speak to, steps go on all the same', () => {
  const closed = spawnSync('bash', ['-c', `exec 2>&-; ${script('step quiet true; echo reached')}`], { encoding: 'utf8', env: env() });
  assert.equal(closed.stdout, 'reached\n');
  assert.equal(closed.status, 0);
});

/** A step whose work goes on until something was told of it. @param {string} work @param {string} told @param {string} how it is begun */
function runUntilTold(work, told, how) {
  const file = path.join(cache, 'said');
  const { status } = run(`mkdir -p "$CACHE"; exec 2>"$CACHE/said"; work() { ${work}; until grep -q '${told}' "$CACHE/said"; do sleep 0.1; done; }; ${how}`);
  return { status, said: fs.readFileSync(file, 'utf8').split('\n').map((line) => line.trimEnd()).filter(Boolean) };
}

test('a long step tells how far it is', () => {
  const got = runUntilTold('for i in 1 2 3 4 5 6; do echo "[$i/8] Building thing $i"; done', 'of 8 files', 'step build work');
  assert.equal(got.status, 0);
  assert.match(got.said.slice(1).join('\n'), /^( {2}build: [1-8] of 8 files, \d+ s left\n)+build +\d+ s$/);
});

test('a growing folder is measured; what a stopped try left in it goes first', () => {
  const grown = path.join(cache, 'thing.partial');
  fs.mkdirSync(grown, { recursive: true });
  fs.writeFileSync(path.join(grown, 'old'), 'half done');
  const got = runUntilTold('ls "$CACHE/thing.partial" 2>/dev/null && return 1; mkdir "$CACHE/thing.partial"; head -c 6000000 /dev/zero >"$CACHE/thing.partial/a"', '6 of 10 MB',
    'step_mb=10 step_grows="$CACHE/thing.partial" step grow work');
  assert.equal(got.status, 0, got.said.join('\n'));
  assert.match(got.said.join('\n'), /^ {2}grow: 6 of 10 MB, \d+ s left$/m);
});

test('too little room is said before anything is begun', () => {
  const got = run('step_mb=999999999 step huge touch "$CACHE/begun"');
  assert.equal(got.status, 1);
  assert.match(got.stderr.join('\n'), /^meander: the disk is full: 999999999 MB are needed below .*cache, \d+ MB are free\.$/);
  assert.equal(fs.existsSync(path.join(cache, 'begun')), false);
});

test('system packages that are missing are one line to run, or are installed by who may', () => {
  const missing = 'need bash bash; need no-such-tool-here no-such-package; need_file /no/such/header.h no-such-dev; install_missing; echo reached';
  const reader = run(`id() { echo 1000; }; ${missing}`);
  assert.deepEqual(reader.stderr, ['meander: some system packages are missing; please run: sudo apt-get install -y --no-install-recommends no-such-package no-such-dev']);
  assert.equal(reader.status, 1);
  const root = run(`id() { echo 0; }; install_packages() { echo "asked for \${missing_packages[*]}"; }; ${missing}`);
  assert.equal(root.stdout, 'reached\n');
  assert.match(root.stderr.join('\n'), /^Installing from Debian: no-such-package no-such-dev\n/);
  const elsewhere = run(`command() { [ "$2" != apt-get ] && builtin command "$@"; }; ${missing}`);
  assert.deepEqual(elsewhere.stderr, ['meander: please install these with your package manager first: no-such-package no-such-dev.']);
});

test('a tool that is too old is named before anything is fetched', () => {
  const real = spawnSync('bash', ['-c', 'command -v python3'], { encoding: 'utf8' }).stdout.trim();
  /** @type {[string, string, string][]} tool, what it says when asked, the sentence */
  const old = [
    ['node', 'echo v16.20.2', 'Node v16.20.2 is too old; 18.17 or newer is needed.'],
    ['python3', `case "$*" in *version_info*) exit 1 ;; --version) echo Python 3.8.10 ;; *) exec '${real}' "$@" ;; esac`, 'Python 3.8.10 is too old; 3.9 or newer is needed.'],
    ['cmake', 'echo cmake version 3.18.4', 'cmake version 3.18.4 is too old; 3.25 or newer is needed.'],
    ['g++', 'echo 10', 'g++ 10 is too old; 12 or newer is needed.'],
  ];
  for (const [tool, answer, sentence] of old) {
    const bin = path.join(folder, `old ${tool}`);
    fs.mkdirSync(bin);
    fs.writeFileSync(path.join(bin, tool), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
    const fresh = path.join(folder, `cache of ${tool}`);
    // Whatever else this machine lacks is another test's matter.
    const got = run('eval "$(sed "s/^install_missing$/missing_packages=()/" "$TOOLS/setup.sh")"; echo reached',
      { PATH: `${bin}:${emccOf('4.0.10')}:${process.env.PATH}`, MEANDER_CACHE: fresh });
    assert.deepEqual(got.stderr, [`meander: ${sentence}`]);
    assert.equal(got.status, 1);
    assert.deepEqual(fs.readdirSync(fresh), ['lock']);
  }
});

test('Ctrl-C ends a step at once and says that nothing is lost', async () => {
  const program = spawn('bash', ['-c', script('step wait sleep 30; echo reached')], { env: env(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, answered] = ['', ''];
  program.stdout.on('data', (part) => { answered += part; });
  const begun = new Promise((done) => { program.stderr.on('data', (part) => { said += part; if (said.includes('…')) setTimeout(done, 300); }); });
  await begun;
  process.kill(-Number(program.pid), 'SIGINT');
  const status = await new Promise((done) => { program.on('close', done); });
  assert.equal(status, 130);
  assert.match(said, /\nStopped; what was finished is kept\.\n$/);
  assert.equal(answered, '');
});

test('who comes second waits and says so, then goes on', async () => {
  const first = spawn('bash', ['-c', script('mkdir -p "$CACHE"; lock "$CACHE/lock" 9 set-up; echo held; read -r line; echo freed')], { env: env(), stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise((done) => { first.stdout.once('data', done); });
  const second = spawn('bash', ['-c', script('lock "$CACHE/lock" 9 set-up; echo mine; unlock 9')], { env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
  let answered = '';
  second.stdout.on('data', (part) => { answered += part; });
  const said = await new Promise((done) => { second.stderr.once('data', done); });
  assert.equal(String(said), 'Another set-up is running; waiting for it.\n');
  assert.equal(answered, '');
  first.stdin.end('go on\n');
  assert.equal(await new Promise((done) => { second.on('close', done); }), 0);
  assert.equal(answered, 'mine\n');
});

test('who waits is told now and then how far the other one is', async () => {
  const busy = 'work() { echo "[3/7] a file"; read -r line; }; lock "$CACHE/lock" 9 build; step knit work; unlock 9';
  const first = spawn('bash', ['-c', script(busy)], { env: env(), stdio: ['pipe', 'ignore', 'pipe'] });
  await new Promise((done) => { first.stderr.on('data', (part) => { if (String(part).includes('knit')) setTimeout(done, 300); }); });
  const second = spawn('bash', ['-c', script('lock_tells_s=1; lock "$CACHE/lock" 9 build; echo mine')], { env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, answered] = ['', ''];
  second.stdout.on('data', (part) => { answered += part; });
  await new Promise((done) => { second.stderr.on('data', (part) => { said += part; if (said.includes('waited 2 s')) done(undefined); }); });
  assert.match(said, /^Another build is running; waiting for it\.\n {2}waited 1 s; it is at knit, 3 of 7\.\n/);
  first.stdin.end('go on\n');
  assert.equal(await new Promise((done) => { second.on('close', done); }), 0);
  assert.equal(answered, 'mine\n');
});

/** A folder with an emcc that says it is of this version. @param {string} version */
function emccOf(version) {
  const bin = path.join(folder, `emcc ${version}`, 'upstream/emscripten');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, 'emcc'), `#!/bin/sh\necho 'emcc (Emscripten gcc/clang-like replacement) ${version} (x)'\n`, { mode: 0o755 });
  return bin;
}
const choose = 'source "$TOOLS/setup_emscripten.sh"; choose_emscripten; echo "$toolchain"; settle_toolchain >/dev/null; cat "$CACHE/toolchain.env"';

test('an emcc of 3.1.60 or newer on PATH, or in EMSDK, is taken', () => {
  const [fresh, old] = [emccOf('4.0.10'), emccOf('3.1.59')];
  const onPath = run(choose, { PATH: `${fresh}:${process.env.PATH}`, EMSDK: '' });
  assert.equal(onPath.stdout.split('\n')[0], 'on_path', onPath.stderr.join('\n'));
  assert.ok(onPath.stdout.includes(`EMCC=${fresh.replaceAll(' ', '\\ ')}/emcc`), onPath.stdout);
  const inSdk = run(choose, { PATH: `${old}:${process.env.PATH}`, EMSDK: path.resolve(fresh, '../..') });
  assert.equal(inSdk.stdout.split('\n')[0], 'emsdk');
  assert.ok(inSdk.stdout.includes(`EMXX=${fresh.replaceAll(' ', '\\ ')}/em++`));
});

test('anywhere but on Debian 12 or newer the sentence says what to install', (t) => {
  const release = path.join(folder, 'os-release');
  const pretend = (/** @type {string} */ text) => {
    fs.writeFileSync(release, text);
    return spawnSync('unshare', ['-m', 'bash', '-c', `mount --bind '${release}' /etc/os-release || exit 99\n${script('source "$TOOLS/setup_emscripten.sh"; choose_emscripten; echo "$toolchain"')}`],
      { encoding: 'utf8', env: env({ PATH: `${emccOf('3.1.6')}:${process.env.PATH}`, EMSDK: '' }) });
  };
  const ubuntu = pretend('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n');
  if (ubuntu.status === 99 || /unshare/.test(ubuntu.stderr)) return t.skip('this needs the right to mount');
  for (const got of [ubuntu, pretend('ID=debian\nVERSION_ID="11"\n'), pretend('ID=fedora\nVERSION_ID=42\n'), pretend('')]) {
    assert.equal(got.stderr.trim(), 'meander: on this system please install Emscripten 3.1.60 or newer first (emsdk puts emcc on PATH; the one there is 3.1.6), or work in a Debian 12 or 13 container.');
    assert.equal(got.status, 1);
  }
  if (fs.existsSync('/usr/share/keyrings/debian-archive-keyring.gpg')) assert.equal(pretend('ID=debian\nVERSION_ID="13"\n').stdout, 'debian\n');
});
