// The page's decoder in Chromium: files of all kinds become small upright pixels or one code, a camera is asked once
// and let go, and what is dropped or pasted reaches a room that takes pictures.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after } from 'node:test';
import zlib from 'node:zlib';
import { serve } from '../../tools/server.mjs';
import { newReader, project, startChromium } from './support.mjs';

const { server, address } = await serve(path.join(project, 'web'), { port: 0 });
const browser = await startChromium();
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** A page with nothing in it, whose functions are the host's. */
const open = async () => {
  const reader = await newReader(browser);
  await reader.page.route(`${address}empty.html`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }));
  await reader.page.goto(`${address}empty.html`);
  await reader.page.evaluate(async () => {
    const at = (/** @type {string} */ name) => import(`/host/${name}.mjs`);
    const [picture, files, brought] = await Promise.all([at('own_picture'), at('kept_files'), at('brought')]);
    Object.assign(globalThis, { host: { ...picture, ...files, ...brought } });
  });
  return reader;
};

/** @typedef {{ width?: number, height?: number, left?: number, first?: number[], last?: number[], remarks?: number, code?: string }} Answer */

/** @param {import('playwright-core').Page} page @param {string} wish @returns {Promise<Answer>} */
const wished = (page, wish) => page.evaluate(async (asked) => {
  const { host } = /** @type {any} */ (globalThis);
  try {
    const answer = await host.carryOut(asked, globalThis);
    const sizes = new DataView(answer.buffer);
    const [width, height] = [sizes.getUint32(0, true), sizes.getUint32(4, true)];
    const end = 8 + 4 * width * height, left = answer.length - end;
    return { width, height, left, first: [...answer.slice(8, 12)], last: [...answer.slice(end - 4, end)], ...(left > 0 && { remarks: answer[end] }) };
  } catch (error) {
    return { code: /** @type {Error} */ (error).message };
  }
}, wish);

/** Keeps a file as a chosen one and wishes for its pixels. @param {import('playwright-core').Page} page @param {Uint8Array} bytes @param {string} [side] */
const decoded = async (page, bytes, side = '') => {
  const kept = await page.evaluate((text) => {
    const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return /** @type {any} */ (globalThis).host.keepFile(new File([content], 'a picture.bin'));
  }, Buffer.from(bytes).toString('base64'));
  assert.match(kept, /^brought:\d+ \d+ a picture\.bin$/);
  return wished(page, `picture:${side}${kept.split(' ')[0]}`);
};

/** @param {string} type @param {Uint8Array} data */
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(zlib.crc32(body) >>> 0, body.length + 4);
  return out;
};

/** @param {number} width @param {number} height @param {(x: number, y: number) => number[]} colour RGBA */
const png = (width, height, colour) => {
  const rows = Buffer.alloc((4 * width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (4 * width + 1) + 1 + 4 * x);
  return pngOf(width, height, zlib.deflateSync(rows));
};

/** @param {number} width @param {number} height @param {Uint8Array} packed */
const pngOf = (width, height, packed) => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
};

/** As a camera that was held on its side says it. @param {Uint8Array} jpeg @param {number} orientation @param {Uint8Array} [thumbnail] */
const turned = (jpeg, orientation, thumbnail = Buffer.alloc(0)) => {
  const exif = Buffer.from('457869660000 4d4d002a00000008 0001 0112 0003 00000001 0000 0000 00000000'.replaceAll(' ', ''), 'hex');
  exif.writeUInt16BE(orientation, 6 + 8 + 2 + 8);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + thumbnail.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, thumbnail, jpeg.subarray(2)]);
};

/** A JPEG whose upper left quarter is red, the rest blue. @param {import('playwright-core').Page} page @param {number} width @param {number} height */
const jpegFrom = async (page, width, height) => Buffer.from(await page.evaluate(async ([across, down]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: across, height: down });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.fillStyle = '#0000ff';
  pen.fillRect(0, 0, across, down);
  pen.fillStyle = '#ff0000';
  pen.fillRect(0, 0, across / 2, down / 2);
  return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
}, [width, height]), 'base64');

