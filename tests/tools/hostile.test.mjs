// The command line against whoever means it ill or is new to it: every bad call is one sentence on
// stderr and an exit code that is not 0, the answer alone goes to stdout, and nothing is harmed that
// was there. Needs what set-up fetched and the native tool.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const meander = path.join(root, 'meander');
const tool = path.join(root, 'build/native/src/cli/meander-cli');
const pack = path.join(root, 'tests/released/pack-v1');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-hostile-'));
/** @param {string} name */
const at = (name) => path.join(folder, name);
before(() => {
  fs.writeFileSync(at('empty'), '');
  fs.writeFileSync(at('binary'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
  fs.writeFileSync(at('latin.jsonl'), Buffer.from('{"text":"caf\xe9"}\n', 'latin1'));
  fs.writeFileSync(at('latin.txt'), Buffer.from('caf\xe9\n\xff\xfe\n', 'latin1'));
  fs.writeFileSync(at('deep.jsonl'), '['.repeat(100000));
  fs.writeFileSync(at('number.jsonl'), '{"text":5}\n');
  fs.writeFileSync(at('list.jsonl'), '[1]\n');
  fs.writeFileSync(at('crlf.jsonl'), '{"text":"one"}\r\n\r\n{"text":"two"}\r\n');
  const npy = (/** @type {string} */ name, /** @type {string} */ kind, /** @type {string} */ shape, /** @type {number[]} */ numbers) => {
    const head = Buffer.from(`{'descr': '${kind}', 'fortran_order': False, 'shape': (${shape}), }\n`);
    fs.writeFileSync(at(name), Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), Buffer.from([head.length, 0]), head, Buffer.from(new Float32Array(numbers).buffer)]));
  };
  npy('ints.npy', '<i4', '1,', [1]);
  npy('short.npy', '<f4', '2, 2', [1, 2, 3]);
  npy('huge.npy', '<f4', '4294967296, 4294967296, 4294967296', [1]);
  npy('none.npy', '<f4', '0, 3', []);
  npy('below.npy', '<f4', '1, 2', [1, -1]);
  npy('nan.npy', '<f4', '1, 2', [1, NaN]);
  npy('good.npy', '<f4', '2, 1, 3', [1, 2, 3, 2, 4, 6]);
  fs.writeFileSync(at('long.jsonl'), `{"text":"${'word '.repeat(200000)}"}\n`);
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} program @param {string[]} words @param {NodeJS.ProcessEnv} [env] */
function run(program, words, env) {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', cwd: folder, env: env ?? process.env, timeout: 240_000 });
  return { status, stdout, stderr };
}

/** One sentence, the right exit code, no answer. @param {ReturnType<typeof run>} got @param {number} status @param {RegExp} sentence */
function assertRefused(got, status, sentence) {
  assert.match(got.stderr, sentence);
  assert.equal(got.stderr.trim().split('\n').length, 1, got.stderr);
  assert.equal(got.status, status, got.stderr);
  assert.equal(got.stdout, '');
}

