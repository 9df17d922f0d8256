// Our canvas: the page's own drawing rooms as a module, everything but the dots switched off.
import { HEIGHT, RADIUS, WIDTH, cameraAt, finish, makePoints } from './scene.mjs';

const FACES = ['MeanderSans-Regular.ttf', 'MeanderSans-Bold.ttf', 'Vollkorn-SemiBoldItalic.ttf', 'Vollkorn-Medium.ttf'];

/** @param {HTMLCanvasElement} canvas @param {number} count @param {number} ratio */
export async function start(canvas, count, ratio) {
  canvas.width = WIDTH * ratio;
  canvas.height = HEIGHT * ratio;
  const { default: load } = await import(String(new URL('/bench_map.mjs', location.href)));
  const module = await load({ canvas });
  /** @param {Uint8Array} bytes */
  const put = (bytes) => {
    const at = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, at);
    return at;
  };
  const faces = await Promise.all(FACES.map(async (name) => new Uint8Array(await (await fetch(`/fonts/${name}`)).arrayBuffer())));
  const all = new Uint8Array(faces.reduce((sum, face) => sum + face.length, 0));
  faces.reduce((at, face) => (all.set(face, at), at + face.length), 0);
  const sizes = new Uint8Array(Uint32Array.from(faces, (face) => face.length).buffer);
  if (module._bench_start(WIDTH, HEIGHT, ratio, put(all), put(sizes)) !== 0) throw new Error('no renderer');
  const { codes, hues } = makePoints(count);
  module._bench_points(put(new Uint8Array(codes.buffer)), put(hues), count, RADIUS);
  const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2'));
  return {
    bytes: () => module._bench_bytes(),
    finish: () => finish(gl),
    frame: (/** @type {number} */ i) => {
      const camera = cameraAt(i);
      module._bench_frame(camera.x, camera.y, camera.scale);
    },
  };
}
