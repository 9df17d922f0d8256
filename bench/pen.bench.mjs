// Reading a drawing in wasm, one thread, in Node: ours beside ONNX Runtime Web from the same weights, by turns, as
// ratios. Ours keeps every tensor; ONNX Runtime is asked for the logits alone.
import fs from 'node:fs';
import path from 'node:path';
import * as ort from 'onnxruntime-web';
import { PEN_SIDE, drawings, openPen, penFolder } from '../tests/parity/pen_wasm.mjs';
import { byTurns, tellBeside } from './by_turns.mjs';
import { buildModule, machine, numbersOf, verdict } from './common.mjs';

const [rounds] = numbersOf('MEANDER_BENCH_ROUNDS', [25]);
const warm_up = 4;  // the first looks are compiled twice

buildModule('pen_parity_web', '');
const ours = await openPen();
ort.env.wasm.numThreads = 1;
const session = (/** @type {string} */ file) => ort.InferenceSession.create(fs.readFileSync(path.join(penFolder, 'tensors', file)));
const [eight, source] = [await session('eight_bit.onnx'), await session('source.onnx')];
const names = ['image', ...eight.outputNames];
const strokes = drawings['sum in three'];
const picture = ours.draw(strokes);
const input = new ort.Tensor('float32', picture, [1, 1, PEN_SIDE, PEN_SIDE]);
const CUTS = ['head', 'b14', 'b8.dw', 'b2.dw', 'image'];

/** @type {Record<string, () => unknown>} */
const WORK = {
  'ours, forward': () => ours.look(picture),
  'onnxruntime-web, the same weights': () => eight.run({ image: input }, ['logits']),
  'onnxruntime-web, the file as it came': () => source.run({ [source.inputNames[0]]: input }),
  'ours, strokes to picture, forward': () => ours.draw(strokes),
  ...Object.fromEntries(CUTS.map((cut) => [`ours, back to ${cut}`, () => ours.gradient(176, 33, names.indexOf(cut))])),
  'ours, five strokes and ten pairs': () => ours.parts(176, 33),
};
const peer = 'onnxruntime-web, the same weights';
const ratio = tellBeside(await byTurns(WORK, rounds, warm_up), { peer, forward: 'ours, forward', rounds });
const [forward, back] = [ratio('ours, forward', peer), ratio('ours, back to b8.dw', peer)];
console.log(`Goals: forward ≤ 1.0 × onnxruntime-web's ${verdict(forward <= 1)}; back to the 14 × 14 cut ≤ 0.9 × of it ${verdict(back <= 0.9)}.`);
console.log(`${machine()}, Node ${process.version}.`);
