// Reading articles natively: texts a second on two threads, tokens included, against Python onnxruntime on
// the same weights, one text at a time (its best at these lengths or not, both are shown) and sixteen at a
// time by length; everybody by turns, medians. Then fidelity: how far our vectors of these 200 articles are
// from onnxruntime's.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { cache, machine, median, python, root, timesAsLong, verdict } from './common.mjs';

const rounds = Number(process.env.MEANDER_BENCH_ROUNDS ?? 7);
const threads = Number(process.env.MEANDER_BENCH_THREADS ?? Math.min(2, os.cpus().length));
const count = 200;
const width = 384;

/** A program that answers every line with a line. @param {string} program @param {string[]} args */
function start(program, args) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, OMP_NUM_THREADS: String(threads) } });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  return {
    ask: async (/** @type {string} */ word) => {
      child.stdin.write(`${word}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended early`);
      return Number(value);
    },
    end: async () => { child.stdin.end(); if (await ended !== 0) throw new Error(`${program} did not end well`); },
    kill: () => child.kill(),
  };
}

/** @param {string} file @returns {Float32Array[]} */
function rowsOf(file) {
  const bytes = fs.readFileSync(file);
  return Array.from({ length: count }, (_, i) => new Float32Array(bytes.buffer, bytes.byteOffset + i * width * 4, width));
}
/** @param {Float32Array} a @param {Float32Array} b */
function cosine(a, b) {
  let dot = 0, aa = 0, bb = 0;
  for (let i = 0; i < width; ++i) { dot += a[i] * b[i]; aa += a[i] * a[i]; bb += b[i] * b[i]; }
  return dot / Math.sqrt(aa * bb);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-native-'));
/** @type {ReturnType<typeof start>[]} */
const programs = [];
try {
  execFileSync('ninja', ['-C', path.join(root, 'build/native'), 'bench_native'], { stdio: ['ignore', 'ignore', 'inherit'] });
  /** @type {{ title: string, extract: string }[]} */
  const articles = Object.values(JSON.parse(fs.readFileSync(path.join(cache, 'sources/wikipedia/summaries_en-us.json'), 'utf8')));
  const stride = Math.floor(articles.length / count);
  const texts = path.join(folder, 'texts.txt');
  fs.writeFileSync(texts, Array.from({ length: count }, (_, i) => articles[i * stride])
    .map(({ title, extract }) => `${`${title}. ${extract}`.replace(/\s+/g, ' ').trim()}\n`).join(''));
  const ours = start(path.join(root, 'build/native/src/make/bench_native'), [path.join(cache, 'model'), texts, String(threads), path.join(folder, 'ours.f32')]);
  programs.push(ours);
  const onnx = start(python, [path.join(root, 'bench/native/onnx.py'), path.join(cache, 'sources/minilm-weights/model.onnx'),
    path.join(cache, 'sources/minilm-tokenizer/tokenizer.json'), texts, String(threads), path.join(folder, 'onnx.f32')]);
  programs.push(onnx);
  /** @type {Record<string, number[]>} */
  const seconds = { ours: [], sixteen: [], one: [] };
  for (let turn = 0; turn < rounds + 1; ++turn) {
    const took = { ours: await ours.ask('go'), sixteen: await onnx.ask('16'), one: await onnx.ask('1') };
    if (turn > 0) for (const [name, s] of Object.entries(took)) seconds[name].push(s);
  }
  for (const program of programs) await program.end();
  const version = execFileSync(python, ['-c', 'import onnxruntime; print(onnxruntime.__version__)']).toString().trim();
  console.log(`Reading ${count} articles natively, ${threads} threads, medians of ${rounds} rounds by turns`);
  console.log('                                    articles/s   ours is × as fast');
  const names = { ours: 'ours', sixteen: `onnxruntime ${version}, 16 at a time`, one: `onnxruntime ${version}, one by one` };
  for (const [name, label] of Object.entries(names)) {
    console.log(`${label.padEnd(36)} ${(count / median(seconds[name])).toFixed(0).padStart(9)} ${timesAsLong(seconds[name], seconds.ours).toFixed(2).padStart(19)}`);
  }
  const mine = rowsOf(path.join(folder, 'ours.f32')), theirs = rowsOf(path.join(folder, 'onnx.f32'));
  let lowest = 1, farthest = 0;
  for (let i = 0; i < count; ++i) {
    lowest = Math.min(lowest, cosine(mine[i], theirs[i]));
    for (let j = 0; j < i; ++j) farthest = Math.max(farthest, Math.abs(cosine(mine[i], mine[j]) - cosine(theirs[i], theirs[j])));
  }
  console.log(`Fidelity over these ${count} texts: lowest cosine to onnxruntime ${lowest.toFixed(7)} (≥ 0.9999 ${verdict(lowest >= 0.9999)}), ` +
    `a pair's cosine is off by at most ${farthest.toFixed(6)} (≤ 0.002 ${verdict(farthest <= 0.002)})`);
  console.log(`${machine()}.`);
} finally {
  for (const program of programs) program.kill();
  fs.rmSync(folder, { recursive: true, force: true });
}
