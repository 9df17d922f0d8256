// Reading a text in the page: our encoder against onnxruntime-web on the same weights, against the
// "q8" model that most pages use, and against transformers.js; one thread, one Chromium page, everybody
// by turns, medians. Then the start: from bytes in memory to the first text read, and the memory taken.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
// @ts-ignore the bundler is installed for the bench only
import { build } from 'esbuild';
import { buildModule, cache, conditions, median, numbersOf, pageOf, python, root, serveFound, startChromium, timesAsLong, verdict } from './common.mjs';

const sizes = numbersOf('MEANDER_BENCH_SIZES', [8, 16, 32, 64, 128]);
const rounds = Number(process.env.MEANDER_BENCH_ROUNDS ?? 25);
const starts = Number(process.env.MEANDER_BENCH_STARTS ?? 5);
const warm_up = 6;
const modelFile = path.join(cache, 'sources/minilm-weights/model.onnx');
const tokenizer = path.join(cache, 'sources/minilm-tokenizer/tokenizer.json');
const modules = path.join(root, 'node_modules');

/** The dynamic-int8 model, made once. */
function quantized() {
  const script = path.join(root, 'bench/encoder/quantize.py');
  const hash = crypto.createHash('sha256');
  for (const file of [script, path.join(root, 'bench/requirements.txt'), modelFile]) hash.update(fs.readFileSync(file));
  const file = path.join(cache, 'bench', `q8-${hash.digest('hex').slice(0, 16)}.onnx`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (!fs.existsSync(file)) execFileSync(python, [script, modelFile, file], { stdio: ['ignore', 'ignore', 'inherit'] });
  return file;
}

/** Everything of one section of the packed model. @param {string} name */
function section(name) {
  const folder = path.join(cache, 'model');
  const files = fs.readdirSync(folder).filter((file) => file.startsWith(`${name}-`)).sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
  return Buffer.concat(files.map((file) => fs.readFileSync(path.join(folder, file))));
}

/** Texts of exactly `tokens` pieces: [CLS], whole words, [SEP]. @param {number} tokens @param {number} count */
function samplesOf(tokens, count) {
  const vocabulary = fs.readFileSync(path.join(cache, 'tensors/vocabulary.txt'), 'utf8').split('\n');
  const words = vocabulary.map((word, id) => ({ word, id })).filter(({ word, id }) => id >= 1996 && id < 6000 && /^[a-z]{3,}$/.test(word));
  return Array.from({ length: count }, (_, turn) => {
    const picked = Array.from({ length: tokens - 2 }, (_, i) => words[(turn * 619 + i * 331 + i * i * 7) % words.length]);
    return { ids: [101, ...picked.map(({ id }) => id), 102], text: picked.map(({ word }) => word).join(' ') };
  });
}

/** @param {string} script @param {string} target */
const bundle = async (script, target) => (await build({ entryPoints: [path.join(root, 'bench/encoder', script)], bundle: true, minify: true,
  format: 'esm', target, write: false, conditions: ['onnxruntime-web-use-extern-wasm'], external: ['node:*'], logLevel: 'error' })).outputFiles[0].text;

/** What the site's page would fetch for the first reading, by name in dist/. */
function siteFiles() {
  const options = JSON.parse(/<script type="application\/json"[^>]*>([^<]*)</.exec(fs.readFileSync(path.join(root, 'dist/ideas.html'), 'utf8'))?.[1] ?? '{}');
  const below = (/** @type {string} */ head, /** @type {RegExp} */ kind) => fs.readdirSync(path.join(root, 'dist', path.dirname(head)))
    .filter((name) => kind.test(name) && name.endsWith('.bin')).map((name) => `/dist/${path.dirname(head)}/${name}`);
  /** @param {string} name */
  const at = (name) => `/dist/${name}`;
  return { engineModule: at(options.engineModule), engineWasm: at(options.engineWasm), pack: at(options.pack), model: at(options.model),
    files: [...below(options.pack, /^(?!texts)/), ...below(options.model, /./)] };
}

const ours = buildModule('bench_encoder', 'encoder');
const q8 = quantized();
const scripts = new Map([['page.js', await bundle('page.mjs', 'es2022')], ['start.js', await bundle('start.mjs', 'es2022')]]);
const transformersOrt = [path.join(modules, '@huggingface/transformers/node_modules/onnxruntime-web/dist'), path.join(modules, 'onnxruntime-web/dist')].find((folder) => fs.existsSync(folder)) ?? '';
const site = await serveFound((name) => {
  const [folder, ...rest] = name.split('/');
  const file = rest.join('/');
  if (name.endsWith('.html')) return pageOf(name.replace('.html', '.js'));
  if (scripts.has(name)) return scripts.get(name);
  if (folder === 'model') return section(file);
  if (name === 'model.onnx' || name === 'transformers/onnx/model.onnx') return { file: modelFile };
  if (name === 'q8.onnx') return { file: q8 };
  if (name === 'transformers/tokenizer.json') return { file: tokenizer };
  if (name === 'transformers/tokenizer_config.json') return JSON.stringify({ tokenizer_class: 'BertTokenizer', do_lower_case: true, model_max_length: 128 });
  if (name === 'transformers/config.json') return JSON.stringify({ model_type: 'bert', hidden_size: 384, num_hidden_layers: 6, num_attention_heads: 12 });
  if (folder === 'ort') return { file: path.join(modules, 'onnxruntime-web/dist', file) };
  if (folder === 'ort-of-transformers') return { file: path.join(transformersOrt, file) };
  if (folder === 'dist') return { file: path.join(root, 'dist', file) };
  return { file: path.join(ours, name) };
});

/** Opens a page of its own in a fresh browser. @template T @param {string} name @param {(page: import('playwright-core').Page) => Promise<T>} use */
async function inPage(name, use) {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    page.on('pageerror', (error) => console.error(String(error)));
    await page.goto(`${site.address}${name}.html`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    return await use(page);
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright-core').Page} page */
async function readTexts(page) {
  await page.evaluate(() => /** @type {any} */ (window).prepare());
  const samples = new Map(sizes.map((size) => [size, samplesOf(size, rounds + warm_up)]));
  const worst = await page.evaluate((some) => /** @type {any} */ (window).fidelity(some), [...samples.values()].flatMap((list) => list.slice(0, 6)));
  /** @type {Map<number, Record<string, number>[]>} */
  const times = new Map(sizes.map((size) => [size, []]));
  for (let turn = 0; turn < rounds + warm_up; ++turn) {
    for (const size of sizes) {
      const ms = await page.evaluate(([sample, at]) => /** @type {any} */ (window).round(sample, at), [samples.get(size)?.[turn], turn]);
      if (turn >= warm_up) times.get(size)?.push(ms);
    }
  }
  return { worst, times };
}

const GOALS = { ort: (/** @type {number} */ size) => (size === 8 ? 4 : 3), q8: (/** @type {number} */ size) => (size <= 64 ? 1.6 : 0) };
try {
  const { worst, times } = await inPage('page', readTexts);
  console.log(`Reading a text, one thread, medians of ${rounds} rounds by turns; × is how many times as long they take (the median of the rounds' ratios)`);
  console.log('         from ids to the vector                                                      from the text');
  console.log('tokens   ours ms   onnxruntime-web        ×  goal            q8        ×  goal       ours ms  transformers.js       ×');
  for (const size of sizes) {
    const list = times.get(size) ?? [];
    const column = (/** @type {string} */ name) => list.map((ms) => ms[name]);
    const versus = (/** @type {'ort' | 'q8'} */ name) => {
      const ratio = timesAsLong(column(name), column('ours')), goal = GOALS[name](size);
      return `${median(column(name)).toFixed(1).padStart(name === 'ort' ? 15 : 10)} ms ${ratio.toFixed(2).padStart(7)}  ${goal ? `≥ ${goal.toFixed(1)} ${verdict(ratio >= goal).padEnd(6)}` : '—           '}`;
    };
    console.log(`${String(size).padStart(6)} ${median(column('ours')).toFixed(2).padStart(9)}  ${versus('ort')} ${versus('q8')}${median(column('oursText')).toFixed(2).padStart(9)} ` +
      `${median(column('transformers')).toFixed(1).padStart(13)} ms ${timesAsLong(column('transformers'), column('oursText')).toFixed(2).padStart(7)}`);
  }
  console.log('Reach: 4 × onnxruntime-web at up to 32 tokens, 3.5 × at 128.');
  console.log(`Lowest cosine to onnxruntime-web's vectors: ours ${worst.ours.toFixed(6)}, q8 ${worst.q8.toFixed(6)}, transformers.js ${worst.transformers.toFixed(6)}`);

  const [sample] = samplesOf(8, 1);
  const opened = siteFiles();
  /** @type {Record<string, { first_ms: number, memory: number, code: number, files: number }[]>} */
  const begun = { ours: [], ort: [], q8: [] };
  for (let turn = 0; turn < starts; ++turn) {
    begun.ours.push(await inPage('start', (page) => page.evaluate(([where, text]) => /** @type {any} */ (window).startOurs(where, text), [opened, sample.text])));
    begun.ort.push(await inPage('start', (page) => page.evaluate((ids) => /** @type {any} */ (window).startOnnxruntime('/model.onnx', ids), sample.ids)));
    begun.q8.push(await inPage('start', (page) => page.evaluate((ids) => /** @type {any} */ (window).startOnnxruntime('/q8.onnx', ids), sample.ids)));
  }
  console.log(`\nFrom bytes in memory to the first text of 8 tokens read, medians of ${starts} fresh browsers by turns (ours: the site's engine, with ten nearest articles found)`);
  console.log('                    ms   ours/it    wasm memory MiB   code as it travels, kB');
  for (const [name, list] of Object.entries(begun)) {
    const first = median(list.map(({ first_ms }) => first_ms));
    const ratio = median(list.map(({ first_ms }, i) => begun.ours[i].first_ms / first_ms));
    console.log(`${{ ours: 'ours', ort: 'onnxruntime-web', q8: 'the same, q8' }[name]?.padEnd(16)} ${first.toFixed(0).padStart(5)} ${ratio.toFixed(3).padStart(9)} ` +
      `${(median(list.map(({ memory }) => memory)) / 2 ** 20).toFixed(1).padStart(15)} ${(list[0].code / 1000).toFixed(0).padStart(15)} (not packed)`);
  }
  const first = median(begun.ours.map(({ first_ms }) => first_ms)), memory = median(begun.ours.map((one) => one.memory)) / 2 ** 20;
  console.log(`Goals: ≤ 60 ms ${verdict(first <= 60)}; ≤ 45 MiB ${verdict(memory <= 45)}.`);
  console.log(await conditions());
} finally {
  site.close();
}
