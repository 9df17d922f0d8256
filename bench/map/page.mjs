// In the browser: makes one contender ready, draws and times one frame at a time, and says how much of
// the picture is inked, for the check that it drew at all.

/** @typedef {{frame: (i: number) => void, finish: () => void, bytes: () => number}} Contender */

/** @param {{start: (canvas: HTMLCanvasElement, count: number, ratio: number) => Promise<Contender>}} how */
export function serve(how) {
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  /** @type {Contender} */
  let contender;
  Object.assign(window, {
    prepare: async (/** @type {number} */ count, /** @type {number} */ ratio) => {
      contender = await how.start(canvas, count, ratio);
    },
    step: (/** @type {number} */ i) => {
      contender.finish();
      const begin = performance.now();
      contender.frame(i);
      const asked = performance.now();
      contender.finish();
      return { cpu: asked - begin, whole: performance.now() - begin, bytes: contender.bytes() };
    },
    inked: () => {
      contender.frame(0);
      const picture = new OffscreenCanvas(canvas.width, canvas.height);
      const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (picture.getContext('2d'));
      pen.fillStyle = '#e3ecec'; // some leave the ground to the page
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(canvas, 0, 0);
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
      let inked = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        inked += Math.abs(pixels[at] - 0xe3) + Math.abs(pixels[at + 1] - 0xec) > 24 ? 1 : 0;
      }
      return inked / (pixels.length / 4);
    },
  });
}
