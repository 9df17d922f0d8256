// What `tap` writes is what the very same ONNX file holds when ONNX Runtime runs it: every hidden
// state, attention and feed-forward activation to 1e-4. The inner tensors are exposed by appending to
// the file a second graph field that holds only outputs: protobuf merges repeated messages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const tool = path.join(project, 'build/native/src/cli/meander-cli');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-inside-'));

// The names the exporter gave; `LayerNormalization` comes twice a layer and once after the embeddings.
const HIDDEN = ['layer_norm', 'layer_norm_2', 'layer_norm_4', 'layer_norm_6', 'layer_norm_8', 'layer_norm_10', 'last_hidden_state'];
const ATTENTION = ['val_97', 'val_168', 'val_239', 'val_310', 'val_381', 'val_452'];

/** A length-delimited protobuf field. @param {number} field @param {Buffer} bytes */
function message(field, bytes) {
  const varint = (/** @type {number} */ value) => {
    const out = [];
    for (let rest = value; ; rest >>>= 7) {
      if (rest < 128) return Buffer.from([...out, rest]);
      out.push((rest & 127) | 128);
    }
  };
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

/** @param {string[]} names what else the model is to give: ModelProto.graph (7) with output (12) ValueInfos */
function withOutputs(names) {
  const outputs = Buffer.concat(names.map((name) => message(12, message(1, Buffer.from(name)))));
  return Buffer.concat([fs.readFileSync(path.join(cache, 'sources/minilm-weights/model.onnx')), message(7, outputs)]);
}

/** An npy file of float32. @param {string} file */
function readNpy(file) {
  const bytes = fs.readFileSync(file);
  const size = bytes.readUInt16LE(8);
  const shape = /\(([\d, ]*)\)/.exec(bytes.toString('latin1', 10, 10 + size))?.[1].split(',').filter((axis) => axis.trim()).map(Number) ?? [];
  return { shape, values: new Float32Array(bytes.buffer.slice(bytes.byteOffset + 10 + size, bytes.byteOffset + bytes.length)) };
}

/** @param {string[]} words @param {string} name */
function tapped(words, name) {
  const file = path.join(folder, `${name}.npy`);
  execFileSync(tool, ['tap', ...words, '--out', file]);
  return readNpy(file);
}

/** The largest difference. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
function worst(a, b) {
  assert.equal(a.length, b.length);
  let most = 0;
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}

/** @type {ort.InferenceSession} */
let session;
before(async () => {
  ort.env.wasm.numThreads = 1;
  session = await ort.InferenceSession.create(withOutputs([...HIDDEN.slice(0, 6), ...ATTENTION]));
});

const TEXTS = ['The dog ran across the wet field.', 'Unbelievability', 'a '.repeat(60) + 'cat'];

test('every inner state is what ONNX Runtime has', async () => {
  let hiddenWorst = 0;
  let attentionWorst = 0;
  for (const text of TEXTS) {
    const list = path.join(folder, 'text.jsonl');
    fs.writeFileSync(list, `${JSON.stringify({ text })}\n`);
    const ids = JSON.parse(execFileSync(tool, ['tokenize', list]).toString()).ids;
    const tensor = (/** @type {number[]} */ values) => new ort.Tensor('int64', BigInt64Array.from(values.map(BigInt)), [1, values.length]);
    const theirs = await session.run({ input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)), token_type_ids: tensor(ids.map(() => 0)) });
    for (let layer = 0; layer <= 6; layer += 1) {
      const ours = tapped([text, '--layer', String(layer)], 'hidden');
      assert.deepEqual(ours.shape, [ids.length, 384]);
      hiddenWorst = Math.max(hiddenWorst, worst(ours.values, /** @type {Float32Array} */ (theirs[HIDDEN[layer]].data)));
    }
    for (let layer = 0; layer < 6; layer += 1) {
      const ours = tapped([text, '--layer', String(layer), '--kind', 'attention'], 'attention');
      assert.deepEqual(ours.shape, [12, ids.length, ids.length]);
      attentionWorst = Math.max(attentionWorst, worst(ours.values, /** @type {Float32Array} */ (theirs[ATTENTION[layer]].data)));
    }
  }
  console.log(`largest difference of a hidden state: ${hiddenWorst}, of attention: ${attentionWorst}`);
  assert.ok(hiddenWorst < 1e-4, `${hiddenWorst}`);
  assert.ok(attentionWorst < 1e-4, `${attentionWorst}`);
});

test('feed-forward activations are GELU of what stands before it', () => {
  const text = TEXTS[0];
  const before = tapped([text, '--layer', '2', '--kind', 'ffn', '--before'], 'before');
  const after = tapped([text, '--layer', '2', '--kind', 'ffn'], 'after');
  assert.deepEqual(after.shape, before.shape);
  const gelu = Float64Array.from(before.values, (x) => {
    // erf by its series: the arguments are small.
    const z = x / Math.SQRT2;
    let term = z;
    let sum = z;
    for (let n = 1; n < 200 && Math.abs(term) > 1e-18; n += 1) {
      term *= -(z * z) / n;
      sum += term / (2 * n + 1);
    }
    return Math.abs(z) > 4 ? (x > 0 ? x : 0) : (x / 2) * (1 + (2 / Math.sqrt(Math.PI)) * sum);
  });
  assert.ok(worst(after.values, gelu) < 1e-5, `${worst(after.values, gelu)}`);
});
