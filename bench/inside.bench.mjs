// What looks into the encoder, measured: whether each method names the words that matter (deletion curves of 200
// pairs, beside random orders, the reversed order and the ghost's order), and how long the page's engine takes.
// --pairs N: of so many pairs, 0 for speed alone. Prints Markdown; docs/measures-inside.md keeps a run of it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { cache, machine, median, root, verdict } from './common.mjs';
import { openEngine } from '../tests/parity/wasm_engine.mjs';

const build = path.join(root, 'build/native');
const asked = process.argv.indexOf('--pairs');
const pairs = asked > 0 ? Number(process.argv[asked + 1]) : 200;
execFileSync('ninja', ['-C', build, 'bench_inside'], { stdio: ['ignore', 'ignore', 'inherit'] });
const tool = path.join(build, 'src/cli/bench_inside');
const env = { ...process.env, MEANDER_MODEL: path.join(cache, 'model') };

if (pairs > 0) {
  const told = JSON.parse(execFileSync(tool, ['faithful', path.join(root, 'build/packs'), String(pairs), String(os.cpus().length)],
    { env, stdio: ['ignore', 'pipe', 'inherit'] }).toString());
  /** @typedef {{ mean: number, error: number }} Mean */
  /** @param {Mean} value */
  const shown = ({ mean, error }) => `${mean.toFixed(3)} ± ${error.toFixed(3)}`;
  console.log(`Deletion areas of ${told.pairs} pairs, 5 to 7 words, mean ± standard error; less is better. Random orders (${told.orders} a pair): ${shown(told.chance)}.\n`);
  console.log('| method | area | reversed | less than random by | pairs won | ghost’s order | verdict |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  /** Told apart from nothing by two standard errors. @param {Mean} value */
  const isBelow = ({ mean, error }) => mean < -2 * error;
  for (const method of told.methods) {
    const wins = isBelow(method.less_chance) && isBelow(method.less_reversed);
    const falls = Math.abs(method.ghost_less_chance.mean) <= 2 * method.ghost_less_chance.error;
    console.log(`| ${method.method} | ${shown(method.area)} | ${shown(method.reversed)} | ${shown({ mean: -method.less_chance.mean, error: method.less_chance.error })} | ` +
      `${Math.round(method.wins * 100)} % | ${shown(method.ghost)} | ${wins ? 'better than random and reversed' : 'NO BETTER THAN RANDOM'}; ` +
      `ghost ${falls ? 'at chance' : `${method.ghost_less_chance.mean < 0 ? 'better' : 'worse'} than chance by ${Math.abs(method.ghost_less_chance.mean).toFixed(3)}`} |`);
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-bench-'));
execFileSync(tool, ['questions', folder]);
const engine = await openEngine(path.join(root, 'build/web/src/engine'), 'engine_inside', path.join(cache, 'model'));
const ROUNDS = 7;
/** @type {[string, string, boolean, number][]} */
const MEASURED = [['exact bridge', 'exact', false, 100], ['occlusion matrix', 'occlusion', false, 800], ['sampled Shapley', 'shapley', false, 3000], ['integrated matrix, first picture', 'integrated', true, 1000]];
console.log('\nThe page’s engine under Node, one thread, 16 + 16 pieces, medians of seven.\n\n| what | ms | of its own thread’s time | goal |\n| --- | --- | --- | --- |');
for (const [name, file, first, goal] of MEASURED) {
  const question = fs.readFileSync(path.join(folder, file));
  const times = [];
  const own = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const spent_before = spent();
    let told = 0;
    let told_spent = 0;
    engine.room(question, () => { if (!first || told === 0) { told = performance.now() - begun; told_spent = spent() - spent_before; } });
    if (round > 0) { times.push(told); own.push(told_spent); }
  }
  console.log(`| ${name} | ${median(times).toFixed(0)} | ${median(own).toFixed(0)} | ≤ ${goal} ${verdict(median(times) <= goal)} |`);
}
fs.rmSync(folder, { recursive: true, force: true });
console.log(`\n${machine()}`);
