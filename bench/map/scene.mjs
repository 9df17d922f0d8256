// What every contender draws: the same dots, the same twelve colours, the same walk of the camera.

export const WIDTH = 860;
export const HEIGHT = 744;
export const RADIUS = 2;
export const COLORS = ['#7F4A00', '#BF3A42', '#2A9C8C', '#7A4590', '#AA72E6', '#8F9300', '#C27C5F', '#1F7A3A',
  '#6F63DC', '#2B7FA0', '#34449F'];

/** 60 clouds, seed 7: codes (x0 y0 x1 y1 …, 16 bits over [-1, 1]) and a hue each. @param {number} count */
export function makePoints(count) {
  let state = 7;
  const unit = () => { // Mulberry32
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => unit() + unit() + unit() + unit() + unit() + unit() - 3;
  const clouds = Array.from({ length: 60 }, () => ({ x: unit() * 1.6 - 0.8, y: unit() * 1.6 - 0.8, spread: 0.03 + 0.09 * unit() }));
  const codes = new Uint16Array(2 * count);
  const hues = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const which = Math.floor(unit() * 60);
    const code = (/** @type {number} */ v) => Math.round((Math.min(1, Math.max(-1, v)) + 1) / 2 * 65535);
    codes[2 * i] = code(clouds[which].x + normal() * clouds[which].spread);
    codes[2 * i + 1] = code(clouds[which].y + normal() * clouds[which].spread);
    hues[i] = which % COLORS.length;
  }
  return { codes, hues, count };
}

/** The camera of frame `i`: a slow pan and a zoom that stays near the fit. @param {number} i */
export function cameraAt(i) {
  return { x: 0.08 * Math.sin(i * 0.7), y: 0.06 * Math.cos(i * 0.5), scale: HEIGHT * 0.48 * (1 + 0.15 * Math.sin(i * 0.3)) };
}

/** Reads a pixel, so that everything asked for is truly drawn. @param {WebGLRenderingContext | WebGL2RenderingContext} gl */
export function finish(gl) {
  gl.finish();
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
