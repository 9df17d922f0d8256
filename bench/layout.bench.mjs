// Seconds and quality of the map's layout: ours against umap-learn and openTSNE, on the same vectors
// and threads, neighbour search included, taking turns; medians. Each map is scored by one measure.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machine, median, python, root, verdict } from './common.mjs';

const build = path.join(root, 'build/native');
const pack = process.env.MEANDER_BENCH_PACK ?? path.join(root, 'build/packs/wikipedia');
const rounds = Number(process.env.MEANDER_BENCH_ROUNDS ?? 3);
const threads = Number(process.env.MEANDER_BENCH_THREADS ?? Math.min(2, os.cpus().length));
const peers = path.join(root, 'bench/layout/peers.py');
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
  console.log(`Layout of the articles, ${threads} threads, medians of ${rounds} rounds by turns`);
  console.log('              seconds  ours/it  recall@10  trust (all)  trust (2,500 rows, mean of ten; lowest)');
  for (const { name, recall, trust, trust_2500: part, trust_2500_low: low } of scores) {
    const s = median(seconds[name]);
    console.log(`${name.padEnd(12)} ${s.toFixed(1).padStart(8)} ${(median(seconds.ours) / s).toFixed(3).padStart(8)} ${recall.toFixed(4).padStart(10)} ` +
      `${trust.toFixed(4).padStart(12)} ${part.toFixed(4).padStart(10)}; ${low.toFixed(4)}`);
  }
  const mine = scores.find(({ name }) => name === 'ours'), share = median(seconds.ours) / median(seconds.openTSNE);
  console.log(`Goal: ${share.toFixed(3)} × openTSNE's time (≤ 0.2 ${verdict(share <= 0.2)}) at recall@10 ${mine.recall.toFixed(4)} (≥ .445 ${verdict(mine.recall >= 0.445)}) ` +
    `and trust ${mine.trust_2500.toFixed(4)} (≥ .945 ${verdict(mine.trust_2500 >= 0.945)}), the latter as it was set: over 2,500 rows.`);
  console.log(`${machine()}.`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
