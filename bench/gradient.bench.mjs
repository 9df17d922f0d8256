// Gradients between 40 pairs of our own (or --pairs FILE.jsonl): in each space beside two plain searches, nearest to each
// point of the way and the same passing over lines already used. Scores use the lines' true vectors, not the codes that
// the search goes by. bench/out/gradients.md holds all of them for readers, ours and the second search as A and B in an
// order that only the key tells. Last, how long a reader of the page waits.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache, machine, root, verdict } from './common.mjs';
import { timePage } from './gradient/page.mjs';

const build = path.join(root, 'build/native');
const asked = process.argv.indexOf('--pairs');
const pairs = asked > 0 ? path.resolve(process.argv[asked + 1]) : path.join(root, 'bench/gradient/pairs.jsonl');
const pack = process.env.MEANDER_LINES ?? path.join(root, 'build/packs/sentences');
if (!fs.existsSync(path.join(pack, 'pack.meander'))) {
  console.log('There is no pack of lines yet; make it with ./meander pack sentences.');
  process.exit(0);
}
execFileSync('ninja', ['-C', build, 'bench_gradient'], { stdio: ['ignore', 'ignore', 'inherit'] });
const answer = JSON.parse(execFileSync(path.join(build, 'src/cli/bench_gradient'), [pack, path.join(cache, 'model'), pairs],
  { maxBuffer: 1 << 28 }).toString());

console.log(`Gradients of seven lines out of ${answer.lines}, ${answer.pairs} pairs, means`);
console.log('space     search   distinct  near-repeat    tau  max/mean  largest step  on-path  ends  length');
for (const space of answer.spaces) {
  for (const search of ['nearest', 'skip', 'ours']) {
    const scores = space[search];
    console.log(`${space.space.padEnd(9)} ${search.padEnd(7)} ${scores.distinct.toFixed(3).padStart(9)} ${scores.near_repeat.toFixed(4).padStart(12)} ` +
      `${scores.order.toFixed(3).padStart(6)} ${scores.max_to_mean.toFixed(3).padStart(9)} ${scores.largest_step.toFixed(3).padStart(13)} ` +
      `${scores.on_path.toFixed(3).padStart(8)} ${String(scores.ends_repeated).padStart(5)} ${String(scores.beyond_length).padStart(7)}`);
  }
  const { ours, skip } = space;
  const share = ours.largest_step / skip.largest_step;
  console.log(`          distinct 1.00 ${verdict(ours.distinct === 1)} · near-repeat ≤ .005 ${verdict(ours.near_repeat <= 0.005)} · tau ≥ .955 ` +
    `${verdict(ours.order >= 0.955)} · max/mean ≤ 1.40 ${verdict(ours.max_to_mean <= 1.4)} · largest step ÷ skip ${share.toFixed(3)} (≤ .85 ${verdict(share <= 0.85)})`);
}

// For readers who did not build it. The order of A and B is drawn by a seed, so that the same gradients print alike.
let state = 20260;
const draw = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state >>> 31;
};
const page = ['# Gradients, blind', '', 'For each pair mark the better of A and B, and every line that you laughed at for the wrong reason.', ''];
const key = [];
for (const space of answer.spaces) {
  // All of them in meaning, which a reader meets first; every fourth in the others.
  const some = space.gradients.filter((/** @type {unknown} */ _, /** @type {number} */ i) => space.space === 'meaning' || i % 4 === 0);
  page.push(`## ${space.space}`, '');
  for (const [i, gradient] of some.entries()) {
    const oursFirst = draw() === 0;
    key.push(`${space.space} ${i + 1}: ours is ${oursFirst ? 'A' : 'B'}`);
    page.push(`### ${space.space} ${i + 1}`, '');
    for (const [name, lines] of [['A', oursFirst ? gradient.ours : gradient.skip], ['B', oursFirst ? gradient.skip : gradient.ours]]) {
      page.push(`**${name}**  `, [gradient.a, ...lines, gradient.b].join('  \n'), '');
    }
  }
}
const out = path.join(root, 'bench/out');
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, 'gradients.md'), `${page.join('\n')}\n`);
fs.writeFileSync(path.join(out, 'gradients-key.txt'), `${key.join('\n')}\n`);
console.log(`To be read blind: bench/out/gradients.md; the key: bench/out/gradients-key.txt.`);

if (fs.existsSync(path.join(root, 'dist/sentences.html'))) {
  const some = fs.readFileSync(pairs, 'utf8').split('\n').filter(Boolean).slice(0, Number(process.env.MEANDER_BENCH_ROUNDS ?? 20)).map((line) => JSON.parse(line));
  console.log('In the page (Chromium, one worker), milliseconds from the press to the lines on the page, both ends encoded; medians');
  for (const { name, first, all, count } of await timePage(some, [{ name: 'meaning', key: 'm' }, { name: 'spelling', key: 'l' }, { name: 'sound', key: 's' }])) {
    console.log(`${name.padEnd(9)} first lines ${first.toFixed(0).padStart(4)} (≤ 150 ${verdict(first <= 150)}) · all ${all.toFixed(0).padStart(4)} (≤ 400 ${verdict(all <= 400)}) · ${count} pairs`);
  }
  console.log(machine());
}
