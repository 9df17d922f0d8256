// In the browser: makes one contender ready, times its frames, shows the picture for the check.

/** @typedef {{frame: (i: number) => void, finish: () => void, bytes: () => number}} Contender */

/** @param {{start: (canvas: HTMLCanvasElement, count: number, ratio: number) => Promise<Contender>}} how */
export function serve(how) {
  /** @type {any} */ (window).run = async (/** @type {number} */ count, /** @type {number} */ ratio, /** @type {number} */ frames) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    const contender = await how.start(canvas, count, ratio);
    const cpu = [], whole = [];
    let bytes = 0;
    for (let i = 0; i < frames + 3; i++) {
      contender.finish();
      const begin = performance.now();
      contender.frame(i);
      const asked = performance.now();
      contender.finish();
      if (i < 3) continue; // warming up
      cpu.push(asked - begin);
      whole.push(performance.now() - begin);
      bytes = contender.bytes();
    }
    contender.frame(0);
    const picture = new OffscreenCanvas(canvas.width, canvas.height);
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (picture.getContext('2d'));
    pen.fillStyle = '#e3ecec'; // some leave the ground to the page
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(canvas, 0, 0);
    const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
    let inked = 0;
    for (let at = 0; at < pixels.length; at += 4) inked += Math.abs(pixels[at] - 0xe3) + Math.abs(pixels[at + 1] - 0xec) > 24 ? 1 : 0;
    return { cpu, whole, bytes, inked: inked / (pixels.length / 4) };
  };
}
