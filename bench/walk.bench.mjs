// Walks between 50 fixed pairs: how close their steps are and how long finding takes, beside plain
// cheapest paths on the same roads in the same program.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const build = path.join(root, 'build/native');
execFileSync('ninja', ['-C', build, 'bench_walk'], { stdio: ['ignore', 'ignore', 'inherit'] });
const answer = JSON.parse(execFileSync(path.join(build, 'src/cli/bench_walk'), [path.join(root, 'build/packs/wikipedia')]).toString());
console.log(`Walks by meaning, ${answer.pairs} pairs, medians`);
console.log('                      steps  mean cosine  weakest  worst of all     ms of its own processor time');
for (const row of answer.rows) {
  console.log(`${row.way.padEnd(20)} ${row.steps.toFixed(0).padStart(6)} ${row.mean.toFixed(3).padStart(12)} ${row.weakest.toFixed(3).padStart(8)} ` +
    `${row.weakest_of_all.toFixed(3).padStart(13)} ${row.ms.toFixed(1).padStart(6)}`);
}
console.log(`Pairs are drawn from ${answer.known} articles to which eight others lead; ${answer.links} links lead from one to another, ` +
  `and along them there is a walk for ${answer.pairs_by_links} of the ${answer.pairs}.`);
const { at_equal_length: equal } = answer;
for (const power of [2, 4]) {
  console.log(`At the length of Dijkstra with power ${power}: weakest step better in ${equal[`better_than_power_${power}`]}, ` +
    `worse in ${equal[`worse_than_power_${power}`]} of ${answer.pairs} (goal: never worse, better in the median)`);
}