test('pictures become pixels: upright, small, opaque, whatever their shape', async () => {
  const { page, context, faults } = await open();
  const jpeg = await jpegFrom(page, 64, 32);
  const plain = await decoded(page, jpeg);
  assert.deepEqual([plain.width, plain.height, plain.left], [64, 32, 0]);
  assert.ok(plain.first && plain.first[0] > 200 && plain.first[2] < 60);
  // Of the eight ways to hold a camera: where the red corner comes, and whether the picture stands on end. Orientation 6 is
  // to be turned clockwise, so that the corner comes to the upper right.
  for (const [orientation, corner] of ['first', '', 'last', '', 'first', '', 'last', ''].entries()) {
    const upright = await decoded(page, turned(jpeg, orientation + 1));
    assert.deepEqual([upright.width, upright.height], orientation < 4 ? [64, 32] : [32, 64], `orientation ${orientation + 1}`);
    for (const end of /** @type {const} */ (['first', 'last'])) {
      const [red, , blue] = upright[end] ?? [];
      assert.ok(end === corner ? red > 200 && blue < 60 : blue > 200 && red < 60, `orientation ${orientation + 1}, ${end}: ${upright[end]}`);
    }
  }
  assert.deepEqual(await decoded(page, png(1, 1, () => [10, 20, 30, 255])), { width: 1, height: 1, left: 0, first: [10, 20, 30, 255], last: [10, 20, 30, 255] });
  const line = await decoded(page, png(20000, 1, () => [90, 90, 90, 255]));
  assert.deepEqual([line.width, line.height, line.first], [1024, 1, [90, 90, 90, 255]]);
  const clear = await decoded(page, png(4, 4, (x) => [0, 0, 0, x === 0 ? 0 : 255]));
  assert.deepEqual([clear.first, clear.last], [[255, 255, 255, 255], [0, 0, 0, 255]]);
  // One pixel in two is white: the small picture is grey all over, not the one or the other.
  const fine = await decoded(page, png(512, 512, (x, y) => ((x + y) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255])), '64:');
  assert.deepEqual([fine.width, fine.height], [64, 64]);
  assert.ok(fine.first && Math.abs(fine.first[0] - 127) < 12, String(fine.first));
  // Of an animation the first frame: red, then green.
  const frame = (/** @type {number} */ index) => Buffer.from(`21f9040014000000 2c0000000001000100 00 02 02 ${index === 0 ? '4401' : '4c01'} 00`.replaceAll(' ', ''), 'hex');
  const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from('01000100800000ff000000ff00', 'hex'), frame(0), frame(1), Buffer.from('3b', 'hex')]);
  const moving = await decoded(page, gif);
  assert.deepEqual([moving.first, moving.remarks], [[255, 0, 0, 255], 2]);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a file that ends early is read as far as it goes, and said to end early', async () => {
  const { page, context, faults } = await open();
  const jpeg = await jpegFrom(page, 640, 480);
  const photo = turned(jpeg, 1, await jpegFrom(page, 16, 16));  // the thumbnail has an end of its own
  const half = photo.subarray(0, Math.floor(photo.length * 0.6));
  const cut = await decoded(page, half);
  assert.deepEqual([cut.width, cut.height, cut.remarks], [640, 480, 1]);
  assert.ok(cut.first && cut.first[0] > 200 && cut.first[2] < 60, 'what is there is read');
  // What stands behind the end is nobody's loss: a second picture, a film, nothing at all.
  for (const behind of [Buffer.alloc(0), Buffer.alloc(99), half]) {
    assert.equal((await decoded(page, Buffer.concat([photo, behind]))).remarks, undefined);
  }
  const noise = png(64, 64, (x, y) => [(x * 37 + y * 91) % 256, (x * y * 7) % 256, 0, 255]);
  assert.equal((await decoded(page, noise)).remarks, undefined);
  const upper = await decoded(page, noise.subarray(0, Math.floor(noise.length * 0.7)));
  assert.deepEqual([upper.width, upper.height, upper.remarks, upper.first], [64, 64, 1, [0, 0, 0, 255]]);
  // Where a browser can draw nothing of it, that is not called no picture.
  assert.deepEqual(await decoded(page, photo.subarray(0, 300)), { code: 'picture-cut' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('what is no picture, too much, or cannot be opened has a code of its own', async () => {
  const { page, context } = await open();
  const code = async (/** @type {Uint8Array} */ bytes) => /** @type {{ code?: string }} */ (await decoded(page, bytes)).code;
  assert.equal(await code(Buffer.from('Dear reader, this is no picture at all. '.repeat(9))), 'picture-kind');
  assert.equal(await code(Buffer.alloc(0)), 'picture-empty');
  assert.equal(await code(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'picture-kind');
  assert.equal(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), 'picture-kind');
  // A few bytes that would become six gigabytes.
  assert.equal(await code(pngOf(40000, 40000, zlib.deflateSync(Buffer.alloc(1 << 20)))), 'picture-pixels');
  assert.equal(await code(Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(400)])), 'picture-heic');
  assert.equal(await code(Buffer.concat([Buffer.from('II*\0', 'latin1'), Buffer.alloc(400)])), 'picture-heic');
  const large = await page.evaluate(() => /** @type {any} */ (globalThis).host.keepFile(new File([new Uint8Array(64 * 1024 * 1024 + 1)], 'large.jpg')));
  assert.deepEqual(await wished(page, `picture:${large.split(' ')[0]}`), { code: 'picture-large' });
  assert.deepEqual(await wished(page, 'picture:brought:999'), { code: 'picture-gone' });
  // Beside the page: one that is there, one that is not.
  await page.route(`${address}packs/cat.png`, (route) => route.fulfill({ contentType: 'image/png', body: png(30, 20, () => [1, 2, 3, 255]) }));
  const cat = await wished(page, `picture:${address}packs/cat.png`);
  assert.deepEqual([cat.width, cat.height, cat.first], [30, 20, [1, 2, 3, 255]]);
  // Within the wish itself, as a chunk of a pack.
  const chunkOf = png(5, 4, () => [250, 251, 252, 255]).toString('base64url');
  const inside = await wished(page, `picture:1024:bytes;photo-3;${chunkOf}`);
  assert.deepEqual([inside.width, inside.height, inside.last], [5, 4, [250, 251, 252, 255]]);
  assert.deepEqual(await wished(page, 'picture:bytes;photo-3;%%%'), { code: 'picture-kind' });
  assert.match(String((await wished(page, `picture:${address}packs/no.png`)).code), /missing/);
  await context.close();
});

