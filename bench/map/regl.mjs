// npm regl-scatterplot. It draws when the browser says so, so the page empties its queue by hand.
// @ts-ignore installed for the bench only
import createScatterplot from 'regl-scatterplot';
import { COLORS, HEIGHT, RADIUS, WIDTH, cameraAt, finish, makePoints } from './scene.mjs';

/** @type {FrameRequestCallback[]} */
let queue = [];
window.requestAnimationFrame = (call) => queue.push(call);
window.cancelAnimationFrame = () => {};
const drain = () => {
  const calls = queue;
  queue = [];
  for (const call of calls) call(performance.now());
};

/** @param {HTMLCanvasElement} canvas @param {number} count @param {number} ratio */
export async function start(canvas, count, ratio) {
  Object.defineProperty(window, 'devicePixelRatio', { value: ratio });
  canvas.style.width = `${WIDTH}px`;
  canvas.style.height = `${HEIGHT}px`;
  const plot = createScatterplot({ canvas, width: WIDTH, height: HEIGHT, pointSize: 2 * RADIUS, opacity: 0.78,
    colorBy: 'valueA', pointColor: COLORS, backgroundColor: '#e3ecec', aspectRatio: 1 });
  const { codes, hues } = makePoints(count);
  const x = Float32Array.from({ length: count }, (_, i) => codes[2 * i] / 65535 * 2 - 1);
  const y = Float32Array.from({ length: count }, (_, i) => codes[2 * i + 1] / 65535 * 2 - 1);
  let drawn = false;
  plot.draw({ x, y, valueA: Array.from(hues) }).then(() => { drawn = true; });
  for (let turn = 0; !drawn && turn < 2000; turn++) {
    drain();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const context = plot.get('regl')._gl;
  let calls = 0;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstancedANGLE']) {
    const original = context[name];
    if (original) context[name] = (/** @type {any[]} */ ...args) => { calls += args[2] >= count || args[1] >= count ? 1 : 0; return original.apply(context, args); };
  }
  return {
    bytes: () => 0,
    finish: () => finish(context),
    frame: (/** @type {number} */ i) => {
      const camera = cameraAt(i);
      const s = camera.scale / (HEIGHT * 0.48);
      const before = calls;
      plot.get('camera').setView(new Float32Array([s, 0, 0, 0, 0, s, 0, 0, 0, 0, s, 0, -camera.x * s, -camera.y * s, 0, 1]));
      plot.redraw();
      for (let turn = 0; calls === before && turn < 4; turn++) drain();
      if (calls === before) throw new Error('regl-scatterplot drew nothing');
    },
  };
}