/** @type {[string[], number, RegExp][]} */
const badCalls = [
  [['tokenize'], 2, /^Name one file/],
  [['tokenize', 'a', 'b'], 2, /^Name one file/],
  [['tokenize', ''], 1, /^Cannot read ""/],
  [['tokenize', 'missing'], 1, /^Cannot read missing: No such file/],
  [['tokenize', '.'], 1, /^Cannot read \.: Is a directory/],
  [['tokenize', 'binary'], 1, /^Line 1 is not valid JSON/],
  [['tokenize', 'latin.jsonl'], 1, /^Line 1 is not valid JSON/],
  [['tokenize', 'deep.jsonl'], 1, /nested too deeply/],
  [['tokenize', 'number.jsonl'], 2, /^Line 1: .*not a text/],
  [['tokenize', 'list.jsonl'], 2, /^Line 1: .*missing/],
  [['embed', 'latin.txt'], 2, /^Name a file/],
  [['embed', 'latin.txt', '--out', ''], 1, /^Cannot write ""/],
  [['embed', 'latin.txt', '--out', '.'], 1, /^Cannot write \.: Is a directory/],
  [['embed', 'latin.txt', '--out', 'nowhere/x.npy'], 1, /^Cannot write nowhere\/x\.npy: No such file/],
  [['embed', 'missing', '--out', 'x.npy'], 1, /^Cannot read missing/],
  [['neighbors'], 2, /^Name a pack/],
  [['neighbors', pack], 2, /^Name a pack/],
  [['neighbors', pack, 'No such article'], 1, /^There is no article "No such article"/],
  [['neighbors', pack, 'x', '--text', 'y'], 2, /^Name a pack/],
  [['neighbors', pack, '--bogus'], 2, /^"--bogus" is not understood/],
  [['neighbors', pack, 'x', '-k'], 2, /^-k needs a value/],
  ...['-5', '0', '1001', '5abc', '1e3', ' 5', '+5', '', '99999999999'].map((k) =>
    /** @type {[string[], number, RegExp]} */ ([['neighbors', pack, 'x', '-k', k], 2, /^-k takes a number from 1 to 1000\.$/m])),
  [['explain'], 2, /^Give two texts/],
  [['explain', 'one'], 2, /^Give two texts/],
  [['explain', '', 'b'], 2, /^The first text has no word/],
  [['explain', 'a', ' \n'], 2, /^The second text has no word/],
  [['explain', 'a', 'word '.repeat(200)], 2, /^The second text is longer than the 128 pieces/],
  [['explain', '😀 '.repeat(400), 'b'], 2, /^The first text is longer than the 128 pieces/],
  [['explain', 'a', 'b', '--method', 'magic'], 2, /^--method is one of/],
  [['explain', 'a', 'b', '--method'], 2, /^--method needs a value/],
  [['explain', 'a', 'b', '--layer', '7'], 2, /^--layer takes a number from 0 to 6/],
  [['explain', 'a', 'b', '--method', 'shapley', '--layer', '2'], 2, /it has no layer/],
  [['explain', 'a', 'b', '--mask'], 2, /^--mask goes with/],
  [['explain', 'a', 'b', '--seed', '-1'], 2, /^--seed takes a number/],
  [['explain', 'a', 'b', '--json', '--json'], 2, /^--json is given twice/],
  [['explain', '-a', 'b'], 2, /^"-a" is not understood/],
  [['attribute'], 2, /^Give a text/],
  [['attribute', 'a'], 2, /^Give a text/],
  [['attribute', 'a', '--target', ''], 2, /^The target has no word/],
  [['attribute', 'a', '--target', 'b', '--versus', ''], 2, /^The other target has no word/],
  [['attribute', 'word '.repeat(200), '--target', 'b'], 2, /^The text is longer/],
  [['attribute', 'a', '--target', 'b', '--method', 'magic'], 2, /^--method is one of/],
  [['attribute', 'a', '--target', 'b', '--method', 'ig', '--mask'], 2, /^--mask is for/],
  [['attribute', 'a', '--target', 'b', '--samples', '1'], 2, /^--samples takes a number/],
  [['nmf'], 2, /^Name a file/],
  [['nmf', 'missing', '-k', '2'], 1, /^Cannot read missing/],
  [['nmf', 'empty', '-k', '2'], 1, /^This is not an npy file/],
  [['nmf', 'binary', '-k', '2'], 1, /^This is not an npy file/],
  [['nmf', 'binary', '-k', '0'], 2, /^-k takes a number from 1 to 64/],
  [['nmf', 'ints.npy', '-k', '1'], 2, /^The npy file must hold floats/],
  [['nmf', 'short.npy', '-k', '1'], 1, /length does not fit/],
  [['nmf', 'huge.npy', '-k', '1'], 1, /length does not fit/],
  [['nmf', 'none.npy', '-k', '1'], 2, /^There are no numbers/],
  [['nmf', 'below.npy', '-k', '1'], 2, /--clip takes them for zero/],
  [['nmf', 'nan.npy', '-k', '1'], 2, /^Not every number/],
  [['nmf', 'good.npy', '-k', '4'], 2, /^There cannot be more groups/],
  [['tap'], 2, /^Give a text/],
  [['tap', 'a', '--layer', '0'], 2, /^Give a text/],
  [['tap', 'a', '--layer', '0', '--out', '.'], 1, /^Cannot write \./],
  [['tap', 'a', '--layer', '6', '--kind', 'ffn', '--out', 'x.npy'], 2, /^--layer takes a number from 0 to 5/],
  [['tap', 'a', '--layer', '0', '--kind', 'soul', '--out', 'x.npy'], 2, /^--kind is one of/],
  [['tap', 'word '.repeat(200), '--layer', '0', '--out', 'x.npy'], 2, /^The text is longer/],
  [['check'], 2, /^Name one pack/],
  [['check', pack, '--seeds', '3x'], 2, /^--seeds takes a number from 2 to 20/],
  [['check', 'binary'], 1, /not a Meander pack/],
  [['check', 'empty'], 1, /not a Meander pack/],
  [['check', '.'], 1, /^Cannot read \.\/pack\.meander/],
  [['check', 'a'.repeat(5000)], 1, /^There is no pack "aaa/],
  [['check', 'new\nline\u001b[31m'], 1, /^There is no pack "new line/],
  [['pack'], 2, /^Name one recipe/],
  [['pack', 'a'.repeat(5000)], 1, /^There is no recipe "aaa/],
  [['pack', '.'], 1, /^Cannot read \.: Is a directory/],
  [['pack', 'binary'], 1, /^The recipe is not valid JSON/],
  [['bogus'], 2, /^There is no verb "bogus"/],
];

test('every bad call of the native tool is one sentence', () => {
  for (const [words, status, sentence] of badCalls) assertRefused(run(tool, words), status, sentence);
});

test('odd but good input is answered', () => {
  assert.deepEqual(run(tool, ['tokenize', 'empty']), { status: 0, stdout: '', stderr: '' });
  const two = run(tool, ['tokenize', 'crlf.jsonl']);
  assert.deepEqual(two.stdout.trim().split('\n').map((line) => JSON.parse(line).pieces[1]), ['one', 'two']);
  const long = run(tool, ['tokenize', 'long.jsonl']);
  assert.equal(long.status, 0);
  assert.ok(JSON.parse(long.stdout).ids.length > 100);
  assert.equal(run(tool, ['embed', 'latin.txt', '--out', 'latin.npy']).status, 0);
  assert.equal(fs.statSync(at('latin.npy')).size, 128 + 2 * 384 * 4);
});

test('the inside of odd texts is shown', () => {
  const explain = (/** @type {string[]} */ ...words) => {
    const got = run(tool, ['explain', '--json', ...words]);
    assert.equal(got.status, 0, got.stderr);
    return JSON.parse(got.stdout);
  };
  for (const method of ['exact', 'occlusion', 'shapley', 'jvp']) {
    const one = explain('Help', 'Help!', '--method', method, '--steps', '2');
    assert.deepEqual([one.tokens_a, one.tokens_b], [['[CLS]', 'Help', '[SEP]'], ['[CLS]', 'Help', '!', '[SEP]']]);
    const sum = one.matrix.flat().reduce((/** @type {number} */ all, /** @type {number} */ x) => all + x, 0);
    assert.ok(Math.abs(one.cosine - one.gap - sum) < 1e-5, `${method} ${sum}`);
  }
  const same = explain('We met at noon.', 'We met at noon.');
  assert.ok(Math.abs(same.cosine - 1) < 1e-6 && Math.abs(same.gap) < 1e-6);
  assert.ok(explain('😀 😀', 'smile').cosine < 1);
  assert.equal(explain('--', '-5 degrees', 'cold').tokens_a[1], '-');
  const [real, ghost] = [explain('A dog barks', 'The hound howls'), explain('A dog barks', 'The hound howls', '--ghost')];
  assert.ok(Math.abs(real.cosine - ghost.cosine) > 0.05);
  const [words, pieces] = [explain('unbelievability', 'faith'), explain('unbelievability', 'faith', '--pieces')];
  assert.equal(words.tokens_a.length, 3);
  assert.ok(pieces.tokens_a.length > 3 && Math.abs(pieces.cosine - words.cosine) < 1e-7);
});

test('words are weighed and groups are found', () => {
  for (const method of ['occlusion', 'lime', 'shapley', 'gradient', 'ig', 'rollout']) {
    const got = run(tool, ['attribute', 'The dog ran.', '--target', 'A puppy was running.', '--versus', 'Stocks fell.', '--method', method, '--curve', '--json']);
    assert.equal(got.status, 0, got.stderr);
    const answer = JSON.parse(got.stdout);
    assert.deepEqual(answer.tokens, ['[CLS]', 'The', 'dog', 'ran', '.', '[SEP]']);
    assert.equal(answer.weights.length, 6);
    assert.equal(answer.curve.length, 5);
    if (method !== 'rollout') assert.ok(Math.abs(answer.value - answer.base - answer.sum - answer.gap) < 1e-6);
  }
  const groups = JSON.parse(run(tool, ['nmf', 'good.npy', '-k', '1', '--stability', '2', '--json']).stdout);
  assert.ok(groups.relative_error < 1e-6);
  assert.deepEqual([groups.w.length, groups.h[0].length, groups.stability], [2, 3, [1]]);
  const clipped = JSON.parse(run(tool, ['nmf', 'below.npy', '-k', '1', '--clip', '--json']).stdout);
  assert.equal(clipped.cut_off, 0.5);
});

test('a pack cut short or with a missing part is named damaged', () => {
  const parts = fs.readdirSync(pack);
  for (const name of ['pack.meander', ...['titles', 'vectors', 'texts'].map((section) => parts.find((part) => part.startsWith(section)) ?? '')]) {
    for (const size of [0, 1, 100, -1]) {
      const copy = fs.mkdtempSync(at('cut-'));
      fs.cpSync(pack, copy, { recursive: true });
      const whole = fs.statSync(path.join(copy, name)).size;
      fs.truncateSync(path.join(copy, name), size < 0 ? whole + size : size);
      assertRefused(run(tool, ['check', copy]), 1, /damaged|not a Meander pack|newer|older/);
      fs.rmSync(path.join(copy, name));
      assertRefused(run(tool, ['check', copy]), 1, /^Cannot read .*No such file/);
    }
  }
});

test('a recipe that makes no sense is refused before minutes are spent on it', () => {
  const good = JSON.parse(fs.readFileSync(path.join(root, 'tests/fixtures/recipe300.json'), 'utf8'));
  const layout = good.layout;
  /** @type {[object, RegExp][]} */
  const changes = [
    [{ kind: 'x' }, /kind "x" is not known/], [{ limit: -5 }, /"limit" must be/], [{ limit: 1e18 }, /"limit" must be/],
    [{ layout: undefined }, /"layout" is missing/], [{ layout: { ...layout, perplexity: 0 } }, /"perplexity" must be/],
    [{ layout: { ...layout, perplexity: -30 } }, /"perplexity"/], [{ layout: { ...layout, iterations: 0 } }, /"iterations"/],
    [{ layout: { ...layout, iterations: 1e12 } }, /"iterations"/], [{ layout: { ...layout, seed: -1 } }, /"seed"/],
    [{ not_names: undefined }, /"not_names" is missing/], [{ address_prefix: 5 }, /"address_prefix" is not a text/],
    [{ sources: 'x' }, /"sources" is not a list/], [{ reader: 'nowhere.py' }, /^Cannot read .*nowhere\.py/],
    [{ source: '../../../../../../../../etc/passwd' }, /(Cannot read|does not hold summaries)/],
  ];
  const env = { ...process.env, MEANDER_ROOT: root };
  for (const [change, sentence] of changes) {
    fs.writeFileSync(at('recipe.json'), JSON.stringify({ ...good, ...change }));
    const got = run(tool, ['pack', at('recipe.json')], env);
    assert.ok(got.status === 1 || got.status === 2, JSON.stringify(change));
    assertRefused(got, got.status, sentence);
  }
  assert.equal(fs.existsSync(path.join(root, 'build/packs/recipe')), false);
});

test('pipes and links that --out names are written, never replaced', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'ignore'] });
  /** @type {Buffer[]} */
  const parts = [];
  reader.stdout.on('data', (part) => parts.push(part));
  const ended = new Promise((done) => { reader.on('close', done); });
  assert.equal(run(tool, ['embed', 'latin.txt', '--out', at('pipe')]).status, 0);
  await ended;
  assert.equal(Buffer.concat(parts).length, 128 + 2 * 384 * 4);
  assert.ok(fs.lstatSync(at('pipe')).isFIFO());
  fs.symlinkSync('target.npy', at('link.npy'));
  assert.equal(run(tool, ['embed', 'latin.txt', '--out', 'link.npy']).status, 0);
  assert.ok(fs.lstatSync(at('link.npy')).isSymbolicLink());
  assert.equal(fs.statSync(at('target.npy')).size, 128 + 2 * 384 * 4);
});

