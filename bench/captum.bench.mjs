// Natively, one thread each: integrated gradients as Captum on PyTorch works them out and as we do, from the same
// weights with the same steps from the same start, by turns, as ratios; before that whether both find the same. First
// a closeness of two texts of 16 pieces shared out among pieces, then a class among 14 × 14 places of a picture.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { cache, machine, median, numbersOf, root, timesAsLong } from './common.mjs';

const [rounds] = numbersOf('MEANDER_BENCH_ROUNDS', [15]);
const Q = 'The small dog ran across the wet field to the old red barn .';  // 16 pieces, the marks included, and so is A
const A = 'A young puppy was running over green grass to reach a farm house .';
const CLASS = '967';  // espresso

const torch = path.join(cache, 'captum/debian');
const processor = { x64: 'x86_64', arm64: 'aarch64' }[/** @type {'x64'} */ (process.arch)];
const libraries = ['usr/lib/NAME/openblas-pthread', 'usr/lib/NAME', 'lib/NAME', 'usr/lib']
  .map((folder) => path.join(torch, folder.replace('NAME', `${processor}-linux-gnu`)));
const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH:
  `${path.join(torch, 'usr/lib/python3/dist-packages')}:${path.join(cache, 'captum/python')}` };

/** A program that answers every line with a line. @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} [own] */
function start(program, args, own) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...env, ...own } });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended early`);
    return /** @type {string} */ (value);
  };
  return {
    next,
    /** Seconds by the clock and of the thread's own time. @param {string} work */
    ask: async (work) => { child.stdin.write(`${work}\n`); return (await next()).split(' ').map(Number); },
    kill: () => child.kill(),
  };
}
const captum = (/** @type {string} */ file, /** @type {string[]} */ args) =>
  start('/usr/bin/python3', [path.join(root, 'bench/captum', file), ...args], { LD_LIBRARY_PATH: libraries.join(':') });

/** @typedef {ReturnType<typeof start>} Program */
/** What is asked of ours and by which names of Captum. @type {[string, string, Record<string, string>][]} */
const INSIDE = [
  ['forward', 'read a text', { '': 'forward' }],
  ['gradient', 'gradient × input', { '': 'gradient' }],
  ...[8, 32].map((steps) => /** @type {[string, string, Record<string, string>]} */ ([`${steps}`, `integrated, ${steps} steps`,
    { 'all steps at once': `${steps}`, 'a step at a time': `${steps}/1` }])),
];
const PICTURES = INSIDE.map(([work, label, peers]) => /** @type {typeof INSIDE[0]} */ ([work,
  label.replace('read a text', 'look at a picture').replace('× input', '× activation'),
  Number(work) ? { ...peers, 'LayerIntegratedGradients, which begins elsewhere': `layer/${work}` } : peers]));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-captum-'));
/** @type {Program[]} */
const programs = [];

/** @param {string} name */
function found(name) {
  const bytes = fs.readFileSync(path.join(folder, name));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The largest difference. @param {Float64Array} some @param {Float64Array} others */
const apart = (some, others) => some.reduce((most, value, i) => Math.max(most, Math.abs(value - others[i])), 0);

/** Once each unmeasured, its values kept; then by turns. @param {string} title @param {Program} ours @param {Program} theirs @param {typeof INSIDE} asked */
async function compare(title, ours, theirs, asked) {
  console.log(`\n${title}\n`);
  /** By the clock, and of the thread's own time. @type {Record<string, number[]>[]} */
  const [clock, own] = [{}, {}];
  /** @param {Program} program @param {string} who @param {string} work @param {boolean} is_measured */
  const take = async (program, who, work, is_measured) => {
    const key = `${who}-${work.replace('/', '-')}`;
    const [seconds, of_thread] = await program.ask(is_measured ? work : `${work} ${path.join(folder, key)}`);
    if (!is_measured) [clock[key], own[key]] = [[], []];
    else { clock[key].push(seconds); own[key].push(of_thread); }
  };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [work, , peers] of asked) {
      await take(ours, 'ours', work, round > 0);
      for (const peer of Object.values(peers)) await take(theirs, 'theirs', peer, round > 0);
    }
  }
  console.log('| what | ours, ms | Captum on PyTorch, ms | Captum ÷ ours | by the clock | largest difference | of at most |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const shown = (/** @type {number} */ seconds) => (seconds * 1000).toFixed(1);
  for (const [work, label, peers] of asked) {
    const mine = found(`ours-${work}`);
    const largest = apart(mine, new Float64Array(mine.length));
    for (const [kind, peer] of Object.entries(peers)) {
      const key = `theirs-${peer.replace('/', '-')}`, values = found(key);
      const is_same = !peer.startsWith('layer/');  // that one is asked for its time alone
      if (is_same && values.length !== mine.length) throw new Error(`${label}: ${values.length} values, not ${mine.length}`);
      console.log(`| ${label}${kind && `; ${kind}`} | ${shown(median(own[`ours-${work}`]))} | ${shown(median(own[key]))} | ` +
        `${timesAsLong(own[key], own[`ours-${work}`]).toFixed(2)} | ${timesAsLong(clock[key], clock[`ours-${work}`]).toFixed(2)} | ` +
        `${is_same ? apart(mine, values).toExponential(1) : '–'} | ${is_same ? largest.toPrecision(2) : '–'} |`);
    }
  }
}

try {
  if (!fs.existsSync(path.join(cache, 'stamps/captum'))) {
    console.log('Not compared: this system has not the PyTorch that is asked for (Debian 12).');
  } else {
    execFileSync('ninja', ['-C', path.join(root, 'build/native'), 'bench_captum'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const program = path.join(root, 'build/native/bench/captum/bench_captum');
    const ids = path.join(folder, 'ids.json'), crop = path.join(cache, 'pictures/photos/crops/coffee.rgb');
    const inside = start(program, ['inside', path.join(cache, 'model'), Q, A, ids]);
    programs.push(inside);
    await inside.ask('forward');  // by then the ids have been written
    const inside_captum = captum('inside.py', [path.join(cache, 'tensors'), ids]);
    programs.push(inside_captum);
    console.log(`${await inside_captum.next()}, Debian 12, one thread each, medians of ${rounds} rounds by turns. Milliseconds and the first ratio are of the thread’s own time.`);
    await compare('Inside: all-MiniLM-L6-v2, 16 pieces, from [MASK]s, Gauss and Legendre’s points.', inside, inside_captum, INSIDE);
    const pictures = start(program, ['pictures', path.join(cache, 'pictures/model'), crop, CLASS]);
    programs.push(pictures);
    const pictures_captum = captum('pictures.py', [path.join(cache, 'pictures/tensors'), crop, CLASS]);
    programs.push(pictures_captum);
    await pictures_captum.next();
    await compare('Pictures: EfficientNet-Lite0 at b11.exp (14 × 14), from zeros, midpoints; the look itself counted.', pictures, pictures_captum, PICTURES);
    console.log('\nWhere two differ, who is right? PyTorch in doubles, largest difference from it:');
    for (const steps of ['8', '32']) {
      await pictures_captum.ask(`exact/${steps} ${path.join(folder, 'exact')}`);
      const told = [['ours', `ours-${steps}`], ['Captum at once', `theirs-${steps}`], ['a step at a time', `theirs-${steps}-1`]]
        .map(([who, name]) => `${who} ${apart(found(name), found('exact')).toExponential(1)}`);
      console.log(`${steps} steps: ${told.join(', ')}`);
    }
    console.log(`\n${machine()}.`);
  }
} finally {
  for (const program of programs) program.kill();
  fs.rmSync(folder, { recursive: true, force: true });
}