test('a browser without createImageBitmap decodes as well, and one that guards its pixels says so', async () => {
  const { page, context } = await open();
  const jpeg = turned(await jpegFrom(page, 64, 32), 6);
  await page.evaluate(() => { Object.assign(globalThis, { createImageBitmap: async () => { throw new TypeError('no'); } }); });
  const other = await decoded(page, jpeg);
  assert.deepEqual([other.width, other.height], [32, 64]);
  assert.ok(other.first && other.first[2] > 200);
  await page.evaluate(() => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (/** @type {any[]} */ ...where) {
      const data = getImageData.apply(this, /** @type {any} */ (where));
      data.data.fill(255);
      return data;
    };
  });
  assert.deepEqual(await decoded(page, jpeg), { code: 'picture-guarded' });
  await context.close();
});

test('the camera is asked on the wish alone, gives one frame and is let go', async () => {
  const { page, context } = await open();
  await page.evaluate(() => {
    const asked = { count: 0, tracks: /** @type {MediaStreamTrack[]} */ ([]), refuses: '' };
    Object.assign(globalThis, { asked });
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: async () => {
      asked.count += 1;
      if (asked.refuses) throw new DOMException('no', asked.refuses);
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      const paint = () => {
        pen.fillStyle = '#00ff00';
        pen.fillRect(0, 0, 320, 240);
        requestAnimationFrame(paint);
      };
      paint();
      const stream = canvas.captureStream();
      asked.tracks = stream.getTracks();
      return stream;
    } } });
  });
  const asked = () => page.evaluate(() => {
    const { count, tracks } = /** @type {any} */ (globalThis).asked;
    return { count, live: tracks.filter((/** @type {MediaStreamTrack} */ track) => track.readyState === 'live').length, tracks: tracks.length };
  });
  assert.deepEqual(await asked(), { count: 0, live: 0, tracks: 0 });
  const seen = await wished(page, 'camera:1');
  assert.deepEqual([seen.width, seen.height], [320, 240]);
  assert.ok(seen.first && seen.first[1] > 200 && seen.first[0] < 90, String(seen.first));
  assert.deepEqual(await asked(), { count: 1, live: 0, tracks: 1 });
  const small = await wished(page, 'picture:160:camera');
  assert.deepEqual([small.width, small.height], [160, 120]);
  assert.deepEqual(await asked(), { count: 2, live: 0, tracks: 1 });
  const refuse = (/** @type {string} */ name) => page.evaluate((why) => { /** @type {any} */ (globalThis).asked.refuses = why; }, name);
  await refuse('NotAllowedError');
  assert.deepEqual(await wished(page, 'camera:2'), { code: 'camera-refused' });
  await refuse('NotFoundError');
  assert.deepEqual(await wished(page, 'camera:3'), { code: 'camera-none' });
  await refuse('');
  const [stopped] = await Promise.all([wished(page, 'camera:4'), page.evaluate(() => /** @type {any} */ (globalThis).host.carryOut('camera:stop', globalThis).then(() => {}))]);
  assert.deepEqual(stopped, { code: 'camera-stopped' });
  assert.deepEqual((await asked()).live, 0);
  await page.evaluate(() => { Object.defineProperty(navigator, 'mediaDevices', { value: undefined }); });
  assert.deepEqual(await wished(page, 'camera:5'), { code: 'camera-none' });
  await context.close();
});