test('an answer that cannot be written, or memory that is refused, is said', () => {
  for (const [line, sentence] of /** @type {[string, RegExp][]} */ ([
    ['"$0" tokenize --help >/dev/full', /^Standard output cannot be written/],
    ['"$0" tokenize long.jsonl >/dev/full', /^Standard output cannot be written/],
    ['"$0" tokenize long.jsonl >&-', /^Standard output cannot be written/],
    ['ulimit -v 30000; "$0" embed long.jsonl --out x.npy', /^There is not enough memory/],
  ])) {
    const got = run('bash', ['-c', line, tool]);
    assertRefused(got, 1, sentence);
  }
  assert.deepEqual(run('bash', ['-c', '"$0" tokenize missing 2>&-', tool]), { status: 1, stdout: '', stderr: '' });
});

/** The verbs as ./meander itself knows them: those of the wrapper, those of the native tool. */
const [wrapped, native] = [...fs.readFileSync(meander, 'utf8').matchAll(/^ {2}((?:[a-z-]+\|)+[a-z-]+)\)(?: source|$)/gm)]
  .map(([, names]) => names.split('|').filter((name) => !['-h', '--help', 'help'].includes(name)))
  .filter((names) => names.length > 3);

test('the wrapper lists its verbs, helps with each and refuses the rest', () => {
  const listed = run(meander, ['help']);
  assert.equal(listed.status, 0);
  assert.ok(wrapped.includes('site') && native.includes('tokenize'), 'the verbs are found in ./meander');
  for (const verb of [...wrapped, ...native, 'figure']) {
    assert.match(listed.stdout, new RegExp(`\\b${verb}\\b`));
    for (const words of [[verb, '--help'], [verb, '-h'], ['help', verb]]) {
      const got = run(meander, words);
      assert.equal(got.status, 0, `${words}: ${got.stderr}`);
      assert.match(got.stdout, /^Usage: (\.\/)?meander/);
      assert.equal(got.stderr, '');
    }
    if (!['run', 'bench', 'window'].includes(verb)) continue;
    assert.notEqual(run(meander, [verb, '--bogus']).status, 0);
  }
  for (const verb of ['test', 'setup', 'build', 'site', 'format', 'update', 'clean', 'run']) {
    assertRefused(run(meander, [verb, '--bogus']), 2, /^meander: "--bogus" is not understood/);
  }
  for (const word of ['bogus', '', '--bogus']) assertRefused(run(meander, [word]), 2, /^meander: there is no verb/);
  // "run" may be left out.
  for (const verb of [['run'], []]) {
    for (const port of ['x', '70000', '-1', '']) assertRefused(run(meander, [...verb, '--port', port]), 2, /is not a port number/);
    assertRefused(run(meander, [...verb, '--host']), 2, /--host needs an address/);
  }
});

test('before the tool is built its usage lines are the same', () => {
  const copy = fs.mkdtempSync(at('unbuilt-'));
  fs.cpSync(path.join(root, 'tools'), path.join(copy, 'tools'), { recursive: true });
  fs.copyFileSync(meander, path.join(copy, 'meander'));
  for (const verb of native) {
    const [built, unbuilt] = [run(tool, [verb, '--help']), run(path.join(copy, 'meander'), [verb, '--help'])];
    assert.equal(unbuilt.stdout.trim(), built.stdout.split('\n')[0]);
  }
});

test('without a home or a cache that can be made, one sentence', () => {
  const { HOME, XDG_CACHE_HOME, MEANDER_CACHE, ...rest } = process.env;
  assertRefused(run(meander, ['help'], rest), 1, /^meander: HOME is not set/);
  assertRefused(run(meander, ['setup'], { ...rest, MEANDER_CACHE: '/dev/null/cache' }), 1, /^meander: the folder \/dev\/null\/cache cannot be made/);
});
