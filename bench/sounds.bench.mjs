// How often the nearest sound to a numbered one ("metal footstep 2") is one of its siblings: our features
// beside those of the Infinite Drum Machine, in the full space and on the map, in one run.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { cache, root, verdict } from './common.mjs';

const build = path.join(root, 'build/native');
execFileSync('ninja', ['-C', build, 'bench_sounds'], { stdio: ['ignore', 'ignore', 'inherit'] });
const said = execFileSync(path.join(build, 'src/make/bench_sounds'), [path.join(root, 'data/recipes/sounds.json'), cache, root]).toString();
const [counts, ours, theirs] = said.trim().split('\n').map((line) => JSON.parse(line));
console.log(`${counts.sounds} sounds, of which ${counts.in_groups} in ${counts.groups} groups of siblings`);
console.log('features                       top-1  top-5  top-1 on the map  top-5 on the map');
for (const row of [ours, theirs]) {
  console.log(`${row.features.padEnd(28)} ${row.top1.toFixed(3).padStart(7)} ${row.top5.toFixed(3).padStart(6)} ${row.map_top1.toFixed(3).padStart(17)} ${row.map_top5.toFixed(3).padStart(17)}`);
}
console.log(`top-1 ≥ .50: ${verdict(ours.top1 >= 0.5)}; on the map ≥ .45: ${verdict(ours.map_top1 >= 0.45)}; ` +
  `trustworthiness ${ours.trustworthiness.toFixed(3)} ≥ .97: ${verdict(ours.trustworthiness >= 0.97)}`);
