// A wasm engine run by Node, its files served from the disk: what the page's worker does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const OPEN_PACK = 1;
const OPEN_MODEL = 2;
const REPLY_ERROR = 1;
const REPLY_OPENED = 3;
/** Where RoomRequest and RoomReply stand in the protocol's variants, counted from one. */
const ROOM = 14;
const REPLY_ROOM = 17;

/** @param {number} value @returns {number[]} */
const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]);
/** @param {Uint8Array | string} bytes */
const blob = (bytes) => { const all = Buffer.from(bytes); return Buffer.concat([Buffer.from(varint(all.length)), all]); };

/** Reads varints, texts and the like. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) { this.bytes = Buffer.from(bytes); this.at = 0; }
  byte() { return this.bytes[this.at++]; }
  u32() { this.at += 4; return this.bytes.readUInt32LE(this.at - 4); }
  varint() { let value = 0; for (let scale = 1; ; scale *= 128) { const byte = this.byte(); value += (byte & 127) * scale; if (byte < 128) return value; } }
  blob() { const size = this.varint(); this.at += size; return this.bytes.subarray(this.at - size, this.at); }
}

/**
 * @param {string} folder where the module lies @param {string} name "engine_inside" @param {string} model its folder; '' where none is needed @param {string} [pack]
 * @returns {Promise<{ room: (question: Uint8Array, onTold?: () => void) => Buffer[] }>} room: all answers to a room's question, the last one whole
 */
export async function openEngine(folder, name, model, pack) {
  const { default: factory } = await import(path.join(folder, `${name}.mjs`));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(folder, `${name}.wasm`)) });
  let id = 0;
  // WingKind of engine/protocol.h.
  const wing = Math.max(['engine_inside', 'engine_pictures', 'engine_drawings'].indexOf(name), 0);
  /** @param {Uint8Array} bytes @param {(at: number) => void} use */
  const give = (bytes, use) => {
    const at = wasm._malloc(bytes.length || 1);
    wasm.HEAPU8.set(bytes, at);
    use(at);
    wasm._free(at);
  };
  /** Asks and serves until it is answered whole. @param {number} kind @param {Buffer[]} fields @param {() => void} [onTold] */
  const ask = (kind, fields, onTold) => {
    id += 1;
    const request = Buffer.concat([Buffer.from([id & 255, id >> 8, 0, 0, kind]), ...fields]);
    give(request, (at) => wasm._engine_ask(at, request.length));
    /** @type {Buffer[]} */
    const answers = [];
    for (let is_whole = false; !is_whole;) {
      const more = wasm._engine_step();
      const pointer = wasm._engine_take();
      const out = new Reader(wasm.HEAPU8.slice(pointer, pointer + wasm._engine_take_length()));
      let served = out.bytes.length > 0;
      while (out.at < out.bytes.length) {
        const what = out.byte();
        if (what === 1) {
          const reply = new Reader(out.blob());
          const whose = reply.u32();
          const said = reply.byte();
          if (whose !== id) continue;
          if (said === REPLY_ERROR) { reply.byte(); assert.fail(reply.blob().toString()); }
          if (said === REPLY_OPENED) is_whole = true;
          if (said === REPLY_ROOM) {
            answers.push(Buffer.from(reply.blob()));
            is_whole = reply.byte() === 1;
            onTold?.();
          }
        } else if (what === 2) {
          const file = out.u32();
          const content = fs.readFileSync(out.blob().toString());
          give(content, (at) => wasm._engine_deliver(file, 1, at, content.length));
        } else {
          out.u32();
        }
      }
      served ||= more !== 0;
      assert.ok(served || is_whole, 'no answer');
    }
    return answers;
  };
  if (pack) ask(OPEN_PACK, [blob(`${pack}/`), blob(fs.readFileSync(path.join(pack, 'pack.meander')))]);
  if (model) ask(OPEN_MODEL, [blob(`${model}/`), blob(fs.readFileSync(path.join(model, 'model.meander')))]);
  return { room: (question, onTold) => ask(ROOM, [blob(question), Buffer.from([wing])], onTold) };
}
