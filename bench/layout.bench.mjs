// Seconds and quality of the map's layout: ours against umap-learn and openTSNE, on the same vectors
// and threads, neighbour search included, taking turns; medians. Each map is scored by one measure.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const python = process.env.MEANDER_BENCH_PYTHON ?? path.join(cache, 'python-bench/bin/python');
const build = process.env.MEANDER_BENCH_BUILD ?? path.join(root, 'build/native');
const pack = process.env.MEANDER_BENCH_PACK ?? path.join(root, 'build/packs/wikipedia');
const rounds = Number(process.env.MEANDER_BENCH_ROUNDS ?? 3);
const threads = Number(process.env.MEANDER_BENCH_THREADS ?? Math.min(2, os.cpus().length));
const peers = path.join(root, 'bench/layout/peers.py');
/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** @param {string} program @param {string[]} args */
const run = (program, args) => execFileSync(program, args, {
  stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26,
  env: { ...process.env, OMP_NUM_THREADS: String(threads), NUMBA_NUM_THREADS: String(threads), PYTHONWARNINGS: 'ignore' },
}).toString().trim();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-layout-'));
try {
  run('ninja', ['-C', build, 'bench_layout']);
  const names = ['ours', 'openTSNE', 'umap'];
  /** @type {Record<string, number[]>} */
  const seconds = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const name of names) {
      const last = (/** @type {string} */ text) => Number(text.split('\n').at(-1));
      seconds[name].push(name === 'ours'
        ? last(run(path.join(build, 'src/make/bench_layout'), [pack, String(threads), folder]))
        : last(run(python, [peers, 'run', name, String(threads), folder])));
    }
  }
  const scores = run(python, [peers, 'score', folder, ...names]).split('\n').map((line) => JSON.parse(line));
  const load = os.loadavg()[0].toFixed(1);
  console.log(`Layout, ${threads} threads, medians of ${rounds} rounds by turns, load ${load} at the end`);
  console.log('              seconds  ours/it  recall@10  trust (all)  trust (2,500 rows, mean of ten; lowest)');
  for (const { name, recall, trust, trust_2500: part, trust_2500_low: low } of scores) {
    const s = median(seconds[name]);
    console.log(`${name.padEnd(12)} ${s.toFixed(1).padStart(8)} ${(median(seconds.ours) / s).toFixed(3).padStart(8)} ${recall.toFixed(4).padStart(10)} ` +
      `${trust.toFixed(4).padStart(12)} ${part.toFixed(4).padStart(10)}; ${low.toFixed(4)}`);
  }
  console.log('Goal: ours ≤ 0.2 × openTSNE at recall@10 ≥ .445 and trust ≥ .945, the latter as it was set: over 2,500 rows.');
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