test('what is dropped or pasted reaches a room that takes pictures, and the others as text', async () => {
  const { page, context } = await open();
  const brought = await page.evaluate(async () => {
    const { host } = /** @type {any} */ (globalThis);
    /** @type {string[]} */
    const heard = [];
    host.listenForBrought(document, (/** @type {string} */ text) => heard.push(`text ${text}`), (/** @type {string} */ action, /** @type {string} */ kept) => heard.push(`${action} ${kept}`));
    const send = async (/** @type {'drop' | 'paste'} */ kind, /** @type {File | File[] | string} */ what, taken = false) => {
      const data = new DataTransfer();
      if (typeof what === 'string') data.setData('text/plain', what);
      else for (const file of [what].flat()) data.items.add(file);
      const event = kind === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
        : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      if (taken) document.body.addEventListener('drop', (each) => each.preventDefault(), { once: true });
      document.body.dispatchEvent(event);
      await new Promise((done) => { setTimeout(done); });
      return event.defaultPrevented;
    };
    const cat = new File(['1234'], 'my cat.jpg', { type: 'image/jpeg' });
    const prevented = [await send('drop', cat), await send('drop', cat, true), await send('paste', cat), await send('drop', '#pictures.1Ab'),
      await send('paste', new File(['1'], 'notes.txt', { type: 'text/plain' }))];
    // Of several one is told, the first picture, and how many were not; a network's two files belong together.
    const [notes, dog, net, card] = ['notes.txt', 'dog.png', 'net.onnx', 'net.json'].map((name) => new File(['1'], name, { type: name === 'dog.png' ? 'image/png' : '' }));
    await send('drop', [notes, cat, dog]);
    await send('drop', [card, net]);
    await send('drop', [card, notes]);
    await send('drop', [card, dog, net]);
    return { heard, prevented };
  });
  // What another part of the page has taken is not brought twice.
  assert.deepEqual(brought.heard, ['own-file brought:1 4 my cat.jpg', 'own-file brought:2 4 my cat.jpg', 'text #pictures.1Ab',
    'own-file brought:3 4 my cat.jpg', 'own-left-out 2 my cat.jpg', 'own-file brought:4 1 net.onnx', 'own-file brought:5 1 net.json',
    'own-file brought:6 1 net.json', 'own-left-out 1 net.json',
    'own-file brought:7 1 net.onnx', 'own-file brought:8 1 net.json', 'own-file brought:9 1 dog.png']);
  assert.deepEqual(brought.prevented, [true, true, true, true, false]);
  await context.close();
});
