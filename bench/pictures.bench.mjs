// Looking at a picture in wasm, one thread, in Node: ours beside ONNX Runtime Web from the same weights, by
// turns, as ratios. Ours keeps every tensor; ONNX Runtime is asked for the logits alone. With --trust as well
// how far attributions add up, and what becomes of a class when places go by them, over all photos: at the layers, and at the
// picture beside the ghost (half an hour).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as ort from 'onnxruntime-web';
import { SIDE, colourByColour, cropNamed, openWasm, photoNames, pictures, tensorNamed } from '../tests/parity/pictures_wasm.mjs';
import { byTurns, tellBeside } from './by_turns.mjs';
import { buildModule, machine, numbersOf, root, verdict } from './common.mjs';
import { firstGrid } from './pictures_first.mjs';

const [rounds] = numbersOf('MEANDER_BENCH_ROUNDS', [25]);
const warm_up = 4;  // the first looks are compiled twice

buildModule('pictures_parity_web', '');
const ours = await openWasm();
ort.env.wasm.numThreads = 1;
const session = (/** @type {string} */ file) => ort.InferenceSession.create(fs.readFileSync(path.join(pictures, 'tensors', file)));
const [eight, whole] = [await session('eight_bit.onnx'), await session('whole.onnx')];
const { picture } = cropNamed('coffee');
const feeds = { image: new ort.Tensor('float32', colourByColour(picture), [1, 3, SIDE, SIDE]) };
const CUTS = ['head', 'b15.exp', 'b11.exp', 'b8.exp', 'b5.exp', 'image'];

const first = await firstGrid();

/** @type {Record<string, () => unknown>} */
const WORK = {
  'ours, forward': () => ours.look(picture),
  'onnxruntime-web, 8 bits': () => eight.run(feeds, ['logits']),
  'onnxruntime-web, floats': () => whole.run(feeds, ['logits']),
  ...Object.fromEntries(CUTS.map((cut) => [`ours, back to ${cut}`, () => ours.wasm._pictures_gradient(967, -1, tensorNamed(cut))])),
  ...(first && { 'photo to first grid': first }),
};
const peer = 'onnxruntime-web, 8 bits';
const ratio = tellBeside(await byTurns(WORK, rounds, warm_up), { peer, forward: 'ours, forward', rounds });
const forward = ratio('ours, forward', peer), back = ratio('ours, back to b11.exp', peer);
console.log(`Goals: forward ≤ 1.0 × onnxruntime-web's ${verdict(forward <= 1)}; back to the 14 × 14 cut ≤ 0.9 × of it ${verdict(back <= 0.9)}.`);
console.log(`${machine()}, Node ${process.version}.`);

if (process.argv.includes('--trust')) {
  const build = path.join(root, 'build/native');
  for (const program of ['bench_pictures', 'bench_picture_places']) {
    execFileSync('ninja', ['-C', build, program], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync(path.join(build, 'src/make', program), [path.join(pictures, 'model'),
      ...photoNames().map((name) => path.join(pictures, 'photos/crops', `${name}.rgb`))], { stdio: 'inherit' });
  }
}
